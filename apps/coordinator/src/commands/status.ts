import { EXIT } from '@filigree/base';
import {
  CLIENT_FLAGS,
  defineCommand,
  formatBytes,
  formatCount,
  formatElapsed,
  formatTable,
  printJson,
  printLines,
} from '@filigree/cli';
import type { StatusView } from '@filigree/protocol';
import { withClient } from './client.ts';

/** The status as scripts read it. */
export function statusJson(status: StatusView): object {
  const { queue, graph, totals } = status;
  return {
    jobs: {
      pending: status.jobs.pending,
      processing: status.jobs.processing,
      completed: status.jobs.completed,
      failed: status.jobs.failed,
      cancelled: status.jobs.cancelled,
    },
    workers: status.workers.map((worker) => ({
      id: worker.id,
      host: worker.host,
      slots: worker.slots,
      busy: worker.busy,
      completed: worker.completed,
      failed: worker.failed,
      beat_age_ms: worker.beatAgeMs,
      connected: worker.connected,
      draining: worker.draining,
      version: worker.version,
      model: worker.model === '' ? null : worker.model,
      rss_bytes: worker.rssBytes,
      cpu: worker.cpu,
      loop_lag_ms: worker.loopLagMs,
      current: worker.current.map((job) => ({
        job: job.jobId,
        accession: job.accession,
        path: job.path,
        company: job.company,
        form: job.form,
        stage: job.stage,
        elapsed_ms: job.elapsedMs,
      })),
    })),
    more_workers: status.moreWorkers,
    runs: status.runs.map((run) => ({
      run: run.runId,
      closed: run.closed,
      ended: run.ended,
      jobs: { ...run.jobs },
      already_done: run.alreadyDone,
      elapsed_ms: run.elapsedMs,
    })),
    queue: {
      paused: queue.paused,
      disk_full: queue.diskFull,
      draining: queue.draining,
      fsync_p50_ms: queue.fsyncP50Ms,
      fsync_p99_ms: queue.fsyncP99Ms,
      settle_p50_ms: queue.settleP50Ms,
      settle_p99_ms: queue.settleP99Ms,
      model_p50_ms: queue.modelP50Ms,
      expired: queue.expired,
      rate_per_second: Math.round(queue.ratePerSecond * 100) / 100,
    },
    totals: {
      bytes: totals.bytes,
      model_calls: totals.modelCalls,
      model_cache_hits: totals.modelCacheHits,
      prompt_tokens: totals.promptTokens,
      output_tokens: totals.outputTokens,
      model_seconds: totals.modelSeconds,
      auto_without_model: totals.autoWithoutModel,
      texts_cut: totals.textsCut,
      facts_by_source: totals.factsBySource,
      drops: totals.drops,
    },
    graph: {
      graph: graph.graph,
      companies: graph.companies,
      people: graph.people,
      events: graph.events,
      filings: graph.filings,
      relationships: graph.relationships,
    },
    overloaded: status.overloaded.map(({ resource, opensInMs, worker }) => ({
      resource,
      opens_in_ms: opensInMs,
      worker,
    })),
    standstill: status.standstill.map(({ reason, text }) => ({ reason, text })),
    epoch: status.epoch,
    uptime_ms: status.uptimeMs,
    version: status.version,
  };
}

function statusLines(status: StatusView): string[] {
  const { jobs, graph, queue } = status;
  const lines = [
    `jobs: ${formatCount(jobs.pending)} pending, ${formatCount(jobs.processing)} processing, ${formatCount(jobs.completed)} completed, ${formatCount(jobs.failed)} failed, ${formatCount(jobs.cancelled)} cancelled${queue.paused ? ' (paused)' : ''}`,
    `rate: ${queue.ratePerSecond.toFixed(1)} filings/s`,
    `graph: ${graph.graph}: ${formatCount(graph.companies)} companies, ${formatCount(graph.people)} people, ${formatCount(graph.events)} events, ${formatCount(graph.relationships)} relationships`,
    `coordinator: version ${status.version}, up ${formatElapsed(status.uptimeMs)}, epoch ${String(status.epoch)}`,
  ];
  if (queue.diskFull) lines.push('a disk is full: nothing is acknowledged until there is room');
  for (const { resource, opensInMs, worker } of status.overloaded) {
    lines.push(
      `${resource} said slow down to ${worker}: tried again in ${formatElapsed(opensInMs)} (coordinator resume tries at once)`,
    );
  }
  for (const { text } of status.standstill) lines.push(`standing still: ${text}`);
  if (status.workers.length === 0) return [...lines, 'workers: none (worker connect starts one)'];
  const rows = status.workers.map((worker) => [
    worker.id,
    worker.host,
    `${String(worker.busy)}/${String(worker.slots)}`,
    worker.completed,
    worker.failed,
    formatElapsed(worker.beatAgeMs),
    formatBytes(worker.rssBytes),
    worker.connected ? (worker.draining ? 'draining' : 'connected') : 'gone',
    worker.current.map((job) => `${job.accession} ${job.stage}`).join(', '),
  ]);
  return [
    ...lines,
    '',
    ...formatTable([['worker', 'host', 'busy', 'done', 'failed', 'heard', 'memory', 'state', 'filing'], ...rows]),
    ...(status.moreWorkers > 0 ? [`and ${formatCount(status.moreWorkers)} more workers`] : []),
  ];
}

/** `coordinator status`: how the queue stands, once. */
export const statusCommand = defineCommand({
  name: 'status',
  summary: 'show jobs, workers and why nothing moves',
  flags: [...CLIENT_FLAGS],
  examples: ['coordinator status', 'coordinator status --json', 'coordinator status --coordinator 10.0.0.5'],
  run: (values, _args, io) =>
    withClient(values, async (client) => {
      const status = await client.status();
      if (values.json) await printJson(io, statusJson(status));
      else await printLines(io, statusLines(status));
      return EXIT.done;
    }),
});
