import type { Clock, Timer } from '@filigree/base';

interface Planned {
  readonly atMs: number;
  readonly act: () => void;
}

/** Time that passes only when the test says so. */
export class ManualClock implements Clock {
  #nowMs = 1_000;
  #planned: Planned[] = [];

  monotonicMs(): number {
    return this.#nowMs;
  }

  wallMs(): number {
    return this.#nowMs;
  }

  /** Timers that are set. */
  get waiting(): number {
    return this.#planned.length;
  }

  after(delayMs: number, act: () => void): Timer {
    const planned = { atMs: this.#nowMs + delayMs, act };
    this.#planned.push(planned);
    return {
      cancel: () => {
        this.#planned = this.#planned.filter((other) => other !== planned);
      },
    };
  }

  pass(ms: number): void {
    const end = this.#nowMs + ms;
    for (;;) {
      const next = this.#planned.filter(({ atMs }) => atMs <= end).sort((a, b) => a.atMs - b.atMs)[0];
      if (next === undefined) break;
      this.#planned = this.#planned.filter((other) => other !== next);
      this.#nowMs = next.atMs;
      next.act();
    }
    this.#nowMs = end;
  }
}
