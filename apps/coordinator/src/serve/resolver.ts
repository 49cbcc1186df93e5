import type { Clock, Timer } from '@filigree/base';
import type { GraphStore } from '@filigree/graph';
import type { GraphHealth } from './graph-health.ts';

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
  readonly health: GraphHealth;
}

const AGAIN_MS = 5000;

export function makeResolver({ store, clock, onResolved, health }: ResolverOptions): Resolver {
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
      if (!isStopped()) health.well('resolve');
      for (const runId of now) if (!isStopped()) onResolved(runId);
    } catch (error) {
      if (!isStopped()) {
        health.failed('resolve', error);
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
