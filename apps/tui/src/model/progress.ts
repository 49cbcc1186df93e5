import type { JobCounts, RunStatusView, StatusView } from '@filigree/protocol';

/** The states of a job, in the order of its life. */
export const JOB_STATES = [
  'pending',
  'processing',
  'completed',
  'failed',
  'cancelled',
] as const satisfies readonly (keyof JobCounts)[];

/** How far what is going on is. */
export interface RunProgress {
  /** The runs it is about: all that have not ended, else the newest. */
  readonly runs: readonly RunStatusView[];
  readonly jobs: JobCounts;
  readonly total: number;
  /** Completed, failed and cancelled. */
  readonly ended: number;
  readonly active: boolean;
  readonly elapsedMs: number;
}

export function totalJobs(jobs: JobCounts): number {
  return jobs.pending + jobs.processing + jobs.completed + jobs.failed + jobs.cancelled;
}

/** The runs that have not ended, taken together; the newest run when all have; null before the first. */
export function runProgress(status: StatusView): RunProgress | null {
  const open = status.runs.filter((run) => !run.ended);
  const runs = open.length > 0 ? open : status.runs.slice(0, 1);
  if (runs.length === 0) return null;
  const sum = (pick: (jobs: JobCounts) => number): number => runs.reduce((total, run) => total + pick(run.jobs), 0);
  const jobs: JobCounts = {
    pending: sum((of) => of.pending),
    processing: sum((of) => of.processing),
    completed: sum((of) => of.completed),
    failed: sum((of) => of.failed),
    cancelled: sum((of) => of.cancelled),
  };
  return {
    runs,
    jobs,
    total: totalJobs(jobs),
    ended: jobs.completed + jobs.failed + jobs.cancelled,
    active: open.length > 0,
    elapsedMs: runs.reduce((most, run) => Math.max(most, run.elapsedMs), 0),
  };
}
