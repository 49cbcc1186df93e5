import type { FeedEventView, FeedFactView, StatusView, WatchUpdateView, WorkerStatusView } from '@filigree/protocol';
import type { Link } from './link.ts';
import { countEnded, NO_THROUGHPUT } from './throughput.ts';
import type { Throughput } from './throughput.ts';

/** Events and facts that are kept for looking back. */
export const FEED_LIMIT = 1000;
/** Ended jobs remembered for each worker. */
export const FINISHED_LIMIT = 20;

/** A worker as last heard of. */
export interface Heard {
  readonly worker: WorkerStatusView;
  /** When, monotonic milliseconds. */
  readonly atMs: number;
}

/** Something of a feed with a number of our own: the coordinator's begin anew with each of its lives. */
export interface Fed<T> {
  readonly serial: number;
  readonly value: T;
}

/** What the monitor knows of the coordinator. */
export interface Monitor {
  readonly link: Link;
  /** Without workers; null before the first update. */
  readonly status: StatusView | null;
  /** By life. */
  readonly workers: ReadonlyMap<string, Heard>;
  /** Oldest first. */
  readonly events: readonly Fed<FeedEventView>[];
  readonly facts: readonly Fed<FeedFactView>[];
  readonly nextSerial: number;
  /** The newest event's number in this life of the coordinator. */
  readonly lastSequence: number;
  /** Jobs that ended, newest first, by worker id. */
  readonly finished: ReadonlyMap<string, readonly FeedEventView[]>;
  readonly throughput: Throughput;
  /** When the last update came, monotonic milliseconds. */
  readonly heardAtMs: number;
}

export const NO_MONITOR: Monitor = {
  link: { kind: 'connecting', attempt: 1, reason: '' },
  status: null,
  workers: new Map(),
  events: [],
  facts: [],
  nextSerial: 1,
  lastSequence: 0,
  finished: new Map(),
  throughput: NO_THROUGHPUT,
  heardAtMs: 0,
};

/** What happens to a monitor. */
export type MonitorEvent =
  | { readonly type: 'connecting'; readonly attempt: number }
  | { readonly type: 'update'; readonly update: WatchUpdateView }
  | { readonly type: 'lost'; readonly attempt: number; readonly retryAtMs: number; readonly reason: string };

/** The monitor after `event` at `nowMs` (monotonic). What was known stays on show while the connection is lost. */
export function reduceMonitor(monitor: Monitor, event: MonitorEvent, nowMs: number): Monitor {
  switch (event.type) {
    case 'connecting': {
      const reason = monitor.link.kind === 'live' ? '' : monitor.link.reason;
      return { ...monitor, link: { kind: 'connecting', attempt: event.attempt, reason } };
    }
    case 'lost':
      return {
        ...monitor,
        link: { kind: 'lost', attempt: event.attempt, retryAtMs: event.retryAtMs, reason: event.reason },
      };
    case 'update':
      return applyUpdate(monitor, event.update, nowMs);
  }
}

function applyUpdate(monitor: Monitor, update: WatchUpdateView, nowMs: number): Monitor {
  const { jobs } = update.status;
  const sameLife = monitor.status === null || monitor.status.epoch === update.status.epoch;
  const lastSequence = sameLife ? monitor.lastSequence : 0;
  const events = update.events.filter((event) => event.sequence > lastSequence);
  const facts = update.snapshot ? withoutKnown(update.facts, monitor.facts) : update.facts;
  return {
    link: monitor.link.kind === 'live' ? monitor.link : { kind: 'live', sinceMs: nowMs },
    status: { ...update.status, workers: [] },
    workers: mergeWorkers(monitor.workers, update, nowMs),
    events: appendFeed(monitor.events, events, monitor.nextSerial),
    facts: appendFeed(monitor.facts, facts, monitor.nextSerial + events.length),
    nextSerial: monitor.nextSerial + events.length + facts.length,
    lastSequence: events.at(-1)?.sequence ?? lastSequence,
    finished: rememberFinished(monitor.finished, events),
    throughput: countEnded(monitor.throughput, jobs, nowMs, jobs.pending + jobs.processing === 0),
    heardAtMs: nowMs,
  };
}

function mergeWorkers(
  known: ReadonlyMap<string, Heard>,
  update: WatchUpdateView,
  nowMs: number,
): ReadonlyMap<string, Heard> {
  if (!update.snapshot && update.status.workers.length === 0 && update.gone.length === 0) return known;
  const workers = new Map<string, Heard>(update.snapshot ? [] : known);
  for (const life of update.gone) workers.delete(life);
  for (const worker of update.status.workers) workers.set(worker.life, { worker, atMs: nowMs });
  return workers;
}

function appendFeed<T>(feed: readonly Fed<T>[], values: readonly T[], serial: number): readonly Fed<T>[] {
  if (values.length === 0) return feed;
  const added = values.slice(-FEED_LIMIT).map((value, index, kept) => ({
    serial: serial + values.length - kept.length + index,
    value,
  }));
  return [...feed.slice(Math.max(0, feed.length + added.length - FEED_LIMIT)), ...added];
}

function factKey(fact: FeedFactView): string {
  return `${String(fact.jobId)} ${String(fact.fact.start)} ${String(fact.fact.end)} ${fact.fact.kind} ${fact.fact.text}`;
}

/** A coordinator may begin a snapshot with facts that were shown before the connection was lost. */
function withoutKnown(facts: readonly FeedFactView[], known: readonly Fed<FeedFactView>[]): readonly FeedFactView[] {
  if (facts.length === 0 || known.length === 0) return facts;
  const keys = new Set(known.map((fed) => factKey(fed.value)));
  return facts.filter((fact) => !keys.has(factKey(fact)));
}

const ENDINGS: ReadonlySet<string> = new Set(['completed', 'failed', 'expired']);

function rememberFinished(
  finished: ReadonlyMap<string, readonly FeedEventView[]>,
  events: readonly FeedEventView[],
): ReadonlyMap<string, readonly FeedEventView[]> {
  const ended = events.filter((event) => event.worker !== '' && ENDINGS.has(event.kind));
  if (ended.length === 0) return finished;
  const next = new Map(finished);
  for (const event of ended) {
    next.set(event.worker, [event, ...(next.get(event.worker) ?? [])].slice(0, FINISHED_LIMIT));
  }
  return next;
}
