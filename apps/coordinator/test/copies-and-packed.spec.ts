import { mkdir, readFile, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { Bench, REPOSITORY } from '@filigree/testing';

const SAMPLES = join(REPOSITORY, 'samples', '2010');
const PATIENCE_MS = 300_000;

interface Loaded {
  readonly code: number | null;
  readonly statistics: Record<string, unknown> & { readonly scan: { readonly choices: readonly string[] } };
  readonly stderr: string;
  readonly dump: string;
}

describe('filings that came in other ways', () => {
  let bench: Bench;
  let filings: { name: string; bytes: Buffer }[];

  beforeAll(async () => {
    bench = await Bench.open();
    const names = (await readdir(SAMPLES)).filter((name) => name.endsWith('.txt')).slice(0, 6);
    filings = await Promise.all(names.map(async (name) => ({ name, bytes: await readFile(join(SAMPLES, name)) })));
  });
  afterAll(() => bench.end());

  async function put(directory: string, files: readonly (readonly [string | Buffer, Buffer])[]): Promise<void> {
    await mkdir(join(bench.dir, directory), { recursive: true });
    for (const [name, bytes] of files) {
      const path = Buffer.concat([Buffer.from(join(bench.dir, directory, '/')), Buffer.from(name)]);
      await writeFile(path, bytes);
    }
  }

  async function load(directory: string): Promise<Loaded> {
    const graph = `sqlite:${directory}.db`;
    const place = ['--filings', directory, '--queue-dir', `${directory}.queue`, '--graph', graph, '--metrics', 'off'];
    const run = await bench.run('coordinator', ['load-graph', '--no-ai', '--workers', '1', '--json', ...place]);
    const { stdout: dump } = await bench.run('coordinator', ['graph', 'dump', '--graph', graph]);
    const statistics = JSON.parse(run.stdout.trimEnd().split('\n').at(-1)!) as Loaded['statistics'];
    return { code: run.code, statistics, stderr: run.stderr, dump };
  }

  it(
    'give the graph of their plain twins where they are compressed, in one member or several, whatever their names',
    async () => {
      await put(
        'plain',
        filings.map(({ name, bytes }) => [name, bytes]),
      );
      const stem = (name: string): string => name.replace(/\.txt$/, '');
      await put(
        'packed',
        filings.map(({ name, bytes }, nth) => {
          const half = bytes.length >> 1;
          const several = Buffer.concat([gzipSync(bytes.subarray(0, half)), gzipSync(bytes.subarray(half))]);
          const forms = [
            [`${name}.gz`, gzipSync(bytes)],
            [`${stem(name)}.nc.gz`, gzipSync(bytes)],
            [`${stem(name)}.gz`, gzipSync(bytes)],
            [name, gzipSync(bytes)],
            [`${name}.gz`, several],
            [`${name}.gz`, Buffer.concat([gzipSync(bytes), Buffer.alloc(100)])],
          ] as const;
          return forms[nth % forms.length]!;
        }),
      );
      const plain = await load('plain');
      const packed = await load('packed');
      expect(plain.dump.split('\n').length).toBeGreaterThan(20);
      expect(packed.statistics).toMatchObject({ processed: filings.length, failed: 0 });
      // Dumps name the file of each filing.
      const files = /"path":"[^"]*"/g;
      expect(packed.dump.replaceAll(files, '')).toBe(plain.dump.replaceAll(files, ''));
    },
    PATIENCE_MS,
  );

  it(
    'are told: a damaged gzip file, a poorer copy, a name that is no UTF-8; the others are processed',
    async () => {
      const [first, second, third] = filings as [(typeof filings)[0], (typeof filings)[0], (typeof filings)[0]];
      await put('mixed', [
        [`a-${first.name}`, first.bytes.subarray(0, -200)],
        [`b-${first.name}`, first.bytes],
        [`${second.name}.gz`, gzipSync(second.bytes).subarray(0, -5)],
        [Buffer.from('Soci\xe9t\xe9.txt', 'latin1'), third.bytes],
      ]);
      const { code, statistics, stderr } = await load('mixed');
      expect(code).toBe(1);
      expect(statistics).toMatchObject({ processed: 1, failed: 1, scan: { unreadable: 1, copies: 1 } });
      expect(statistics.scan.choices).toEqual([expect.stringContaining(`b-${first.name} (whole) is used`)]);
      expect(stderr).toMatch(/failed: .*damaged gzip file: unexpected end of file/);
      expect(stderr).toMatch(/several copies of .*b-.* \(whole\) is used, not a-.* \(cut off\)/);
      expect(stderr).toMatch(/not readable: .*its name is not valid UTF-8/);
    },
    PATIENCE_MS,
  );

  it(
    'are told where no other file is there',
    async () => {
      await put('nameless', [[Buffer.from('Soci\xe9t\xe9.txt', 'latin1'), filings[0]!.bytes]]);
      const run = await bench.run('coordinator', [
        'load-graph',
        '--no-ai',
        '--workers',
        '1',
        '--filings',
        'nameless',
        '--metrics',
        'off',
      ]);
      expect(run.code).toBe(2);
      expect(run.stderr).toMatch(/1 cannot be read: .*its name is not valid UTF-8/);
    },
    PATIENCE_MS,
  );
});
