import fc from 'fast-check';
import type { ControlJobView, JobListView } from '@filigree/protocol';
import { NO_PAGES, REFRESH_MS, loadedJobs, wantedPage, withAnswer, withQuery } from '../src/ui/job-pages.ts';
import type { JobPages } from '../src/ui/job-pages.ts';
import type { JobQuery } from '../src/ui/query.ts';
import { job } from './builders.ts';

const ANY: JobQuery = { state: '', form: '', company: '', text: '', runId: '' };

/** Pages as a coordinator makes them: newest first, `token` is the job before which a page begins. */
function list(jobs: readonly ControlJobView[], token: number, limit: number): JobListView {
  const rest = [...jobs].sort((a, b) => b.jobId - a.jobId).filter((one) => token === 0 || one.jobId < token);
  const page = rest.slice(0, limit);
  return { jobs: page, nextPage: rest.length > limit ? page.at(-1)!.jobId : 0, total: jobs.length };
}

function jobsTo(count: number): ControlJobView[] {
  return Array.from({ length: count }, (_, index) => job(index + 1));
}

/** Fetches what is wanted for these rows until nothing is. */
function settle(
  pages: JobPages,
  jobs: readonly ControlJobView[],
  firstRow: number,
  lastRow: number,
  nowMs: number,
): JobPages {
  let current = pages;
  for (let round = 0; round < 100; round++) {
    const token = wantedPage(current, firstRow, lastRow, nowMs);
    if (token === null) return current;
    const asked = { query: current.query, token };
    current = withAnswer({ ...current, asked }, asked, list(jobs, token, 10), nowMs);
  }
  throw new Error('it never settles');
}

describe('the list of jobs', () => {
  it('fetches as far as is looked at, and no page more', () => {
    const pages = settle(NO_PAGES, jobsTo(100), 0, 25, 0);
    expect(pages.pages).toHaveLength(3);
    expect(loadedJobs(pages).map((one) => one.jobId)).toEqual(Array.from({ length: 30 }, (_, index) => 100 - index));
    expect(pages.total).toBe(100);
  });

  it('shows the same rows as the coordinator has, after any changes, once it has settled', () => {
    const change = fc.record({ add: fc.nat(30), row: fc.nat(60) });
    fc.assert(
      fc.property(fc.array(change, { maxLength: 8 }), (changes) => {
        let count = 20;
        let nowMs = 0;
        let pages = settle(NO_PAGES, jobsTo(count), 0, 9, nowMs);
        for (const { add, row } of changes) {
          count += add;
          // Two refreshes: the first may find that pages behind it have moved.
          for (let round = 0; round < 8; round++) {
            nowMs += REFRESH_MS;
            pages = settle(pages, jobsTo(count), 0, row, nowMs);
          }
          const truth = list(jobsTo(count), 0, 1000).jobs.map((one) => one.jobId);
          const shown = loadedJobs(pages).map((one) => one.jobId);
          expect(shown).toEqual(truth.slice(0, shown.length));
          expect(shown.length).toBeGreaterThanOrEqual(Math.min(truth.length, row + 1));
        }
      }),
      { numRuns: 50 },
    );
  });

  it('takes no answer to a question that is no longer asked', () => {
    const other: JobQuery = { ...ANY, state: 'failed' };
    const asked = { query: ANY, token: 0 };
    const pages = withQuery({ ...NO_PAGES, asked }, other);
    const after = withAnswer(pages, asked, list(jobsTo(5), 0, 10), 0);
    expect(loadedJobs(after)).toEqual([]);
    expect(after.asked).toBeNull();
    expect(wantedPage(after, 0, 10, 0)).toBe(0);
  });

  it('waits a second before it asks again after an error', () => {
    const failed: JobPages = { ...NO_PAGES, error: 'no', failedAtMs: 100 };
    expect(wantedPage(failed, 0, 10, 200)).toBeNull();
    expect(wantedPage(failed, 0, 10, 100 + REFRESH_MS)).toBe(0);
  });
});
