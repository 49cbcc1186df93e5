// One round is the short form. TERMINATE_ROUNDS=10, which .ci/run sets, runs it for longer; with the same
// TERMINATE_SEED the signals are drawn as before.
import { join } from 'node:path';
import { Bench } from '@filigree/testing';
import type { TestProcess } from '@filigree/testing';
import { multiplySamples } from './support/multiplied-samples.ts';

const ROUNDS = Number(process.env['TERMINATE_ROUNDS'] ?? 1);
const SEED = Number(process.env['TERMINATE_SEED'] ?? Date.now() % 1_000_000);
const COPIES = 2;
const GRACE_SECONDS = 6;
// Beyond the grace: what starting and ending a process takes on a busy machine.
const LATE_MS = 30_000;
const SHOWN_CHARACTERS = 2000;
const PATIENCE_MS = 120_000 + ROUNDS * 120_000;

interface Job {
  readonly job: number;
  readonly state: string;
  readonly failures: number;
  readonly losses: number;
  readonly attempts: number;
}

/** Mulberry32, a small generator that a seed replays. */
function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

describe('SIGTERM of everything', () => {
  let bench: Bench;
  beforeEach(async () => {
    bench = await Bench.open();
  });
  afterEach(() => bench.end());

  const random = randomFrom(SEED);
  const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
  const shuffled = <T>(items: readonly T[]): T[] =>
    items
      .map((item) => ({ item, at: random() }))
      .sort((a, b) => a.at - b.at)
      .map(({ item }) => item);

  /** Ends all of them in some order, each a random moment after the one before. */
  async function terminate(processes: readonly TestProcess[]): Promise<void> {
    for (const process of shuffled(processes)) {
      process.kill('SIGTERM');
      await pause(random() < 0.3 ? 0 : random() * 600);
    }
    const began = performance.now();
    const endings = await Promise.all(processes.map((process) => process.ended));
    const tookMs = performance.now() - began;
    for (const [index, ending] of endings.entries()) {
      // The end of what it said: that is where a reason stands.
      const said = processes[index]!.stderr().slice(-SHOWN_CHARACTERS);
      if (ending.code !== 0) throw new Error(`ended with ${JSON.stringify(ending)}, and said last:\n${said}`);
    }
    expect(tookMs).toBeLessThan(GRACE_SECONDS * 1000 + LATE_MS);
  }

  it(
    `in any order, ${String(ROUNDS)} times at random moments (seed ${String(SEED)}): no job is lost, no attempt spent`,
    async () => {
      const filings = join(bench.dir, 'filings');
      const count = await multiplySamples(filings, COPIES);
      let port = 0;
      const start = async (): Promise<TestProcess[]> => {
        const served = await bench.serve(filings, [], port);
        ({ port } = served);
        const worker = ['--concurrency', '2', '--grace', String(GRACE_SECONDS)];
        return [
          served.process,
          ...(await Promise.all(['a', 'b'].map((id) => bench.connect(served.address, ['--id', id, ...worker])))),
        ];
      };
      const ask = async <T>(...args: string[]): Promise<T[]> => {
        const address = `127.0.0.1:${String(port)}`;
        const { code, stdout, stderr } = await bench.run('coordinator', [...args, '--json', '--coordinator', address]);
        if (code !== 0) throw new Error(`${args.join(' ')}: ${stderr}`);
        return stdout
          .trimEnd()
          .split('\n')
          .map((line) => JSON.parse(line) as T);
      };

      let processes = await start();
      for (let round = 0; round < ROUNDS; round++) {
        await ask('submit', '--no-ai', '--force');
        await pause(random() * 1500);
        await terminate(processes);
        processes = await start();
      }
      await ask('wait');
      const jobs = (await ask<Job>('jobs', '--limit', '100000')).slice(0, -1);
      expect(jobs.length).toBeGreaterThanOrEqual(count);
      const spoiled = jobs.filter(({ state, failures, losses }) => state !== 'completed' || failures + losses > 0);
      expect(spoiled).toEqual([]);
      await terminate(processes);
    },
    PATIENCE_MS,
  );
});
