// What the dispatcher's parts share. No decision is taken here.
import { RateLimit } from '@filigree/base';
import { Books } from '../jobs/books.ts';
import { CHUNK_ROWS, FLAG, STATE } from '../jobs/job-table.ts';
import { Ledger } from '../jobs/ledger.ts';
import type { Completion } from '../session/frames.ts';
import { Gates } from './gates.ts';
import type { ToldTrouble } from './graph-trouble.ts';
import { bootName, parseBootName } from './identity.ts';
import type { BootIdentity } from './identity.ts';
import { ALL_LOGS_BURST, ALL_LOGS_PER_SECOND, GRAPH_BACKLOG_BYTES } from './limits.ts';
import { Outbox } from './outbox.ts';
import { Refusals } from './refusals.ts';
import type { DispatcherEffects, DispatcherOptions, GraphTrouble } from './ports.ts';
import { Session, Takers } from './sessions.ts';
import type { Lease, Stream } from './sessions.ts';
import type { Situation } from './table.ts';

const MASK = CHUNK_ROWS - 1;

/** A completion that was read and whose graph write is under way. */
export interface Pin {
  readonly row: number;
  readonly token: number;
  readonly completion: Completion;
  readonly grantedMs: number;
  readonly accession: string;
  /** Who is told. */
  session: Session;
}

export type Settings = Required<DispatcherOptions>;

/** Beat interval of a worker without a lease, in ms; told to nobody, sessions know it as well. */
export const IDLE_BEAT_MS = 30_000;
/** A worker that is silent for this long is gone, in ms. */
export const SILENCE_LIMIT_MS = 75_000;
/** Time between two looks at all leases while there are any, in ms. */
export const SWEEP_MS = 250;

export class Core {
  readonly settings: Settings;
  readonly effects: DispatcherEffects;
  readonly books = new Books();
  readonly ledger = new Ledger(this.books);
  readonly outbox: Outbox;
  readonly gates: Gates;
  readonly streams = new Map<number, Stream>();
  /** Streams on which nobody has said Hello yet. */
  readonly silent = new Set<Stream>();
  /** By key. */
  readonly sessions = new Map<string, Session>();
  /** Labels of all sessions. */
  readonly labels = new Set<string>();
  readonly logs = new RateLimit(ALL_LOGS_PER_SECOND, ALL_LOGS_BURST);
  leftOutToldMs = 0;
  /** Sessions without a stream. */
  readonly offline = new Set<Session>();
  /** Sessions that can take a job now, those with a model apart. */
  readonly withModel = new Takers();
  readonly rulesOnly = new Takers();
  /** By row. */
  readonly leases = new Map<number, Lease>();
  /** By row. */
  readonly pins = new Map<number, Pin>();
  /** Leases said to be started, not yet in the journal. */
  startedUnrecorded: Lease[] = [];
  readonly refusals = new Refusals();
  /** Runs that may have ended since the last turn. */
  readonly idleRuns = new Set<number>();
  /** Emptied for a job that must run alone. */
  reserved: Session | null = null;
  nowMs = 0;
  epoch = 0;
  counter = 0;
  awaitingEpoch = false;
  opened = false;
  isFull = false;
  /** The graph that results go to. */
  graph: DispatcherOptions['graph'];
  graphTrouble: GraphTrouble | null = null;
  graphTold: ToldTrouble | null = null;
  batchDepth = 0;
  graphBacklogBytes = 0;
  completedHere = 0;
  failedHere = 0;
  lostHere = 0;
  revision = 0;
  #lastLife = 0;

  constructor(options: DispatcherOptions, effects: DispatcherEffects) {
    this.settings = {
      leaseTtlMs: 30_000,
      beatEveryMs: 5_000,
      startWithinMs: 5_000,
      reconnectWithinMs: 2_000,
      maxGraphBacklogBytes: GRAPH_BACKLOG_BYTES,
      tokensPerEpoch: 2 ** 32,
      ...options,
    };
    this.effects = effects;
    this.graph = options.graph;
    this.outbox = new Outbox(effects);
    this.gates = new Gates(options.random);
    this.books.onRunIdle = (run) => this.idleRuns.add(run);
  }

  setNow(nowMs: number): void {
    if (nowMs > this.nowMs) this.nowMs = nowMs;
    this.books.nowMs = this.nowMs;
  }

  /** The job's row for its newest token; 0 when the token is not the newest of any job. */
  rowOf(token: number): number {
    const row = this.books.tokens.row(token);
    if (row === 0 || !this.books.table.has(row)) return 0;
    return this.books.table.chunk(row).token[row & MASK] === token ? row : 0;
  }

  situation(row: number): Situation {
    const chunk = this.books.table.chunk(row);
    const i = row & MASK;
    const flags = chunk.flags[i]!;
    if ((flags & FLAG.pinned) !== 0) return 'pinned';
    const outstanding = chunk.token[i] !== 0 && (flags & FLAG.spent) === 0;
    switch (chunk.state[i]) {
      case STATE.pending:
        return outstanding ? 'reclaimed' : 'pending';
      case STATE.processing:
        return this.leases.get(row)?.started === true ? 'started' : 'leased';
      case STATE.completed:
        return 'completed';
      case STATE.failed:
        return outstanding ? 'lost' : 'failed';
      default:
        return 'cancelled';
    }
  }

  lastSeqOf(row: number): number {
    return this.books.table.chunk(row).lastSeq[row & MASK]!;
  }

  /** A boot that was not known, under a label that no other has. */
  addSession(identity: BootIdentity, boot: number): Session {
    const { workerId } = identity;
    let label = workerId;
    for (let nth = 2; this.labels.has(label); nth++) label = `${workerId} (${String(nth)})`;
    const life = `${String(this.epoch)}.${String(++this.#lastLife)}`;
    const session = new Session(identity, label, life, boot);
    this.sessions.set(session.key, session);
    this.labels.add(label);
    return session;
  }

  workerName(boot: number): string {
    return parseBootName(this.books.boots.name(boot)).workerId;
  }

  /** The boot that the job's newest token was granted to. */
  identityOf(row: number): BootIdentity {
    return parseBootName(this.books.boots.name(this.books.table.chunk(row).boot[row & MASK]!));
  }

  /** The number of its boot, written down where it is not yet: a worker that takes no job leaves no trace on the disk. */
  bootOf(session: Session): number {
    if (session.boot === 0) session.boot = this.ledger.bootOf(bootName(session));
    return session.boot;
  }

  /** The job's newest token was granted to this boot, in this life of the coordinator or an earlier one. */
  owns(session: Session, row: number): boolean {
    return session.boot !== 0 && this.books.table.chunk(row).boot[row & MASK] === session.boot;
  }

  /** Takes the lease out of its worker's hands. */
  endLease(lease: Lease, completed: boolean): void {
    const { session } = lease;
    session.leases.delete(lease.token);
    this.leases.delete(lease.row);
    if (lease.gate !== null) this.gates.ended(lease.gate, completed);
    if (session.soloLease === lease) session.soloLease = null;
    this.relist(session);
  }

  /** Puts the session in the list where it belongs, or in none. */
  relist(session: Session): void {
    const serves = session.stream !== null && !session.draining && !session.suspect;
    const takers = session.model === null ? this.rulesOnly : this.withModel;
    if (session.countedIn !== null) session.countedIn.atOnce -= session.counted;
    session.counted = serves ? session.atOnce : 0;
    session.countedIn = takers;
    takers.atOnce += session.counted;
    const asks = session.credit > 0 && session.leases.size < session.slots;
    const able = serves && asks && session.soloLease === null && session !== this.reserved;
    const list = !able ? null : session.leases.size < session.atOnce ? takers.free : takers.ahead;
    if (session.list === list) return;
    session.list?.remove(session);
    list?.push(session);
  }
}
