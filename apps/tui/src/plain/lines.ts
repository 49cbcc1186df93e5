import type { FeedEventView, StatusView } from '@filigree/protocol';
import { formatCount, formatElapsed } from '@filigree/cli';
import { safeText } from '@filigree/base';
import { runProgress } from '../model/progress.ts';
import { smoothRate, timeLeftMs } from '../model/throughput.ts';
import { eventText } from '../model/event-text.ts';
import type { Monitor } from '../model/monitor.ts';
import { formatPercent, formatRate, formatShort } from '../text/numbers.ts';
import type { RunSummary } from './summary.ts';

// What the monitor prints where there is no terminal: one line each, without colours and without control characters.

/** How it stands, in one line. */
export function progressText(monitor: Monitor, status: StatusView): string {
  const progress = runProgress(status);
  const workers = [...monitor.workers.values()];
  const busy = workers.reduce((sum, { worker }) => sum + worker.busy, 0);
  const fleet = `${formatCount(workers.length)} worker${workers.length === 1 ? '' : 's'}, ${formatCount(busy)} busy`;
  if (progress === null) return safeText(`no run yet; ${fleet}`);
  const { jobs, total, ended, runs } = progress;
  const name = runs.length === 1 ? `run ${runs[0]!.runId.slice(0, 8)}` : `${String(runs.length)} runs`;
  const rate = smoothRate(monitor.throughput);
  const left = timeLeftMs(monitor.throughput, total - ended);
  const parts = [
    `${name}: ${formatPercent(ended, total)}, ${formatCount(ended)} of ${formatCount(total)}`,
    `${formatCount(jobs.processing)} running`,
    `${formatCount(jobs.failed)} failed`,
  ];
  if (rate > 0) parts.push(formatRate(rate));
  if (left !== null) parts.push(`about ${formatShort(left)} left (estimate)`);
  const why = status.standstill.map((reason) => `; ${reason.text}`).join('');
  return safeText(`${parts.join(', ')}; ${fleet}${status.queue.paused ? '; paused' : ''}${why}`);
}

const SAID: ReadonlySet<string> = new Set([
  'failed',
  'expired',
  'reassigned',
  'joined',
  'left',
  'paused',
  'resumed',
  'drained',
]);

/** An event worth a line of its own; null for those that only count. */
export function eventLine(event: FeedEventView): string | null {
  return SAID.has(event.kind) ? safeText(`${event.kind}: ${eventText(event)}`) : null;
}

/** The end of a run, in one line. */
export function summaryText(summary: RunSummary): string {
  const { processed, failed, elapsed_ms: elapsedMs, filings_per_second: perSecond } = summary;
  return safeText(
    `run ${summary.run.slice(0, 8)} ended: ${formatCount(processed)} processed, ${formatCount(failed)} failed, ` +
      `${formatCount(summary.already_done)} already done, in ${formatElapsed(elapsedMs)} (${formatRate(perSecond)}); ` +
      `graph: ${formatCount(summary.companies)} companies, ${formatCount(summary.people)} people, ` +
      `${formatCount(summary.events)} events, ${formatCount(summary.relationships)} relationships`,
  );
}
