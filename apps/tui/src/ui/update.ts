import { reduceMonitor } from '../model/monitor.ts';
import type { Monitor } from '../model/monitor.ts';
import { act, notify, step } from './actions.ts';
import type { Step } from './actions.ts';
import { AT_TOP, refreshCursor } from './cursor.ts';
import { follow } from './follow.ts';
import { withAnswer } from './job-pages.ts';
import { findBinding } from './keys.ts';
import type { Scope } from './keys.ts';
import { listKeys } from './lists.ts';
import { listOnShow } from './state.ts';
import type { Message, State, Ui } from './state.ts';

const NOTICE_MS = 5000;
const LOG_LINES = 300;
const MOST_FILTER_LENGTH = 200;

/** Which keys mean something now. */
export function scopesOf(ui: Ui): readonly Scope[] {
  const page = ui.pages.at(-1);
  if (page?.kind === 'worker') return ['worker', 'pages', 'everywhere'];
  if (page?.kind === 'job') return ['job', 'pages', 'everywhere'];
  if (page !== undefined) return ['pages', 'everywhere'];
  switch (ui.view) {
    case 'overview':
      return ['everywhere'];
    case 'workers':
      return ['workers', 'lists', 'everywhere'];
    case 'jobs':
      return ['jobs', 'lists', 'everywhere'];
    default:
      return ['lists', 'everywhere'];
  }
}

/**
 * The state after `message` at `nowMs` (monotonic), and what the shell is to do. `pageRows` counts the rows of the page
 * on show: scrolling ends where it does.
 */
export function update(state: State, message: Message, nowMs: number, pageRows: (state: State) => number): Step {
  const { state: next, effects } = handle(state, message, nowMs, pageRows);
  const followed = follow(next, nowMs);
  return { state: followed.state, effects: [...effects, ...followed.effects] };
}

function withUi(state: State, change: Partial<Ui>): State {
  return { ...state, ui: { ...state.ui, ...change } };
}

/** Says so when the coordinator is back after it was lost. */
function withReturn(before: Monitor, state: State, nowMs: number): State {
  const { link, status } = state.monitor;
  if (before.link.kind === 'live' || link.kind !== 'live' || before.status === null || status === null) return state;
  const life =
    before.status.epoch === status.epoch ? 'the same coordinator' : `a new life, epoch ${String(status.epoch)}`;
  return notify(state, `connected again: ${life}`, false, nowMs);
}

function handle(state: State, message: Message, nowMs: number, pageRows: (state: State) => number): Step {
  const { ui } = state;
  switch (message.type) {
    case 'monitor': {
      const next = { ...state, monitor: reduceMonitor(state.monitor, message.event, nowMs) };
      // The log's stream ended with the other one.
      const closed = message.event.type === 'lost' && ui.log !== null ? { ...ui.log, isOpen: false } : ui.log;
      return step(withReturn(state.monitor, withUi(next, { log: closed }), nowMs));
    }
    case 'resize':
      return step(withUi(state, { size: message.size }));
    case 'key':
      return pressKey(state, message.name, nowMs, pageRows);
    case 'tick':
      return step(ui.notice !== null && nowMs - ui.notice.atMs > NOTICE_MS ? withUi(state, { notice: null }) : state);
    case 'jobs':
      return step(withUi(state, { jobs: withAnswer(ui.jobs, message, message.answer, nowMs) }));
    case 'jobs-failed':
      return step(withUi(state, { jobs: { ...ui.jobs, asked: null, error: message.error, failedAtMs: nowMs } }));
    case 'job':
      if (ui.job?.jobId !== message.jobId) return step(state);
      return step(
        withUi(state, {
          job: { jobId: message.jobId, detail: message.detail, error: '', asked: false, loadedAtMs: nowMs },
        }),
      );
    case 'job-failed':
      if (ui.job?.jobId !== message.jobId) return step(state);
      return step(withUi(state, { job: { ...ui.job, error: message.error, asked: false, loadedAtMs: nowMs } }));
    case 'address':
      if (ui.address?.accession !== message.accession) return step(state);
      return step(withUi(state, { address: { ...ui.address, address: message.address, asked: false } }));
    case 'log':
      if (ui.log?.workerId !== message.workerId) return step(state);
      return step(withUi(state, { log: { ...ui.log, lines: [...ui.log.lines, ...message.events].slice(-LOG_LINES) } }));
    case 'notice':
      return step(notify(state, message.text, message.bad, nowMs));
  }
}

function pressKey(state: State, name: string, nowMs: number, pageRows: (state: State) => number): Step {
  const { ui } = state;
  if (name === 'ctrl-c') return step(state, { kind: 'quit' });
  if (ui.ask !== null) return answer(state, ui.ask.effect, name, nowMs);
  if (ui.typing) return step(typeFilter(state, name));
  const binding = findBinding(name, scopesOf(ui));
  if (binding === null) return step(state);
  if (binding.changes && ui.readOnly) {
    return step(notify(state, `read-only: ${name} does nothing`, true, nowMs));
  }
  if (binding.changes && state.monitor.link.kind !== 'live') {
    return step(notify(state, `not connected: ${name} does nothing`, true, nowMs));
  }
  const keys = listOnShow(ui);
  const settled =
    keys === null
      ? state
      : withUi(state, {
          cursors: { ...ui.cursors, [keys]: refreshCursor(ui.cursors[keys], listKeys(state, keys)) },
        });
  return act(settled, binding.action, pageRows(settled), nowMs);
}

/** Only y acts; every other key takes the question away. */
function answer(state: State, effect: Parameters<typeof step>[1], name: string, nowMs: number): Step {
  const asked = withUi(state, { ask: null });
  if (name === 'y' || name === 'Y') return step(asked, effect);
  return step(notify(asked, 'nothing was changed', false, nowMs));
}

function typeFilter(state: State, name: string): State {
  const { ui } = state;
  const list = listOnShow(ui);
  if (list === null) return withUi(state, { typing: false });
  const before = ui.filters[list];
  const change = (filter: string): State =>
    withUi(state, {
      filters: { ...ui.filters, [list]: filter.slice(0, MOST_FILTER_LENGTH) },
      cursors: { ...ui.cursors, [list]: AT_TOP },
    });
  switch (name) {
    case 'enter':
      return withUi(state, { typing: false });
    case 'esc':
      return { ...change(''), ui: { ...change('').ui, typing: false } };
    case 'backspace':
      return change([...before].slice(0, -1).join(''));
    case 'ctrl-u':
      return change('');
    case 'space':
      return change(`${before} `);
    default:
      return [...name].length === 1 ? change(before + name) : state;
  }
}
