import { isAccession } from '../model/address.ts';
import { cursorIndex } from './cursor.ts';
import { REFRESH_MS, loadedJobs, wantedPage, withQuery } from './job-pages.ts';
import { parseJobFilter } from './query.ts';
import { bodyRows } from './state.ts';
import type { Effect, State, Ui } from './state.ts';
import { step } from './actions.ts';
import type { Step } from './actions.ts';

// What must be asked of the coordinator because of what is on show. Asked again after every message, so that nothing
// that opens, moves or closes has to think of it.

/** The state with what is being asked noted in it. Nothing is asked while the coordinator is away. */
export function follow(state: State, nowMs: number): Step {
  let { ui } = state;
  const effects: Effect[] = [];
  const live = state.monitor.link.kind === 'live';

  const withLog = followLog(ui, live);
  if (withLog !== null) {
    ui = withLog;
    effects.push({ kind: 'watch-log', workerId: ui.log?.workerId ?? '' });
  }
  const withJob = followJob(ui, live, nowMs);
  if (withJob.asks) effects.push({ kind: 'get-job', jobId: withJob.ui.job?.jobId ?? 0 });
  ui = withJob.ui;
  const accession = live ? unknownAddress(ui) : null;
  if (accession !== null) {
    ui = { ...ui, address: { accession, address: null, asked: true } };
    effects.push({ kind: 'find-address', accession });
  }
  if (ui.view === 'jobs') {
    const { query } = parseJobFilter(ui.filters.jobs, ui.jobState);
    let jobs = withQuery(ui.jobs, query);
    const keys = loadedJobs(jobs).map((job) => String(job.jobId));
    const row = Math.max(0, cursorIndex(ui.cursors.jobs, keys));
    const rows = bodyRows(ui.size);
    const token = live ? wantedPage(jobs, Math.max(0, row - rows), row + rows, nowMs) : null;
    if (token !== null) {
      jobs = { ...jobs, asked: { query, token } };
      effects.push({ kind: 'list-jobs', query, token });
    }
    if (jobs !== ui.jobs) ui = { ...ui, jobs };
  }
  return step(ui === state.ui ? state : { ...state, ui }, ...effects);
}

/** The state with the log of the worker whose page is open being watched; null when it is so already. */
function followLog(ui: Ui, live: boolean): Ui | null {
  const page = ui.pages.findLast((each) => each.kind === 'worker');
  if (page === undefined) return ui.log === null ? null : { ...ui, log: null };
  const isSame = ui.log?.workerId === page.workerId;
  if (!live || (isSame && ui.log?.isOpen === true)) return null;
  return { ...ui, log: { workerId: page.workerId, lines: isSame ? (ui.log?.lines ?? []) : [], isOpen: true } };
}

/** The filing of the fact on show, where the fact came without the CIK that its address needs: the graph has it. */
function unknownAddress(ui: Ui): string | null {
  const page = ui.pages.at(-1);
  if (page?.kind !== 'fact' || page.fact.cik !== '' || !isAccession(page.fact.accession)) return null;
  return ui.address?.accession === page.fact.accession ? null : page.fact.accession;
}

function followJob(ui: Ui, live: boolean, nowMs: number): { readonly ui: Ui; readonly asks: boolean } {
  const page = ui.pages.at(-1);
  if (page?.kind !== 'job') return { ui, asks: false };
  const job =
    ui.job?.jobId === page.jobId
      ? ui.job
      : { jobId: page.jobId, detail: null, error: '', asked: false, loadedAtMs: -Infinity };
  const asks = live && !job.asked && nowMs - job.loadedAtMs >= REFRESH_MS;
  if (!asks && job === ui.job) return { ui, asks };
  return { ui: { ...ui, job: asks ? { ...job, asked: true } : job }, asks };
}
