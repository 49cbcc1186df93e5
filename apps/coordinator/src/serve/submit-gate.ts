import { FiligreeError } from '@filigree/base';
import type { Clock } from '@filigree/base';

/** So many submits a second are taken in the long run. */
export const SUBMITS_PER_SECOND = 20;
/** So many at once, after a quiet time. */
export const SUBMIT_BURST = 100;

/** Lets submits in at a bounded pace: each may scan a whole directory. */
export interface SubmitGate {
  /** Throws OVERLOADED where there are too many. */
  enter(): void;
}

export function makeSubmitGate(clock: Clock, perSecond = SUBMITS_PER_SECOND, burst = SUBMIT_BURST): SubmitGate {
  let room = burst;
  let lookedMs = clock.monotonicMs();
  return {
    enter() {
      const nowMs = clock.monotonicMs();
      room = Math.min(burst, room + ((nowMs - lookedMs) / 1000) * perSecond);
      lookedMs = nowMs;
      if (room < 1) {
        throw new FiligreeError(
          'OVERLOADED',
          `more than ${String(burst)} submits at once, expected at most ${String(perSecond)} a second`,
          { remedy: 'submit again in a second; one submit takes any number of filings' },
        );
      }
      room -= 1;
    },
  };
}
