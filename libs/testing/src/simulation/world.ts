// All that there is in one simulated world.
import type { Failure, Lease } from '@filigree/queue';
import type { Chance } from './chance.ts';
import { Invariants } from './invariants.ts';
import type { Plan } from './plan.ts';
import { SimClient } from './sim-client.ts';
import { SimCoordinator, isRefusal } from './sim-coordinator.ts';
import { SimDisk } from './sim-disk.ts';
import { Network } from './sim-network.ts';
import { SimStore } from './sim-store.ts';
import { SimWorker } from './sim-worker.ts';
import { VirtualTime } from './virtual-time.ts';

/** What the tests break on purpose, to show that the simulation would notice. None of it exists in the shipped code. */
export interface Sabotage {
  /** The graph takes writes whatever their token. */
  readonly unfencedStore?: boolean;
  /** A completion counts for its job whoever holds it by now. */
  readonly takesOldTokens?: boolean;
  /** Syncs do nothing. */
  readonly skipsSync?: boolean;
  /** Damage in an earlier batch is cut off like a torn tail instead of refused. */
  readonly cutsAnywhere?: boolean;
}

/** How a world ended when not by its own peace: the disk damaged synced data, and the start said so. */
export type Refusal = { readonly kind: 'refused' | 'altered'; readonly message: string };

export class World {
  readonly time = new VirtualTime();
  readonly disk: SimDisk;
  readonly network: Network;
  readonly store = new SimStore();
  readonly invariants = new Invariants(this);
  readonly clients: SimClient[];
  workers: SimWorker[] = [];
  coordinator: SimCoordinator | null = null;
  /** What each token's completion would write. */
  readonly values = new Map<number, string>();
  readonly completedTokens = new Set<number>();
  readonly #content = new Map<string, number>();
  lives = 0;
  faults = 0;
  isCalm = false;
  /** The graph or the model says slow down until then. */
  overloadedUntilMs = 0;
  damagedAt: string | null = null;
  refusal: Refusal | null = null;
  trouble: Error | null = null;
  readonly story: string[] | null;

  constructor(
    readonly plan: Plan,
    readonly chance: Chance,
    readonly sabotage: Sabotage,
    traces: boolean,
  ) {
    this.story = traces ? [] : null;
    this.disk = new SimDisk(chance);
    this.disk.faults.liesAboutSync = sabotage.skipsSync === true;
    this.store.isFenced = sabotage.unfencedStore !== true;
    this.network = new Network(this.time, chance);
    this.network.faults.delayMs = plan.delayMs;
    this.startCoordinator(0);
    for (let i = 0; i < plan.workers.length; i++) this.startWorker(i, chance.between(0, 500));
    this.clients = plan.runs.map((run) => new SimClient(this, run));
  }

  log(what: string | (() => string)): void {
    if (this.story === null) return;
    const text = typeof what === 'string' ? what : what();
    this.story.push(`${(this.time.nowMs / 1000).toFixed(4).padStart(9)} ${text}`);
  }

  contentOf(accession: string): string {
    return `${accession} version ${String(this.#content.get(accession) ?? 1)}`;
  }

  /** The filing's content changed; a forced run follows. */
  bumpContent(accession: string): void {
    this.#content.set(accession, (this.#content.get(accession) ?? 1) + 1);
  }

  writeGraph(accession: string, token: number, value: string): 'written' | 'stale' {
    const result = this.store.write(accession, token, value);
    this.log(`graph ${accession} by ${String(token)}: ${result}`);
    return result;
  }

  /** How this attempt fails, or null. */
  failureOf(lease: Lease): Failure | null {
    const { token, job } = lease;
    const failure = (failureClass: Failure['failureClass'], resource: string): Failure => ({
      token,
      failureClass,
      message: `simulated ${failureClass}`,
      detail: '',
      resource,
      retryAfterMs: 0,
    });
    if (this.time.nowMs < this.overloadedUntilMs && this.chance.flip(0.8)) {
      return failure('overloaded', this.chance.flip(0.5) ? 'neo4j' : 'ollama');
    }
    if (job.accession.endsWith('11')) return failure('fatal', '');
    if (job.accession.endsWith('5') && this.chance.flip(0.5)) return failure('retryable', '');
    if (!this.isCalm && this.chance.flip(0.01)) return failure('worker', 'disk');
    return null;
  }

  startWorker(index: number, afterMs: number): void {
    const planned = this.plan.workers[index]!;
    this.time.after(afterMs, () => {
      const boot = `${planned.id}-boot${String(this.time.steps)}`;
      this.workers.push(new SimWorker(this, planned, boot));
    });
  }

  /** It died or left: another boot of it comes sooner or later. */
  workerOver(worker: SimWorker): void {
    this.log(`worker ${worker.bootId} is gone`);
    this.workers = this.workers.filter((other) => other !== worker);
    const index = this.plan.workers.findIndex(({ id }) => id === worker.id);
    this.startWorker(index, this.chance.skewed(200, 30_000));
  }

  startCoordinator(afterMs: number): void {
    this.time.after(afterMs, () => {
      const life = new SimCoordinator(this);
      this.coordinator = life;
      this.lives++;
      this.log(`coordinator starts, life ${String(this.lives)}`);
      life.start().catch((error: unknown) => {
        this.#startFailed(life, error as Error);
      });
    });
  }

  coordinatorDied(life: SimCoordinator, how: 'kill' | 'power'): void {
    if (!life.process.alive) return;
    this.log(`coordinator dies (${how})`);
    life.process.alive = false;
    life.isServing = false;
    this.coordinator = null;
    this.network.server = null;
    this.network.died(life.process);
    if (how === 'power') this.disk.crash();
    else this.disk.killed();
    if (how === 'power' && this.plan.flipsBits && this.chance.flip(0.5)) {
      this.damagedAt = this.disk.flipBit() ?? this.damagedAt;
      this.log(`a bit flips in ${String(this.damagedAt)}`);
    }
    for (const told of life.onDead) told();
    this.startCoordinator(this.chance.skewed(100, 20_000));
  }

  /** Recovery cut a torn tail and said so. Where a bit was flipped, that may have been more than what was never synced. */
  tailWasCut(): void {
    if (this.damagedAt === null) return;
    this.refusal = { kind: 'altered', message: `the tail was cut after a flipped bit in ${this.damagedAt}` };
  }

  #startFailed(life: SimCoordinator, error: Error): void {
    if (!life.process.alive) return;
    this.log(`start fails: ${error.message}`);
    if (!isRefusal(error)) {
      // A disk that is full or fails at the start: the supervisor tries again.
      const { code } = error as { code?: string };
      if (code === 'DISK_FULL' || code === 'LOCAL_STATE') this.coordinatorDied(life, 'kill');
      else this.trouble = error;
      return;
    }
    if (this.damagedAt === null && this.sabotage.skipsSync !== true) {
      this.trouble = new Error(`an undamaged directory is refused: ${error.message}`);
    } else if (this.sabotage.cutsAnywhere === true && this.#cut(error.detail)) this.coordinatorDied(life, 'kill');
    else if (!/queue\/\S+/.test(error.message)) this.trouble = new Error(`a refusal names no place: ${error.message}`);
    else this.refusal = { kind: 'refused', message: error.message };
  }

  /** The loosened rule: everything from the damage on goes, as if it were a torn tail. */
  #cut(detail: Readonly<Record<string, unknown>>): boolean {
    const { file, offset } = detail;
    if (typeof file !== 'string' || typeof offset !== 'number') return false;
    const damaged = this.disk.file(file);
    if (damaged === undefined) return false;
    const size = damaged.data.length;
    damaged.truncate(offset);
    damaged.truncate(size);
    damaged.beginSync()();
    for (const name of this.disk.names()) if (name > file && !name.includes('snapshot')) this.disk.remove(name);
    return true;
  }
}
