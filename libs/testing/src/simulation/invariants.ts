// What must hold after every step, whatever went wrong. Keeps what was told to clients and workers, and compares.
import type { CoordinatorFrame, Dispatcher, JobView, Lease, Verdict } from '@filigree/queue';
import type { Link } from './sim-network.ts';
import type { World } from './world.ts';

export const TTL_MS = 30_000;
const TICK_MS = 250;
/** Below this a late timer is no standstill of the process. */
const LATE_MS = 1_000;

/** A broken invariant: the message says which, of what. */
export class Violation extends Error {
  override readonly name = 'Violation';
}

export class Invariants {
  readonly #world: World;
  /** Highest token sent, by all lives and by those before this one. */
  #highest = 0;
  #highestBefore = 0;
  #newest = new Map<number, number>();
  /** Acknowledged filings, by run. */
  #acknowledged = new Map<string, Set<string>>();
  #acknowledgedRuns = new Set<string>();
  /** Token of the one accepted completion of each job. */
  #accepted = new Map<number, number>();
  #jobOf = new Map<number, number>();
  readonly #credit = new Map<number, { received: number; leased: number }>();
  readonly #bootOf = new Map<number, string>();
  /** The boot that each token was sent to. */
  readonly #holders = new Map<number, string>();
  /** Tokens that a worker may hold from an earlier life, by job. */
  #grace = new Map<number, number>();
  #graceUntilMs = 0;
  /** The best accepted completion of each accession, over all lives. */
  readonly best = new Map<string, { token: number; value: string }>();
  readonly forgotten = new Set<string>();
  leases = 0;

  constructor(world: World) {
    this.#world = world;
  }

  /** The queue directory is gone or an old one: what it acknowledged since does not count, tokens still rise. */
  reset(): void {
    this.#acknowledged = new Map();
    this.#acknowledgedRuns = new Set();
    this.#accepted = new Map();
    this.#jobOf = new Map();
    this.#newest = new Map();
  }

  acknowledged(runId: string, accessions: readonly string[]): void {
    this.#acknowledgedRuns.add(runId);
    const known = this.#acknowledged.get(runId) ?? new Set();
    for (const accession of accessions) known.add(accession);
    this.#acknowledged.set(runId, known);
  }

  /** A new life has opened: remember who may hold what. */
  opened(dispatcher: Dispatcher, nowMs: number): void {
    this.#highestBefore = this.#highest;
    this.#grace = new Map();
    this.#graceUntilMs = this.#world.time.nowMs + TTL_MS;
    for (const worker of dispatcher.workers(nowMs)) {
      for (const { jobId, token } of worker.leases) this.#grace.set(jobId, token);
    }
    this.whole(dispatcher, nowMs);
  }

  /** The newest token of the job that this one was granted for. */
  newestFor(token: number): number {
    return this.#newest.get(this.#jobOf.get(token) ?? 0) ?? token;
  }

  heard(link: Link, bootId: string | undefined, credit: number): void {
    const account = this.#credit.get(link.id) ?? { received: 0, leased: 0 };
    account.received += credit;
    this.#credit.set(link.id, account);
    if (bootId === undefined) return;
    this.#bootOf.set(link.id, bootId);
    for (const [jobId, token] of this.#grace) if (this.#holders.get(token) === bootId) this.#grace.delete(jobId);
  }

  /** A person cancelled it: its worker does not count. */
  cancelled(jobId: number): void {
    this.#grace.delete(jobId);
  }

  sent(dispatcher: Dispatcher, link: Link, frame: CoordinatorFrame, nowMs: number): void {
    for (const lease of frame.leases ?? []) this.#leaseSent(link, lease);
    for (const { token, verdict } of frame.settled ?? []) this.#settledSent(dispatcher, token, verdict, nowMs);
  }

  #leaseSent(link: Link, lease: Lease): void {
    const { token, job } = lease;
    this.leases++;
    if (token <= this.#highestBefore) this.#broken(`token ${String(token)} is not above those of former lives`);
    if (this.#jobOf.has(token)) this.#broken(`token ${String(token)} was granted twice`);
    const before = this.#newest.get(job.jobId) ?? 0;
    if (token <= before) this.#broken(`job ${String(job.jobId)} got token ${String(token)} after ${String(before)}`);
    this.#newest.set(job.jobId, token);
    this.#highest = Math.max(this.#highest, token);
    this.#jobOf.set(token, job.jobId);
    this.#holders.set(token, this.#bootOf.get(link.id) ?? '');
    const account = this.#credit.get(link.id) ?? { received: 0, leased: 0 };
    account.leased++;
    if (account.leased > account.received) this.#broken(`stream ${String(link.id)} got more leases than credit`);
    const grace = this.#grace.get(job.jobId);
    if (grace === undefined || this.#world.time.nowMs >= this.#graceUntilMs) return;
    const holder = this.#world.workers.find((worker) => worker.bootId === this.#holders.get(grace));
    if (holder?.process.alive === true && holder.holds.has(grace)) {
      this.#broken(`job ${String(job.jobId)} was granted in grace while ${holder.bootId} holds ${String(grace)}`);
    }
  }

  #settledSent(dispatcher: Dispatcher, token: number, verdict: Verdict, nowMs: number): void {
    const jobId = this.#jobOf.get(token);
    if (jobId === undefined || verdict === 'STALE' || !this.#world.completedTokens.has(token)) return;
    const job = dispatcher.job(jobId, nowMs);
    const before = this.#accepted.get(jobId);
    if (verdict === 'ACCEPTED') {
      if (before !== undefined)
        this.#broken(`job ${String(jobId)} has two accepted completions: ${String(before)}, ${String(token)}`);
      if (!this.#world.values.has(token))
        this.#broken(`${String(token)} was accepted, but its holder has not finished`);
      if (job !== null) this.#checkCompleted(job, token);
      this.#accepted.set(jobId, token);
      if (job !== null) this.#remember(job.accession, token);
      return;
    }
    if (job !== null) this.#checkCompleted(job, token);
  }

  #remember(accession: string, token: number): void {
    const best = this.best.get(accession);
    if (best !== undefined && best.token > token) return;
    this.best.set(accession, { token, value: this.#world.values.get(token) ?? '' });
  }

  #checkCompleted(job: JobView, token: number): void {
    if (job.state === 'completed' && job.token === token) return;
    const now = `${job.state} with newest token ${String(job.token)}`;
    this.#broken(`the completion of job ${String(job.jobId)} by ${String(token)} was settled, but it is ${now}`);
  }

  /** After every event of the coordinator. */
  step(dispatcher: Dispatcher, nowMs: number): void {
    const status = dispatcher.status(nowMs);
    let leases = 0;
    const jobs = new Set<number>();
    for (const worker of dispatcher.workers(nowMs)) {
      for (const lease of worker.leases) {
        leases++;
        jobs.add(lease.jobId);
        if (lease.dueInMs > TTL_MS + TICK_MS || lease.dueInMs < -(TICK_MS + LATE_MS)) {
          this.#broken(`the lease of job ${String(lease.jobId)} is due in ${String(lease.dueInMs)} ms`);
        }
      }
    }
    if (jobs.size !== leases) this.#broken('a job has two leases');
    const { processing } = status.jobs;
    if (leases !== status.busy || leases > processing || processing > leases + status.writing) {
      this.#broken(
        `${String(processing)} jobs are processing, with ${String(leases)} leases and ${String(status.writing)} being written`,
      );
    }
  }

  /** Everything, seldom: all jobs, all runs, all that was acknowledged. */
  whole(dispatcher: Dispatcher, nowMs: number): void {
    const { jobs } = dispatcher.jobs({}, null, 100_000, nowMs);
    const counts = { pending: 0, processing: 0, completed: 0, failed: 0, cancelled: 0 };
    const byAccession = new Map<string, JobView[]>();
    for (const job of jobs) {
      counts[job.state]++;
      byAccession.set(job.accession, [...(byAccession.get(job.accession) ?? []), job]);
      const accepted = this.#accepted.get(job.jobId);
      if (accepted !== undefined) this.#checkCompleted(job, accepted);
    }
    for (const [state, count] of Object.entries(dispatcher.counts())) {
      if (counts[state as keyof typeof counts] !== count)
        this.#broken(`${String(count)} ${state} jobs are counted, but there are others`);
    }
    for (const [accession, chain] of byAccession) {
      if (chain.filter(({ state }) => state === 'processing').length > 1)
        this.#broken(`two jobs of ${accession} run at once`);
    }
    this.#checkAcknowledged(dispatcher, byAccession);
  }

  #checkAcknowledged(dispatcher: Dispatcher, byAccession: ReadonlyMap<string, readonly JobView[]>): void {
    for (const runId of this.#acknowledgedRuns) {
      const run = dispatcher.run(runId);
      if (run === null) {
        this.#broken(`${runId} was acknowledged and is gone`);
        continue;
      }
      const found = run.added + run.requeued + run.joined;
      const counted = Object.values(run.jobs).reduce((sum, n) => sum + n, 0);
      if (found !== counted) this.#broken(`${runId} has ${String(found)} jobs, but counts ${String(counted)}`);
    }
    for (const [runId, accessions] of this.#acknowledged) {
      for (const accession of accessions) {
        if (byAccession.has(accession) || this.forgotten.has(accession)) continue;
        this.#broken(`${accession} of ${runId} was acknowledged and is gone`);
      }
    }
  }

  /** When all is quiet: the graph says what a quiet run would have said. */
  graph(dispatcher: Dispatcher, nowMs: number): void {
    const { jobs } = dispatcher.jobs({}, null, 100_000, nowMs);
    for (const [accession, best] of this.best) {
      const chain = jobs.filter((job) => job.accession === accession);
      const entry = this.#world.store.filings.get(accession);
      if (entry === undefined || entry.token < best.token) {
        this.#broken(
          `the graph has ${accession} from token ${String(entry?.token)}, but ${String(best.token)} was accepted`,
        );
        continue;
      }
      if (entry.token === best.token && entry.value !== best.value)
        this.#broken(`the graph has another ${accession} than was accepted`);
      const isWhole = chain.length > 0 && chain.every(({ state }) => state === 'completed');
      if (isWhole && entry.value !== this.#world.contentOf(accession)) {
        this.#broken(
          `the graph has ${entry.value} for ${accession}, a quiet run would have ${this.#world.contentOf(accession)}`,
        );
      }
    }
  }

  #broken(what: string): never {
    throw new Violation(what);
  }
}
