import type { Clock } from '@filigree/base';
import type {
  CurrentJobView,
  QueueHealthView,
  RunStatusView,
  StandstillView,
  StatusView,
  WorkerStatusView,
} from '@filigree/protocol';
import type { Dispatcher, QueueStatus, RunView, WorkerView } from '@filigree/queue';
import type { Feed } from './feed.ts';
import type { GraphTotals } from './graph-totals.ts';
import type { LatencyWindow } from './latency-window.ts';
import { MAX_SHOWN_LEASES, MAX_SHOWN_WORKERS } from './limits.ts';
import type { QueueShell } from './queue-shell.ts';
import { VERSION } from '../version.ts';

/** Everything that a status is made of. */
export interface StatusSources {
  readonly queue: QueueShell;
  readonly feed: Feed;
  readonly graph: GraphTotals;
  readonly clock: Clock;
  readonly fsync: LatencyWindow;
  readonly settle: LatencyWindow;
  readonly isDraining: () => boolean;
  /** Monotonic ms. */
  readonly startedMs: number;
  readonly runTimes: RunTimes;
}

/** When runs began and ended, as far as this coordinator saw it. */
export interface RunTimes {
  /** Milliseconds from the run's begin to its end, or to now. */
  elapsedMs(run: RunView): number;
}

/** What stands still for less than this is on its way. */
const STANDSTILL_MS = 5000;

/** True when nobody has to wait for the run any more. */
export function hasEnded(run: RunView): boolean {
  return run.ended && run.resolved;
}

export function runStatus(run: RunView, times: RunTimes): RunStatusView {
  return {
    runId: run.runId,
    closed: run.closed,
    ended: hasEnded(run),
    jobs: run.jobs,
    alreadyDone: run.alreadyDone,
    elapsedMs: Math.round(times.elapsedMs(run)),
  };
}

function workerStatus(worker: WorkerView, dispatcher: Dispatcher, nowMs: number): WorkerStatusView {
  const current = worker.leases.map((lease): CurrentJobView => {
    const job = dispatcher.job(lease.jobId, nowMs);
    return {
      jobId: lease.jobId,
      accession: lease.accession,
      path: job?.path ?? '',
      company: job?.company ?? '',
      form: job?.form ?? '',
      stage: lease.stage,
      elapsedMs: Math.round(lease.heldMs),
    };
  });
  return {
    id: worker.id,
    life: worker.life,
    host: worker.host,
    version: worker.version,
    slots: worker.slots,
    busy: worker.busy,
    completed: worker.completed,
    failed: worker.failed,
    beatAgeMs: Math.round(worker.beatAgeMs),
    loopLagMs: worker.loopLagMs,
    rssBytes: worker.rssBytes,
    cpu: worker.cpu,
    connected: worker.connected,
    draining: worker.draining,
    model: worker.model ?? '',
    current,
  };
}

/** Why nothing moves, once it has not moved for five seconds. */
export function standstillOf(status: QueueStatus, feed: Feed, nowMs: number): StandstillView[] {
  const { standstill } = status;
  if (standstill === null) return [];
  // A full disk is told at once: whoever can make room should know.
  if (standstill.reason !== 'disk-full' && nowMs - feed.lastMoveMs < STANDSTILL_MS) return [];
  const { reason, message, remedy } = standstill;
  return [{ reason: reason.replaceAll('-', '_'), text: remedy === '' ? message : `${message}; ${remedy}` }];
}

function queueHealth(sources: StatusSources, status: QueueStatus, nowMs: number): QueueHealthView {
  const { feed, fsync, settle } = sources;
  return {
    paused: status.paused,
    diskFull: status.diskFull,
    draining: sources.isDraining(),
    fsyncP50Ms: fsync.quantile(0.5, nowMs),
    fsyncP99Ms: fsync.quantile(0.99, nowMs),
    settleP50Ms: settle.quantile(0.5, nowMs),
    settleP99Ms: settle.quantile(0.99, nowMs),
    expired: feed.expired,
    ratePerSecond: feed.rate.perSecond(nowMs),
    modelP50Ms: feed.modelLatency.quantile(0.5, nowMs),
  };
}

/** Of many workers the first, and of what they hold no more than fits into a message. */
export function shownWorkers<W extends Pick<WorkerView, 'leases'>>(
  all: readonly W[],
): { readonly workers: readonly W[]; readonly moreWorkers: number } {
  let room = MAX_SHOWN_LEASES;
  const workers = all.slice(0, MAX_SHOWN_WORKERS).map((worker) => {
    const leases = worker.leases.slice(0, room);
    room -= leases.length;
    return leases.length === worker.leases.length ? worker : { ...worker, leases };
  });
  return { workers, moreWorkers: all.length - workers.length };
}

/** The state of everything, now. */
export function statusView(sources: StatusSources): StatusView {
  const { queue, feed, graph, startedMs, runTimes } = sources;
  return queue.look((dispatcher, nowMs) => {
    const status = dispatcher.status(nowMs);
    const { workers, moreWorkers } = shownWorkers(dispatcher.workers(nowMs));
    return {
      jobs: status.jobs,
      workers: workers.map((worker) => workerStatus(worker, dispatcher, nowMs)),
      moreWorkers,
      runs: dispatcher.runs(20).map((run) => runStatus(run, runTimes)),
      epoch: status.epoch,
      uptimeMs: Math.round(nowMs - startedMs),
      totals: feed.totals(),
      graph: graph.recent(),
      queue: queueHealth(sources, status, nowMs),
      standstill: standstillOf(status, feed, nowMs),
      overloaded: [...status.overloaded],
      version: VERSION,
    };
  });
}
