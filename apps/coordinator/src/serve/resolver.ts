import { describeError } from '@filigree/base';
import type { Clock, Timer } from '@filigree/base';
import type { GraphStore } from '@filigree/graph';

/** Resolves identity across filings when a run's last job has settled: alone, and once for all runs that wait for it. */
export interface Resolver {
  request(runId: string): void;
  /** Stops trying again. May be called twice. */
  stop(): void;
}

export interface ResolverOptions {
  readonly store: GraphStore;
  readonly clock: Clock;
  readonly onResolved: (runId: string) => void;
  readonly onTrouble: (text: string) => void;
}

const AGAIN_MS = 5000;

export function makeResolver({ store, clock, onResolved, onTrouble }: ResolverOptions): Resolver {
  let waiting = new Set<string>();
  let busy = false;
  let stopped = false;
  let timer: Timer | null = null;

  const pump = async (): Promise<void> => {
    if (busy || stopped || waiting.size === 0) return;
    busy = true;
    const now = waiting;
    waiting = new Set();
    try {
      await store.resolve();
      for (const runId of now) if (!isStopped()) onResolved(runId);
    } catch (error) {
      if (!isStopped()) {
        onTrouble(`graph: identity across filings is not resolved yet: ${describeError(error)}; trying again`);
        for (const runId of now) waiting.add(runId);
        timer = clock.after(AGAIN_MS, () => void pump());
      }
    } finally {
      busy = false;
    }
    if (timer === null) void pump();
  };
  const isStopped = (): boolean => stopped;

  return {
    request(runId) {
      waiting.add(runId);
      timer?.cancel();
      timer = null;
      void pump();
    },
    stop() {
      stopped = true;
      timer?.cancel();
    },
  };
}
