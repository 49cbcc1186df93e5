import type { JobState } from '../jobs/types.ts';
import { STATE } from '../jobs/job-table.ts';
import type { Core } from './core.ts';
import type { OverloadedResource, QueueStatus, Standstill, WorkerView } from './ports.ts';
import type { Session } from './sessions.ts';

export function counts(core: Core): Record<JobState, number> {
  const by = core.books.counts;
  return {
    pending: by[STATE.pending]!,
    processing: by[STATE.processing]!,
    completed: by[STATE.completed]!,
    failed: by[STATE.failed]!,
    cancelled: by[STATE.cancelled]!,
  };
}

export function status(core: Core): QueueStatus {
  let workers = 0;
  let slots = 0;
  for (const session of core.sessions.values()) {
    if (session.stream === null) continue;
    workers++;
    slots += session.slots;
  }
  return {
    epoch: core.epoch,
    jobs: counts(core),
    backoff: core.books.readiness.backoff,
    workers,
    slots,
    busy: core.leases.size,
    writing: core.pins.size,
    paused: core.books.paused,
    diskFull: core.isFull,
    completedHere: core.completedHere,
    failedHere: core.failedHere,
    lostHere: core.lostHere,
    graphBacklogBytes: core.graphBacklogBytes,
    overloaded: overloaded(core),
    standstill: standstill(core),
    revision: core.revision,
  };
}

/** The services that said slow down, and when their jobs are tried again. */
function overloaded({ gates, nowMs }: Core): OverloadedResource[] {
  return [...gates.all.values()]
    .filter(({ shutUntilMs }) => shutUntilMs > nowMs)
    .map(({ resource, shutUntilMs, refused }) => ({
      resource,
      opensInMs: Math.round(shutUntilMs - nowMs),
      worker: refused,
    }));
}

/** Why pending jobs are not granted; null while they are, or while there are none. */
export function standstill(core: Core): Standstill | null {
  const say = (reason: Standstill['reason'], message: string, remedy = '', resource = ''): Standstill => ({
    reason,
    message,
    remedy,
    resource,
  });
  if (core.books.counts[STATE.pending] === 0) return null;
  if (!core.opened) return say('starting', 'the coordinator is starting');
  if (core.isFull)
    return say('disk-full', 'the disk of the queue directory is full', 'make room on it; the queue goes on by itself');
  if (core.books.paused) return say('paused', 'the queue is paused', 'coordinator resume');
  const online = [...core.sessions.values()].filter((session) => session.stream !== null);
  if (online.length === 0) return say('no-worker', 'no worker is connected', 'worker connect');
  const able = online.filter((session) => !session.draining);
  if (able.length === 0) return say('draining', 'all workers are draining', 'worker connect');
  return waitsFor(core, able, say);
}

function waitsFor(
  core: Core,
  able: readonly Session[],
  say: (reason: Standstill['reason'], message: string, remedy?: string, resource?: string) => Standstill,
): Standstill | null {
  const { readiness } = core.books;
  for (const { resource, opensInMs } of overloaded(core)) {
    const message = `${resource} is away or overloaded; trying again in ${String(Math.ceil(opensInMs / 1000))} s`;
    return say('overloaded', message, remedyFor(resource), resource);
  }
  const needModel = readiness.lanes.all.some((lane) => lane.mode === 1 && lane.ready > 0);
  if (needModel && !able.some((session) => session.model !== null)) {
    return say(
      'no-model',
      'jobs with --ai on wait for a worker with a model',
      'start Ollama on a worker, or submit with --ai auto',
      'ollama',
    );
  }
  if (core.leases.size > 0 || core.pins.size > 0) return null;
  if (readiness.backoff > 0 && readiness.lanes.ready === 0) {
    const waitMs = Math.max(0, Math.round(readiness.nextDueMs - core.nowMs));
    return say('backoff', `failed jobs are tried again in ${String(Math.ceil(waitMs / 1000))} s`);
  }
  return null;
}

function remedyFor(resource: string): string {
  const now = 'coordinator resume tries at once';
  if (resource === 'neo4j') return `see that Neo4j runs: coordinator doctor; ${now}`;
  if (resource === 'ollama') return `see that Ollama runs: worker doctor; ${now}`;
  return now;
}

export function workers(core: Core): WorkerView[] {
  return [...core.sessions.values()]
    .map((session) => workerView(core, session))
    .sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : a.life < b.life ? -1 : 1));
}

function workerView(core: Core, session: Session): WorkerView {
  return {
    id: session.label,
    life: session.life,
    host: session.host,
    version: session.version,
    labels: session.labels,
    model: session.model,
    connected: session.stream !== null,
    draining: session.draining,
    slots: session.slots,
    busy: session.leases.size,
    completed: session.completed,
    failed: session.failed,
    lost: session.lost,
    beatAgeMs: Math.max(0, Math.round(core.nowMs - session.heardMs)),
    loopLagMs: session.loopLagMs,
    rssBytes: session.rssBytes,
    cpu: session.cpu,
    revision: session.revision,
    leases: [...session.leases.values()].map((lease) => ({
      token: lease.token,
      jobId: lease.row,
      accession: lease.accession,
      stage: lease.stage,
      progress: lease.progress,
      heldMs: Math.round(core.nowMs - lease.grantedMs),
      started: lease.started,
      dueInMs: Math.round((session.stream === null ? session.graceUntilMs : lease.deadlineMs) - core.nowMs),
    })),
  };
}
