import type { JobSelectionAsk } from '@filigree/protocol';
import { JOB_STATES } from '../model/progress.ts';
import { WORKER_SORTS } from '../model/workers.ts';
import { AT_TOP, cursorAt, cursorIndex } from './cursor.ts';
import type { Action } from './keys.ts';
import { eventRows, factRows, jobRows, listKeys, workerRows } from './lists.ts';
import { bodyRows, listOnShow, VIEWS } from './state.ts';
import type { Ask, Effect, Page, State, Ui } from './state.ts';

/** A state and what the shell is to do. */
export interface Step {
  readonly state: State;
  readonly effects: readonly Effect[];
}

export function step(state: State, ...effects: readonly Effect[]): Step {
  return { state, effects };
}

function withUi(state: State, change: Partial<Ui>): State {
  return { ...state, ui: { ...state.ui, ...change } };
}

/** The state with one line at the foot that goes after some seconds. */
export function notify(state: State, text: string, bad: boolean, nowMs: number): State {
  return withUi(state, { notice: { text, bad, atMs: nowMs } });
}

const ALL_STATES = ['', ...JOB_STATES] as const;

function nextOf<T>(values: readonly T[], current: T): T {
  return values[(values.indexOf(current) + 1) % values.length]!;
}

function showView(state: State, place: number): Step {
  const count = VIEWS.length;
  return step(withUi(state, { view: VIEWS[(place + count) % count]!, pages: [], typing: false }));
}

/** Does what a key means. `pageHeight` is the number of rows of the page on show. */
export function act(state: State, action: Action, pageHeight: number, nowMs: number): Step {
  const { ui } = state;
  const viewPlace = VIEWS.indexOf(ui.view);
  const screen = bodyRows(ui.size);
  switch (action) {
    case 'quit':
      return step(state, { kind: 'quit' });
    case 'help':
      return ui.pages.at(-1)?.kind === 'help' ? back(state) : step(push(state, { kind: 'help', scroll: 0 }));
    case 'back':
      return back(state);
    case 'next-view':
      return showView(state, viewPlace + 1);
    case 'previous-view':
      return showView(state, viewPlace - 1);
    case 'view-1':
    case 'view-2':
    case 'view-3':
    case 'view-4':
    case 'view-5':
      return showView(state, Number(action.slice(-1)) - 1);
    case 'pause':
      return step(withUi(state, { ask: pauseQuestion(state) }));
    case 'up':
      return step(move(state, -1, pageHeight));
    case 'down':
      return step(move(state, 1, pageHeight));
    case 'page-up':
      return step(move(state, -screen, pageHeight));
    case 'page-down':
      return step(move(state, screen, pageHeight));
    case 'top':
      return step(move(state, -Infinity, pageHeight));
    case 'bottom':
      return step(move(state, Infinity, pageHeight));
    case 'open':
      return step(open(state, nowMs));
    case 'filter':
      return step(withUi(state, { typing: true }));
    case 'sort':
      return step(withUi(state, { workerSort: nextOf(WORKER_SORTS, ui.workerSort) }));
    case 'reverse':
      return step(withUi(state, { workersReversed: !ui.workersReversed }));
    case 'state':
      return step(
        withUi(state, {
          jobState: nextOf<string>(ALL_STATES, ui.jobState),
          cursors: { ...ui.cursors, jobs: AT_TOP },
        }),
      );
    case 'drain':
      return drain(state, nowMs);
    case 'retry':
    case 'cancel':
      return changeJob(state, action, nowMs);
  }
}

function back(state: State): Step {
  const { ui } = state;
  if (ui.pages.length > 0) return step(withUi(state, { pages: ui.pages.slice(0, -1) }));
  const list = listOnShow(ui);
  if (list === null) return step(state);
  const jobState = list === 'jobs' && ui.filters.jobs === '' ? '' : ui.jobState;
  return step(withUi(state, { filters: { ...ui.filters, [list]: '' }, jobState }));
}

function push(state: State, page: Page): State {
  return withUi(state, { pages: [...state.ui.pages, page] });
}

function pauseQuestion(state: State): Ask {
  return state.monitor.status?.queue.paused === true
    ? { text: 'Grant filings again?', effect: { kind: 'resume' } }
    : { text: 'Pause granting? Running filings go on.', effect: { kind: 'pause' } };
}

/** Moves the selection of a list, or the first visible row of a page. */
function move(state: State, rows: number, pageHeight: number): State {
  const { ui } = state;
  const page = ui.pages.at(-1);
  if (page !== undefined) {
    const most = Math.max(0, pageHeight - bodyRows(ui.size));
    const scroll = Math.max(0, Math.min(Math.min(page.scroll, most) + rows, most));
    return withUi(state, { pages: [...ui.pages.slice(0, -1), { ...page, scroll }] });
  }
  const list = listOnShow(ui);
  if (list === null) return state;
  const keys = listKeys(state, list);
  const cursor = cursorAt(keys, cursorIndex(ui.cursors[list], keys) + rows);
  return withUi(state, { cursors: { ...ui.cursors, [list]: cursor } });
}

function open(state: State, nowMs: number): State {
  const { ui } = state;
  const list = listOnShow(ui);
  if (list === null) return state;
  const index = cursorIndex(ui.cursors[list], listKeys(state, list));
  if (index < 0) return state;
  switch (list) {
    case 'workers': {
      const heard = workerRows(state)[index]!;
      return push(state, { kind: 'worker', life: heard.worker.life, workerId: heard.worker.id, scroll: 0 });
    }
    case 'jobs':
      return push(state, { kind: 'job', jobId: jobRows(state)[index]!.jobId, scroll: 0 });
    case 'facts':
      return push(state, { kind: 'fact', fact: factRows(state)[index]!.value, scroll: 0 });
    case 'events': {
      const event = eventRows(state)[index]!.value;
      if (event.jobId !== 0) return push(state, { kind: 'job', jobId: event.jobId, scroll: 0 });
      const heard = [...state.monitor.workers.values()].find(({ worker }) => worker.id === event.worker);
      if (heard === undefined) return notify(state, 'this event has neither a job nor a worker to show', false, nowMs);
      return push(state, { kind: 'worker', life: heard.worker.life, workerId: heard.worker.id, scroll: 0 });
    }
  }
}

/** The worker that a key is about: the one whose page is open, else the selected one. */
function workerInHand(state: State): string | null {
  const page = state.ui.pages.at(-1);
  if (page !== undefined) return page.kind === 'worker' ? page.workerId : null;
  const rows = workerRows(state);
  return (
    rows[
      cursorIndex(
        state.ui.cursors.workers,
        rows.map((heard) => heard.worker.life),
      )
    ]?.worker.id ?? null
  );
}

function drain(state: State, nowMs: number): Step {
  const workerId = workerInHand(state);
  if (workerId === null) return step(notify(state, 'no worker is selected', true, nowMs));
  const text = `Drain ${workerId}? It finishes what it holds and leaves.`;
  return step(withUi(state, { ask: { text, effect: { kind: 'drain', workerId } } }));
}

/** The job that a key is about, with its state where that is known. */
function jobInHand(state: State): { readonly jobId: number; readonly state: string; readonly name: string } | null {
  const { ui } = state;
  const page = ui.pages.at(-1);
  if (page !== undefined) {
    if (page.kind !== 'job') return null;
    const job = ui.job?.jobId === page.jobId ? ui.job.detail?.job : undefined;
    return { jobId: page.jobId, state: job?.state ?? '', name: job?.accession ?? `job ${String(page.jobId)}` };
  }
  const rows = jobRows(state);
  const keys = rows.map((job) => String(job.jobId));
  const job = rows[cursorIndex(ui.cursors.jobs, keys)];
  return job === undefined ? null : { jobId: job.jobId, state: job.state, name: job.accession };
}

const WRONG_STATE = {
  retry: { states: ['failed', 'cancelled'], text: 'only failed and cancelled jobs can be retried' },
  cancel: { states: ['pending', 'processing'], text: 'only pending and running jobs can be cancelled' },
} as const;

function changeJob(state: State, action: 'retry' | 'cancel', nowMs: number): Step {
  const job = jobInHand(state);
  if (job === null) return step(notify(state, 'no job is selected', true, nowMs));
  const rule = WRONG_STATE[action];
  if (job.state !== '' && !(rule.states as readonly string[]).includes(job.state)) {
    return step(notify(state, `${job.name} is ${job.state}: ${rule.text}`, true, nowMs));
  }
  const selection: JobSelectionAsk = { jobIds: [job.jobId], state: '', runId: '' };
  if (action === 'retry') return step(state, { kind: 'retry', selection });
  return step(withUi(state, { ask: { text: `Cancel ${job.name}?`, effect: { kind: 'cancel', selection } } }));
}
