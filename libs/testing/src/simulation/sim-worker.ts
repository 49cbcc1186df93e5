// A worker: the shipped session, and a pretence of reading, extracting and writing.
import { createWorkerSession } from '@filigree/queue';
import type { Capabilities, JobEnd, JobSummary, Lease, WorkerSession } from '@filigree/queue';
import type { PlannedWorker } from './plan.ts';
import type { Link } from './sim-network.ts';
import { SimProcess } from './virtual-time.ts';
import type { World } from './world.ts';

const SUMMARY: JobSummary = {
  bytes: 1,
  readMs: 0,
  extractMs: 0,
  graphMs: 0,
  modelMs: 0,
  modelCalls: 0,
  modelCacheHits: 0,
  promptTokens: 0,
  outputTokens: 0,
  factsBySource: {},
  drops: {},
  nodes: 0,
  relationships: 0,
  ran: 'rules',
  textsCut: 0,
};

export class SimWorker {
  readonly id: string;
  readonly slots: number;
  readonly hasModel: boolean;
  readonly process: SimProcess;
  readonly session: WorkerSession;
  /** Tokens that it works on or whose result is not settled: what it may still bring. */
  readonly holds = new Map<number, Lease>();
  readonly #aborted = new Set<number>();
  readonly #world: World;
  #link: Link | null = null;
  isOver = false;

  constructor(
    world: World,
    { id, slots, ahead, hasModel }: PlannedWorker,
    readonly bootId: string,
  ) {
    this.#world = world;
    this.id = id;
    this.slots = slots;
    this.hasModel = hasModel;
    this.process = new SimProcess(world.time, world.chance.int(0, 1_000_000));
    this.session = createWorkerSession(
      {
        workerId: id,
        bootId,
        host: 'sim',
        version: '1',
        slots,
        ahead,
        labels: {},
        capabilities: () => this.#capabilities(),
        vitals: () => ({ loopLagMs: 0, rssBytes: 0, cpu: 0 }),
        clock: this.process.clock,
        random: world.chance.next,
      },
      {
        connect: (streamId) => {
          this.#connect(streamId);
        },
        disconnect: () => {
          this.#link?.hangUp('client');
        },
        send: (_, frame) => this.#link?.sendUp(frame),
        startJob: (lease) => {
          this.#start(lease);
        },
        abortJob: (token) => {
          this.#aborted.add(token);
        },
        welcomed: (welcome) => {
          for (const token of welcome.lost) this.holds.delete(token);
        },
        draining: () => undefined,
        finished: () => {
          this.isOver = true;
          this.process.alive = false;
          world.workerOver(this);
        },
      },
    );
    world.log(`worker ${id} starts as ${bootId} with ${String(slots)} slots`);
    this.session.start();
  }

  kill(): void {
    this.process.alive = false;
    this.isOver = true;
    this.#world.network.died(this.process);
    this.#world.workerOver(this);
  }

  #capabilities(): Capabilities {
    const writesGraph = this.#world.plan.graph === 'neo4j';
    return { model: this.hasModel ? 'llama3.2' : null, ai: 'auto', writesGraph, extractorVersion: '1' };
  }

  #connect(streamId: number): void {
    this.#link = this.#world.network.connect({
      process: this.process,
      opened: () => {
        this.session.opened(streamId);
      },
      received: (frame) => {
        for (const { token } of frame.settled ?? []) this.holds.delete(token);
        for (const token of frame.cancel ?? []) this.#forget(token);
        for (const token of frame.beatAck?.lost ?? []) this.#forget(token);
        this.session.received(streamId, frame);
      },
      closed: () => {
        this.session.closed(streamId, 'simulated');
      },
    });
  }

  /** The coordinator said that its result is not wanted. */
  #forget(token: number): void {
    this.holds.delete(token);
  }

  #start(lease: Lease): void {
    const { chance } = this.#world;
    this.holds.set(lease.token, lease);
    // A large filing is large for everybody who takes it.
    const isLarge = lease.job.sizeBytes % 5 === 0;
    const workMs = isLarge ? chance.between(10_000, 90_000) : chance.skewed(5, 8_000);
    const steps = chance.int(1, 4);
    // The filing is read at the start: what changes later is not in the result.
    const value = this.#world.contentOf(lease.job.accession);
    for (let step = 1; step < steps; step++) {
      this.process.after((workMs * step) / steps, () => {
        this.session.progress(lease.token, 'extracting', step);
      });
    }
    this.process.after(workMs, () => {
      this.#finish(lease, value);
    });
  }

  #finish(lease: Lease, value: string): void {
    const world = this.#world;
    const { token } = lease;
    if (this.#aborted.has(token)) {
      this.#end({ kind: 'released', token });
      return;
    }
    const failure = world.failureOf(lease);
    if (failure !== null) {
      this.#end({ kind: 'failed', failure });
      return;
    }
    world.values.set(token, value);
    if (world.plan.graph === 'sqlite') {
      this.#complete(token, Buffer.from(value));
      return;
    }
    // It writes the graph itself, and may die on either side of the commit, which may be long in coming.
    const writeMs = world.chance.flip(0.1) ? world.chance.between(1_000, 60_000) : world.chance.skewed(1, 300);
    world.time.after(writeMs, () => {
      if (!this.process.alive) return;
      const result = world.writeGraph(lease.job.accession, token, value);
      this.process.after(world.chance.skewed(0.5, 200), () => {
        if (result === 'written') this.#complete(token, null);
        else this.#end({ kind: 'released', token });
      });
    });
  }

  #complete(token: number, delta: Uint8Array | null): void {
    this.#end({ kind: 'completed', completion: { token, summary: SUMMARY, facts: [], delta } });
  }

  #end(end: JobEnd): void {
    this.session.jobEnded(end);
  }
}
