import { formatCount } from '@filigree/cli';
import type { State, ViewId } from '../ui/state.ts';
import { listOnShow, VIEWS } from '../ui/state.ts';
import { KEYS, bindingHolds } from '../ui/keys.ts';
import type { Binding } from '../ui/keys.ts';
import { listCounts } from '../ui/lists.ts';
import { parseJobFilter } from '../ui/query.ts';
import { scopesOf } from '../ui/update.ts';
import { formatShort } from '../text/numbers.ts';
import { BLANK, clipLine, line, lineWidth, span, spread } from './line.ts';
import type { Line, Span } from './line.ts';

// What stands around every view: head, tabs, the line below them, and the foot.

const NAMES: Readonly<Record<ViewId, string>> = {
  overview: 'Overview',
  workers: 'Workers',
  jobs: 'Jobs',
  events: 'Events',
  facts: 'Facts',
};

/** A coordinator that says nothing for this long hangs: it speaks once a second even when nothing changes. */
const SILENT_MS = 5000;

function linkSpan({ monitor }: State, nowMs: number): Span {
  const silentMs = nowMs - monitor.heardAtMs;
  switch (monitor.link.kind) {
    case 'live':
      if (silentMs > SILENT_MS) return span(`! silent for ${formatShort(silentMs)}`, { colour: 'yellow', bold: true });
      return span('● live', { colour: 'green' });
    case 'connecting':
      return span('… connecting', { colour: 'yellow' });
    case 'lost':
      return span('✗ disconnected', { colour: 'red', bold: true });
  }
}

/** Name, address and connection at the left; the coordinator's life at the right. */
export function headLine(state: State, cells: number, nowMs: number): Line {
  const { monitor, ui } = state;
  const left: Span[] = [span('Filigree ', { bold: true }), span(`${ui.place} `), linkSpan(state, nowMs)];
  if (monitor.status?.queue.paused === true) left.push(span(' = paused', { colour: 'yellow', bold: true }));
  if (monitor.status?.queue.draining === true) left.push(span(' ↓ shutting down', { colour: 'yellow', bold: true }));
  if (ui.readOnly) left.push(span(' read-only', { colour: 'cyan' }));
  if (monitor.status === null) return clipLine(left, cells);
  const up = formatShort(monitor.status.uptimeMs + nowMs - monitor.heardAtMs);
  const version = monitor.status.version === '' ? '' : ` · ${monitor.status.version}`;
  return spread(left, line(`epoch ${String(monitor.status.epoch)} · up ${up}${version}`, { dim: true }), cells);
}

function tabCount({ monitor }: State, view: ViewId): number | null {
  switch (view) {
    case 'workers':
      return monitor.workers.size;
    case 'facts':
      return monitor.facts.length;
    case 'events':
      return monitor.events.length;
    default:
      return null;
  }
}

/** The views; the one on show stands in brackets. */
export function tabsLine(state: State, cells: number): Line {
  const shapes = [
    (view: ViewId, place: number) => {
      const count = tabCount(state, view);
      return `${String(place)} ${NAMES[view]}${count === null ? '' : ` ${formatCount(count)}`}`;
    },
    (view: ViewId, place: number) => `${String(place)} ${NAMES[view]}`,
    (view: ViewId, place: number) => (view === state.ui.view ? `${String(place)} ${NAMES[view]}` : String(place)),
  ];
  let tabs: Line = BLANK;
  for (const shape of shapes) {
    tabs = VIEWS.flatMap((view, index) => {
      const name = shape(view, index + 1);
      return [
        view === state.ui.view
          ? span(`[${name}]`, { bold: true, colour: 'cyan' })
          : span(` ${name} `, { dim: state.ui.pages.length > 0 }),
      ];
    });
    if (lineWidth(tabs) <= cells) break;
  }
  return clipLine(tabs, cells);
}

/** What is wrong, where something is; else a rule. */
export function bannerLine(state: State, cells: number, nowMs: number): Line {
  const { link, status } = state.monitor;
  if (link.kind === 'lost') {
    const wait = formatShort(Math.ceil(Math.max(0, link.retryAtMs - nowMs) / 100) * 100);
    return clipLine(
      [
        span(`✗ connection lost, attempt ${String(link.attempt)} in ${wait}: `, { colour: 'red', bold: true }),
        span(link.reason, { colour: 'red' }),
      ],
      cells,
    );
  }
  if (link.kind === 'connecting' && link.attempt > 1) {
    const text = `… reconnecting, attempt ${String(link.attempt)}${link.reason === '' ? '' : `: ${link.reason}`}`;
    return clipLine(line(text, { colour: 'yellow', bold: true }), cells);
  }
  const [reason] = status?.standstill ?? [];
  if (reason !== undefined) return clipLine(line(`! ${reason.text}`, { colour: 'yellow', bold: true }), cells);
  return line('─'.repeat(cells), { dim: true });
}

/** A question, a filter being typed, a notice, or the keys that matter here. */
export function footLine(state: State, cells: number): Line {
  const { ui } = state;
  if (ui.ask !== null) {
    return clipLine(
      [span(`${ui.ask.text} `, { bold: true, colour: 'yellow' }), span('y yes, any other key no')],
      cells,
    );
  }
  const list = listOnShow(ui);
  const filter = list === null ? '' : ui.filters[list];
  if (list !== null && (ui.typing || filter !== '')) {
    const { shown, all } = listCounts(state, list);
    const problem = list === 'jobs' ? parseJobFilter(filter, ui.jobState).problem : '';
    const count = `${formatCount(shown)} of ${formatCount(all)} match`;
    const right = problem === '' ? line(count, { colour: 'cyan' }) : line(problem, { colour: 'red' });
    const left = [span('/', { bold: true }), span(filter), span(ui.typing ? '█' : '', { colour: 'cyan' })];
    return ui.notice === null || ui.typing ? spread(left, right, cells) : noticeLine(ui.notice, cells);
  }
  return ui.notice === null ? hintsLine(state, cells) : noticeLine(ui.notice, cells);
}

function noticeLine(notice: { readonly text: string; readonly bad: boolean }, cells: number): Line {
  const mark = notice.bad ? '✗' : '✓';
  return clipLine(line(`${mark} ${notice.text}`, { colour: notice.bad ? 'red' : 'green' }), cells);
}

function hintsLine(state: State, cells: number): Line {
  const scopes = scopesOf(state.ui);
  const spans: Span[] = [];
  let used = 0;
  if (state.ui.pages.length > 0) {
    spans.push(span('esc', { bold: true }), span(' back  ', { dim: true }));
    used += 10;
  }
  // The help first, then what is special here, then what holds everywhere: the last are left out where it is narrow.
  const rank = (binding: Binding): number =>
    binding.action === 'help' ? 0 : binding.scopes.includes('everywhere') ? 2 : 1;
  for (const binding of [...KEYS].sort((a, b) => rank(a) - rank(b))) {
    if (binding.hint === '' || !bindingHolds(binding, scopes) || (binding.changes && state.ui.readOnly)) continue;
    const paused = state.monitor.status?.queue.paused === true;
    const hint = binding.action === 'pause' && paused ? 'resume' : binding.hint;
    const width = binding.label.length + hint.length + 3;
    if (used + width > cells) break;
    spans.push(span(binding.label, { bold: true }), span(` ${hint}  `, { dim: true }));
    used += width;
  }
  return spans;
}
