import { Counter, Gauge, Histogram, Registry } from 'prom-client';
import type { FiligreeError } from '@filigree/base';
import type { JobCounts } from '@filigree/protocol';
import type { JobSummary, QueueEvent, QueueStatus } from '@filigree/queue';
import { CountedNames } from './counted-names.ts';

/** What a scrape asks for when it comes; nothing is counted twice. */
export interface MetricSources {
  readonly status: () => QueueStatus;
  readonly journalBytes: () => number;
  readonly uptimeMs: () => number;
}

/** Prometheus metrics of one coordinator. */
export interface Metrics {
  readonly registry: Registry;
  fsync(elapsedMs: number): void;
  settle(elapsedMs: number): void;
  graphWrite(elapsedMs: number): void;
  event(event: QueueEvent): void;
  /** A call that was not let in. */
  refused(error: FiligreeError): void;
}

// From the disk's best to what a person would notice.
const FAST_BUCKETS = [0.0001, 0.00015, 0.0002, 0.0005, 0.001, 0.002, 0.005, 0.01, 0.05, 0.1, 0.5, 1, 5];
const LEASE_BUCKETS = [0.01, 0.05, 0.1, 0.5, 1, 5, 10, 30, 60, 300, 1800];
const STATES: readonly (keyof JobCounts)[] = ['pending', 'processing', 'completed', 'failed', 'cancelled'];

function addGauges(registry: Registry, sources: MetricSources): void {
  const registers = [registry];
  new Gauge({
    name: 'filigree_jobs',
    help: 'Jobs by state',
    labelNames: ['state'],
    registers,
    collect() {
      const counts = sources.status().jobs;
      for (const state of STATES) this.set({ state }, counts[state]);
    },
  });
  const gauge = (name: string, help: string, read: () => number): void => {
    new Gauge({
      name,
      help,
      registers,
      collect() {
        this.set(read());
      },
    });
  };
  gauge('filigree_workers', 'Connected workers', () => sources.status().workers);
  gauge('filigree_worker_slots', 'Slots of connected workers', () => sources.status().slots);
  gauge('filigree_worker_slots_busy', 'Slots that hold a lease', () => sources.status().busy);
  gauge('filigree_jobs_backoff', 'Pending jobs that wait for their not-before time', () => sources.status().backoff);
  gauge('filigree_paused', '1 while granting is paused', () => Number(sources.status().paused));
  gauge('filigree_disk_full', '1 while the disk of the queue or of the graph is full', () =>
    Number(sources.status().diskFull),
  );
  gauge('filigree_epoch', 'Life of the coordinator', () => sources.status().epoch);
  gauge('filigree_graph_backlog_bytes', 'Deltas that wait for the store', () => sources.status().graphBacklogBytes);
  gauge('filigree_journal_bytes', 'Bytes of the journal since the last snapshot', sources.journalBytes);
  gauge('filigree_uptime_seconds', 'Seconds since the coordinator started', () => sources.uptimeMs() / 1000);
  gauge('process_resident_memory_bytes', 'Resident memory of the coordinator', () => process.memoryUsage.rss());
  let counted = 0;
  new Counter({
    name: 'process_cpu_seconds_total',
    help: 'Processor time of the coordinator',
    registers,
    collect() {
      const { user, system } = process.cpuUsage();
      const seconds = (user + system) / 1e6;
      this.inc(seconds - counted);
      counted = seconds;
    },
  });
}

function makeCounters(registry: Registry) {
  const registers = [registry];
  const counter = <L extends string>(name: string, help: string, labelNames: readonly L[] = []): Counter<L> =>
    new Counter({ name, help, labelNames: [...labelNames], registers });
  return {
    factNames: new CountedNames(),
    dropNames: new CountedNames(),
    refused: counter('filigree_calls_refused_total', 'Calls that were not let in, by reason', ['reason']),
    completed: counter('filigree_jobs_completed_total', 'Jobs completed'),
    failed: counter('filigree_job_failures_total', 'Failures of jobs, by class', ['class']),
    expired: counter('filigree_lease_expiries_total', 'Leases lost, by whether the loss counts', ['counted']),
    bytes: counter('filigree_filing_bytes_total', 'Bytes of filings processed'),
    facts: counter('filigree_facts_total', 'Facts kept', ['kind', 'source']),
    calls: counter('filigree_model_calls_total', 'Requests to models'),
    hits: counter('filigree_model_cache_hits_total', 'Answers from caches'),
    tokens: counter('filigree_model_tokens_total', 'Tokens of models', ['direction']),
    seconds: counter('filigree_model_seconds_total', 'Seconds spent waiting for models'),
    drops: counter(
      'filigree_model_drops_total',
      'Facts refused by checks or dropped of models, and parts of filings that give none',
      ['reason'],
    ),
  };
}

function addSummary(counters: ReturnType<typeof makeCounters>, summary: JobSummary): void {
  counters.bytes.inc(summary.bytes);
  // Labels cost a lookup each, and most filings ask no model.
  if (summary.modelCalls > 0 || summary.modelCacheHits > 0) {
    counters.calls.inc(summary.modelCalls);
    counters.hits.inc(summary.modelCacheHits);
    counters.tokens.inc({ direction: 'prompt' }, summary.promptTokens);
    counters.tokens.inc({ direction: 'output' }, summary.outputTokens);
    counters.seconds.inc(summary.modelMs / 1000);
  }
  for (const [reason, count] of Object.entries(summary.drops)) {
    counters.drops.inc({ reason: counters.dropNames.bounded(reason) }, count);
  }
  for (const [key, count] of Object.entries(summary.factsBySource)) {
    const [kind = '', source = ''] = counters.factNames.bounded(key).split('/', 2);
    counters.facts.inc({ kind, source }, count);
  }
}

export function makeMetrics(sources: MetricSources): Metrics {
  const registry = new Registry();
  addGauges(registry, sources);
  const counters = makeCounters(registry);
  const histogram = (name: string, help: string, buckets: number[]): Histogram =>
    new Histogram({ name, help, buckets, registers: [registry] });
  const fsync = histogram('filigree_fsync_seconds', 'fdatasync of the journal', FAST_BUCKETS);
  const settle = histogram('filigree_settle_seconds', 'From Completed to Settled', FAST_BUCKETS);
  const graphWrite = histogram('filigree_graph_write_seconds', 'Write of a delta to the store', FAST_BUCKETS);
  const lease = histogram('filigree_lease_seconds', 'From grant to completion', LEASE_BUCKETS);
  return {
    registry,
    fsync: (elapsedMs) => {
      fsync.observe(elapsedMs / 1000);
    },
    settle: (elapsedMs) => {
      settle.observe(elapsedMs / 1000);
    },
    graphWrite: (elapsedMs) => {
      graphWrite.observe(elapsedMs / 1000);
    },
    refused: ({ code }) => {
      counters.refused.inc({ reason: code.toLowerCase() });
    },
    event(event) {
      if (event.kind === 'completed') {
        counters.completed.inc();
        lease.observe(event.leaseMs / 1000);
        addSummary(counters, event.summary);
      } else if (event.kind === 'failed') counters.failed.inc({ class: event.failureClass });
      else if (event.kind === 'expired') counters.expired.inc({ counted: String(event.counted) });
    },
  };
}
