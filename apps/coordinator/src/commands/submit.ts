import { EXIT, systemClock } from '@filigree/base';
import {
  CLIENT_FLAGS,
  DOWNLOAD_FLAGS,
  FILTER_FLAGS,
  defineCommand,
  formatCount,
  makeProgressView,
  note,
  printJson,
  printLine,
  watchSignals,
} from '@filigree/cli';
import { withClient } from './client.ts';
import { downloadFirst, submittedDirectory } from './download.ts';
import { follow } from './follow.ts';
import { scanJson, tellScan } from './scan-told.ts';
import { printStatistics, statisticsOf } from './statistics.ts';
import { submitAsk, submitRun } from './submit-run.ts';

/** `coordinator submit`: queues filings as one run. */
export const submitCommand = defineCommand({
  name: 'submit',
  summary: 'queue filings as one run',
  flags: [...CLIENT_FLAGS, 'filings', ...FILTER_FLAGS, ...DOWNLOAD_FLAGS, 'ai', 'force', 'priority', 'wait'],
  examples: [
    'coordinator submit --year 2010 --no-ai',
    'coordinator submit --form 6-K --limit 10 --wait',
    'coordinator submit --cik 1087711 --from 2010-06-01 --to 2010-12-31 --json',
  ],
  run: (values, _args, io) =>
    withClient(values, async (client) => {
      if (values.download && !(await downloadFirst(values, io))) return EXIT.interrupted;
      const ask = submitAsk(values, submittedDirectory(values), io.cwd, values.priority);
      const signals = watchSignals(() => process.exit(EXIT.interrupted));
      const view = makeProgressView(process.stderr, systemClock);
      try {
        const closed = await submitRun(client, ask, () => undefined, signals.signal);
        if (closed === null) {
          note(io, `interrupted; the coordinator goes on queueing, coordinator wait --run ${ask.runId} waits for it`);
          return EXIT.interrupted;
        }
        tellScan(closed, (line) => {
          view.say(line);
        });
        const scan = scanJson(closed);
        const submitted = { run: closed.runId, submitted: closed.submitted, already_done: closed.alreadyDone, scan };
        if (!values.wait) {
          if (values.json) await printJson(io, submitted);
          else {
            await printLine(
              io,
              `run ${closed.runId}: ${formatCount(closed.submitted)} submitted, ${formatCount(closed.alreadyDone)} already done`,
            );
            note(io, `coordinator wait --run ${closed.runId} waits for it, coordinator status shows how it goes`);
          }
          return EXIT.done;
        }
        view.say(
          `run ${closed.runId}: ${formatCount(closed.submitted)} submitted, ${formatCount(closed.alreadyDone)} already done`,
        );
        const end = await follow(client, closed.runId, { view, signal: signals.signal, wasReached: true });
        view.end();
        if (end === null) {
          note(io, `interrupted; the run goes on, coordinator wait --run ${closed.runId} waits for it`);
          return EXIT.interrupted;
        }
        return await printStatistics(io, { ...statisticsOf(closed.runId, end), scan }, values.json);
      } finally {
        view.end();
        signals.stop();
      }
    }),
});
