// Those who submit: they ask again until they are answered, over all lives of the coordinator.
import type { Dispatcher } from '@filigree/queue';
import type { PlannedRun } from './plan.ts';
import type { SimCoordinator } from './sim-coordinator.ts';
import type { World } from './world.ts';

export class SimClient {
  readonly #world: World;
  readonly #run: PlannedRun;
  isDone = false;
  #hasBumped = false;
  /** Answers to an earlier attempt are not for this one. */
  #attempt = 0;

  constructor(world: World, run: PlannedRun) {
    this.#world = world;
    this.#run = run;
    world.time.after(run.atMs, () => {
      this.#again();
    });
  }

  /** The directory was lost: everything is asked for anew. */
  forget(): void {
    if (!this.isDone) return;
    this.isDone = false;
    this.#later(this.#attempt);
  }

  #later(attempt: number): void {
    this.#world.time.after(this.#world.chance.between(50, 2_000), () => {
      if (attempt === this.#attempt) this.#again();
    });
  }

  #again(): void {
    if (this.isDone) return;
    const life = this.#world.coordinator;
    if (life?.isServing !== true || life.process.isStopped) {
      this.#later(this.#attempt);
      return;
    }
    const attempt = ++this.#attempt;
    life.onDead.push(() => {
      this.#later(attempt);
    });
    if (this.#run.options.force && !this.#hasBumped) {
      this.#hasBumped = true;
      for (const { accession } of this.#run.filings) this.#world.bumpContent(accession);
    }
    this.#open(life);
  }

  #open(life: SimCoordinator): void {
    const { runId, options } = this.#run;
    life.call((dispatcher, nowMs) => {
      dispatcher.openRun(
        runId,
        options,
        (view) => {
          this.#world.log(`${runId} is ${view.closed ? 'already closed' : 'open'}`);
          this.#world.invariants.acknowledged(runId, []);
          if (view.closed) this.isDone = true;
          else this.#next(life, 0);
        },
        nowMs,
      );
    });
  }

  /** The scan goes on when a batch is on disk. */
  #next(life: SimCoordinator, from: number): void {
    life.process.after(this.#world.chance.skewed(0.1, 2_000), () => {
      const { runId, filings, batch } = this.#run;
      life.call((dispatcher, nowMs) => {
        if (from >= filings.length) this.#close(dispatcher, nowMs);
        else {
          const part = filings.slice(from, from + batch);
          const accept = (): void => {
            this.#world.invariants.acknowledged(
              runId,
              part.map(({ accession }) => accession),
            );
            this.#next(life, from + batch);
          };
          dispatcher.submitBatch(runId, part, accept, nowMs);
        }
      });
    });
  }

  #close(dispatcher: Dispatcher, nowMs: number): void {
    dispatcher.closeRun(
      this.#run.runId,
      () => {
        this.isDone = true;
        this.#world.log(`${this.#run.runId} is submitted`);
      },
      nowMs,
    );
  }
}
