/** A timer that was set; `cancel` may be called twice. */
export interface Timer {
  cancel(): void;
}

/** Time as an argument. Below the shells nothing else tells the time or waits. */
export interface Clock {
  /** Monotonic milliseconds since an arbitrary start; never goes back. */
  monotonicMs(): number;
  /** Wall-clock milliseconds since 1970-01-01 UTC; may jump. */
  wallMs(): number;
  /** Calls `act` once, `delayMs` from now. */
  after(delayMs: number, act: () => void): Timer;
}

/** Chance as an argument: a number in [0, 1). */
export type Random = () => number;

/** The system's timers hold no more; a longer one would fire at once. */
const LONGEST_TIMER_MS = 2 ** 31 - 1;

/** The clock of this process. Its timers keep the process alive. */
export const systemClock: Clock = {
  monotonicMs: () => performance.now(),
  wallMs: () => Date.now(),
  after(delayMs, act) {
    let handle: NodeJS.Timeout;
    const arm = (leftMs: number): void => {
      if (leftMs <= LONGEST_TIMER_MS) handle = setTimeout(act, leftMs);
      else {
        handle = setTimeout(() => {
          arm(leftMs - LONGEST_TIMER_MS);
        }, LONGEST_TIMER_MS);
      }
    };
    arm(delayMs);
    return {
      cancel: () => {
        clearTimeout(handle);
      },
    };
  },
};
