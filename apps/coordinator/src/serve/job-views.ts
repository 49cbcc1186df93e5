import { FiligreeError } from '@filigree/base';
import type { ControlJobView, JobDetailView, JobListView, JobSelectionAsk, ListJobsAsk } from '@filigree/protocol';
import { JOB_STATES } from '@filigree/queue';
import type { JobFilter, JobState, JobView } from '@filigree/queue';
import type { Feed } from './feed.ts';
import { MAX_COUNTED_JOBS, MAX_PAGE_JOBS } from './limits.ts';
import type { QueueShell } from './queue-shell.ts';

const DEFAULT_LIMIT = 100;
const ROWS_A_TURN = 1000;

function readState(state: string): JobState | undefined {
  if (state === '') return undefined;
  const found = JOB_STATES.find((known) => known === state);
  if (found === undefined) {
    throw new FiligreeError('USAGE', `state is '${state}', expected ${JOB_STATES.join(', ')}`, {
      remedy: 'give one of them',
    });
  }
  return found;
}

export function controlJob(job: JobView): ControlJobView {
  return {
    jobId: job.jobId,
    accession: job.accession,
    path: job.path,
    state: job.state,
    form: job.form,
    filed: job.filed,
    company: job.company,
    sizeBytes: job.sizeBytes,
    mode: job.mode,
    attempts: job.grants,
    failures: job.failures,
    losses: job.losses,
    worker: job.worker,
    error: job.message,
    notBeforeMs: Math.round(job.backoffMs),
    priority: job.priority,
    runId: job.runId,
  };
}

function containsText(job: JobView, text: string): boolean {
  const wanted = text.toLowerCase();
  return [job.accession, job.path, job.company, job.message].some((field) => field.toLowerCase().includes(wanted));
}

function filterOf(ask: ListJobsAsk): JobFilter {
  const state = readState(ask.state);
  return {
    ...(state !== undefined && { states: [state] }),
    ...(ask.runId !== '' && { runId: ask.runId }),
    ...(ask.form !== '' && { form: ask.form }),
    ...(ask.company !== '' && { company: ask.company }),
  };
}

/** A page of jobs, and how many match in all. Gives the event loop back between slices of the table. */
export async function listJobs(queue: QueueShell, ask: ListJobsAsk): Promise<JobListView> {
  const filter = filterOf(ask);
  const limit = ask.limit === 0 ? DEFAULT_LIMIT : Math.min(MAX_PAGE_JOBS, ask.limit);
  const jobs: ControlJobView[] = [];
  let cursor: number | null = ask.page === 0 ? null : ask.page;
  let nextPage = 0;
  let total = 0;
  do {
    const from: number | null = cursor;
    // A page's own rows are taken a few at a time, so that the cursor stands exactly behind the last of them.
    const wanted = jobs.length < limit ? limit - jobs.length : ROWS_A_TURN;
    const page = queue.look((dispatcher, nowMs) => dispatcher.jobs(filter, from, wanted, nowMs));
    const isOpen = jobs.length < limit;
    const matching = ask.text === '' ? page.jobs : page.jobs.filter((job) => containsText(job, ask.text));
    total += matching.length;
    if (isOpen) {
      jobs.push(...matching.map(controlJob));
      if (jobs.length >= limit) nextPage = page.nextCursor ?? 0;
    }
    cursor = page.nextCursor;
    await new Promise((resolve) => setImmediate(resolve));
  } while (cursor !== null && total < MAX_COUNTED_JOBS);
  return { jobs, nextPage, total };
}

/** One job with what is remembered of it. Throws NOT_FOUND. */
export function jobDetail(
  queue: QueueShell,
  feed: Pick<Feed, 'record'>,
  ask: { readonly jobId: number; readonly accession: string },
): JobDetailView {
  const job = queue.look((dispatcher, nowMs) => {
    if (ask.jobId !== 0) return dispatcher.job(ask.jobId, nowMs);
    return dispatcher.jobs({ accession: ask.accession }, null, 1, nowMs).jobs[0] ?? null;
  });
  if (job === null) {
    const what = ask.jobId === 0 ? `filing ${ask.accession}` : `job ${String(ask.jobId)}`;
    throw new FiligreeError('NOT_FOUND', `${what} is not in the queue`, { remedy: 'coordinator jobs lists them' });
  }
  const record = feed.record(job.jobId);
  const running =
    job.state === 'processing'
      ? [{ token: job.token, worker: job.worker, grantedAtMs: 0, elapsedMs: 0, outcome: 'running', error: '' }]
      : [];
  return {
    job: controlJob(job),
    attempts: [...record.attempts, ...running],
    summary: record.summary,
    facts: record.facts,
    errorDetail: record.errorDetail,
  };
}

/** What a selection means, checked against the states that the command may change. */
export function selectionFilter(selection: JobSelectionAsk, allowed: readonly JobState[]): JobFilter {
  const state = readState(selection.state);
  if (state !== undefined && !allowed.includes(state)) {
    throw new FiligreeError('USAGE', `state is '${state}', expected ${allowed.join(' or ')}`, {
      remedy: 'give one of them',
    });
  }
  if (selection.jobIds.length === 0 && state === undefined && selection.runId === '') {
    throw new FiligreeError('USAGE', 'no job is named', { remedy: 'give job numbers, a state or a run' });
  }
  return {
    states: state === undefined ? allowed : [state],
    ...(selection.jobIds.length > 0 && { jobIds: selection.jobIds }),
    ...(selection.runId !== '' && { runId: selection.runId }),
  };
}

/** Throws NOT_FOUND or WRONG_STATE unless every named job is there and in one of the states. */
export function requireStates(queue: QueueShell, jobIds: readonly number[], allowed: readonly JobState[]): void {
  for (const jobId of jobIds) {
    const job = queue.look((dispatcher, nowMs) => dispatcher.job(jobId, nowMs));
    if (job === null)
      throw new FiligreeError('NOT_FOUND', `job ${String(jobId)} is not in the queue`, {
        remedy: 'coordinator jobs lists them',
      });
    if (!allowed.includes(job.state)) {
      throw new FiligreeError('WRONG_STATE', `job ${String(jobId)} is ${job.state}, expected ${allowed.join(' or ')}`, {
        remedy: `coordinator job ${String(jobId)} shows it`,
      });
    }
  }
}
