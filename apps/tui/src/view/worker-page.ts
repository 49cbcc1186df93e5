import { fit } from '@filigree/base';
import { formatBytes, formatCount } from '@filigree/cli';
import { beatAgeMs } from '../model/workers.ts';
import type { Page, State } from '../ui/state.ts';
import { formatLatency, formatShort, formatTimeOfDay } from '../text/numbers.ts';
import { eventGlyph } from './glyphs.ts';
import { BLANK, line, span } from './line.ts';
import type { Line } from './line.ts';
import { stageText, workerState } from './workers.ts';

function field(label: string, text: string): Line {
  return [span(label.padEnd(11), { dim: true }), span(text === '' ? '-' : text)];
}

/** One worker: how it is, what it holds, what it did, what it says. */
export function workerPage(state: State, page: Extract<Page, { kind: 'worker' }>, nowMs: number): Line[] {
  const heard = state.monitor.workers.get(page.life);
  const { log } = state.ui;
  const finished = state.monitor.finished.get(page.workerId) ?? [];
  const lines: Line[] = [];
  if (heard === undefined) lines.push(line('✗ this worker is gone', { colour: 'red', bold: true }));
  else {
    const { worker, atMs } = heard;
    const how = workerState(worker);
    lines.push(
      [
        span(`${how.mark} ${how.word}`, { colour: how.colour, bold: true }),
        span(`  ${String(worker.busy)} of ${String(worker.slots)} slots busy`),
        span(`, ${formatCount(worker.completed)} done`),
        span(`, ${formatCount(worker.failed)} failed`, worker.failed > 0 ? { colour: 'red' } : {}),
      ],
      field('host', `${worker.host}, version ${worker.version === '' ? '-' : worker.version}`),
      field('model', worker.model === '' ? 'none' : worker.model),
      field('beat', `${formatShort(beatAgeMs(heard, nowMs))} ago, event loop ${formatLatency(worker.loopLagMs)} late`),
      field('uses', `${formatBytes(worker.rssBytes)} of memory, ${String(Math.round(worker.cpu * 100))}% of a core`),
      BLANK,
      line('Filings in hand', { bold: true }),
    );
    if (worker.current.length === 0) lines.push(line('  none', { dim: true }));
    for (const job of worker.current) {
      const elapsed = formatShort(job.elapsedMs + Math.max(0, nowMs - atMs));
      lines.push([
        span('◐ ', { colour: 'yellow' }),
        span(`${fit(stageText(job.stage), 10)} ${fit(elapsed, 6, 'right')} `, { dim: true }),
        span(`${fit(job.form, 7)} ${job.accession} `),
        span(job.company),
      ]);
    }
  }
  lines.push(BLANK, line('Its last filings', { bold: true }));
  if (finished.length === 0) lines.push(line('  none since the monitor began', { dim: true }));
  for (const event of finished) {
    const glyph = eventGlyph(event.kind);
    lines.push([
      span(`${formatTimeOfDay(event.atMs)} `, { dim: true }),
      span(`${glyph.mark} ${event.kind} `, { colour: glyph.colour }),
      span(`${event.accession} `),
      span(event.text),
    ]);
  }
  lines.push(BLANK, line('Its log', { bold: true }));
  const said = log?.workerId === page.workerId ? log.lines : [];
  if (said.length === 0) lines.push(line('  nothing since this page was opened', { dim: true }));
  for (const event of said) {
    lines.push([span(`${formatTimeOfDay(event.atMs)} `, { dim: true }), span(event.text)]);
  }
  return lines;
}
