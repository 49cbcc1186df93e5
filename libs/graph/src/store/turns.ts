import { FiligreeError } from '@filigree/base';

/** Lets a few in at once and some wait, in order. */
export class Turns {
  private readonly atOnce: number;
  private readonly maxWaiting: number;
  private readonly waiting: (() => void)[] = [];
  private taken = 0;

  constructor(atOnce: number, maxWaiting: number) {
    this.atOnce = atOnce;
    this.maxWaiting = maxWaiting;
  }

  /** Resolves when it is the caller's turn, which then calls `leave` once. Rejects with OVERLOADED, or CANCELLED where `signal` aborts first. */
  async enter(signal?: AbortSignal): Promise<void> {
    if (signal?.aborted === true) throw cancelled();
    if (this.taken < this.atOnce) {
      this.taken++;
      return;
    }
    if (this.waiting.length >= this.maxWaiting) {
      throw new FiligreeError(
        'OVERLOADED',
        `the graph is asked by many: ${String(this.waiting.length)} questions wait for their turn`,
        {
          remedy: 'ask again when they have ended',
        },
      );
    }
    await new Promise<void>((resolve, reject) => {
      const quit = (): void => {
        this.waiting.splice(this.waiting.indexOf(go), 1);
        reject(cancelled());
      };
      const go = (): void => {
        signal?.removeEventListener('abort', quit);
        resolve();
      };
      this.waiting.push(go);
      signal?.addEventListener('abort', quit, { once: true });
    });
  }

  /** Gives the turn to the next one. */
  leave(): void {
    const next = this.waiting.shift();
    if (next === undefined) this.taken--;
    else next();
  }
}

/** Whoever asked is gone, or the graph is being closed. */
export function cancelled(): FiligreeError {
  return new FiligreeError('CANCELLED', 'the question has ended: nobody waits for its answer any more');
}
