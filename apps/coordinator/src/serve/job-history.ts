import type { AttemptView } from '@filigree/protocol';
import type { FactLine, JobSummary, QueueEvent } from '@filigree/queue';
import type { Ring } from './ring.ts';

/** What is known of a job beyond its row, while this coordinator remembers it. */
export interface JobRecord {
  readonly attempts: readonly AttemptView[];
  readonly summary: JobSummary | null;
  readonly facts: readonly FactLine[];
  readonly errorDetail: string;
}

/** How an attempt at a job ended. */
export type AttemptEnd = Extract<QueueEvent, { readonly kind: 'completed' | 'failed' | 'expired' }>;

/** An event, and when it happened. */
export interface Timed<E> {
  readonly event: E;
  readonly atMs: number;
}

const KEPT_ATTEMPTS = 20;

/** What an expiry means, in one line. */
export function expiryText(event: { readonly counted: boolean }): string {
  return event.counted ? 'the worker went silent' : 'the lease was never begun';
}

function attemptOf({ event, atMs }: Timed<AttemptEnd>): AttemptView {
  const elapsedMs = event.kind === 'completed' ? Math.round(event.leaseMs) : 0;
  const error = event.kind === 'completed' ? '' : event.kind === 'failed' ? event.message : expiryText(event);
  const grantedAtMs = Math.round(atMs - elapsedMs);
  return { token: 0, grantedAtMs, worker: event.worker, elapsedMs, outcome: event.kind, error };
}

/**
 * The newest attempts of a job, of those that are remembered. Attempts are kept as they came and looked through when
 * somebody asks: thousands end while one is asked for.
 */
export function recordOf(ends: Ring<Timed<AttemptEnd>>, jobId: number): JobRecord {
  const attempts: AttemptView[] = [];
  let summary: JobSummary | null = null;
  let facts: readonly FactLine[] = [];
  let errorDetail = '';
  for (const end of ends.all()) {
    const { event } = end;
    if (event.jobId !== jobId) continue;
    attempts.push(attemptOf(end));
    if (event.kind === 'failed') errorDetail = event.detail;
    if (event.kind !== 'completed') continue;
    summary = event.summary;
    facts = event.facts;
    errorDetail = '';
  }
  return { attempts: attempts.slice(-KEPT_ATTEMPTS), summary, facts, errorDetail };
}
