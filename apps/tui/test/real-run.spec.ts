import { spawn, spawnSync } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

// The built programs together: a coordinator and a worker over the samples, and the monitor beside them.

const root = fileURLToPath(new URL('../../../', import.meta.url));
const missing = ['coordinator', 'worker', 'tui'].filter((app) => !existsSync(join(root, 'apps', app, 'dist/main.js')));
if (missing.length > 0) console.warn(`SKIPPED: a real run needs a build (npm run build) of ${missing.join(', ')}`);

(missing.length > 0 ? describe.skip : describe)('the monitor of a real run', () => {
  let directory: string;
  let address: string;
  const children: ChildProcess[] = [];

  const argv = (app: string, args: readonly string[]): string[] => [
    join(root, 'apps', app, 'bin', `${app}.js`),
    ...args,
  ];

  function start(app: string, ...args: readonly string[]): ChildProcess {
    const child = spawn(process.execPath, argv(app, args), { cwd: directory, stdio: ['ignore', 'pipe', 'pipe'] });
    children.push(child);
    return child;
  }

  function call(app: string, ...args: readonly string[]): { readonly code: number | null; readonly out: string } {
    const all = [...args, '--coordinator', address];
    const { status, stdout } = spawnSync(process.execPath, argv(app, all), { cwd: directory, encoding: 'utf8' });
    return { code: status, out: stdout };
  }

  /** Resolves to what `pattern` found, once the child prints it. */
  function says(child: ChildProcess, pattern: RegExp): Promise<RegExpExecArray> {
    return new Promise((resolve, reject) => {
      let said = '';
      const look = (chunk: Buffer): void => {
        said += chunk.toString();
        const found = pattern.exec(said);
        if (found !== null) resolve(found);
      };
      child.stdout?.on('data', look);
      child.stderr?.on('data', look);
      child.once('exit', () => {
        reject(new Error(`it ended without saying ${String(pattern)}:\n${said}`));
      });
    });
  }

  beforeAll(async () => {
    directory = mkdtempSync(join(tmpdir(), 'monitor-run-'));
    const serve = start(
      'coordinator',
      'serve',
      '--listen',
      '127.0.0.1:0',
      '--filings',
      join(root, 'samples'),
      '--metrics',
      'off',
    );
    address = (await says(serve, /serving on (127\.0\.0\.1:\d+)/))[1]!;
  });

  afterAll(async () => {
    const alive = children.filter((child) => child.exitCode === null && child.signalCode === null);
    const ends = alive.map((child) => new Promise((resolve) => child.once('exit', resolve)));
    for (const child of alive) child.kill('SIGKILL');
    await Promise.all(ends);
    rmSync(directory, { recursive: true, force: true });
  });

  it('waits for the first run when piped, prints its progress, and ends with it', async () => {
    const monitor = start('tui', '--coordinator', address);
    let out = '';
    monitor.stdout?.on('data', (chunk: Buffer) => (out += chunk.toString()));
    // Not `exit`: what it printed last may come after that.
    const ended = new Promise((resolve) => monitor.once('close', resolve));
    await says(monitor, /waiting for the first run/);
    start('worker', 'connect', '--coordinator', address, '--id', 'w1', '--no-ai');
    const submitted = JSON.parse(call('coordinator', 'submit', '--no-ai', '--json').out) as { submitted: number };
    expect(submitted.submitted).toBeGreaterThan(10);
    expect(await ended).toBe(0);
    const last = out.trimEnd().split('\n').at(-1) ?? '';
    expect(last).toContain(`ended: ${String(submitted.submitted)} processed, 0 failed`);
  });

  it('has the numbers of coordinator status --json on its one frame, and in its JSON, once the run rests', () => {
    // Counting the graph may be put off; what waits for the end of everything has it counted.
    expect(call('coordinator', 'wait', '--json').code).toBe(0);
    const status = call('coordinator', 'status', '--json').out;
    const books = JSON.parse(status) as {
      jobs: Record<string, number>;
      graph: Record<string, number>;
      workers: Record<string, unknown>[];
    };
    const once = call('tui', '--once');
    expect(once.code).toBe(0);
    for (const [state, count] of Object.entries(books.jobs)) {
      expect(once.out).toMatch(new RegExp(`${state} +${count.toLocaleString('en-US')}\\b`));
    }
    for (const label of ['companies', 'people', 'events', 'filings', 'relationships']) {
      expect(once.out).toMatch(new RegExp(`${label} +${books.graph[label]!.toLocaleString('en-US')}\\b`));
    }
    const json = JSON.parse(call('tui', '--once', '--json').out) as typeof books;
    expect(json.jobs).toEqual(books.jobs);
    expect(json.graph).toMatchObject(books.graph);
    expect(Object.keys(json)).toEqual(expect.arrayContaining(Object.keys(books)));
    expect(Object.keys(json.workers[0]!)).toEqual(expect.arrayContaining(Object.keys(books.workers[0]!)));
  });

  it('exits with 3 and one line when no coordinator answers --once', () => {
    const { status, stderr } = spawnSync(process.execPath, argv('tui', ['--once', '--coordinator', '127.0.0.1:1']), {
      encoding: 'utf8',
    });
    expect(status).toBe(3);
    expect(stderr.trim().split('\n')).toHaveLength(1);
    expect(stderr).toContain('127.0.0.1:1');
  });
});
