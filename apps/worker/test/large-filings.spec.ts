import { copyFile, mkdir, open } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { Bench, REPOSITORY } from '@filigree/testing';

const SAMPLE = join(REPOSITORY, 'samples', '2010', '000999910110000029.txt');
const MEGABYTE = 1_000_000;
const PATIENCE_MS = 300_000;
const HEAD = [
  '<SEC-DOCUMENT>0009900990-25-000001.txt : 20251120',
  '<SEC-HEADER>0009900990-25-000001.hdr.sgml : 20251120',
  'ACCESSION NUMBER:\t\t0009900990-25-000001',
  'CONFORMED SUBMISSION TYPE:\tNPORT-P',
  'FILED AS OF DATE:\t\t20251120',
  'FILER:',
  '\tCOMPANY DATA:',
  '\t\tCOMPANY CONFORMED NAME:\tFICTION BOND FUND',
  '\t\tCENTRAL INDEX KEY:\t0009900990',
  '</SEC-HEADER>',
  '<DOCUMENT>',
  '<TYPE>NPORT-P',
  '<SEQUENCE>1',
].join('\n');
const TAIL = '\n</TEXT>\n</DOCUMENT>\n</SEC-DOCUMENT>\n';

interface Big {
  readonly name: string;
  readonly before: string;
  readonly record: (nth: number) => string;
  readonly after: string;
}

const FORM: Big = {
  name: 'primary_doc.xml',
  before: '<XML>\n<?xml version="1.0"?>\n<edgarSubmission><formData><invstOrSecs>\n',
  record: (nth) =>
    `<invstOrSec>\n<name>Bond ${nth}</name>\n<title>Note ${nth}</title>\n<cusip>${nth}</cusip>\n<balance>${nth}.00</balance>\n` +
    `<units>PA</units>\n<curCd>USD</curCd>\n<valUSD>${nth}.15</valUSD>\n<assetCat>DBT</assetCat>\n` +
    '<debtSec><maturityDt>2031-01-01</maturityDt><couponKind>Fixed</couponKind></debtSec>\n</invstOrSec>\n',
  after: '</invstOrSecs></formData></edgarSubmission>\n</XML>',
};
const TABLE: Big = {
  name: 'a.htm',
  before: '<html><body><table>',
  record: (nth) => `<tr>${`<td style="font: 8pt">Cell ${nth}</td>`.repeat(12)}</tr>\n`,
  after: '</table></body></html>',
};

async function writeBig(path: string, { name, before, record, after }: Big, sizeBytes: number): Promise<void> {
  const file = await open(path, 'w');
  await file.write(`${HEAD}\n<FILENAME>${name}\n<TEXT>\n${before}`);
  let nth = 0;
  for (let written = 0; written < sizeBytes;) {
    let part = '';
    while (part.length < MEGABYTE) part += record(nth++);
    written += (await file.write(part)).bytesWritten;
  }
  await file.write(`${after}${TAIL}`);
  await file.close();
}

// A process says at its end how much memory it had at most, in KiB.
const SAYS_MEMORY =
  "--import=\"data:text/javascript,process.on('exit',()=>process._rawDebug('maxrss='+process.resourceUsage().maxRSS))\"";

describe('a large filing', () => {
  let bench: Bench;

  beforeAll(async () => {
    bench = await Bench.open();
  });
  afterAll(() => bench.end());

  it.each([
    ['a form of 24 MB', FORM, 400],
    ['a table of 24 MB', TABLE, 400],
  ])(
    'is read within a small multiple of its size, and so is the one behind it: %s',
    async (name, big, mostMegabytes) => {
      const path = join(bench.dir, `${name.replaceAll(' ', '-')}.txt`);
      await writeBig(path, big, 24 * MEGABYTE);
      const { code, stdout, stderr } = await bench.run('worker', ['extract', '--no-ai', path, SAMPLE], {
        NODE_OPTIONS: SAYS_MEMORY,
      });
      expect(code).toBe(0);
      const lines = stdout
        .trimEnd()
        .split('\n')
        .map((line) => JSON.parse(line) as Record<string, unknown>);
      expect(lines.map((line) => line['file'])).toEqual([path, SAMPLE]);
      expect(lines[0]!['dropped']).toMatchObject({ 'line beyond what rules read': expect.any(Number) as number });
      expect(stderr).toContain('line beyond what rules read');
      expect(Number(/maxrss=(\d+)/.exec(stderr)?.[1]) / 1024).toBeLessThan(mostMegabytes);
    },
    PATIENCE_MS,
  );

  it(
    'above the limit is refused with its line, and the one behind it is read',
    async () => {
      const path = join(bench.dir, 'huge.txt');
      await writeBig(path, FORM, 106 * MEGABYTE);
      const { code, stdout } = await bench.run('worker', ['extract', '--no-ai', path, SAMPLE], {
        NODE_OPTIONS: '--max-old-space-size=256',
      });
      const lines = stdout
        .trimEnd()
        .split('\n')
        .map((line) => JSON.parse(line) as Record<string, unknown>);
      expect(lines[0]).toMatchObject({ file: path, error: expect.stringContaining('at most 104857600') as string });
      expect(lines[1]).toMatchObject({ file: SAMPLE, roles: expect.any(Array) as unknown[] });
      expect(code).toBe(1);
    },
    PATIENCE_MS,
  );

  it(
    'that needs more memory than a worker has fails once, for good, and the worker goes on with the next',
    async () => {
      const prose: Big = {
        name: 'a.htm',
        before: '<html><body>',
        record: (nth) =>
          `<p>On March 3, 2010, Fiction ${nth} Holdings Inc. appointed Ms. Orla Fenwick as Director of Tellavik ${nth} Ltd.</p>\n`,
        after: '</body></html>',
      };
      const filings = join(bench.dir, 'filings');
      await mkdir(filings);
      await writeBig(join(filings, 'a.txt'), prose, 12 * MEGABYTE);
      await copyFile(SAMPLE, join(filings, 'b.txt'));
      const { address } = await bench.serve(filings);
      const worker = bench.start('worker', ['connect', '--coordinator', address, '--no-ai', '--concurrency', '1'], {
        NODE_OPTIONS: '--max-old-space-size=96',
      });
      await worker.printed(/connected to/);
      const run = await bench.run('coordinator', ['submit', '--no-ai', '--wait', '--json', '--coordinator', address]);
      expect(JSON.parse(run.stdout.trimEnd().split('\n').at(-1)!)).toMatchObject({ processed: 1, failed: 1 });
      const jobs = await bench.run('coordinator', ['jobs', '--state', 'failed', '--json', '--coordinator', address]);
      expect(jobs.stdout).toContain('needs more memory than this worker has');
      expect(jobs.stdout).toMatch(/"attempts?":1\b/);
    },
    PATIENCE_MS,
  );

  it(
    'that is a small gzip file is refused when it would be too large',
    async () => {
      const member = gzipSync(Buffer.alloc(64 * 1024 * 1024), { level: 1 });
      const path = join(bench.dir, 'bomb.txt.gz');
      const file = await open(path, 'w');
      for (let nth = 0; nth < 9; nth++) await file.write(member);
      await file.close();
      const { code, stdout } = await bench.run('worker', ['extract', '--no-ai', path, SAMPLE]);
      expect(stdout).toMatch(/bomb\.txt\.gz: more than 536870912 bytes when decompressed/);
      expect(stdout.trimEnd().split('\n')).toHaveLength(2);
      expect(code).toBe(1);
    },
    PATIENCE_MS,
  );
});
