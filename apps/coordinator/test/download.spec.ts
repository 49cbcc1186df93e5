import { Bench, REPOSITORY, masterIndex, servedFiling, startSecServer } from '@filigree/testing';
import type { SecServer } from '@filigree/testing';
import { mkdir, readdir } from 'node:fs/promises';
import { join } from 'node:path';

const FILINGS = Array.from({ length: 12 }, (_, nth) => servedFiling(nth));
const SAMPLES = join(REPOSITORY, 'samples');
const PATIENCE_MS = 300_000;

function lastJson(stdout: string): unknown {
  return JSON.parse(stdout.trimEnd().split('\n').at(-1) ?? '');
}

describe('filings that are downloaded when asked for', () => {
  let bench: Bench;
  let server: SecServer;

  beforeEach(async () => {
    bench = await Bench.open();
    server = await startSecServer({
      filings: FILINGS,
      indexes: { 'full-index/2010/QTR2/master.idx': masterIndex(FILINGS) },
      fault: (path, nth) =>
        path.endsWith('-000003.txt') && nth === 0 ? { kind: 'too-many', retryAfter: '1' } : undefined,
    });
  });
  afterEach(async () => {
    await server.close();
    await bench.end();
  });

  function asking(...more: string[]): string[] {
    return ['--download', '--year', '2010', '--quarter', '2', '--sec-url', server.url, ...more, '--no-ai', '--json'];
  }

  const env = { SEC_USER_AGENT: 'Test test@example.com' };
  const bodies = (): number => server.requests.filter(({ path }) => path.includes('/data/')).length;

  it(
    'become a graph in one command, and the second time nothing is asked of the SEC',
    async () => {
      const load = ['load-graph', ...asking('--form', '6-K'), '--metrics', 'off', '--workers', '1'];
      const first = await bench.run('coordinator', load, env);
      expect(first.stderr).toMatch(/429 Too Many Requests.*nothing is sent for 1 s/);
      expect(first.stderr).toContain('12 filings downloaded, 0 already there');
      expect(lastJson(first.stdout)).toMatchObject({ processed: 12, failed: 0, already_done: 0, companies: 12 });
      const names = await readdir(join(bench.dir, 'filings/2010'));
      expect(names.sort()).toEqual(FILINGS.map(({ accession }) => `${accession}.txt`));

      const asked = server.requests.length;
      const second = await bench.run('coordinator', load, env);
      expect(second.stderr).toContain('0 filings downloaded, 12 already there');
      expect(lastJson(second.stdout)).toMatchObject({ processed: 0, already_done: 12 });
      expect(server.requests).toHaveLength(asked);
    },
    PATIENCE_MS,
  );

  it(
    'go to a running coordinator and its worker, only those that the flags choose',
    async () => {
      const dir = join(bench.dir, 'archive');
      await mkdir(dir);
      const { address } = await bench.serve(dir);
      await bench.connect(address);
      const submit = [
        'submit',
        ...asking('--filings', dir, '--company', 'fiction 1'),
        '--wait',
        '--coordinator',
        address,
      ];
      const run = await bench.run('coordinator', submit, env);
      // FICTION 1, 10 and 11.
      expect(lastJson(run.stdout)).toMatchObject({ processed: 3, failed: 0 });
      expect(bodies()).toBe(3);
    },
    PATIENCE_MS,
  );

  it(
    'are what a coordinator is asked to process, and it says where it does not serve them',
    async () => {
      const { address } = await bench.serve(SAMPLES);
      const submit = ['submit', ...asking('--limit', '1'), '--coordinator', address];
      const run = await bench.run('coordinator', submit, env);
      expect(run.code).toBe(2);
      expect(run.stderr).toContain(join(bench.dir, 'filings'));
    },
    PATIENCE_MS,
  );

  it(
    'are not asked for without a name, and nothing is submitted',
    async () => {
      const run = await bench.run('coordinator', ['load-graph', ...asking()]);
      expect(run.code).toBe(2);
      expect(run.stderr).toContain('--user-agent');
      expect(server.requests).toHaveLength(0);
    },
    PATIENCE_MS,
  );
});
