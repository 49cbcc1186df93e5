import type { Clock } from '@filigree/base';

/** A clock that stands still until the test moves it on. */
export class HandClock implements Clock {
  #nowMs = 1000;
  #timers: { readonly atMs: number; readonly act: () => void }[] = [];

  monotonicMs = (): number => this.#nowMs;
  wallMs = (): number => this.#nowMs;
  after = (delayMs: number, act: () => void): { cancel: () => void } => {
    const timer = { atMs: this.#nowMs + delayMs, act };
    this.#timers.push(timer);
    return {
      cancel: () => {
        this.#timers = this.#timers.filter((other) => other !== timer);
      },
    };
  };

  pass(ms: number): void {
    this.#nowMs += ms;
    const due = this.#timers.filter(({ atMs }) => atMs <= this.#nowMs);
    this.#timers = this.#timers.filter((timer) => !due.includes(timer));
    for (const { act } of due) act();
  }
}
