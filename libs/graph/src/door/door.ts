import { toWire } from '../store/wire-error.ts';
import { FiligreeError } from '@filigree/base';
import { CallThread } from '../store/call-thread.ts';
import type { QueryResult } from '../store/store.ts';
import { cancelled } from '../store/turns.ts';
import { QUERY_LIMITS } from './limits.ts';
import type { QueryLimits } from './limits.ts';
import type { FreeQuery } from './messages.ts';

/**
 * The only way for a query that a person wrote: a thread starts a process for it, so that the caller's event loop neither waits
 * for the process to begin nor reads its answer.
 */
export class Door {
  private readonly keeper: CallThread<'ask'>;

  constructor(limits: QueryLimits = QUERY_LIMITS) {
    this.keeper = new CallThread({
      entry: 'door/keeper.js',
      data: limits,
      failed: (error) =>
        new FiligreeError('INTERNAL', `query: ${toWire(error).message}`, { remedy: 'report it with this message' }),
      closed: cancelled,
    });
  }

  /**
   * The answer to a query that was found to be allowed. Throws USAGE where the database refuses it, TOO_LARGE where it takes
   * more than the limits, OVERLOADED where too many wait already, CANCELLED where `signal` aborts or the door closes.
   */
  ask(query: FreeQuery, signal?: AbortSignal): Promise<QueryResult> {
    return this.keeper.call('ask', [query], signal);
  }

  /** Ends what runs, at once: a process ends when the thread that started it is gone. May be called twice. */
  close(): Promise<void> {
    return this.keeper.stop();
  }
}
