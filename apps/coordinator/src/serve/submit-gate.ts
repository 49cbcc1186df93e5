import { FiligreeError, RateLimit } from '@filigree/base';
import type { Clock } from '@filigree/base';
import { SUBMITS_PER_SECOND, SUBMIT_BURST } from './limits.ts';

/** Lets submits in at a bounded pace: each may scan a whole directory. */
export interface SubmitGate {
  /** Throws OVERLOADED where there are too many. */
  enter(): void;
}

export function makeSubmitGate(clock: Clock, perSecond = SUBMITS_PER_SECOND, burst = SUBMIT_BURST): SubmitGate {
  const pace = new RateLimit(perSecond, burst);
  return {
    enter() {
      if (pace.take(clock.monotonicMs())) return;
      throw new FiligreeError(
        'OVERLOADED',
        `more than ${String(burst)} submits at once, expected at most ${String(perSecond)} a second`,
        { remedy: 'submit again in a second; one submit takes any number of filings' },
      );
    },
  };
}
