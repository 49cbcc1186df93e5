// Workers that come, stay silent, leave, come back.
import type { Hello } from '../session/frames.ts';
import { CHUNK_ROWS } from '../jobs/job-table.ts';
import type { Core } from './core.ts';
import { UNHEARD_GRANTS } from './limits.ts';
import { loseLease, returnLease } from './lost-leases.ts';
import { bootName, keyOf } from './identity.ts';
import { Stream } from './sessions.ts';
import type { Lease, Session } from './sessions.ts';
import { TABLE } from './table.ts';
import { tellLeftOutOf } from './worker-logs.ts';

export function streamOpened(core: Core, streamId: number, caller: string): void {
  const stream = new Stream(streamId, caller, core.nowMs);
  core.streams.set(streamId, stream);
  core.silent.add(stream);
}

export function hello(core: Core, stream: Stream, said: Hello): void {
  if (stream.session !== null) return;
  core.silent.delete(stream);
  const { session, secret, isNew } = introduced(core, stream, said);
  if (session.stream !== null) supersede(core, session.stream);
  core.offline.delete(session);
  stream.session = session;
  session.stream = stream;
  session.credit = 0;
  session.suspect = false;
  session.graceUntilMs = Infinity;
  session.heardMs = core.nowMs;
  session.greet(said);
  resume(core, session, new Set(said.held));
  stream.welcome = {
    epoch: core.epoch,
    leaseTtlMs: core.settings.leaseTtlMs,
    beatEveryMs: core.settings.beatEveryMs,
    graph: core.graph,
    lost: lostOf(core, session, said.held),
    roots: core.settings.roots,
    secret,
  };
  if (session.draining) stream.drain = true;
  core.outbox.mark(stream);
  core.relist(session);
  if (!isNew) return;
  core.effects.event({ kind: 'worker-joined', worker: session.label, reason: '' });
  if (session.label !== session.workerId) warnOfTwin(core, session);
}

/**
 * The boot whose secret is shown, also one that was forgotten or is of an earlier life of the coordinator; a new one for
 * everybody else, and for who shows other credentials than that boot did.
 */
function introduced(
  core: Core,
  stream: Stream,
  said: Hello,
): { readonly session: Session; readonly secret: string; readonly isNew: boolean } {
  const { caller } = stream;
  const { workerId, secret: shown = '' } = said;
  if (shown !== '') {
    const identity = { key: keyOf(shown), caller, workerId };
    const session = core.sessions.get(identity.key);
    if (session?.caller === caller) return { session, secret: shown, isNew: false };
    const boot = session === undefined ? core.books.boots.number(bootName(identity)) : 0;
    if (boot !== 0) return { session: core.addSession(identity, boot), secret: shown, isNew: true };
  }
  replaceFormer(core, stream, said);
  const secret = core.settings.newSecret();
  return { session: core.addSession({ key: keyOf(secret), caller, workerId }, 0), secret, isNew: true };
}

/**
 * A worker that begins anew under the id of one whose stream is gone is that one, restarted: its leases are free at once.
 * One that is the same boot but cannot prove it, as older workers, says nothing against the filings that it held. Nobody
 * with other credentials can end a worker's time to come back.
 */
function replaceFormer(core: Core, { caller }: Stream, { workerId, bootId, held }: Hello): void {
  for (const other of [...core.offline]) {
    if (other.workerId !== workerId || other.caller !== caller) continue;
    const isSame = other.bootId === bootId;
    if (isSame) for (const lease of [...other.leases.values()]) returnLease(core, lease);
    if (isSame || held.length === 0) drop(core, other, 'replaced by a new boot');
  }
}

function warnOfTwin(core: Core, { workerId, label, host }: Session): void {
  const text = `another live worker is called ${workerId}: the new one, on host ${host}, is shown as ${label}; give each worker an --id of its own`;
  core.effects.event({ kind: 'notice', level: 'warn', text });
}

/** What it holds goes on; what never reached it is pending again. */
function resume(core: Core, session: Session, held: ReadonlySet<number>): void {
  for (const lease of [...session.leases.values()]) {
    if (!held.has(lease.token)) {
      returnLease(core, lease);
      continue;
    }
    lease.extend(core.nowMs, core.settings.leaseTtlMs);
    if (!lease.started) {
      lease.started = true;
      core.startedUnrecorded.push(lease);
    }
  }
}

/** Those that are no longer the worker's: what it could say of them would be STALE. */
export function lostOf(core: Core, session: Session, tokens: readonly number[]): number[] {
  return tokens.filter((token) => {
    const row = core.rowOf(token);
    return row === 0 || !core.owns(session, row) || TABLE[core.situation(row)].beat.answer === 'lost';
  });
}

function supersede(core: Core, stream: Stream): void {
  stream.open = false;
  stream.session = null;
  core.streams.delete(stream.id);
  core.effects.closeStream(stream.id, 'superseded by a newer stream of the same worker');
}

export function streamClosed(core: Core, streamId: number): void {
  const stream = core.streams.get(streamId);
  if (stream === undefined) return;
  stream.open = false;
  core.silent.delete(stream);
  core.streams.delete(streamId);
  const { session } = stream;
  if (session?.stream !== stream) return;
  goOffline(core, session, core.settings.reconnectWithinMs);
}

export function goOffline(core: Core, session: Session, withinMs: number): void {
  session.stream = null;
  session.credit = 0;
  session.graceUntilMs = core.nowMs + withinMs;
  session.revision++;
  core.offline.add(session);
  if (core.reserved === session) core.reserved = null;
  core.relist(session);
}

function grantsOf(core: Core, { row }: Lease): number {
  return core.books.table.chunk(row).grants[row & (CHUNK_ROWS - 1)]!;
}

/**
 * It did not come back: its leases are lost. One that ended while the coordinator was away says nothing against its
 * filings: everything was shut down. Within reason, or a filing that takes the whole machine with it would run for ever.
 */
export function drop(core: Core, session: Session, reason: string): void {
  for (const lease of [...session.leases.values()]) {
    loseLease(core, lease, lease.started && (session.greeted || grantsOf(core, lease) > UNHEARD_GRANTS));
  }
  forget(core, session);
  core.effects.event({ kind: 'worker-lost', worker: session.label, reason });
}

/** It ends cleanly: what it still holds is given back, uncounted. */
export function goodbye(core: Core, stream: Stream): void {
  const { session } = stream;
  if (session === null) return;
  for (const lease of [...session.leases.values()]) returnLease(core, lease);
  session.stream = null;
  session.credit = 0;
  forget(core, session);
  stream.session = null;
  core.effects.event({ kind: 'worker-left', worker: session.label, reason: 'goodbye' });
}

function forget(core: Core, session: Session): void {
  if (core.reserved === session) core.reserved = null;
  core.relist(session);
  core.offline.delete(session);
  core.sessions.delete(session.key);
  core.labels.delete(session.label);
  tellLeftOutOf(core, session);
}

/** Nothing new for this worker. */
export function drainSession(core: Core, session: Session, reason: string): void {
  if (session.draining) return;
  session.draining = true;
  session.revision++;
  if (core.reserved === session) core.reserved = null;
  core.relist(session);
  if (session.stream !== null) {
    session.stream.drain = true;
    core.outbox.mark(session.stream);
  }
  core.effects.event({ kind: 'worker-draining', worker: session.label, reason });
}
