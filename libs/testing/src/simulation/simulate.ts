import { Chance } from './chance.ts';
import { calm, scheduleFaults } from './faults.ts';
import { Violation } from './invariants.ts';
import { drawPlan } from './plan.ts';
import { World } from './world.ts';
import type { Sabotage } from './world.ts';

/** After the faults have stopped every job must have ended within this virtual time, in ms. */
const PEACE_WITHIN_MS = 30 * 60_000;
const LOOK_EVERY_MS = 1_000;

export interface SimulationOptions {
  readonly trace?: boolean;
  readonly sabotage?: Sabotage;
}

/** What a seed came to. */
export interface SimulationResult {
  readonly seed: number;
  /** `peace`: every job ended. `refused`, `altered`: the disk damaged synced data, and the start said where. */
  readonly outcome: 'peace' | 'refused' | 'altered' | 'violation';
  /** What was broken, or what the start said; empty otherwise. */
  readonly message: string;
  readonly story: readonly string[];
  readonly steps: number;
  readonly virtualMs: number;
  readonly lives: number;
  readonly faults: number;
  readonly leases: number;
}

/** Plays one seed from the beginning to its end. The same seed gives the same story, always. */
export async function simulate(seed: number, options: SimulationOptions = {}): Promise<SimulationResult> {
  const chance = new Chance(seed);
  const plan = drawPlan(chance);
  const world = new World(plan, chance, options.sabotage ?? {}, options.trace === true);
  world.log(
    `seed ${String(seed)}: graph ${plan.graph}, ${String(plan.workers.length)} workers, ${String(plan.runs.length)} runs`,
  );
  const result = (outcome: SimulationResult['outcome'], message: string): SimulationResult => ({
    seed,
    outcome,
    message,
    story: world.story ?? [],
    steps: world.time.steps,
    virtualMs: world.time.nowMs,
    lives: world.lives,
    faults: world.faults,
    leases: world.invariants.leases,
  });
  let peaceful = false;
  scheduleFaults(world);
  world.time.after(plan.calmMs, () => {
    calm(world);
    const look = (): void => {
      peaceful = isPeace(world);
      if (!peaceful) world.time.after(LOOK_EVERY_MS, look);
    };
    look();
  });
  try {
    const endMs = plan.calmMs + PEACE_WITHIN_MS;
    while (!peaceful) {
      if (!world.time.step(endMs))
        throw new Violation(`not at peace ${String(PEACE_WITHIN_MS)} ms after the last fault: ${unrest(world)}`);
      // Whatever waits for a promise goes on before the next event.
      await new Promise((resolve) => setImmediate(resolve));
      if (world.trouble !== null) throw world.trouble;
      if (world.refusal !== null) return result(world.refusal.kind, world.refusal.message);
    }
    const life = world.coordinator!;
    world.invariants.whole(life.dispatcher, life.process.nowMs());
    world.invariants.graph(life.dispatcher, life.process.nowMs());
    return result('peace', '');
  } catch (error) {
    world.log(`broken: ${(error as Error).message}`);
    return result('violation', error instanceof Violation ? error.message : String((error as Error).stack));
  }
}

function isPeace(world: World): boolean {
  const life = world.coordinator;
  if (life?.isServing !== true || life.process.isStopped) return false;
  if (world.clients.some(({ isDone }) => !isDone)) return false;
  const { pending, processing } = life.dispatcher.counts();
  const runs = life.dispatcher.runs(100);
  return pending === 0 && processing === 0 && runs.every(({ resolved }) => resolved);
}

function unrest(world: World): string {
  const life = world.coordinator;
  if (life === null) return 'there is no coordinator';
  const undone = world.clients.filter(({ isDone }) => !isDone).length;
  const status = life.dispatcher.status(life.process.nowMs());
  const open = life.dispatcher.runs(100).filter(({ resolved }) => !resolved);
  return `${String(undone)} clients wait, ${JSON.stringify(status)}, ${JSON.stringify(open)}`;
}
