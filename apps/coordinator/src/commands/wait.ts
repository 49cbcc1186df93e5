import { EXIT, systemClock } from '@filigree/base';
import { CLIENT_FLAGS, defineCommand, makeProgressView, note, watchSignals } from '@filigree/cli';
import { withClient } from './client.ts';
import { follow } from './follow.ts';
import { printStatistics, statisticsOf } from './statistics.ts';

/** `coordinator wait`: until a run, or everything, has ended; over restarts of the coordinator. */
export const waitCommand = defineCommand({
  name: 'wait',
  summary: 'wait until a run, or everything, has ended',
  flags: [...CLIENT_FLAGS, 'run'],
  examples: ['coordinator wait', 'coordinator wait --run 5c7c8a4e-9df1-4a43-a7a2-5c60a1b1a9f0 --json'],
  run: (values, _args, io) =>
    withClient(values, async (client) => {
      const signals = watchSignals(() => process.exit(EXIT.interrupted));
      const view = makeProgressView(process.stderr, systemClock);
      try {
        let before = 0;
        const end = await follow(client, values.run ?? '', {
          view,
          signal: signals.signal,
          wasReached: false,
          // The time of a run is its own; the time of everything begins now.
          onFirst: ({ jobs }) => {
            if (values.run === undefined) before = jobs.completed + jobs.failed;
          },
        });
        view.end();
        if (end === null) {
          note(io, 'interrupted; the jobs go on');
          return EXIT.interrupted;
        }
        return await printStatistics(io, statisticsOf(values.run ?? '', end, before), values.json);
      } finally {
        view.end();
        signals.stop();
      }
    }),
});
