import { RateLimit } from '@filigree/base';
import type {
  Capabilities,
  CoordinatorFrame,
  Hello,
  Lease as LeaseMessage,
  Verdict,
  Welcome,
} from '../session/frames.ts';
import type { Gate } from './gates.ts';
import type { BootIdentity } from './identity.ts';
import { LEASE_LIMIT_MS, MAX_SLOTS, STAGE_LIMIT_MS, WORKER_LOG_BURST, WORKER_LOG_PER_SECOND } from './limits.ts';

/** A worker's right to one job, now. */
export class Lease {
  started = false;
  stage = '';
  progress = 0;
  /** When stage or progress last changed, monotonic ms. */
  advancedMs: number;
  /** The overloaded resource's gate that it passed on trial. */
  gate: Gate | null = null;

  constructor(
    readonly token: number,
    readonly row: number,
    readonly session: Session,
    readonly grantedMs: number,
    public deadlineMs: number,
    /** Revoked if not started by then. */
    public startByMs: number,
    readonly accession: string,
  ) {
    this.advancedMs = grantedMs;
  }

  /** A beat said how far it is. */
  advance(stage: string, progress: number, nowMs: number): void {
    if (stage !== this.stage || progress > this.progress) this.advancedMs = nowMs;
    this.stage = stage;
    this.progress = progress;
  }

  /** For another TTL, unless its work stands still or it is older than any work is. */
  extend(nowMs: number, ttlMs: number): void {
    if (nowMs - this.advancedMs >= STAGE_LIMIT_MS) return;
    this.deadlineMs = Math.min(nowMs + ttlMs, Math.max(this.deadlineMs, this.grantedMs + LEASE_LIMIT_MS));
  }
}

/** One Work stream, and what waits to be written to it. */
export class Stream {
  session: Session | null = null;
  open = true;
  welcome: Welcome | null = null;
  leases: LeaseMessage[] = [];
  settled: { token: number; verdict: Verdict }[] = [];
  cancel: number[] = [];
  lost: number[] | null = null;
  drain = false;
  dirty = false;

  constructor(
    readonly id: number,
    /** What its opener showed at the door; empty where nobody has to be known. */
    readonly caller: string,
    readonly openedMs: number,
  ) {}

  /** Takes everything that waits as one frame. */
  take(): CoordinatorFrame {
    const frame: { -readonly [K in keyof CoordinatorFrame]: CoordinatorFrame[K] } = {};
    if (this.welcome !== null) frame.welcome = this.welcome;
    if (this.leases.length > 0) {
      frame.leases = this.leases;
      this.leases = [];
    }
    if (this.settled.length > 0) {
      frame.settled = this.settled;
      this.settled = [];
    }
    if (this.cancel.length > 0) {
      frame.cancel = this.cancel;
      this.cancel = [];
    }
    if (this.lost !== null) frame.beatAck = { lost: this.lost };
    if (this.drain) frame.drain = true;
    this.welcome = null;
    this.lost = null;
    this.drain = false;
    this.dirty = false;
    return frame;
  }
}

const NOTHING: Capabilities = { model: null, ai: 'auto', writesGraph: false, extractorVersion: '' };

/** One boot of a worker, with or without a stream. */
export class Session implements BootIdentity {
  readonly key: string;
  readonly caller: string;
  /** What it calls itself. */
  readonly workerId: string;
  /** Its own name for itself; empty until it says Hello. Proves nothing. */
  bootId = '';
  stream: Stream | null = null;
  host = '';
  version = '';
  labels: Readonly<Record<string, string>> = {};
  capabilities: Capabilities = NOTHING;
  slots = 0;
  /** Leases that it works on at once; what it holds beyond them waits for these. */
  atOnce = 0;
  /** What of that counts for its kind now: nothing while it can take no job. */
  counted = 0;
  countedIn: Takers | null = null;
  /** Leases that it asked for; granted only while a slot is free. */
  credit = 0;
  readonly logs = new RateLimit(WORKER_LOG_PER_SECOND, WORKER_LOG_BURST);
  readonly leases = new Map<number, Lease>();
  draining = false;
  /** It said Hello in this epoch; false for one that is known from the leases file alone. */
  greeted = false;
  /** Its lease ran out: nothing more until it is heard again. */
  suspect = false;
  /** Without a stream: until then it may come back. */
  graceUntilMs = Infinity;
  heardMs = 0;
  /** The number of the last answer that its model service gave, among those of all workers. */
  lastAnswer = 0;
  completed = 0;
  failed = 0;
  lost = 0;
  loopLagMs = 0;
  rssBytes = 0;
  cpu = 0;
  revision = 0;
  /** Holds a job that must run alone. */
  soloLease: Lease | null = null;
  // Place in the list of those that can take a job.
  list: SessionList | null = null;
  before: Session | null = null;
  after: Session | null = null;

  constructor(
    { key, caller, workerId }: BootIdentity,
    /** What people see: the id, with a number where another live worker has the same. */
    readonly label: string,
    /** Tells this life of it from others in front of people. */
    readonly life: string,
    /** Number of the boot in records; 0 until one needs it. */
    public boot: number,
  ) {
    this.key = key;
    this.caller = caller;
    this.workerId = workerId;
  }

  greet(hello: Hello): void {
    this.bootId = hello.bootId;
    this.host = hello.host;
    this.version = hello.version;
    this.labels = hello.labels;
    this.capabilities = hello.capabilities;
    this.slots = Math.min(hello.slots, MAX_SLOTS);
    this.atOnce = this.slots - Math.min(hello.ahead, Math.max(0, this.slots - 1));
    this.greeted = true;
    this.revision++;
  }

  /** The model that it would ask for an `auto` job, or null. */
  get model(): string | null {
    return this.capabilities.ai === 'off' ? null : this.capabilities.model;
  }
}

/** A doubly linked list: everything in one step. */
export class SessionList {
  head: Session | null = null;
  tail: Session | null = null;
  size = 0;

  push(session: Session): void {
    session.list = this;
    session.before = this.tail;
    session.after = null;
    if (this.tail === null) this.head = session;
    else this.tail.after = session;
    this.tail = session;
    this.size++;
  }

  remove(session: Session): void {
    if (session.before === null) this.head = session.after;
    else session.before.after = session.after;
    if (session.after === null) this.tail = session.before;
    else session.after.before = session.before;
    session.list = null;
    session.before = null;
    session.after = null;
    this.size--;
  }
}

/** Those of a kind that can take a job. */
export class Takers {
  /** They would begin at once. */
  readonly free = new SessionList();
  /** They would only hold it ready. */
  readonly ahead = new SessionList();
  /** Leases that all of the kind can work on at once. */
  atOnce = 0;

  get size(): number {
    return this.free.size + this.ahead.size;
  }
}
