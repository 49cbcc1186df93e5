// A backup made while a machine works, and what becomes of it when the machine's state is lost.

import { cp, readFile, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Bench } from '@filigree/testing';
import { multiplySamples } from './support/multiplied-samples.ts';
import { statusWhen } from './support/status-when.ts';

interface Status {
  readonly jobs: Readonly<Record<string, number>>;
  readonly epoch: number;
}

describe('a backup', () => {
  let bench: Bench;
  let expected: string;
  let filings: number;
  const run = (...args: string[]): Promise<{ code: number | null; stdout: string; stderr: string }> =>
    bench.run('coordinator', args);
  const place = (name: string): string => join(bench.dir, name);
  const files = ['--queue-dir', 'state/queue', '--graph', 'sqlite:state/graph.db'];

  beforeAll(async () => {
    bench = await Bench.open();
    filings = await multiplySamples(place('filings'), 2);
    const load = ['load-graph', '--metrics', 'off', '--no-ai', '--workers', '1', '--filings', 'filings', '--json'];
    await run(...load, '--queue-dir', 'quiet/queue', '--graph', 'sqlite:quiet/graph.db');
    expected = (await run('graph', 'dump', '--graph', 'sqlite:quiet/graph.db')).stdout;
    expect(expected.split('\n').length).toBeGreaterThan(filings);
  });
  afterAll(async () => {
    await bench.end();
  });

  const statusOf = async (address: string): Promise<Status> =>
    JSON.parse((await run('status', '--json', '--coordinator', address)).stdout) as Status;

  it('made in the midst of a run brings back what was acknowledged, fences what was lost, and the run ends as a quiet one', async () => {
    const first = await bench.serve('filings', files);
    const at = ['--coordinator', first.address];
    const worker = await bench.connect(first.address);
    // A stopped worker keeps its leases, and leaves the rest of the run to what follows the backup.
    expect((await run('submit', '--no-ai', '--limit', '3', '--wait', ...at)).code).toBe(0);
    const before = await statusOf(first.address);
    worker.kill('SIGSTOP');
    await run('submit', '--no-ai', ...at);
    expect((await statusOf(first.address)).jobs).toMatchObject({ completed: 3, failed: 0 });
    const made = await run('backup', 'backup', ...files, '--json');
    worker.kill('SIGCONT');
    expect(made).toMatchObject({ code: 0, stderr: '' });
    const { epoch, filings: copied } = JSON.parse(made.stdout) as { epoch: number; filings: number };
    expect(copied).toBe(3);
    expect((await stat(place('backup'))).mode & 0o777).toBe(0o700);
    // What is done after the backup is lost with it.
    await statusWhen(first.port, ({ jobs }) => jobs.completed > copied);
    first.process.kill('SIGKILL');
    await first.process.ended;
    // All is lost but the backup; the worker lives on with what it holds.
    await rm(place('state'), { recursive: true });
    await cp(place('backup'), place('state'), { recursive: true });

    const second = await bench.serve('filings', files, first.port);
    await worker.printed(/connected to[^]*connected to/);
    const after = await statusOf(second.address);
    expect(after.jobs['completed']).toBeGreaterThanOrEqual(copied);
    expect(after.epoch).toBe(epoch + 1);
    expect(epoch).toBeGreaterThan(before.epoch);
    expect((await run('wait', ...at)).code).toBe(0);
    expect((await statusOf(second.address)).jobs).toMatchObject({ completed: filings, failed: 0, pending: 0 });
    expect((await run('graph', 'dump', ...at)).stdout).toBe(expected);
    // Queue and graph belong together: what is done is known as done.
    const again = JSON.parse((await run('submit', '--no-ai', '--json', ...at)).stdout) as { already_done: number };
    expect(again.already_done).toBe(filings);
    worker.kill();
    second.process.kill();
    await Promise.all([worker.ended, second.process.ended]);
    expect(second.process.stderr()).not.toContain('is not of that backup');
  });

  it('whose graph is put beside a newer queue gives the graph a new id: what it lacks is read again', async () => {
    await rm(place('state/graph.db'));
    await rm(place('state/graph.db-wal'), { force: true });
    await rm(place('state/graph.db-shm'), { force: true });
    await cp(place('backup/graph.db'), place('state/graph.db'));
    const serve = await bench.serve('filings', files);
    const at = ['--coordinator', serve.address];
    expect(serve.process.stderr()).toContain('the queue is not of that backup');
    const worker = await bench.connect(serve.address);
    expect((await run('submit', '--no-ai', '--wait', ...at)).code).toBe(0);
    expect((await run('graph', 'dump', ...at)).stdout).toBe(expected);

    // The same while it serves: cleared by somebody else, the graph is filled again by the next submit.
    // The coordinator may see it by itself before it is asked for anything.
    const { epoch } = await statusOf(serve.address);
    expect((await run('graph', 'clear', '--yes', '--graph', 'sqlite:state/graph.db')).code).toBe(0);
    expect((await run('submit', '--no-ai', '--wait', ...at)).code).toBe(0);
    expect((await run('graph', 'dump', ...at)).stdout).toBe(expected);
    expect((await statusOf(serve.address)).epoch).toBeGreaterThan(epoch);
    worker.kill();
    serve.process.kill();
    await Promise.all([worker.ended, serve.process.ended]);
  });

  it('as a dump goes back into a graph with graph restore, which refuses a graph that holds something and a file that was cut', async () => {
    await writeFile(place('dump.jsonl'), expected);
    const graph = ['--graph', 'sqlite:restored/graph.db'];
    const restored = await run('graph', 'restore', 'dump.jsonl', ...graph, '--json');
    expect(restored.stderr).toMatch(/whatever wrote this graph before is fenced: epoch \d+/);
    expect(JSON.parse(restored.stdout)).toMatchObject({ filings });
    expect((await run('graph', 'dump', ...graph)).stdout).toBe(expected);
    const refused = await run('graph', 'restore', 'dump.jsonl', ...graph);
    expect(refused).toMatchObject({ code: 2, stderr: expect.stringMatching(/holds \d+ nodes; say --replace/) });
    await writeFile(place('cut.jsonl'), expected.slice(0, -100));
    const cut = await run('graph', 'restore', 'cut.jsonl', ...graph, '--replace');
    const last = expected.split('\n').length - 1;
    expect(cut).toMatchObject({ code: 4, stderr: expect.stringContaining(`cut.jsonl, line ${String(last)}: `) });
    expect((await run('graph', 'dump', ...graph)).stdout).toBe(expected);
    expect((await run('graph', 'restore', 'dump.jsonl', ...graph, '--replace')).code).toBe(0);
    expect((await run('graph', 'dump', ...graph)).stdout).toBe(expected);
  });

  it('is not made where something is already, and a failed one leaves nothing', async () => {
    const names = await readdir(bench.dir);
    expect(await run('backup', 'backup', ...files)).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('not empty'),
    });
    const queueAway = await run('backup', 'other', '--queue-dir', 'nowhere', '--graph', 'sqlite:state/graph.db');
    expect(queueAway).toMatchObject({ code: 2, stderr: expect.stringContaining('there is no queue in') });
    const graphAway = await run('backup', 'other', '--queue-dir', 'state/queue', '--graph', 'sqlite:nowhere.db');
    expect(graphAway).toMatchObject({ code: 2, stderr: expect.stringContaining('there is no graph at nowhere.db') });
    expect(await readdir(bench.dir)).toEqual(names);
    expect((await readFile(place('backup/queue/backup-id'), 'utf8')).trim()).not.toBe('');
  });
});
