import type {
  ControlJobView,
  FeedEventView,
  FeedFactView,
  JobCounts,
  JobDetailView,
  RunStatusView,
  StatusView,
  WatchUpdateView,
  WorkerStatusView,
} from '@filigree/protocol';
import { NO_GRAPH, NO_TOTALS } from '@filigree/protocol';

export function counts(some: Partial<JobCounts> = {}): JobCounts {
  return { pending: 0, processing: 0, completed: 0, failed: 0, cancelled: 0, ...some };
}

export function run(runId: string, some: Partial<RunStatusView> = {}): RunStatusView {
  return { runId, closed: true, ended: false, jobs: counts(), alreadyDone: 0, elapsedMs: 1000, ...some };
}

export function status(some: Partial<StatusView> = {}): StatusView {
  return {
    jobs: counts(),
    workers: [],
    runs: [],
    epoch: 1,
    uptimeMs: 60_000,
    totals: NO_TOTALS,
    graph: { ...NO_GRAPH, graph: 'sqlite:graph.db' },
    queue: {
      paused: false,
      diskFull: false,
      draining: false,
      fsyncP50Ms: 0.14,
      fsyncP99Ms: 0.9,
      settleP50Ms: 1.2,
      settleP99Ms: 4,
      expired: 0,
      ratePerSecond: 0,
      modelP50Ms: 0,
    },
    standstill: [],
    overloaded: [],
    moreWorkers: 0,
    version: '0.1.0',
    ...some,
  };
}

export function worker(id: string, some: Partial<WorkerStatusView> = {}): WorkerStatusView {
  return {
    id,
    life: `boot-${id}`,
    host: 'host-a',
    version: '0.1.0',
    slots: 2,
    busy: 0,
    completed: 0,
    failed: 0,
    beatAgeMs: 100,
    loopLagMs: 1,
    rssBytes: 100_000_000,
    cpu: 0.5,
    connected: true,
    draining: false,
    model: '',
    current: [],
    ...some,
  };
}

export function event(sequence: number, some: Partial<FeedEventView> = {}): FeedEventView {
  return {
    sequence,
    atMs: Date.UTC(2026, 0, 5, 12, 30, 5),
    kind: 'completed',
    worker: 'w1',
    jobId: sequence,
    accession: `0000910662-10-${String(sequence).padStart(6, '0')}`,
    text: 'completed in 0.1 s',
    ...some,
  };
}

export function fact(jobId: number, text: string, some: Partial<FeedFactView> = {}): FeedFactView {
  return {
    jobId,
    accession: '0000910662-10-000292',
    company: 'BANCO SANTANDER, S.A.',
    path: '2010/000091066210000292.txt',
    cik: '0000891478',
    fact: { kind: 'roles', text, quote: `They said: ${text}.`, start: 10, end: 40, source: 'appointment' },
    ...some,
  };
}

export function job(jobId: number, some: Partial<ControlJobView> = {}): ControlJobView {
  return {
    jobId,
    accession: `0000910662-10-${String(jobId).padStart(6, '0')}`,
    path: `2010/${String(jobId)}.txt`,
    state: 'completed',
    form: '6-K',
    filed: '2010-03-01',
    company: 'BANCO SANTANDER, S.A.',
    sizeBytes: 120_000,
    mode: 'off',
    attempts: 1,
    failures: 0,
    losses: 0,
    worker: 'w1',
    error: '',
    notBeforeMs: 0,
    priority: 0,
    runId: 'run-1',
    ...some,
  };
}

export function jobDetail(some: Partial<JobDetailView> = {}): JobDetailView {
  return { job: job(7), attempts: [], summary: null, facts: [], errorDetail: '', ...some };
}

export function watchUpdate(some: Partial<WatchUpdateView> = {}): WatchUpdateView {
  return { status: status(), snapshot: false, gone: [], events: [], facts: [], ...some };
}
