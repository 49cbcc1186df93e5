/** Minutes of one step of `epochFloor`. */
const STEP_MINUTES = 8;
const SINCE_MS = Date.UTC(2020, 0, 1);
/** More restarts than these between two copies are not expected. */
const RESTARTS = 1000;

/**
 * An epoch above all that may have served a graph whose last life is lost. What is known of it are the epoch at some earlier time,
 * and the time: epochs rise by one with each start of a coordinator, and by no more than time does where they were set by time once.
 * Tokens have room for 2^21 epochs, which this reaches in the 2050s. `wallMs` is the time of day.
 */
export function epochAbove(known: number, wallMs: number): number {
  return Math.max(known + RESTARTS, Math.floor((wallMs - SINCE_MS) / (STEP_MINUTES * 60_000)));
}
