import { downloadFilings } from '@filigree/edgar';
import type { DownloadOptions, DownloadSummary } from '@filigree/edgar';
import { masterIndex, servedFiling, startSecServer } from '@filigree/testing';
import type { SecServer } from '@filigree/testing';
import { mkdir, mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

describe('a download', () => {
  let dir: string;
  let server: SecServer | undefined;

  beforeEach(async () => {
    dir = await mkdtemp(join(tmpdir(), 'filigree-limits-'));
  });
  afterEach(async () => {
    await server?.close();
    server = undefined;
    await rm(dir, { recursive: true, force: true });
  });

  const plain = Array.from({ length: 3 }, (_, nth) => servedFiling(nth));

  async function download(filings: typeof plain, options: Partial<DownloadOptions> = {}): Promise<DownloadSummary> {
    const indexes = { 'full-index/2010/QTR2/master.idx': masterIndex(filings) };
    server ??= await startSecServer({ filings, indexes });
    const common = { year: 2010, quarter: 2, userAgent: 'Test test@example.com', secUrl: server.url, dir };
    return downloadFilings({ ...common, ...options });
  }

  it('gives up a filing above the limit, leaves nothing of it, asks for it once, and gets the others', async () => {
    const long = servedFiling(1, { textBytes: 200_000 });
    const summary = await download([plain[0]!, long, plain[2]!], { limitBytes: 100_000 });
    expect(summary).toMatchObject({ downloaded: 2, failed: 1 });
    expect(summary.failures[0]!.reason).toContain('longer than 100000 bytes');
    expect(await readdir(join(dir, '2010'))).toEqual([`${plain[0]!.accession}.txt`, `${plain[2]!.accession}.txt`]);
    expect(server!.requests.filter(({ path }) => path.includes(long.accession))).toHaveLength(1);
  });

  it.each([
    ['a Ctrl-Z', '\x1a'],
    ['NULs', '\0'.repeat(10_000)],
    ['blank lines', '\r\n\r\n\n\r'],
    ['all of these', '\r\n\x1a\0\0\n \t\f'],
  ])('takes a filing for whole with %s behind its end', async (_, padding) => {
    const padded = plain.map((filing) => ({ ...filing, body: Buffer.concat([filing.body, Buffer.from(padding)]) }));
    expect(await download(padded)).toMatchObject({ downloaded: 3, failed: 0 });
    expect((await readFile(join(dir, '2010', `${plain[0]!.accession}.txt`))).equals(padded[0]!.body)).toBe(true);
  });

  it('fetches again what lies there cut off or damaged, plain or compressed, and says so', async () => {
    await mkdir(join(dir, '2010'));
    const put = (nth: number, end: string, bytes: Buffer): Promise<void> =>
      writeFile(join(dir, '2010', `${plain[nth]!.accession}.${end}`), bytes);
    await put(0, 'txt', plain[0]!.body.subarray(0, -30));
    await put(1, 'txt.gz', gzipSync(plain[1]!.body).subarray(0, -4));
    await put(2, 'gz', gzipSync(plain[2]!.body));
    const told: string[] = [];
    expect(await download(plain, { onMessage: (text) => told.push(text) })).toMatchObject({
      downloaded: 2,
      alreadyThere: 1,
    });
    expect(told.filter((text) => text.includes('not a whole filing'))).toHaveLength(2);
    expect((await readFile(join(dir, '2010', `${plain[0]!.accession}.txt`))).equals(plain[0]!.body)).toBe(true);
  });
});
