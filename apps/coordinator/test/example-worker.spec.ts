import { join } from 'node:path';
import { readFile } from 'node:fs/promises';
import { Bench, PROGRAMS, REPOSITORY } from '@filigree/testing';

describe('the worker of a hundred lines in examples/', () => {
  let bench: Bench;
  beforeAll(async () => {
    bench = await Bench.open();
  });
  afterAll(() => bench.end());

  it('completes every job of a real coordinator, and leaves when it is drained', async () => {
    const { address } = await bench.serve(join(REPOSITORY, 'samples'));
    const worker = bench.start('example-worker', [address]);
    const submit = await bench.run('coordinator', ['submit', '--no-ai', '--wait', '--json', '--coordinator', address]);
    expect(submit.stderr).not.toMatch(/error/);
    expect(JSON.parse(submit.stdout)).toMatchObject({ processed: 25, failed: 0 });

    const status = await bench.run('coordinator', ['status', '--json', '--coordinator', address]);
    expect(JSON.parse(status.stdout)).toMatchObject({
      jobs: { pending: 0, processing: 0, completed: 25, failed: 0 },
      workers: [{ id: `example-${String(worker.pid)}`, completed: 25, busy: 0 }],
    });
    const dump = await bench.run('coordinator', ['graph', 'dump', '--coordinator', address]);
    expect(dump.stdout.match(/"label":"Filing"/g)).toHaveLength(25);

    const id = `example-${String(worker.pid)}`;
    expect((await bench.run('coordinator', ['drain', id, '--coordinator', address])).code).toBe(0);
    expect(await worker.ended).toEqual({ code: 0, signal: null });
  });

  it('is no longer than that', async () => {
    const lines = (await readFile(PROGRAMS['example-worker'], 'utf8')).trimEnd().split('\n');
    expect(lines.length).toBeLessThanOrEqual(100);
  });
});
