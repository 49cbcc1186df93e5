import { FiligreeError, describeError } from '@filigree/base';
import type { Clock, ErrorCode } from '@filigree/base';
import type { GraphStore, WriteResult } from '@filigree/graph';
import type { GraphWrite, GraphWriteResult } from '@filigree/queue';

/** Writes deltas to the coordinator's own store and tells how each went. */
export interface GraphWriter {
  write(write: GraphWrite): void;
  /** Stops trying again. May be called twice. */
  stop(): void;
}

export interface GraphWriterOptions {
  readonly store: GraphStore;
  readonly clock: Clock;
  /** Several results of one turn, together. */
  readonly onResults: (results: readonly { readonly token: number; readonly result: GraphWriteResult }[]) => void;
  readonly onTrouble: (text: string) => void;
  readonly onWritten: (elapsedMs: number) => void;
}

// These pass: the job stays pinned and its delta is written again. Everything else is the delta's own fault.
const PASSING: readonly ErrorCode[] = ['DISK_FULL', 'OVERLOADED', 'UNREACHABLE', 'LOCAL_STATE'];
const FATAL: readonly ErrorCode[] = ['TOO_LARGE', 'USAGE'];
const AGAIN_MS = 1000;

function resultOf(outcome: WriteResult): GraphWriteResult {
  // Stale: a newer token has written this filing, so what this one has to say is said already.
  if (outcome.outcome !== 'failed') return { ok: true };
  return { ok: false, message: describeError(outcome.error), fatal: FATAL.includes(outcome.error.code) };
}

export function makeGraphWriter(options: GraphWriterOptions): GraphWriter {
  const { store, clock, onResults, onTrouble, onWritten } = options;
  let results: { token: number; result: GraphWriteResult }[] = [];
  let stopped = false;

  const report = (token: number, result: GraphWriteResult): void => {
    results.push({ token, result });
    if (results.length > 1) return;
    setImmediate(() => {
      const all = results;
      results = [];
      if (!stopped) onResults(all);
    });
  };

  const attempt = async (write: GraphWrite): Promise<void> => {
    const startedMs = clock.monotonicMs();
    try {
      const [outcome] = await store.write([{ delta: write.delta, token: write.token }]);
      if (outcome === undefined) throw new FiligreeError('INTERNAL', 'the store gave no answer');
      if (outcome.outcome === 'failed' && PASSING.includes(outcome.error.code)) throw outcome.error;
      onWritten(clock.monotonicMs() - startedMs);
      report(write.token, resultOf(outcome));
    } catch (error) {
      if (stopped) return;
      if (error instanceof FiligreeError && PASSING.includes(error.code)) {
        onTrouble(`graph: ${describeError(error)}; trying again`);
        clock.after(AGAIN_MS, () => {
          if (!stopped) void attempt(write);
        });
      } else report(write.token, { ok: false, message: describeError(error), fatal: false });
    }
  };

  return {
    write(write) {
      void attempt(write);
    },
    stop() {
      stopped = true;
    },
  };
}
