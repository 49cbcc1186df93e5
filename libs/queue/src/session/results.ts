// Ends of jobs on their way to the coordinator: each is told until it is settled, again on every new stream. Where the
// coordinator refuses what it is told and ends the stream, they are told one by one, until it is known which one it is: that
// job has failed. Told again as it is, it would end every stream.
import { tokenOf } from './worker-jobs.ts';
import type { JobEnd } from './worker-session-types.ts';

const SHOWN_CHARS = 300;

export class Results {
  readonly #unsettled = new Map<number, JobEnd>();
  /** Of these, what was told on the present stream. */
  readonly #told = new Set<number>();
  #oneByOne = false;
  /** It was told alone when the last stream was refused. */
  #suspect = 0;

  get size(): number {
    return this.#unsettled.size;
  }

  has(token: number): boolean {
    return this.#unsettled.has(token);
  }

  tokens(): number[] {
    return [...this.#unsettled.keys()];
  }

  add(end: JobEnd): void {
    this.#unsettled.set(tokenOf(end), end);
  }

  /** Settled, or nobody wants it any more. */
  remove(token: number): void {
    this.#unsettled.delete(token);
    this.#told.delete(token);
    if (token === this.#suspect) this.#suspect = 0;
    if (this.#unsettled.size === 0) this.#oneByOne = false;
  }

  /** A stream begins: nothing is told on it yet. */
  streamBegins(): void {
    this.#told.clear();
  }

  /** What is to be told now; it counts as told. */
  take(): JobEnd[] {
    const ends: JobEnd[] = [];
    for (const [token, end] of this.#unsettled) {
      if (this.#oneByOne && this.#told.size > 0) break;
      if (this.#told.has(token)) continue;
      this.#told.add(token);
      ends.push(end);
    }
    return ends;
  }

  /** The stream was ended because of what this worker said on it. */
  refused(reason: string): void {
    if (this.#told.size === 0) return;
    this.#oneByOne = true;
    const [token] = this.#told;
    if (this.#told.size > 1 || token === undefined) return;
    if (token !== this.#suspect) {
      this.#suspect = token;
      return;
    }
    // Once more alone, and refused again. Where even the failure is refused, the job is given back in silence.
    const isFailure = this.#unsettled.get(token)?.kind === 'failed';
    const message = `the coordinator refuses the result of this filing: ${reason.slice(0, SHOWN_CHARS)}`;
    const failure = { token, failureClass: 'fatal', message, detail: '', resource: '', retryAfterMs: 0 } as const;
    if (isFailure) this.remove(token);
    else this.#unsettled.set(token, { kind: 'failed', failure });
    this.#suspect = 0;
  }
}
