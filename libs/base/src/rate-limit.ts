/**
 * Lets so many things a second through in the long run, and a burst of them after a quiet time; counts what it leaves out.
 * It owns no clock: monotonic milliseconds are an argument.
 */
export class RateLimit {
  readonly #perSecond: number;
  readonly #burst: number;
  #room: number;
  #lookedMs: number | null = null;
  #leftOut = 0;

  constructor(perSecond: number, burst: number) {
    this.#perSecond = perSecond;
    this.#burst = burst;
    this.#room = burst;
  }

  /** True where one more may pass, which is counted. */
  take(nowMs: number): boolean {
    if (this.hasRoom(nowMs)) {
      this.#room -= 1;
      return true;
    }
    this.#leftOut += 1;
    return false;
  }

  /** True where one more would pass. */
  hasRoom(nowMs: number): boolean {
    const elapsedMs = Math.max(0, nowMs - (this.#lookedMs ?? nowMs));
    this.#room = Math.min(this.#burst, this.#room + (elapsedMs / 1000) * this.#perSecond);
    this.#lookedMs = nowMs;
    return this.#room >= 1;
  }

  /** How many did not pass and were not told yet. */
  get leftOut(): number {
    return this.#leftOut;
  }

  /** How many did not pass since this was asked last. */
  takeLeftOut(): number {
    const leftOut = this.#leftOut;
    this.#leftOut = 0;
    return leftOut;
  }
}
