import type { Clock, Timer } from '@filigree/base';

/** Time that passes when it is told to. */
export class FakeClock implements Clock {
  nowMs = 0;
  #timers: { atMs: number; act: () => void }[] = [];

  monotonicMs(): number {
    return this.nowMs;
  }

  wallMs(): number {
    return this.nowMs;
  }

  after(delayMs: number, act: () => void): Timer {
    const timer = { atMs: this.nowMs + delayMs, act };
    this.#timers.push(timer);
    return {
      cancel: () => {
        this.#timers = this.#timers.filter((each) => each !== timer);
      },
    };
  }

  get waiting(): number {
    return this.#timers.length;
  }

  /** Lets `ms` pass; timers act at their times. */
  pass(ms: number): void {
    const endMs = this.nowMs + ms;
    for (;;) {
      const due = this.#timers.filter((timer) => timer.atMs <= endMs).sort((a, b) => a.atMs - b.atMs)[0];
      if (due === undefined) break;
      this.#timers = this.#timers.filter((timer) => timer !== due);
      this.nowMs = Math.max(this.nowMs, due.atMs);
      due.act();
    }
    this.nowMs = endMs;
  }
}
