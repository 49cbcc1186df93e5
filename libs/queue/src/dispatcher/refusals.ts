// Whose fault it is that a service refuses a job. A service that is away or has too much to do refuses everybody: no job is
// to blame. A service that refuses one job and answers others meanwhile cannot take that job: then its refusals are failures.
import { OVERLOAD_LIMIT_MS } from './limits.ts';
import type { Session } from './sessions.ts';

interface Refused {
  /** Of its first refusal, monotonic. */
  readonly sinceMs: number;
  /** How many answers the model's services had given by then. */
  readonly answers: number;
}

export class Refusals {
  /** By row. */
  readonly #refused = new Map<number, Refused>();
  /** Answers so far. */
  #answers = 0;

  /** The worker's model service answered a job. */
  answered(session: Session): void {
    session.lastAnswer = ++this.#answers;
  }

  /**
   * A job was refused for `resource`. True while that is no failure of the job: for half an hour, unless the model service that
   * this worker asks has answered others since it first refused the job. Neo4j refuses whoever comes second: that says nothing.
   */
  isForgiven(row: number, resource: string, session: Session, nowMs: number): boolean {
    const first = this.#refused.get(row) ?? { sinceMs: nowMs, answers: this.#answers };
    this.#refused.set(row, first);
    if (nowMs - first.sinceMs >= OVERLOAD_LIMIT_MS) return false;
    return resource !== 'ollama' || session.lastAnswer <= first.answers;
  }

  /** The job has ended, or begins anew. */
  forget(row: number): void {
    if (this.#refused.size > 0) this.#refused.delete(row);
  }
}
