import { join } from 'node:path';
import { Bench, REPOSITORY } from '@filigree/testing';
import { multiplySamples } from './support/multiplied-samples.ts';
import { statusWhen } from './support/status-when.ts';

const SAMPLES = join(REPOSITORY, 'samples');
// Each test starts up to ten processes, which takes its time on a busy machine.
const PATIENCE_MS = 300_000;

interface Statistics {
  readonly run: string;
  readonly processed: number;
  readonly failed: number;
  readonly already_done: number;
  readonly companies: number;
  readonly graph: string;
}

/** The first line that differs, from both; null for equal texts. A whole dump in a message helps nobody. */
function firstDifference(a: string, b: string): [string | undefined, string | undefined] | null {
  if (a === b) return null;
  const [left, right] = [a.split('\n'), b.split('\n')];
  const at = left.findIndex((line, index) => line !== right[index]);
  return at === -1 ? [undefined, right[left.length]] : [left[at], right[at]];
}

function lastJson<T>(stdout: string): T {
  return JSON.parse(stdout.trimEnd().split('\n').at(-1) ?? '') as T;
}

describe('a run with real processes', () => {
  let bench: Bench;

  beforeEach(async () => {
    bench = await Bench.open();
  });
  afterEach(async () => {
    await bench.end();
  });

  it(
    'completes, counts its filings, and knows them the second time',
    async () => {
      const { address } = await bench.serve(SAMPLES);
      await bench.connect(address);
      const first = await bench.run('coordinator', ['submit', '--no-ai', '--wait', '--json', '--coordinator', address]);
      expect(first.code).toBe(0);
      const statistics = lastJson<Statistics>(first.stdout);
      expect(statistics.processed).toBeGreaterThan(20);
      expect(statistics).toMatchObject({ failed: 0, already_done: 0 });
      expect(statistics.companies).toBeGreaterThan(0);

      const second = await bench.run('coordinator', ['submit', '--no-ai', '--json', '--coordinator', address]);
      expect(lastJson(second.stdout)).toMatchObject({ submitted: 0, already_done: statistics.processed });
    },
    PATIENCE_MS,
  );

  it(
    'gives the same graph bytes with one worker and with four',
    async () => {
      const dumps: string[] = [];
      for (const workers of ['1', '4']) {
        const args = ['load-graph', '--filings', SAMPLES, '--no-ai', '--workers', workers, '--metrics', 'off'];
        const place = ['--queue-dir', `queue-${workers}`, '--graph', `sqlite:graph-${workers}.db`];
        const run = await bench.run('coordinator', [...args, ...place]);
        expect(run.stderr).not.toContain('error');
        expect(run.code).toBe(0);
        dumps.push((await bench.run('coordinator', ['graph', 'dump', '--graph', `sqlite:graph-${workers}.db`])).stdout);
      }
      expect(dumps[0]!.split('\n').length).toBeGreaterThan(100);
      expect(firstDifference(dumps[0]!, dumps[1]!)).toBeNull();
    },
    PATIENCE_MS,
  );

  it(
    'goes on when a worker is killed, with its filing on another',
    async () => {
      const { address, port, process: coordinator } = await bench.serve(SAMPLES);
      const doomed = await bench.connect(address, ['--id', 'doomed', '--concurrency', '4']);
      const submit = bench.start('coordinator', ['submit', '--no-ai', '--wait', '--json', '--coordinator', address]);
      await submit.printed(/submitted/);
      // It is killed once it is known to hold filings.
      await holdsLeases(port);
      doomed.kill('SIGKILL');
      await bench.connect(address, ['--id', 'heir']);
      expect((await submit.ended).code).toBe(0);
      const statistics = lastJson<Statistics>(submit.stdout());
      expect(statistics).toMatchObject({ failed: 0 });
      expect(statistics.processed).toBeGreaterThan(20);
      expect(coordinator.stderr()).toContain('"worker":"doomed"');
    },
    PATIENCE_MS,
  );

  it.each(['SIGKILL', 'SIGTERM'] as const)(
    'goes on when the coordinator is ended by %s and started again, and the counts add up',
    async (signal) => {
      const first = await bench.serve(SAMPLES);
      await bench.connect(first.address);
      const submit = bench.start('coordinator', [
        'submit',
        '--no-ai',
        '--wait',
        '--json',
        '--coordinator',
        first.address,
      ]);
      await submit.printed(/submitted/);
      await holdsLeases(first.port);
      first.process.kill(signal);
      await first.process.ended;
      const second = await bench.serve(SAMPLES, [], first.port);
      const [, toDo, done] = /serving on [^:]+:\d+: (\d+) jobs to do, (\d+) done/.exec(second.process.stderr())!;
      expect((await submit.ended).code).toBe(0);
      const { processed } = lastJson<Statistics>(submit.stdout());
      expect(Number(toDo) + Number(done)).toBe(processed);
      const status = await bench.run('coordinator', ['status', '--json', '--coordinator', second.address]);
      expect(lastJson(status.stdout)).toMatchObject({
        jobs: { pending: 0, processing: 0, completed: processed, failed: 0, cancelled: 0 },
      });
    },
    PATIENCE_MS,
  );

  it(
    'keeps what is queued when load-graph is interrupted, and goes on with the same command',
    async () => {
      // So many that the interruption comes before the last, however late a busy machine lets it come.
      const filings = join(bench.dir, 'many');
      const count = await multiplySamples(filings, 6);
      const args = ['load-graph', '--filings', filings, '--no-ai', '--workers', '1', '--metrics', 'off', '--json'];
      const first = bench.start('coordinator', args);
      await first.printed(/coordinator on/);
      first.kill('SIGINT');
      expect((await first.ended).code).toBe(130);
      expect(first.stderr()).toContain('stay queued');
      const second = await bench.run('coordinator', args);
      expect(second.code).toBe(0);
      const { processed, already_done: before } = lastJson<Statistics>(second.stdout);
      expect(processed + before).toBe(count);
    },
    PATIENCE_MS,
  );
});

/** Resolves once a worker holds a lease, or has held one. */
const holdsLeases = (port: number): Promise<unknown> =>
  statusWhen(port, ({ jobs }) => jobs.processing + jobs.completed > 0);
