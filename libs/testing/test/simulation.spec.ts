import { simulate } from '@filigree/testing';
import type { Sabotage, SimulationResult } from '@filigree/testing';

const LOOKED_AT_MOST = 400;
// The short form: .ci/run and npm run sim take a hundred and more.
const SEEDS = 30;

/** The first seed that notices. */
async function firstViolation(sabotage: Sabotage): Promise<SimulationResult | null> {
  for (let seed = 1; seed <= LOOKED_AT_MOST; seed++) {
    const result = await simulate(seed, { sabotage });
    if (result.outcome === 'violation') return result;
  }
  return null;
}

describe('the simulation of the queue', () => {
  it('breaks no invariant in random schedules with faults', async () => {
    const broken: string[] = [];
    const totals = { faults: 0, lives: 0, leases: 0, peace: 0 };
    for (let seed = 1; seed <= SEEDS; seed++) {
      const result = await simulate(seed);
      if (result.outcome === 'violation') broken.push(`seed ${String(seed)}: ${result.message}`);
      if (result.outcome === 'peace') totals.peace++;
      totals.faults += result.faults;
      totals.lives += result.lives;
      totals.leases += result.leases;
    }
    expect(broken).toEqual([]);
    // Schedules without faults would show nothing.
    expect(totals.faults).toBeGreaterThan(10 * SEEDS);
    expect(totals.lives).toBeGreaterThan(2 * SEEDS);
    expect(totals.leases).toBeGreaterThan(10 * SEEDS);
    expect(totals.peace).toBeGreaterThan(0.8 * SEEDS);
  });

  it('tells the same story for the same seed, and another for another', async () => {
    const [first, again, other] = [
      await simulate(7, { trace: true }),
      await simulate(7, { trace: true }),
      await simulate(8, { trace: true }),
    ];
    expect(first.story.length).toBeGreaterThan(50);
    expect(again).toEqual(first);
    expect(other.story).not.toEqual(first.story);
  });
});

describe('a schedule that once broke an invariant', () => {
  it('asks for one new epoch when the tokens of one are used up within a turn (seed 255)', async () => {
    const result = await simulate(255);
    expect({ outcome: result.outcome, message: result.message }).toEqual({ outcome: 'peace', message: '' });
  });
});

describe('the simulation notices', () => {
  it('a graph without a fence', async () => {
    const found = await firstViolation({ unfencedStore: true });
    expect(found?.message).toMatch(/the graph has/);
  });

  it('a dispatcher that takes the word of a former holder', async () => {
    const found = await firstViolation({ takesOldTokens: true });
    expect(found?.message).toMatch(/its holder has not finished|two accepted|the graph has/);
  });

  it('a sync that is skipped', async () => {
    const found = await firstViolation({ skipsSync: true });
    expect(found?.message).toMatch(/acknowledged and is gone|was settled, but it is|undamaged directory is refused/);
  });

  it('a torn tail rule that cuts anywhere', async () => {
    const found = await firstViolation({ cutsAnywhere: true });
    expect(found?.message).toMatch(/acknowledged and is gone|was settled, but it is/);
  });
});
