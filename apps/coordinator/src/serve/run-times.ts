import type { Clock } from '@filigree/base';
import type { RunView } from '@filigree/queue';
import type { RunTimes } from './status.ts';

/** Notes when runs end; one that ended before this coordinator's life has no time. */
export interface RunTimekeeper extends RunTimes {
  ended(runId: string): void;
}

const KEPT_RUNS = 1000;

export function makeRunTimekeeper(clock: Clock): RunTimekeeper {
  const endedWallMs = new Map<string, number>();
  return {
    ended(runId) {
      endedWallMs.set(runId, clock.wallMs());
      if (endedWallMs.size > KEPT_RUNS) endedWallMs.delete(endedWallMs.keys().next().value!);
    },
    elapsedMs(run: RunView) {
      const began = run.options.submittedWallMs;
      const end = endedWallMs.get(run.runId) ?? (run.ended ? began : clock.wallMs());
      return Math.max(0, end - began);
    },
  };
}
