import type { Clock, Timer } from '@filigree/base';

/** Right to send one request; tells the outcome to the opening of the breaker under which it was sent. */
export interface Pass {
  readonly generation: number;
}

export interface GateOptions {
  readonly clock: Clock;
  /** Least time between the starts of two requests. */
  readonly spacingMs: number;
  /** The first request waits this long. */
  readonly firstAfterMs?: number;
}

interface Waiter {
  readonly resolve: (pass: Pass) => void;
  readonly reject: (reason: unknown) => void;
}

/**
 * The one gate through which every request goes: a rate limiter and a circuit breaker.
 *
 *   closed --refused--> open (nobody passes) --time is up--> probing (one passes) --succeeded--> closed
 *                        ^-------------------------------------refused--------------'
 *
 * A refusal of a request that was sent before the breaker opened does not open it again.
 */
export class RequestGate {
  readonly #clock: Clock;
  readonly #spacingMs: number;
  readonly #waiters: Waiter[] = [];
  #generation = 0;
  #nextMs = -Infinity;
  #probing = false;
  #probeOut = false;
  #timer: Timer | null = null;
  /** Openings since the last request that succeeded. */
  openings = 0;

  constructor(options: GateOptions) {
    this.#clock = options.clock;
    this.#spacingMs = options.spacingMs;
    if (options.firstAfterMs !== undefined) this.#nextMs = options.clock.monotonicMs() + options.firstAfterMs;
  }

  /** Resolves when one request may be sent. Rejects with the signal's reason. */
  enter(signal?: AbortSignal): Promise<Pass> {
    return new Promise((resolve, reject) => {
      if (signal?.aborted === true) {
        reject(signal.reason as Error);
        return;
      }
      const abort = (): void => {
        const at = this.#waiters.indexOf(waiter);
        if (at !== -1) this.#waiters.splice(at, 1);
        if (this.#waiters.length === 0) this.#stopTimer();
        reject(signal?.reason as Error);
      };
      const waiter: Waiter = {
        reject,
        resolve: (pass) => {
          signal?.removeEventListener('abort', abort);
          resolve(pass);
        },
      };
      signal?.addEventListener('abort', abort, { once: true });
      this.#waiters.push(waiter);
      this.#pump();
    });
  }

  /** The other side refused: nobody passes for `waitMs`, then one request tries. False if the breaker was open already. */
  refused(pass: Pass, waitMs: number): boolean {
    if (pass.generation !== this.#generation) return false;
    this.#generation++;
    this.openings++;
    this.#probing = true;
    this.#probeOut = false;
    this.#nextMs = this.#clock.monotonicMs() + waitMs;
    this.#stopTimer();
    this.#pump();
    return true;
  }

  /** A request was answered: the breaker closes. */
  succeeded(pass: Pass): void {
    if (pass.generation !== this.#generation) return;
    this.openings = 0;
    this.#probing = false;
    this.#pump();
  }

  /** A request ended without an answer: while probing, the next one may try. */
  failed(pass: Pass): void {
    if (pass.generation !== this.#generation || !this.#probing) return;
    this.#probeOut = false;
    this.#pump();
  }

  #stopTimer(): void {
    this.#timer?.cancel();
    this.#timer = null;
  }

  #pump(): void {
    if (this.#timer !== null || this.#waiters.length === 0) return;
    if (this.#probing && this.#probeOut) return;
    const now = this.#clock.monotonicMs();
    if (now >= this.#nextMs) {
      this.#nextMs = now + this.#spacingMs;
      if (this.#probing) this.#probeOut = true;
      this.#waiters.shift()!.resolve({ generation: this.#generation });
    }
    if (this.#waiters.length === 0) return;
    this.#timer = this.#clock.after(Math.max(1, this.#nextMs - now), () => {
      this.#timer = null;
      this.#pump();
    });
  }
}
