// One life of the coordinator: the shipped dispatcher on the shipped journal, on a simulated disk, network and store.
import { FiligreeError } from '@filigree/base';
import type { Timer } from '@filigree/base';
import { createDispatcher, openJournal } from '@filigree/queue';
import type { CoordinatorFrame, Dispatcher, GraphWrite, Journal, QueueEvent, WorkerFrame } from '@filigree/queue';
import type { Link, ServerEnd } from './sim-network.ts';
import { SimProcess } from './virtual-time.ts';
import type { World } from './world.ts';

/** Small, so that a simulated hour sees segments change and compactions. */
const TUNING = { segmentBytes: 16 << 10, maxBatchBytes: 4 << 10, compactAboveBytes: 24 << 10 };

export class SimCoordinator implements ServerEnd {
  readonly process: SimProcess;
  readonly dispatcher: Dispatcher;
  readonly onDead: (() => void)[] = [];
  isServing = false;
  readonly #world: World;
  readonly #links = new Map<number, Link>();
  #journal: Journal | null = null;
  #timer: Timer | null = null;
  #depth = 0;
  #calls = 0;
  #writes: GraphWrite[] = [];
  #isWriting = false;

  constructor(world: World) {
    this.#world = world;
    this.process = new SimProcess(world.time, world.chance.int(0, 1_000_000));
    this.dispatcher = createDispatcher(
      {
        random: world.chance.next,
        newSecret: () => `secret ${String(world.chance.int(0, 2 ** 50))}`,
        graph: { kind: world.plan.graph, id: 'sim' },
        roots: [],
        tokensPerEpoch: world.plan.tokensPerEpoch,
      },
      {
        send: (id, frame) => {
          this.#send(id, frame);
        },
        closeStream: (id, reason) => {
          world.log(`coordinator closes stream ${String(id)}: ${reason}`);
          this.#links.get(id)?.hangUp('server');
          this.#links.delete(id);
        },
        writeGraph: (write) => {
          this.#writes.push(write);
          if (!this.#isWriting) this.#writeGraph();
        },
        needEpoch: () => {
          this.#takeEpoch((epoch) => {
            this.call((dispatcher, nowMs) => {
              dispatcher.epochStored(epoch, nowMs);
            });
          }).catch((error: unknown) => {
            // A journal that fails says so by onFatal as well, and this life ends there.
            world.log(`no new epoch: ${String(error)}`);
          });
        },
        runEnded: ({ runId }) => {
          this.process.after(world.chance.skewed(1, 500), () => {
            this.call((dispatcher, nowMs) => {
              dispatcher.runResolved(runId, nowMs);
            });
          });
        },
        event: (event) => {
          world.log(() => `coordinator: ${describe(event)}`);
        },
      },
    );
  }

  /** Recovers and begins to serve. Rejects when the directory is refused. */
  async start(): Promise<void> {
    const world = this.#world;
    const journal = await openJournal({
      dir: 'queue',
      disk: world.disk.for(this.process, world.time),
      clock: this.process.clock,
      fsync: 'strict',
      tuning: TUNING,
      onSnapshotRow: this.dispatcher.loadRow,
      onRecord: this.dispatcher.replay,
      onDurable: (seq) => {
        if (!this.isServing) return;
        this.call((dispatcher, nowMs) => {
          dispatcher.durable(seq, nowMs);
        });
      },
      onDiskFull: (isFull) => {
        world.log(`disk full: ${String(isFull)}`);
        this.call((dispatcher, nowMs) => {
          dispatcher.diskFull(isFull, nowMs);
        });
      },
      onFatal: (error) => {
        world.log(`coordinator exits: ${error.message}`);
        world.coordinatorDied(this, 'kill');
      },
      onNotice: (text) => {
        world.log(`journal: ${text}`);
      },
      snapshot: () => this.dispatcher.snapshot(),
    });
    this.#journal = journal;
    const { recovery } = journal;
    world.log(
      `recovered ${String(recovery.records)} records and ${String(recovery.snapshotRows)} rows up to ${String(recovery.lastSeq)}`,
    );
    if (recovery.tornTail !== null) world.tailWasCut();
    await this.#takeEpoch((epoch) => {
      this.isServing = true;
      this.call((dispatcher, nowMs) => {
        dispatcher.open(journal, epoch, nowMs);
        dispatcher.durable(journal.durableSeq, nowMs);
        world.invariants.opened(dispatcher, nowMs);
      });
      world.network.server = this;
    });
  }

  /** Above the journal's and the graph's, and in both before it is used. */
  async #takeEpoch(use: (epoch: number) => void): Promise<void> {
    const world = this.#world;
    const epoch = await this.#journal!.beginEpoch(world.store.epoch);
    this.process.after(world.chance.between(0.2, 5), () => {
      world.store.epoch = Math.max(world.store.epoch, epoch);
      world.log(`epoch ${String(epoch)}`);
      this.process.after(world.chance.between(0.2, 5), () => {
        use(epoch);
      });
    });
  }

  /** Every way into the dispatcher; then the timer, then the invariants. */
  call(act: (dispatcher: Dispatcher, nowMs: number) => void): void {
    if (!this.process.alive || !this.isServing) return;
    const nowMs = this.process.nowMs();
    this.#depth++;
    act(this.dispatcher, nowMs);
    this.#depth--;
    if (this.#depth > 0) return;
    this.#arm();
    this.#world.invariants.step(this.dispatcher, nowMs);
    if (++this.#calls % 64 === 0) this.#world.invariants.whole(this.dispatcher, nowMs);
  }

  opened(link: Link): void {
    this.#links.set(link.id, link);
    this.call((dispatcher, nowMs) => {
      dispatcher.streamOpened(link.id, '', nowMs);
    });
  }

  received(link: Link, said: WorkerFrame): void {
    const frame = this.#world.sabotage.takesOldTokens === true ? this.#withNewestTokens(said) : said;
    this.#world.log(() => `↑${String(link.id)} ${describe(frame)}`);
    this.#world.invariants.heard(link, frame.hello?.bootId, frame.credit ?? 0);
    for (const { token } of frame.completed ?? []) this.#world.completedTokens.add(token);
    this.call((dispatcher, nowMs) => {
      dispatcher.frame(link.id, frame, nowMs);
    });
  }

  /** As if the dispatcher did not compare tokens. */
  #withNewestTokens(frame: WorkerFrame): WorkerFrame {
    if (frame.completed === undefined) return frame;
    const newest = (token: number): number => this.#world.invariants.newestFor(token);
    return { ...frame, completed: frame.completed.map((said) => ({ ...said, token: newest(said.token) })) };
  }

  closed(link: Link): void {
    this.#links.delete(link.id);
    this.call((dispatcher, nowMs) => {
      dispatcher.streamClosed(link.id, nowMs);
    });
  }

  #send(id: number, frame: CoordinatorFrame): void {
    const link = this.#links.get(id);
    if (link === undefined) return;
    this.#world.log(() => `↓${String(id)} ${describe(frame)}`);
    this.#world.invariants.sent(this.dispatcher, link, frame, this.process.nowMs());
    link.sendDown(frame);
  }

  #arm(): void {
    this.#timer?.cancel();
    const dueMs = this.dispatcher.nextDeadlineMs();
    if (dueMs === Infinity) return;
    this.#timer = this.process.after(dueMs - this.process.nowMs(), () => {
      this.call((dispatcher, nowMs) => {
        dispatcher.tick(nowMs);
      });
    });
  }

  /** The store's thread: takes all waiting deltas in one transaction, which may commit although nobody hears of it. */
  #writeGraph(): void {
    const world = this.#world;
    const writes = this.#writes;
    this.#writes = [];
    this.#isWriting = true;
    world.time.after(world.chance.skewed(0.5, 400), () => {
      if (!this.process.alive) return;
      const fails = world.chance.flip(world.isCalm ? 0 : 0.03);
      const results = writes.map(({ token, accession, delta }) =>
        fails ? 'failed' : world.writeGraph(accession, token, Buffer.from(delta).toString()),
      );
      this.process.after(world.chance.skewed(0.1, 100), () => {
        this.#isWriting = false;
        this.call((dispatcher, nowMs) => {
          dispatcher.batch(nowMs, () => {
            writes.forEach(({ token }, i) => {
              const isWritten = results[i] === 'written';
              dispatcher.graphWritten(
                token,
                isWritten ? { ok: true } : { ok: false, message: 'simulated', fatal: false },
                nowMs,
              );
            });
          });
        });
        if (this.#writes.length > 0) this.#writeGraph();
      });
    });
  }
}

function describe(what: WorkerFrame | CoordinatorFrame | QueueEvent): string {
  return JSON.stringify(what, (key, value: unknown) => {
    if (['summary', 'facts', 'delta', 'capabilities', 'labels', 'path', 'roots'].includes(key)) return undefined;
    return value;
  });
}

export function isRefusal(error: unknown): error is FiligreeError {
  return error instanceof FiligreeError && error.code === 'CORRUPT';
}
