// Which job goes to which worker: highest priority first, then in the order submitted; one job a worker and round, so that
// a burst spreads. A worker that would only read ahead gets one when there is more than enough for all. Nothing here looks
// at more than the heads of lists.
import { ByteReader } from '../bytes/byte-reader.ts';
import { decodeLeaseFields } from '../jobs/filing-codec.ts';
import { CHUNK_ROWS, MODES } from '../jobs/job-table.ts';
import type { Lane } from '../jobs/lanes.ts';
import type { Core } from './core.ts';
import { Lease } from './sessions.ts';
import type { Session, Takers } from './sessions.ts';

const MASK = CHUNK_ROWS - 1;
const reader = new ByteReader();

export function mayGrant(core: Core): boolean {
  return (
    core.opened &&
    !core.books.paused &&
    !core.isFull &&
    core.graphTrouble?.stopsGranting !== true &&
    !core.awaitingEpoch &&
    core.graphBacklogBytes < core.settings.maxGraphBacklogBytes
  );
}

/** Grants what can be granted. */
export function grantReady(core: Core): void {
  const { lanes } = core.books.readiness;
  if (lanes.ready === 0 && core.reserved === null) return;
  if (!mayGrant(core)) return;
  if (lanes.soloReady > 0 || core.reserved !== null) grantSolo(core);
  while (lanes.ready > lanes.soloReady && core.withModel.size + core.rulesOnly.size > 0) {
    const found = next(core);
    if (found === null || !grant(core, found.row, found.session, false)) return;
  }
}

/** The first job for which there is a worker: of the lanes of the highest priority, the one submitted first. */
function next(core: Core): { row: number; session: Session } | null {
  const { readiness } = core.books;
  let best: { row: number; session: Session } | null = null;
  let priority = 0;
  for (const lane of readiness.lanes.all) {
    if (best !== null && lane.priority !== priority) return best;
    if (lane.ready === 0 || lane.solo) continue;
    const session = workerFor(core, lane);
    if (session === null) continue;
    const row = readiness.peek(lane);
    if (row === 0 || (best !== null && row > best.row)) continue;
    best = { row, session };
    priority = lane.priority;
  }
  return best;
}

function workerFor(core: Core, lane: Lane): Session | null {
  const mode = MODES[lane.mode]!;
  const { withModel, rulesOnly, gates, nowMs } = core;
  const open = (hasModel: boolean): boolean => gates.all.size === 0 || gates.shutFor(mode, hasModel, nowMs) === null;
  const first = ({ free, ahead }: Takers): Session | null =>
    free.head ?? (ahead.head !== null && isPlenty(core, mode === 'on') ? ahead.head : null);
  const able = open(true) ? first(withModel) : null;
  if (mode === 'on') return able;
  const plain = open(false) ? first(rulesOnly) : null;
  return mode === 'auto' ? (able ?? plain) : (plain ?? able);
}

/**
 * More waits than those who may take it can do at once. Towards the end of the work it does not: then a job waits for the
 * first worker that is free, not behind another job.
 */
function isPlenty({ books, withModel, rulesOnly }: Core, needsModel: boolean): boolean {
  let ready = 0;
  for (const lane of books.readiness.lanes.all) if ((MODES[lane.mode] === 'on') === needsModel) ready += lane.ready;
  return ready > withModel.atOnce + (needsModel ? 0 : rulesOnly.atOnce);
}

/** Jobs that lost two leases: only to a worker that holds nothing else; where none is empty, one is emptied. */
function grantSolo(core: Core): void {
  const { lanes } = core.books.readiness;
  for (const lane of lanes.all) {
    if (!lane.solo) continue;
    while (lane.ready > 0) {
      const session = emptyWorker(core, lane);
      const row = session === null ? 0 : core.books.readiness.peek(lane);
      if (session === null || row === 0) break;
      if (core.reserved === session) core.reserved = null;
      if (!grant(core, row, session, true)) return;
    }
  }
  const waiting = lanes.all.find((lane) => lane.solo && lane.ready > 0);
  if (waiting === undefined || (core.reserved !== null && !usable(core, core.reserved, waiting))) release(core);
  if (waiting !== undefined && core.reserved === null) reserve(core, waiting);
}

function emptyWorker(core: Core, lane: Lane): Session | null {
  for (const session of core.sessions.values()) {
    if (session.leases.size === 0 && session.credit > 0 && usable(core, session, lane)) return session;
  }
  return null;
}

function usable(core: Core, session: Session, lane: Lane): boolean {
  const mode = MODES[lane.mode]!;
  const hasModel = session.model !== null;
  return (
    session.stream !== null &&
    !session.draining &&
    !session.suspect &&
    session.soloLease === null &&
    // Its slots may all be taken by threads that hang: what they held is lost, and no credit comes for them.
    session.credit + session.leases.size > 0 &&
    (mode !== 'on' || hasModel) &&
    core.gates.shutFor(mode, hasModel, core.nowMs) === null
  );
}

function reserve(core: Core, lane: Lane): void {
  let least: Session | null = null;
  for (const session of core.sessions.values()) {
    if (!usable(core, session, lane)) continue;
    if (least === null || session.leases.size < least.leases.size) least = session;
  }
  core.reserved = least;
  if (least !== null) core.relist(least);
}

function release(core: Core): void {
  const session = core.reserved;
  core.reserved = null;
  if (session !== null) core.relist(session);
}

function grant(core: Core, row: number, session: Session, solo: boolean): boolean {
  if (core.counter >= core.settings.tokensPerEpoch) {
    // Asked for once: a turn may try to grant again before the answer.
    if (!core.awaitingEpoch) {
      core.awaitingEpoch = true;
      core.effects.needEpoch();
    }
    return false;
  }
  const { books, settings, nowMs } = core;
  const token = core.epoch * 2 ** 32 + core.counter++;
  const filing = decodeLeaseFields(books.table.read(row, reader));
  const chunk = books.table.chunk(row);
  const i = row & MASK;
  if (chunk.token[i] !== 0 && core.situation(row) === 'reclaimed') {
    const { label: worker } = session;
    const from = core.workerName(chunk.boot[i]!);
    core.effects.event({ kind: 'reassigned', jobId: row, accession: filing.accession, worker, from });
  }
  const seq = core.ledger.grant(row, core.bootOf(session), token);
  const dueMs = nowMs + settings.leaseTtlMs;
  const lease = new Lease(token, row, session, nowMs, dueMs, nowMs + settings.startWithinMs, filing.accession);
  session.credit--;
  session.leases.set(token, lease);
  core.leases.set(row, lease);
  if (solo) session.soloLease = lease;
  const mode = MODES[chunk.mode[i]!]!;
  if (core.gates.all.size > 0) lease.gate = core.gates.onTrial(mode, session.model !== null);
  // Round: the next job goes to the next worker.
  session.list?.remove(session);
  core.relist(session);
  session.revision++;
  core.outbox.lease(session.stream!, seq, {
    token,
    job: {
      jobId: row,
      runId: books.runs.at(chunk.run[i]!).runId,
      accession: filing.accession,
      path: filing.path,
      root: filing.root,
      sizeBytes: filing.sizeBytes,
      mode,
    },
    attempt: chunk.grants[i]!,
    msLeft: settings.leaseTtlMs,
  });
  return true;
}
