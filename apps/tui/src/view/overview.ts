import type { StatusView } from '@filigree/protocol';
import { formatBytes, formatCount, formatElapsed } from '@filigree/cli';
import type { State } from '../ui/state.ts';
import { JOB_STATES, runProgress, totalJobs } from '../model/progress.ts';
import { BUCKET_MS, BUCKETS, history, smoothRate, timeLeftMs } from '../model/throughput.ts';
import { barCells, sparkline } from '../text/bars.ts';
import { formatLatency, formatPercent, formatRate, formatShort } from '../text/numbers.ts';
import { stateGlyph } from './glyphs.ts';
import { BLANK, beside, line, lineWidth, span } from './line.ts';
import type { Line, Span, Style } from './line.ts';
import { busyLines, recentLines } from './overview-now.ts';

const TWO_COLUMNS_FROM = 70;
const LABEL = 14;

function heading(text: string, more = ''): Line {
  return [span(text, { bold: true }), span(more === '' ? '' : `  ${more}`, { dim: true })];
}

function field(label: string, value: string, style: Style = {}): Line {
  return [span(label.padEnd(LABEL), { dim: true }), span(value, style)];
}

/** The run or runs that go on, with a bar; two lines. */
function progressLines(state: State, cells: number): Line[] {
  const { status, throughput } = state.monitor;
  const progress = status === null ? null : runProgress(status);
  if (status === null || progress === null) {
    const total = status === null ? 0 : totalJobs(status.jobs);
    return total > 0
      ? [line('No run is known any more; the counts below are all there is.', { dim: true })]
      : [line('No job yet. Queue some with: coordinator submit --filings DIR', { dim: true })];
  }
  const { runs, jobs, total, ended, active } = progress;
  const name = runs.length === 1 ? `Run ${runs[0]!.runId.slice(0, 8)}` : `${String(runs.length)} runs`;
  const left = timeLeftMs(throughput, total - ended);
  const rate = smoothRate(throughput);
  const words: Span[] = [
    span(`${name} `, { bold: true }),
    span(`${formatPercent(ended, total)} `, { bold: true, colour: active ? 'cyan' : 'green' }),
    span(`${formatCount(ended)} of ${formatCount(total)}`),
  ];
  if (jobs.failed > 0) words.push(span(`, ✗ ${formatCount(jobs.failed)} failed`, { colour: 'red' }));
  // How long a run took is not known to a coordinator that began after its end.
  const took = progress.elapsedMs === 0 ? '' : ` after ${formatElapsed(progress.elapsedMs)}`;
  if (!active) words.push(span(`, ended${took}`, { colour: 'green' }));
  else if (runs.some((run) => !run.closed)) words.push(span(', still scanning', { colour: 'yellow' }));
  if (active && rate > 0) words.push(span(`, ${formatRate(rate)}`));
  if (active && left !== null) words.push(span(`, about ${formatShort(left)} left (estimate)`, { dim: true }));
  const bar = barCells({ done: ended - jobs.failed, failed: jobs.failed, total }, cells);
  return [
    words,
    [
      span('█'.repeat(bar.done), { colour: 'green' }),
      span('▓'.repeat(bar.failed), { colour: 'red' }),
      span('░'.repeat(bar.rest), { dim: true }),
    ],
  ];
}

function jobLines(status: StatusView): Line[] {
  return [
    heading('Jobs', 'all runs'),
    ...JOB_STATES.map((state) => {
      const glyph = stateGlyph(state);
      const count = status.jobs[state];
      return [
        span(`${glyph.mark} ${state.padEnd(LABEL - 2)}`, { colour: glyph.colour }),
        span(formatCount(count).padStart(9), { bold: count > 0 }),
      ];
    }),
  ];
}

function throughputLines(state: State, status: StatusView, cells: number, nowMs: number): Line[] {
  const width = Math.max(10, Math.min(BUCKETS, cells - 1));
  const values = history(state.monitor.throughput, width, nowMs);
  const minutes = ((width * BUCKET_MS) / 60_000).toFixed(1).replace('.0', '');
  // Where the monitor has just begun, the rate of now is all that there is.
  const peak = Math.max(status.queue.ratePerSecond, ...values);
  return [
    heading('Throughput', `last ${minutes} min`),
    line(sparkline(values).padEnd(width, ' '), { colour: 'cyan' }),
    field('now', `${formatRate(status.queue.ratePerSecond)}, peak ${formatRate(peak)}`),
  ];
}

function queueLines(status: StatusView): Line[] {
  const { queue } = status;
  const state: Span = queue.diskFull
    ? span('✗ disk full: nothing is acknowledged', { colour: 'red', bold: true })
    : queue.paused
      ? span('= paused', { colour: 'yellow', bold: true })
      : queue.draining
        ? span('↓ shutting down', { colour: 'yellow' })
        : span('● granting', { colour: 'green' });
  const pair = (p50: number, p99: number): string =>
    p99 === 0 && p50 === 0 ? 'none in the last minute' : `${formatLatency(p50)}, p99 ${formatLatency(p99)}`;
  return [
    heading('Queue'),
    [span('state'.padEnd(LABEL), { dim: true }), state],
    field('fsync', pair(queue.fsyncP50Ms, queue.fsyncP99Ms)),
    field('settle', pair(queue.settleP50Ms, queue.settleP99Ms)),
    field('expired', formatCount(queue.expired), queue.expired > 0 ? { colour: 'yellow' } : {}),
  ];
}

/** A graph's place without the directories that everyone who looks at it knows. */
function shortPlace(graph: string): string {
  const parts = graph.split('/');
  return graph.startsWith('sqlite:/') && parts.length > 3 ? `sqlite:…/${parts.slice(-2).join('/')}` : graph;
}

function graphLines(status: StatusView): Line[] {
  const { graph } = status;
  const pair = (a: string, left: number, b: string, right: number): Line => [
    span(a.padEnd(9), { dim: true }),
    span(formatCount(left).padStart(7)),
    span(`  ${b.padEnd(13)}`, { dim: true }),
    span(formatCount(right).padStart(7)),
  ];
  return [
    heading('Graph', shortPlace(graph.graph)),
    pair('companies', graph.companies, 'people', graph.people),
    pair('events', graph.events, 'filings', graph.filings),
    pair('nodes', graph.nodes, 'relationships', graph.relationships),
  ];
}

function modelLines(status: StatusView): Line[] {
  const { totals, queue } = status;
  const dropped = Object.values(totals.drops).reduce((sum, count) => sum + count, 0);
  const calls =
    totals.modelCalls === 0 && totals.modelCacheHits === 0
      ? 'none'
      : `${formatCount(totals.modelCalls)}, ${formatCount(totals.modelCacheHits)} from cache`;
  const lines = [
    heading('Model', totals.bytes > 0 ? `${formatBytes(totals.bytes)} read` : ''),
    field('requests', calls),
    field('tokens', `${formatCount(totals.promptTokens)} in, ${formatCount(totals.outputTokens)} out`),
    field('wait', queue.modelP50Ms === 0 ? 'none in the last minute' : formatLatency(queue.modelP50Ms)),
  ];
  if (dropped > 0) lines.push(field('dropped', `${formatCount(dropped)} facts and parts of filings`));
  return lines;
}

/** Everything at a glance, the most important first; what does not fit is left out from below. */
export function overviewBody(state: State, cells: number, rows: number, nowMs: number): Line[] {
  const { status } = state.monitor;
  if (status === null) return [];
  const progress = progressLines(state, cells);
  let middle: Line[];
  if (cells >= TWO_COLUMNS_FROM) {
    const half = Math.floor((cells - 2) / 2);
    const left = [...jobLines(status), BLANK, ...queueLines(status)];
    const right = [
      ...throughputLines(state, status, cells - half - 2, nowMs),
      BLANK,
      ...graphLines(status),
      BLANK,
      ...modelLines(status),
    ];
    middle = beside(left, right, half, 2);
  } else {
    middle = [
      ...jobLines(status).slice(1),
      ...throughputLines(state, status, cells, nowMs).slice(1),
      ...queueLines(status).slice(1, 4),
      ...graphLines(status),
      ...modelLines(status).slice(1),
    ];
  }
  const above = [...progress, BLANK, ...middle];
  const left = rows - above.length - 1;
  if (left < 2) return above;
  // The filings in hand get half of what is left, and more where nothing else has happened.
  const recent = recentLines(state, left);
  const busy = busyLines(state, cells, Math.max(Math.ceil(left / 2), left - recent.length - 1), nowMs);
  const rest = left - busy.length - 1;
  return [...above, BLANK, ...busy, ...(rest >= 2 ? [BLANK, ...recent.slice(0, rest)] : [])].filter(
    (row, index, all) => lineWidth(row) > 0 || index < all.length - 1,
  );
}
