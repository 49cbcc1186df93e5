import { wrap } from '@filigree/base';
import type { Size, State } from '../ui/state.ts';
import { bodyRows } from '../ui/state.ts';
import { formatPercent, formatRate } from '../text/numbers.ts';
import { runProgress } from '../model/progress.ts';
import { bannerLine, footLine, headLine, tabsLine } from './chrome.ts';
import { eventsBody } from './events.ts';
import { factsBody } from './facts.ts';
import { jobsBody } from './jobs.ts';
import { BLANK, clipLine, line } from './line.ts';
import type { Line } from './line.ts';
import { overviewBody } from './overview.ts';
import { pageLines, pageTitle } from './pages.ts';
import { workersBody } from './workers.ts';

/** Below this there is room for a word only. */
export const SMALLEST: Size = { columns: 30, rows: 10 };

/**
 * The screen as lines: a function of state, size and time (monotonic milliseconds), and of nothing else. Never more than
 * `rows - 1` lines (one more would make a terminal scroll) of at most `columns - 1` cells (the last one wraps).
 */
export function frame(state: State, nowMs: number): Line[] {
  const { size } = state.ui;
  const cells = Math.max(1, size.columns - 1);
  const rows = Math.max(1, size.rows - 1);
  if (size.columns < SMALLEST.columns || size.rows < SMALLEST.rows) return tiny(state, cells, rows);
  const height = bodyRows(size) + 1;
  const body = bodyLines(state, cells, height, nowMs).slice(0, height);
  while (body.length < height) body.push(BLANK);
  return [
    headLine(state, cells, nowMs),
    tabsLine(state, cells),
    bannerLine(state, cells, nowMs),
    ...body,
    footLine(state, cells),
  ].map((row) => clipLine(row, cells));
}

/** How many rows the page on show has in all; 0 when none is. */
export function pageRows(state: State, nowMs: number): number {
  return state.ui.pages.length === 0 ? 0 : pageLines(state, Math.max(1, state.ui.size.columns - 1), nowMs).length;
}

function bodyLines(state: State, cells: number, height: number, nowMs: number): Line[] {
  const page = state.ui.pages.at(-1);
  if (page !== undefined) {
    const lines = pageLines(state, cells, nowMs);
    const top = Math.max(0, Math.min(page.scroll, lines.length - (height - 1)));
    const more =
      lines.length > height - 1
        ? `  ${String(top + 1)}-${String(Math.min(lines.length, top + height - 1))} of ${String(lines.length)}`
        : '';
    return [line(`${pageTitle(page)}${more}`, { bold: true }), ...lines.slice(top, top + height - 1)];
  }
  if (state.monitor.status === null) return waiting(state, cells);
  switch (state.ui.view) {
    case 'overview':
      return overviewBody(state, cells, height, nowMs);
    case 'workers':
      return workersBody(state, cells, height - 1, nowMs);
    case 'jobs':
      return jobsBody(state, cells, height - 1);
    case 'events':
      return eventsBody(state, cells, height - 1);
    case 'facts':
      return factsBody(state, cells, height - 1);
  }
}

/** Before the first word of the coordinator. */
function waiting({ monitor, ui }: State, cells: number): Line[] {
  const { link } = monitor;
  if (link.kind === 'live' || (link.kind === 'connecting' && link.attempt <= 1)) {
    return [BLANK, line(`… connecting to ${ui.place}`, { colour: 'yellow' })];
  }
  return [
    BLANK,
    line(`✗ no coordinator answers at ${ui.place} yet`, { colour: 'red', bold: true }),
    ...wrap(link.reason, cells - 2).map((text) => line(`  ${text}`)),
    BLANK,
    ...wrap('Start one with: coordinator serve --filings DIR, or give --coordinator HOST:PORT.', cells).map((text) =>
      line(text, { dim: true }),
    ),
    line('The monitor keeps trying.', { dim: true }),
  ];
}

function tiny({ monitor }: State, cells: number, rows: number): Line[] {
  const progress = monitor.status === null ? null : runProgress(monitor.status);
  const words =
    monitor.link.kind === 'lost'
      ? 'disconnected'
      : progress === null
        ? 'no run'
        : `${formatPercent(progress.ended, progress.total)} ${formatRate(monitor.status?.queue.ratePerSecond ?? 0)}`;
  const need = `${String(SMALLEST.columns)}x${String(SMALLEST.rows)}`;
  return [line(words), line(`too small, needs ${need}`)].slice(0, rows).map((row) => clipLine(row, cells));
}
