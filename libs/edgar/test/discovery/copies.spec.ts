import { discoverFilings } from '@filigree/edgar';
import type { Discovery } from '@filigree/edgar';
import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { cooked, document } from '../support/build.ts';

const whole = cooked({ documents: document('6-K', 'word '.repeat(20_000)) });
const cut = whole.subarray(0, -2000);
const headerOnly = Buffer.from(
  whole
    .toString()
    .replace(/^<SEC-DOCUMENT>.*\n/, '')
    .replace(/<\/SEC-HEADER>[^]*/, '</SEC-HEADER>\n'),
);
const packed = gzipSync(whole);
const cutPacked = packed.subarray(0, -6);
const wrongPacked = Buffer.concat([packed.subarray(0, -8), Buffer.alloc(4), packed.subarray(-4)]);

describe('several copies of one filing', () => {
  let root: string;

  beforeEach(async () => {
    root = await mkdtemp(join(tmpdir(), 'filigree-copies-'));
  });
  afterEach(() => rm(root, { recursive: true, force: true }));

  async function scan(files: Readonly<Record<string, Buffer | string>>, cache?: string): Promise<Discovery> {
    for (const [path, content] of Object.entries(files)) {
      await mkdir(dirname(join(root, path)), { recursive: true });
      await writeFile(join(root, path), content);
    }
    return discoverFilings({ roots: [root], ...(cache !== undefined && { cache }) });
  }

  it.each<[string, Buffer, Buffer, string, string]>([
    ['cut off', cut, whole, 'txt', 'txt'],
    ['a header alone', headerOnly, whole, 'txt', 'txt'],
    ['cut off and compressed', cutPacked, whole, 'txt.gz', 'txt'],
    ['damaged and compressed', wrongPacked, whole, 'gz', 'txt'],
    ['cut off before it was compressed', gzipSync(cut), whole, 'txt.gz', 'txt'],
    ['cut off, the other compressed', cut, packed, 'txt', 'txt.gz'],
    ['cut off behind a document', whole.subarray(0, whole.indexOf('</SEC-DOCUMENT>')), whole, 'txt', 'txt'],
    ['cut off but padded', Buffer.concat([cut, Buffer.alloc(9000)]), whole, 'txt', 'txt'],
    ['cut off, the other padded', cut, Buffer.concat([whole, Buffer.alloc(200_000)]), 'txt', 'txt'],
  ])(
    'one of them %s: the whole one is used, whichever comes first, and the choice is told',
    async (_, poor, good, ...ends) => {
      const [poorEnd, goodEnd] = ends;
      for (const [poorName, goodName] of [
        ['a', 'b'],
        ['b', 'a'],
      ]) {
        const found = await scan({ [`${poorName}/f.${poorEnd}`]: poor, [`${goodName}/f.${goodEnd}`]: good });
        expect(found.filings.map(({ path }) => path)).toEqual([`${goodName}/f.${goodEnd}`]);
        expect(found.repeated).toBe(1);
        expect(found.copies).toHaveLength(1);
        expect(found.copies[0]).toContain(`${goodName}/f.${goodEnd} (whole) is used, not ${poorName}/f.${poorEnd} (`);
        await rm(root, { recursive: true });
        await mkdir(root);
      }
    },
  );

  it('all of them whole: the first is used, and there is nothing to tell', async () => {
    const found = await scan({ 'a.txt': whole, 'b.txt.gz': packed, 'c.txt': whole });
    expect(found.filings.map(({ path }) => path)).toEqual(['a.txt']);
    expect(found).toMatchObject({ repeated: 2, copies: [] });
  });

  it('none of them whole: the longest is used, and that is told', async () => {
    const found = await scan({ 'a.txt': whole.subarray(0, 3000), 'b.txt': cut });
    expect(found.filings.map(({ path }) => path)).toEqual(['b.txt']);
    expect(found.copies[0]).toMatch(/b\.txt \(cut off\) is used, not a\.txt \(cut off\)/);
  });

  it('gives the same with an index of headers', async () => {
    const cache = join(root, '.cache');
    const files = { 'a.txt': cut, 'b.txt': whole };
    const first = await scan(files, cache);
    expect(await scan(files, cache)).toMatchObject({ filings: first.filings, copies: first.copies });
  });
});

describe('what a scan cannot read', () => {
  let root: string;

  beforeEach(async () => {
    root = await mkdtemp(join(tmpdir(), 'filigree-unreadable-'));
  });
  afterEach(() => rm(root, { recursive: true, force: true }));

  it('is told where a name is no UTF-8: file, directory and link', async () => {
    const name = (text: string): Buffer => Buffer.concat([Buffer.from(`${root}/`), Buffer.from(text, 'latin1')]);
    await writeFile(name('Soci\xe9t\xe9.txt'), whole);
    await mkdir(name('d\xe9p\xf4t'));
    await writeFile(join(root, 'good.txt'), whole);
    const { filings, unreadable } = await discoverFilings({ roots: [root] });
    expect(await readdir(root)).toHaveLength(3);
    expect(filings.map(({ path }) => path)).toEqual(['good.txt']);
    expect(unreadable).toHaveLength(2);
    expect(unreadable.join('\n')).toMatch(/Soci\ufffdt\ufffd\.txt: its name is not valid UTF-8, rename it/);
  });

  it('is told where nothing of a gzip file can be decompressed; one that is cut later is found', async () => {
    await writeFile(join(root, 'a.txt.gz'), Buffer.concat([packed.subarray(0, 10), Buffer.alloc(50, 0xff)]));
    await writeFile(join(root, 'b.txt.gz'), cutPacked);
    const { filings, unreadable, stray } = await discoverFilings({ roots: [root] });
    expect(filings.map(({ path }) => path)).toEqual(['b.txt.gz']);
    expect(unreadable).toEqual([expect.stringMatching(/^a\.txt\.gz: .*damaged gzip file/)]);
    expect(stray).toBe(0);
  });

  it('reads the headers of UTF-16 and of several members, and hashes their content as a reader does', async () => {
    const nameless = Buffer.from(document('6-K', 'Fiction'));
    await writeFile(join(root, 'a.txt'), Buffer.from(`\ufeff${whole.toString()}`, 'utf16le'));
    await writeFile(
      join(root, 'b.gz'),
      Buffer.concat([gzipSync(nameless.subarray(0, 20)), gzipSync(nameless.subarray(20))]),
    );
    await writeFile(join(root, 'c.txt'), Buffer.from(nameless.toString(), 'utf16le'));
    const { filings } = await discoverFilings({ roots: [root] });
    expect(filings[0]).toMatchObject({ accession: '0000000001-10-000002', form: '6-K' });
    expect(filings).toHaveLength(2);
    expect(filings[1]!.accession).toMatch(/^sha256:/);
  });
});
