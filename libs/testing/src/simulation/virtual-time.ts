import type { Clock, Timer } from '@filigree/base';

interface Entry {
  atMs: number;
  readonly order: number;
  act: (() => void) | null;
}

/** The only time there is in a simulation: it jumps from one event to the next. */
export class VirtualTime {
  nowMs = 0;
  steps = 0;
  readonly #heap: Entry[] = [];
  #order = 0;

  after(delayMs: number, act: () => void): Timer {
    const entry: Entry = { atMs: this.nowMs + Math.max(0, delayMs), order: this.#order++, act };
    this.#push(entry);
    return {
      cancel: () => {
        entry.act = null;
      },
    };
  }

  /** Runs the next event; false when there is none until `endMs`. */
  step(endMs: number): boolean {
    for (;;) {
      const entry = this.#heap[0];
      if (entry === undefined || entry.atMs > endMs) return false;
      this.#pop();
      const { act } = entry;
      if (act === null) continue;
      this.nowMs = Math.max(this.nowMs, entry.atMs);
      this.steps++;
      act();
      return true;
    }
  }

  #push(entry: Entry): void {
    const heap = this.#heap;
    let at = heap.length;
    heap.push(entry);
    while (at > 0) {
      const parent = (at - 1) >> 1;
      if (!before(entry, heap[parent]!)) break;
      heap[at] = heap[parent]!;
      at = parent;
    }
    heap[at] = entry;
  }

  #pop(): void {
    const heap = this.#heap;
    const last = heap.pop()!;
    if (heap.length === 0) return;
    let at = 0;
    for (;;) {
      let child = at * 2 + 1;
      if (child >= heap.length) break;
      if (child + 1 < heap.length && before(heap[child + 1]!, heap[child]!)) child++;
      if (!before(heap[child]!, last)) break;
      heap[at] = heap[child]!;
      at = child;
    }
    heap[at] = last;
  }
}

function before(a: Entry, b: Entry): boolean {
  return a.atMs < b.atMs || (a.atMs === b.atMs && a.order < b.order);
}

/** One process: it can be stopped and continued, and dies with all that it had planned. */
export class SimProcess {
  alive = true;
  #stoppedUntilMs = 0;
  #wallOffsetMs: number;
  readonly #time: VirtualTime;
  readonly #originMs: number;
  readonly clock: Clock;

  constructor(time: VirtualTime, originMs: number) {
    this.#time = time;
    this.#originMs = originMs;
    this.#wallOffsetMs = originMs;
    this.clock = {
      monotonicMs: () => this.nowMs(),
      wallMs: () => time.nowMs + this.#wallOffsetMs,
      after: (delayMs, act) => this.after(delayMs, act),
    };
  }

  /** This process's own monotonic clock. */
  nowMs(): number {
    return this.#time.nowMs + this.#originMs;
  }

  get isStopped(): boolean {
    return this.#time.nowMs < this.#stoppedUntilMs;
  }

  /** SIGSTOP, and SIGCONT after this time: nothing of it runs meanwhile, then everything that is due. */
  stopFor(ms: number): void {
    this.#stoppedUntilMs = Math.max(this.#stoppedUntilMs, this.#time.nowMs + ms);
  }

  jumpWall(ms: number): void {
    this.#wallOffsetMs += ms;
  }

  after(delayMs: number, act: () => void): Timer {
    let timer: Timer | null = null;
    const fire = (): void => {
      if (!this.alive) return;
      if (this.isStopped) timer = this.#time.after(this.#stoppedUntilMs - this.#time.nowMs, fire);
      else act();
    };
    timer = this.#time.after(delayMs, fire);
    return {
      cancel: () => timer?.cancel(),
    };
  }
}
