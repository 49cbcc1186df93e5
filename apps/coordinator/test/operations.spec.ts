import { cp, mkdir, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Bench, REPOSITORY } from '@filigree/testing';

const SAMPLES = join(REPOSITORY, 'samples', '2010');

function json<T>(line: string): T {
  return JSON.parse(line) as T;
}

describe('operating a coordinator', () => {
  let bench: Bench;
  let address: string;

  beforeAll(async () => {
    bench = await Bench.open();
    await mkdir(join(bench.dir, 'filings'));
    const names = (await readdir(SAMPLES)).slice(0, 3);
    for (const name of names) await cp(join(SAMPLES, name), join(bench.dir, 'filings', name));
    // A header that promises a document, and then the file ends: known as a filing, not readable as one.
    const header =
      '<SEC-DOCUMENT>0009999999-10-000001.txt : 20100105\n<SEC-HEADER>0009999999-10-000001.hdr.sgml : 20100105\nACCESSION NUMBER:\t\t0009999999-10-000001\nCONFORMED SUBMISSION TYPE:\t6-K\nFILED AS OF DATE:\t\t20100105\n</SEC-HEADER>\n<DOCUMENT>\n<TYPE>6-K\n<TEXT>\ncut';
    await writeFile(join(bench.dir, 'filings', 'cut.txt'), header);
    ({ address } = await bench.serve('filings'));
  });
  afterAll(async () => {
    await bench.end();
  });

  const command = async (...args: string[]): Promise<{ code: number | null; lines: string[]; stderr: string }> => {
    const { code, stdout, stderr } = await bench.run('coordinator', [...args, '--coordinator', address]);
    return { code, stderr, lines: stdout.trimEnd().split('\n') };
  };

  it('says why nothing moves, and goes on when a worker comes', async () => {
    const waiting = bench.start('coordinator', ['submit', '--no-ai', '--wait', '--json', '--coordinator', address]);
    await waiting.printed(/waiting: no worker is connected.*worker connect/);
    await bench.connect(address, ['--id', 'one']);
    expect((await waiting.ended).code).toBe(1);
    expect(json(waiting.stdout().trimEnd())).toMatchObject({ processed: 3, failed: 1 });
  });

  it('shows the failed job with its error, and puts it back', async () => {
    const { lines } = await command('jobs', '--state', 'failed', '--json');
    expect(lines).toHaveLength(2);
    const job = json<{ job: number; error: string; worker: string }>(lines[0]!);
    expect(job).toMatchObject({ accession: '0009999999-10-000001', worker: 'one' });
    expect(job.error).not.toBe('');
    expect(json(lines[1]!)).toEqual({ jobs: 1, total: 1 });

    const detail = json<{ attempt_list: { outcome: string }[] }>(
      (await command('job', String(job.job), '--json')).lines[0]!,
    );
    expect(detail.attempt_list.at(-1)?.outcome).toBe('failed');
    expect(json((await command('retry', String(job.job), '--json')).lines[0]!)).toEqual({ jobs: 1 });
    expect((await command('wait')).code).toBe(1);
    // Waiting for what has ended already is no speed: nothing was processed meanwhile.
    const rest = json<{ processed: number; filings_per_second: number }>((await command('wait', '--json')).lines[0]!);
    expect(rest).toMatchObject({ processed: 3, filings_per_second: 0 });
    expect((await command('retry', '99999')).stderr).toContain('job 99999 is not in the queue');
  });

  it('holds filings back while paused, cancels them, and forgets them only when told to', async () => {
    await command('pause');
    await command('submit', '--no-ai', '--force');
    expect(json((await command('status', '--json')).lines[0]!)).toMatchObject({
      queue: { paused: true },
      jobs: { processing: 0 },
    });
    expect((await command('cancel', '--state', 'pending')).code).toBe(0);
    await command('resume');
    expect((await command('clear')).stderr).toContain('--yes');
    expect(json<{ jobs: number }>((await command('clear', '--yes', '--json')).lines[0]!).jobs).toBeGreaterThan(0);
    expect(json((await command('jobs', '--json')).lines[0]!)).toEqual({ jobs: 0, total: 0 });
  });

  it('lets a drained worker leave, and ends in order when told to', async () => {
    const worker = await bench.connect(address, ['--id', 'leaver']);
    expect((await command('drain', 'leaver')).code).toBe(0);
    expect(await worker.ended).toEqual({ code: 0, signal: null });
    expect((await command('drain', 'leaver')).stderr).toContain('not connected');

    const other = await bench.connect(address, ['--id', 'told']);
    other.kill('SIGTERM');
    expect(await other.ended).toEqual({ code: 0, signal: null });
  });

  it('checks what it needs', async () => {
    const { code, lines } = await command('doctor', '--filings', 'filings', '--json');
    expect(code).toBe(0);
    expect(lines.map((line) => json<{ check: string; ok: boolean }>(line))).toMatchObject([
      { check: 'filings', ok: true },
      { check: 'queue', ok: true },
      { check: 'graph', ok: true },
      { check: 'coordinator', ok: true },
    ]);
  });
});
