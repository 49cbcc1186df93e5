import { EXIT, systemClock } from '@filigree/base';
import { makeProgressView, note, watchSignals } from '@filigree/cli';
import type { Io, Values } from '@filigree/cli';
import { withClient } from '../commands/client.ts';
import type { ClientValues } from '../commands/client.ts';
import { submittedDirectory } from '../commands/download.ts';
import { loadRun } from './load-run.ts';
import type { LoadValues } from './load-run.ts';

/** `load-graph --distributed`: uses a running coordinator and its workers. */
export function loadDistributed(values: LoadValues & ClientValues & Values<'download'>, io: Io): Promise<number> {
  return withClient(values, async (client) => {
    const signals = watchSignals(() => process.exit(EXIT.interrupted));
    const view = makeProgressView(process.stderr, systemClock);
    try {
      return await loadRun(values, io, {
        client,
        filings: submittedDirectory(values),
        view,
        signal: signals.signal,
        onSubmitted: () => undefined,
        onInterrupted: () => {
          note(io, 'interrupted; the run goes on: coordinator wait waits for it');
        },
      });
    } finally {
      view.end();
      signals.stop();
    }
  });
}
