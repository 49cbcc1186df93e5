import type { ControlJobView, JobListView } from '@filigree/protocol';
import type { JobQuery } from './query.ts';
import { sameQuery } from './query.ts';

/** Jobs asked for at once. */
export const PAGE_JOBS = 200;
/** A page on show is asked for again after this long. */
export const REFRESH_MS = 1000;

/** A page of jobs as the coordinator gave it. */
export interface JobPage {
  readonly token: number;
  readonly next: number;
  readonly jobs: readonly ControlJobView[];
  readonly loadedAtMs: number;
}

/** The part of the list of jobs that has been fetched: pages from the newest job on, each beginning where the last ended. */
export interface JobPages {
  readonly query: JobQuery;
  readonly pages: readonly JobPage[];
  /** Jobs that match in all. */
  readonly total: number;
  /** The page that is being fetched; null when none is. */
  readonly asked: { readonly query: JobQuery; readonly token: number } | null;
  /** Why the last answer did not come; empty when it did. */
  readonly error: string;
  readonly failedAtMs: number;
}

const ANY: JobQuery = { state: '', form: '', company: '', text: '', runId: '' };

export const NO_PAGES: JobPages = { query: ANY, pages: [], total: 0, asked: null, error: '', failedAtMs: 0 };

/** The jobs that were fetched, newest first, each once. */
export function loadedJobs(pages: JobPages): readonly ControlJobView[] {
  const [only] = pages.pages;
  if (only !== undefined && pages.pages.length === 1) return only.jobs;
  const jobs = new Map<number, ControlJobView>();
  for (const page of pages.pages) for (const job of page.jobs) if (!jobs.has(job.jobId)) jobs.set(job.jobId, job);
  return [...jobs.values()];
}

/** The pages as they stand before anything of `query` has come; those of the same query stay. */
export function withQuery(pages: JobPages, query: JobQuery): JobPages {
  return sameQuery(pages.query, query) ? pages : { ...NO_PAGES, query, asked: pages.asked };
}

/** The pages with an answer in place. One page that now ends elsewhere makes those after it stale: they are dropped. */
export function withAnswer(
  pages: JobPages,
  asked: { readonly query: JobQuery; readonly token: number },
  answer: JobListView,
  nowMs: number,
): JobPages {
  const idle = { ...pages, asked: null };
  if (!sameQuery(pages.query, asked.query)) return idle;
  const page: JobPage = { token: asked.token, next: answer.nextPage, jobs: answer.jobs, loadedAtMs: nowMs };
  const place = pages.pages.findIndex((known) => known.token === asked.token);
  const last = pages.pages.at(-1);
  let next: readonly JobPage[];
  if (place >= 0) {
    const after = pages.pages.slice(place + 1);
    const keep = after[0] !== undefined && after[0].token === page.next;
    next = [...pages.pages.slice(0, place), page, ...(keep ? after : [])];
  } else if (last === undefined ? asked.token === 0 : last.next === asked.token) next = [...pages.pages, page];
  else return idle;
  return { ...idle, pages: next, total: answer.total, error: '' };
}

/** The token of the page to ask for next, or null: the first, one more at the end, or one on show that is old. */
export function wantedPage(pages: JobPages, firstRow: number, lastRow: number, nowMs: number): number | null {
  if (pages.asked !== null || (pages.error !== '' && nowMs - pages.failedAtMs < REFRESH_MS)) return null;
  const last = pages.pages.at(-1);
  if (last === undefined) return 0;
  let row = 0;
  let oldest: JobPage | null = null;
  for (const page of pages.pages) {
    const shown = row <= lastRow && row + page.jobs.length >= firstRow;
    if (shown && (oldest === null || page.loadedAtMs < oldest.loadedAtMs)) oldest = page;
    row += page.jobs.length;
  }
  if (lastRow >= row && last.next !== 0) return last.next;
  return oldest !== null && nowMs - oldest.loadedAtMs >= REFRESH_MS ? oldest.token : null;
}
