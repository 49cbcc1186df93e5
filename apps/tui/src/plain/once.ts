import type { StatusView } from '@filigree/protocol';
import type { State } from '../ui/state.ts';
import { initialState } from '../ui/state.ts';
import { reduceMonitor } from '../model/monitor.ts';
import { headLine } from '../view/chrome.ts';
import { clipLine, line, lineText } from '../view/line.ts';
import { overviewBody } from '../view/overview.ts';

// Rows that one frame may have when nothing limits it.
const ROWS = 60;

/** A monitor that has just heard `status` and nothing else. */
export function stateOf(status: StatusView, place: string, columns: number, nowMs: number): State {
  const state = initialState({ size: { columns, rows: ROWS }, place, readOnly: true });
  const update = { status, snapshot: true, gone: [], events: [], facts: [] };
  return { ...state, monitor: reduceMonitor(state.monitor, { type: 'update', update }, nowMs) };
}

/** The overview as text, as many lines as it needs. */
export function onceText(status: StatusView, place: string, columns: number, nowMs: number): string {
  const state = stateOf(status, place, columns, nowMs);
  const cells = columns - 1;
  const rows = [headLine({ ...state, ui: { ...state.ui, readOnly: false } }, cells, nowMs)];
  for (const reason of status.standstill) rows.push(line(`! ${reason.text}`));
  rows.push([], ...overviewBody(state, cells, ROWS, nowMs));
  return rows.map((row) => `${lineText(clipLine(row, cells))}\n`).join('');
}
