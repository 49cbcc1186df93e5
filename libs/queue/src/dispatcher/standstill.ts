// Why pending jobs are not granted, in the words of a person: everything that keeps `grantReady` from granting has a reason here.
import { STATE } from '../jobs/job-table.ts';
import type { Core } from './core.ts';
import type { OverloadedResource, Standstill } from './ports.ts';
import type { Session } from './sessions.ts';

function say(reason: Standstill['reason'], message: string, remedy = '', resource = ''): Standstill {
  return { reason, message, remedy, resource };
}

/** The services that said slow down, and when their jobs are tried again. */
export function overloaded({ gates, nowMs }: Core): OverloadedResource[] {
  return [...gates.all.values()]
    .filter(({ shutUntilMs }) => shutUntilMs > nowMs)
    .map(({ resource, shutUntilMs, refused }) => ({
      resource,
      opensInMs: Math.round(shutUntilMs - nowMs),
      worker: refused,
    }));
}

/** Why pending jobs are not granted, or the graph not written; null while they are, or while there are none. */
export function standstill(core: Core): Standstill | null {
  if (core.isFull)
    return say('disk-full', 'the disk of the queue directory is full', 'make room on it; the queue goes on by itself');
  // Jobs that wait for the graph are no longer pending.
  if (core.graphTrouble !== null) {
    const { isFull, message, remedy } = core.graphTrouble;
    return say(isFull ? 'disk-full' : 'graph', message, `${remedy}; the queue goes on by itself`);
  }
  if (core.books.counts[STATE.pending] === 0) return null;
  if (!core.opened) return say('starting', 'the coordinator is starting');
  if (core.books.paused) return say('paused', 'the queue is paused', 'coordinator resume');
  if (core.awaitingEpoch) return say('starting', 'a new epoch of tokens is being stored in the graph');
  if (core.graphBacklogBytes >= core.settings.maxGraphBacklogBytes) {
    const mebibytes = Math.round(core.graphBacklogBytes / 2 ** 20);
    const waits = `${String(core.pins.size)} results, ${String(mebibytes)} MiB, wait for the graph to be written`;
    return say('graph-behind', waits, 'see the disk of the graph');
  }
  const online = [...core.sessions.values()].filter((session) => session.stream !== null);
  if (online.length === 0) return say('no-worker', 'no worker is connected', 'worker connect');
  const able = online.filter((session) => !session.draining);
  if (able.length === 0) return say('draining', 'all workers are draining', 'worker connect');
  return waitsForWorkers(core, able);
}

function waitsForWorkers(core: Core, able: readonly Session[]): Standstill | null {
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
  if (readiness.lanes.ready > 0) return freeSlots(able);
  if (core.leases.size > 0 || core.pins.size > 0 || readiness.backoff === 0) return null;
  const waitMs = Math.max(0, Math.round(readiness.nextDueMs - core.nowMs));
  return say('backoff', `failed jobs are tried again in ${String(Math.ceil(waitMs / 1000))} s`);
}

/**
 * Jobs are ready: slots that are free and get none. A worker asks for as many jobs as it has slots free; one that does not is
 * leaving, or its threads hang, or it is at fault. Null where all slots are taken, or filled in their turn.
 */
function freeSlots(able: readonly Session[]): Standstill | null {
  if (able.every((session) => session.slots === 0)) {
    return say('no-credit', 'no worker has a slot', 'worker connect --concurrency 1');
  }
  const free = able.filter((session) => session.leases.size < session.slots);
  const mute = free.filter((session) => session.credit === 0 && !session.suspect);
  if (mute.length > 0) {
    const slots = mute.reduce((sum, session) => sum + session.slots - session.leases.size, 0);
    const message = `${named(mute)}: no jobs asked for, with ${String(slots)} slots free`;
    return say('no-credit', message, 'see its log, and start it again if that lasts');
  }
  if (free.length === 0 || !free.every((session) => session.suspect)) return null;
  return say(
    'silent',
    `${named(free)}: not heard since a lease ran out`,
    'see whether it hangs, or start another: worker connect',
  );
}

function named(sessions: readonly Session[]): string {
  return sessions.length === 1 ? `worker ${sessions[0]!.label}` : `${String(sessions.length)} workers`;
}

function remedyFor(resource: string): string {
  const now = 'coordinator resume tries at once';
  if (resource === 'neo4j') return `see that Neo4j runs: coordinator doctor; ${now}`;
  if (resource === 'ollama') return `see that Ollama runs: worker doctor; ${now}`;
  return now;
}
