import { FiligreeError, describeError } from '@filigree/base';
import type { Clock, ErrorCode } from '@filigree/base';
import type { GraphStore, WriteResult } from '@filigree/graph';
import type { GraphWrite, GraphWriteResult } from '@filigree/queue';
import type { GraphHealth } from './graph-health.ts';

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
  readonly health: GraphHealth;
  readonly onWritten: (elapsedMs: number) => void;
}

// These pass: the job stays pinned and its delta is written again. Everything else is the delta's own fault.
const PASSING: readonly ErrorCode[] = ['DISK_FULL', 'OVERLOADED', 'UNREACHABLE', 'LOCAL_STATE'];
const FATAL: readonly ErrorCode[] = ['TOO_LARGE', 'USAGE'];
const AGAIN_MS = 1000;
const DAY_MS = 86_400_000;
// A clock that tells an earlier time was never set; no filing may fail for that.
const CLOCK_IS_SET_MS = Date.UTC(2024, 0, 1);

/** The last day on which anything can have been filed: tomorrow, for the zones where it has begun. */
function latestDay(wallMs: number): string {
  return wallMs < CLOCK_IS_SET_MS ? '9999-12-31' : new Date(wallMs + DAY_MS).toISOString().slice(0, 10);
}

function resultOf(outcome: WriteResult): GraphWriteResult {
  // Stale: a newer token has written this filing, so what this one has to say is said already.
  if (outcome.outcome !== 'failed') return { ok: true };
  return { ok: false, message: describeError(outcome.error), fatal: FATAL.includes(outcome.error.code) };
}

export function makeGraphWriter(options: GraphWriterOptions): GraphWriter {
  const { store, clock, health, onResults, onWritten } = options;
  const waiting: GraphWrite[] = [];
  let isTryingAgain = false;
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

  /** Writes once; gives false where that failed in a way that passes, and nothing was answered. */
  const attempt = async (write: GraphWrite): Promise<boolean> => {
    const startedMs = clock.monotonicMs();
    try {
      const { delta, token, accession, filed } = write;
      const terms = { accession, filed, latest: latestDay(clock.wallMs()) };
      const [outcome] = await store.write([{ delta, token, terms }]);
      if (outcome === undefined) throw new FiligreeError('INTERNAL', 'the store gave no answer');
      if (outcome.outcome === 'failed' && PASSING.includes(outcome.error.code)) throw outcome.error;
      onWritten(clock.monotonicMs() - startedMs);
      report(write.token, resultOf(outcome));
    } catch (error) {
      if (stopped) return true;
      if (error instanceof FiligreeError && PASSING.includes(error.code)) {
        health.failed('write', error);
        return false;
      }
      report(write.token, { ok: false, message: describeError(error), fatal: false });
    }
    return true;
  };

  /** One at a time: what waits is well again only when all of it is written. */
  const tryAgain = async (): Promise<void> => {
    for (let [next] = waiting; next !== undefined && !isStopped(); [next] = waiting) {
      if (!(await attempt(next))) break;
      waiting.shift();
    }
    if (isStopped()) return;
    if (waiting.length === 0) {
      isTryingAgain = false;
      health.well('write');
    } else clock.after(AGAIN_MS, () => void tryAgain());
  };
  const isStopped = (): boolean => stopped;

  const wait = (write: GraphWrite): void => {
    waiting.push(write);
    if (isTryingAgain) return;
    isTryingAgain = true;
    clock.after(AGAIN_MS, () => void tryAgain());
  };

  return {
    write(write) {
      // While something waits, nothing else is tried.
      if (isTryingAgain) wait(write);
      else
        void attempt(write).then((answered) => {
          if (!answered) wait(write);
        });
    },
    stop() {
      stopped = true;
    },
  };
}
