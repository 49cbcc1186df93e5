// Places that may not be written, and graphs that may only be read: tried as a user without the right (root has every right).

import { execFile } from 'node:child_process';
import { chmod, copyFile, mkdir, readdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { openSqliteStore } from '@filigree/graph';
import { Bench, PROGRAMS, REPOSITORY } from '@filigree/testing';

const NOBODY = process.getuid?.() === 0 ? { uid: 65534, gid: 65534 } : {};
const SAMPLES = join(REPOSITORY, 'samples', '2009');

interface Ended {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

describe('a place that this user may not write', () => {
  let bench: Bench;
  let closed: string;
  let file: string;
  let dump: string;

  const asOther = (...args: string[]): Promise<Ended> =>
    new Promise((ended) => {
      const options = { cwd: closed, env: { PATH: process.env['PATH'], HOME: closed }, timeout: 300_000, ...NOBODY };
      const child = execFile(process.execPath, [PROGRAMS.coordinator, ...args], options, (_, stdout, stderr) => {
        ended({ code: child.exitCode ?? -1, stdout, stderr });
      });
    });

  beforeAll(async () => {
    bench = await Bench.open();
    await chmod(bench.dir, 0o755);
    closed = join(bench.dir, 'closed');
    await mkdir(closed);
    await chmod(closed, 0o555);
    file = join(bench.dir, 'graph.db');
    const load = ['load-graph', '--metrics', 'off', '--no-ai', '--limit', '2', '--workers', '1', '--filings', SAMPLES];
    await bench.run('coordinator', [...load, '--graph', `sqlite:${file}`]);
    dump = (await bench.run('coordinator', ['graph', 'dump', '--graph', `sqlite:${file}`])).stdout;
    expect(dump).not.toBe('');
  });
  afterAll(async () => {
    await bench.end();
  });

  const serving = ['--listen', '127.0.0.1:0', '--metrics', 'off'];
  it.each([
    ['serve, without a directory of filings', ['serve', ...serving], 'filings'],
    ['serve, without its own directory', ['serve', ...serving, '--filings', SAMPLES], '.filigree'],
    ['serve, with a graph elsewhere', ['serve', ...serving, '--filings', SAMPLES, '--graph', 'sqlite:g.db'], 'g.db'],
    ['load-graph', ['load-graph', '--metrics', 'off', '--no-ai', '--filings', SAMPLES], '.filigree'],
    ['graph setup', ['graph', 'setup'], '.filigree'],
    [
      'graph setup under a file system that makes nothing',
      ['graph', 'setup', '--graph', 'sqlite:/proc/x/g.db'],
      '/proc/x',
    ],
    ['salvage', ['salvage'], '.filigree'],
    ['certs', ['certs', 'certs'], 'certs'],
  ])('ends %s with exit code 4, the place and what to do', async (_, args, place) => {
    const { code, stderr } = await asOther(...args);
    expect(stderr).toContain(resolve(closed, place));
    expect(stderr).toMatch(/^error: .*; (give|name) /m);
    expect(stderr).not.toMatch(/report it|internal error/);
    expect(code).toBe(4);
  });

  /** The same graph three ways: closed, open elsewhere, and left by a process that died. */
  const KINDS = ['of nobody else', 'that another process has open', 'that a process left when it died'] as const;
  it.each(KINDS)('reads a graph %s without the right to write, and leaves nothing beside it', async (kind) => {
    const place = join(bench.dir, `graph-${String(KINDS.indexOf(kind))}`);
    await mkdir(place);
    const suffixes = kind === KINDS[0] ? [''] : kind === KINDS[1] ? ['', '-wal', '-shm'] : ['', '-wal'];
    // What is raised while it is open stands in the log alone.
    const store = await openSqliteStore(file);
    const epoch = await store.raiseEpoch(1);
    if (kind === KINDS[0]) await store.close();
    for (const suffix of suffixes) await copyFile(`${file}${suffix}`, join(place, `graph.db${suffix}`));
    await store.close();
    const files = (await readdir(place)).sort();
    for (const one of files) await chmod(join(place, one), 0o444);
    await chmod(place, 0o555);
    const graph = ['--graph', `sqlite:${join(place, 'graph.db')}`];
    const stats = await asOther('graph', 'stats', '--json', ...graph);
    expect(stats).toMatchObject({ code: 0, stderr: '' });
    expect(JSON.parse(stats.stdout)).toMatchObject({ epoch });
    expect(await asOther('graph', 'dump', ...graph)).toMatchObject({ code: 0, stdout: dump });
    const rows = await asOther('graph', 'query', 'SELECT id FROM company', '--csv', ...graph);
    expect(rows).toMatchObject({ code: 0, stderr: '' });
    expect(rows.stdout.split('\n').length).toBeGreaterThan(2);
    const clear = await asOther('graph', 'clear', '--yes', ...graph);
    expect(clear.stderr).toMatch(/cannot be opened or written.*; give this user the right/);
    expect(clear.code).toBe(4);
    expect((await readdir(place)).sort()).toEqual(files);
    await chmod(place, 0o755);
  });
});
