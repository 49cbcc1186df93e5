import { fit } from '@filigree/base';
import type { CurrentJobView } from '@filigree/protocol';
import { formatCount } from '@filigree/cli';
import type { State } from '../ui/state.ts';
import { formatShort, formatTimeOfDay } from '../text/numbers.ts';
import { eventText } from '../model/event-text.ts';
import { eventGlyph } from './glyphs.ts';
import { line, span } from './line.ts';
import type { Line } from './line.ts';
import { stageText } from './workers.ts';

/** A filing in somebody's hands. */
interface InHand {
  readonly workerId: string;
  readonly job: CurrentJobView;
  readonly elapsedMs: number;
}

function inHand(state: State, nowMs: number): InHand[] {
  return [...state.monitor.workers.values()]
    .flatMap(({ worker, atMs }) =>
      worker.current.map((job) => ({ workerId: worker.id, job, elapsedMs: job.elapsedMs + Math.max(0, nowMs - atMs) })),
    )
    .sort((a, b) => b.elapsedMs - a.elapsedMs);
}

/** The workers in one line, and the filings they have had longest; at most `rows` lines. */
export function busyLines(state: State, cells: number, rows: number, nowMs: number): Line[] {
  const workers = [...state.monitor.workers.values()].map((heard) => heard.worker);
  const slots = workers.reduce((sum, worker) => sum + worker.slots, 0);
  const busy = workers.reduce((sum, worker) => sum + worker.busy, 0);
  const draining = workers.filter((worker) => worker.draining).length;
  const gone = workers.filter((worker) => !worker.connected).length;
  const parts = [`${formatCount(busy)} of ${formatCount(slots)} slots busy`];
  if (draining > 0) parts.push(`${formatCount(draining)} draining`);
  if (gone > 0) parts.push(`${formatCount(gone)} gone`);
  const title: Line = [
    span(`Workers ${formatCount(workers.length)}`, { bold: true }),
    span(workers.length === 0 ? '  none; start one with: worker connect' : `  ${parts.join(', ')}`, { dim: true }),
  ];
  const width = Math.max(8, Math.min(24, Math.floor(cells / 4)));
  const filings = inHand(state, nowMs).slice(0, Math.max(0, rows - 1));
  return [
    title,
    ...filings.map(({ workerId, job, elapsedMs }) => [
      span('◐ ', { colour: 'yellow' }),
      span(`${fit(workerId, width)} `),
      span(`${fit(stageText(job.stage), 10)} ${fit(formatShort(elapsedMs), 6, 'right')} `, { dim: true }),
      span(`${fit(job.form, 7)} `),
      span(job.company === '' ? job.accession : job.company),
    ]),
  ];
}

const QUIET: ReadonlySet<string> = new Set(['completed', 'log']);

/** What happened last, apart from filings that simply went well; at most `rows` lines. */
export function recentLines(state: State, rows: number): Line[] {
  const lines: Line[] = [];
  const { events } = state.monitor;
  for (let index = events.length - 1; index >= 0 && lines.length < rows - 1; index--) {
    const event = events[index]!.value;
    if (QUIET.has(event.kind)) continue;
    const glyph = eventGlyph(event.kind);
    lines.push([
      span(`${formatTimeOfDay(event.atMs)} `, { dim: true }),
      span(`${glyph.mark} ${event.kind.replace('_', ' ')} `, { colour: glyph.colour }),
      span(eventText(event)),
    ]);
  }
  return lines.length === 0 ? [] : [line('Recent', { bold: true }), ...lines];
}
