// A worker's word on how a job ended. The table says what counts; every answer waits for the record behind it.
import { ByteReader } from '../bytes/byte-reader.ts';
import { decodeAccession, decodeFiling } from '../jobs/filing-codec.ts';
import { CHUNK_ROWS, FLAG, MODES, STATE, STATE_NAMES } from '../jobs/job-table.ts';
import { className } from '../jobs/submitting.ts';
import type { Completion, Failure, Verdict } from '../session/frames.ts';
import { backoffMs, FAILURE_LIMIT, MAX_RETRY_AFTER_MS } from './limits.ts';
import type { Core, Pin } from './core.ts';
import type { GraphWriteResult } from './ports.ts';
import type { Session } from './sessions.ts';
import { TABLE } from './table.ts';
import type { JobEvent } from './table.ts';
import { drainSession } from './membership.ts';

const MASK = CHUNK_ROWS - 1;
const reader = new ByteReader();

export function accessionOf(core: Core, row: number): string {
  return decodeAccession(core.books.table.read(row, reader));
}

/** True where a completion of `token` on the stream would count now: its boot holds the newest token of a job that can end. */
export function awaits(core: Core, streamId: number, token: number): boolean {
  const session = core.streams.get(streamId)?.session ?? null;
  const row = core.rowOf(token);
  if (session === null || row === 0 || !core.owns(session, row)) return false;
  const { answer } = TABLE[core.situation(row)].completed;
  return answer !== 'STALE' && answer !== 'DUPLICATE';
}

/** True where the event counts; else the worker is answered here. */
function counts(core: Core, session: Session, token: number, row: number, event: JobEvent): boolean {
  // A token that another boot holds is worth no more than one that was never granted.
  if (row === 0 || !core.owns(session, row)) {
    core.outbox.settled(session, newestSeq(core, token), token, 'STALE');
    return false;
  }
  const { answer } = TABLE[core.situation(row)][event];
  if (answer === 'STALE' || answer === 'DUPLICATE') {
    core.outbox.settled(session, core.lastSeqOf(row), token, answer);
    return false;
  }
  const pin = core.pins.get(row);
  if (pin !== undefined) {
    // Its answer comes when the write is over; it goes to whoever asked last.
    pin.session = session;
    return false;
  }
  return true;
}

/** The record that made the token old must be on disk before anybody hears of it. */
function newestSeq(core: Core, token: number): number {
  const row = core.books.tokens.row(token);
  return row !== 0 && core.books.table.has(row) ? core.lastSeqOf(row) : 0;
}

export function completed(core: Core, session: Session, completion: Completion): void {
  const { token } = completion;
  const row = core.rowOf(token);
  if (!counts(core, session, token, row, 'completed')) return;
  const lease = core.leases.get(row);
  const grantedMs = lease?.grantedMs ?? core.nowMs;
  const accession = lease?.accession ?? accessionOf(core, row);
  if (completion.summary.modelCalls > 0) core.refusals.answered(session);
  const pin: Pin = { row, token, completion, grantedMs, accession, session };
  if (lease !== undefined) core.endLease(lease, true);
  // No delta: the worker wrote the graph itself.
  if (completion.delta === null) {
    settle(core, pin);
    return;
  }
  const chunk = core.books.table.chunk(row);
  core.books.readiness.remove(row, chunk);
  chunk.flags[row & MASK]! |= FLAG.pinned;
  core.pins.set(row, pin);
  // Another job of the accession may have become ready meanwhile: it waits for this one.
  core.books.readiness.refresh(row, core.nowMs);
  core.graphBacklogBytes += completion.delta.length;
  const { filed } = decodeFiling(core.books.table.read(row, reader));
  core.effects.writeGraph({ token, accession, filed, delta: completion.delta });
}

function settle(core: Core, pin: Pin): void {
  const { row, token, session, completion } = pin;
  const seq = core.ledger.settle(row, core.bootOf(session), classThatRan(core, row, session));
  core.refusals.forget(row);
  session.completed++;
  session.revision++;
  core.completedHere++;
  core.outbox.settled(session, seq, token, 'ACCEPTED');
  core.effects.event({
    kind: 'completed',
    jobId: row,
    accession: pin.accession,
    worker: session.label,
    mode: MODES[core.books.table.chunk(row).mode[row & MASK]!]!,
    summary: completion.summary,
    facts: completion.facts,
    leaseMs: core.nowMs - pin.grantedMs,
  });
}

/** An `auto` job is done as its worker could do it, not as was expected when it was submitted. */
function classThatRan(core: Core, row: number, session: Session): number {
  const chunk = core.books.table.chunk(row);
  const klass = chunk.klass[row & MASK]!;
  const mode = MODES[chunk.mode[row & MASK]!]!;
  if (mode === 'off') return klass;
  const [graphId = '', extractorVersion = ''] = core.books.classes.name(klass).split('\n');
  return core.ledger.classOf(className({ graphId, extractorVersion, mode, model: session.model }));
}

/** The coordinator's store has answered. */
export function graphWritten(core: Core, token: number, result: GraphWriteResult): void {
  const row = core.rowOf(token);
  const pin = core.pins.get(row);
  if (pin?.token !== token) return;
  core.pins.delete(row);
  core.graphBacklogBytes -= pin.completion.delta?.length ?? 0;
  core.books.table.chunk(row).flags[row & MASK]! &= ~FLAG.pinned;
  if (result.ok) {
    settle(core, pin);
    return;
  }
  const failureClass = result.fatal ? 'fatal' : 'retryable';
  // Its completion came to nothing: not ACCEPTED, and there is nothing that the worker could send again.
  const failure = { token, failureClass, message: result.message, detail: '', resource: '', retryAfterMs: 0 } as const;
  fail(core, pin.session, row, failure, 'STALE');
}

export function failed(core: Core, session: Session, failure: Failure): void {
  const row = core.rowOf(failure.token);
  if (!counts(core, session, failure.token, row, failure.failureClass)) return;
  const lease = core.leases.get(row);
  if (lease !== undefined) core.endLease(lease, false);
  if (failure.failureClass === 'worker') {
    release(core, session, row, failure.token);
    drainSession(core, session, failure.message);
    return;
  }
  fail(core, session, row, failure, 'ACCEPTED');
}

function fail(core: Core, session: Session, row: number, failure: Failure, verdict: Verdict): void {
  const { books, nowMs } = core;
  const chunk = books.table.chunk(row);
  const i = row & MASK;
  const overloaded =
    failure.failureClass === 'overloaded' && core.refusals.isForgiven(row, failure.resource, session, nowMs);
  const failures = chunk.failures[i]! + (overloaded ? 0 : 1);
  const isOver = chunk.state[i] === STATE.failed;
  const ends = isOver || failure.failureClass === 'fatal' || failures >= FAILURE_LIMIT;
  let delayMs = 0;
  // What names no service says nothing of the other jobs.
  if (overloaded && failure.resource !== '') {
    delayMs = core.gates.refuse(failure.resource, session.label, failure.retryAfterMs, nowMs);
  } else if (!ends) {
    const ownMs = backoffMs(Math.max(1, failures), core.settings.random);
    delayMs = Math.max(Math.min(MAX_RETRY_AFTER_MS, failure.retryAfterMs), ownMs);
  }
  const seq = core.ledger.fail(row, !overloaded, ends, delayMs, failure.message);
  if (ends) core.refusals.forget(row);
  session.failed += overloaded ? 0 : 1;
  session.revision++;
  if (ends) core.failedHere++;
  core.outbox.settled(session, seq, failure.token, verdict);
  core.effects.event({
    kind: 'failed',
    jobId: row,
    accession: accessionOf(core, row),
    worker: session.label,
    failureClass: failure.failureClass,
    message: failure.message,
    detail: failure.detail,
    state: ends ? 'failed' : 'pending',
    retryInMs: ends ? 0 : delayMs,
  });
}

export function released(core: Core, session: Session, token: number): void {
  const row = core.rowOf(token);
  if (!counts(core, session, token, row, 'released')) return;
  const lease = core.leases.get(row);
  if (lease !== undefined) core.endLease(lease, false);
  release(core, session, row, token);
}

function release(core: Core, session: Session, row: number, token: number): void {
  const state = STATE_NAMES[core.books.table.stateOf(row)];
  const seq =
    state === 'failed'
      ? core.ledger.fail(row, false, true, 0, core.books.messages.get(row) ?? '')
      : core.ledger.release(row, true);
  core.outbox.settled(session, seq, token, 'ACCEPTED');
}
