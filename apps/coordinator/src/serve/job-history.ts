import type { Clock } from '@filigree/base';
import type { AttemptView } from '@filigree/protocol';
import type { FactLine, JobSummary, QueueEvent } from '@filigree/queue';

/** What is known of a job beyond its row, while this coordinator remembers it. */
export interface JobRecord {
  readonly attempts: readonly AttemptView[];
  readonly summary: JobSummary | null;
  readonly facts: readonly FactLine[];
  readonly errorDetail: string;
}

/** The attempts of the newest jobs to end; older ones are forgotten, so that it stays small. */
export interface JobHistory {
  add(event: QueueEvent): void;
  of(jobId: number): JobRecord;
}

const KEPT_JOBS = 5000;
const KEPT_ATTEMPTS = 20;
const NOTHING: JobRecord = { attempts: [], summary: null, facts: [], errorDetail: '' };

export function makeJobHistory(clock: Clock): JobHistory {
  const records = new Map<number, JobRecord>();
  /** The jobs of `records`, the next one to be forgotten at `next`. */
  const jobIds: number[] = [];
  let next = 0;

  const keep = (
    jobId: number,
    change: Partial<JobRecord>,
    attempt: Omit<AttemptView, 'token' | 'grantedAtMs'>,
  ): void => {
    const before = records.get(jobId) ?? NOTHING;
    const grantedAtMs = Math.round(clock.wallMs() - attempt.elapsedMs);
    const { worker, elapsedMs, outcome, error } = attempt;
    const attempts = [...before.attempts, { token: 0, grantedAtMs, worker, elapsedMs, outcome, error }];
    if (attempts.length > KEPT_ATTEMPTS) attempts.shift();
    records.set(jobId, {
      attempts,
      summary: change.summary ?? before.summary,
      facts: change.facts ?? before.facts,
      errorDetail: change.errorDetail ?? before.errorDetail,
    });
    if (before !== NOTHING) return;
    // Asking a map for its oldest key walks over all that were deleted before it; a ring knows.
    const oldest = jobIds[next];
    if (oldest !== undefined) records.delete(oldest);
    jobIds[next] = jobId;
    next = (next + 1) % KEPT_JOBS;
  };

  return {
    add(event) {
      if (event.kind === 'completed') {
        const { summary, facts, worker, leaseMs } = event;
        keep(
          event.jobId,
          { summary, facts, errorDetail: '' },
          { worker, elapsedMs: Math.round(leaseMs), outcome: 'completed', error: '' },
        );
      } else if (event.kind === 'failed') {
        const { worker, message, detail } = event;
        keep(event.jobId, { errorDetail: detail }, { worker, elapsedMs: 0, outcome: 'failed', error: message });
      } else if (event.kind === 'expired') {
        const error = event.counted ? 'the worker went silent' : 'the lease was never begun';
        keep(event.jobId, {}, { worker: event.worker, elapsedMs: 0, outcome: 'expired', error });
      }
    },
    of: (jobId) => records.get(jobId) ?? NOTHING,
  };
}
