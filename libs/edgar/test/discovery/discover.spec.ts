import { RecentHeaders, discoverFilings } from '@filigree/edgar';
import type { Discovery } from '@filigree/edgar';
import { access, mkdir, mkdtemp, readFile, rm, symlink, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { document } from '../support/build.ts';

interface Made {
  readonly accession: string;
  readonly form?: string;
  readonly filed?: string;
  readonly cik?: string;
  readonly name?: string;
}

function filing({ accession, form = '6-K', filed = '20100630', cik = '1', name = 'FICTION PLC' }: Made): string {
  return [
    `<SEC-DOCUMENT>${accession}.txt : ${filed}`,
    `<SEC-HEADER>${accession}.hdr.sgml : ${filed}`,
    `ACCESSION NUMBER:\t\t${accession}`,
    `CONFORMED SUBMISSION TYPE:\t${form}`,
    `FILED AS OF DATE:\t\t${filed}`,
    'FILER:',
    '\tCOMPANY DATA:',
    `\t\tCOMPANY CONFORMED NAME:\t${name}`,
    `\t\tCENTRAL INDEX KEY:\t${cik}`,
    '</SEC-HEADER>',
    `${document(form, 'x')}</SEC-DOCUMENT>`,
  ].join('\n');
}

const accession = (nth: number, year = '10'): string => `0000000009-${year}-${String(nth).padStart(6, '0')}`;

describe('a scan for filings', () => {
  let base: string;
  let root: string;

  beforeEach(async () => {
    base = await mkdtemp(join(tmpdir(), 'filigree-scan-'));
    root = join(base, 'filings');
    await mkdir(root);
  });

  afterEach(async () => {
    await rm(base, { recursive: true, force: true });
  });

  async function put(path: string, content: string | Buffer): Promise<void> {
    await mkdir(dirname(join(root, path)), { recursive: true });
    await writeFile(join(root, path), content);
  }

  const paths = (found: Discovery): string[] => found.filings.map((one) => one.path);

  it('tells filings from stray files by content, in trees of any depth, in the order of their paths', async () => {
    await put('2010/b.txt', filing({ accession: accession(2) }));
    await put(
      '2010/deep/er/a.nc',
      `<SUBMISSION>\n<ACCESSION-NUMBER>${accession(3)}\n<TYPE>D\n${document('D', 'x')}</SUBMISSION>`,
    );
    await put('2009/c.txt.gz', gzipSync(filing({ accession: accession(1, '09'), filed: '20091231' })));
    await put('2010/ex99-1.txt', '<html><body>Exhibit</body></html>');
    await put('2010/readme.md', 'no candidate at all');
    await put('2010/.hidden.txt', filing({ accession: accession(4) }));
    const found = await discoverFilings({ roots: [root] });
    expect(paths(found)).toEqual(['2009/c.txt.gz', '2010/b.txt', '2010/deep/er/a.nc']);
    expect(found).toMatchObject({ files: 4, stray: 1, repeated: 0, refused: [], unreadable: [] });
    expect(found.filings[0]).toMatchObject({
      accession: accession(1, '09'),
      form: '6-K',
      filed: '2009-12-31',
      year: 2009,
    });
  });

  it('takes a filing once, by accession, over all roots', async () => {
    await put('a/1.txt', filing({ accession: accession(1) }));
    await put('b/1.txt', filing({ accession: accession(1) }));
    const found = await discoverFilings({ roots: [join(root, 'b'), join(root, 'a')] });
    expect(found.filings).toMatchObject([{ root: 0, path: '1.txt' }]);
    expect(found.repeated).toBe(1);
  });

  it.each([
    [{ year: 2009 }, ['2.txt']],
    [{ forms: ['8-k', '10-K'] }, ['000000000995000005.txt', '3.txt']],
    [{ ciks: ['77'] }, ['2.txt']],
    [{ company: 'société générale' }, ['3.txt']],
    [{ from: '2010-02-01', to: '2010-06-30' }, ['1.txt', '3.txt']],
    [{ forms: ['6-K'], from: '2010-01-01' }, ['1.txt']],
    [{ year: 1995 }, ['000000000995000005.txt']],
  ])('filters by %j', async (filter, expected) => {
    await put('1.txt', filing({ accession: accession(1) }));
    await put('2.txt', filing({ accession: accession(2, '09'), filed: '20090105', cik: '77' }));
    await put(
      '3.txt',
      filing({ accession: accession(3), form: '8-K', filed: '20100201', name: 'SOCIETE GENERALE /FI' }),
    );
    await put('000000000995000005.txt', document('10-K', 'without a header'));
    expect(paths(await discoverFilings({ roots: [root], filter }))).toEqual(expected);
  });

  it('stops at the limit, with the first ones', async () => {
    for (const nth of [3, 1, 2]) await put(`${nth}.txt`, filing({ accession: accession(nth) }));
    expect(paths(await discoverFilings({ roots: [root], limit: 2 }))).toEqual(['1.txt', '2.txt']);
  });

  it('follows links while they stay within the root, and each directory once', async () => {
    await put('real/1.txt', filing({ accession: accession(1) }));
    await writeFile(join(base, 'outside.txt'), filing({ accession: accession(9) }));
    await symlink(join(base, 'outside.txt'), join(root, 'out.txt'));
    await symlink('..', join(root, 'real', 'loop'));
    await symlink('1.txt', join(root, 'real', 'again.txt'));
    const found = await discoverFilings({ roots: [root] });
    expect(found.filings).toMatchObject([{ accession: accession(1) }]);
    expect(found.refused).toEqual(['out.txt']);
  });

  it('reads a header again only when its file has changed', async () => {
    const cache = join(base, 'queue', 'headers.idx');
    await put('1.txt', filing({ accession: accession(1), form: '6-K' }));
    await put('2.txt', 'stray');
    const when = new Date('2020-01-01T00:00:00Z');
    await utimes(join(root, '1.txt'), when, when);
    await discoverFilings({ roots: [root], cache });
    // Same size and time, other content: what the cache says is believed.
    await put('1.txt', filing({ accession: accession(1), form: '8-K' }));
    await utimes(join(root, '1.txt'), when, when);
    expect((await discoverFilings({ roots: [root], cache })).filings).toMatchObject([{ form: '6-K' }]);
    await utimes(join(root, '1.txt'), when, new Date('2020-01-02T00:00:00Z'));
    const again = await discoverFilings({ roots: [root], cache });
    expect(again.filings).toMatchObject([{ form: '8-K' }]);
    expect(again.stray).toBe(1);
  });

  it('leaves the index alone where there are few files, and reads their headers once all the same', async () => {
    const cache = join(base, 'headers.idx');
    const recent = new RecentHeaders();
    const when = new Date('2020-01-01T00:00:00Z');
    const form = async (): Promise<unknown> =>
      (await discoverFilings({ roots: [root], cache, recent })).filings.map((one) => one.form);
    await put('1.txt', filing({ accession: accession(1), form: '6-K' }));
    await utimes(join(root, '1.txt'), when, when);
    expect(await form()).toEqual(['6-K']);
    await put('1.txt', filing({ accession: accession(1), form: '8-K' }));
    await utimes(join(root, '1.txt'), when, when);
    expect(await form()).toEqual(['6-K']);
    await utimes(join(root, '1.txt'), when, new Date('2020-01-02T00:00:00Z'));
    expect(await form()).toEqual(['8-K']);
    await expect(access(cache)).rejects.toThrow();
    for (let nth = 2; nth <= 70; nth++) await put(`${String(nth)}.txt`, filing({ accession: accession(nth) }));
    expect(await form()).toHaveLength(70);
    await access(cache);
  });

  it('finds what there is although the index cannot be written', async () => {
    await put('1.txt', filing({ accession: accession(1) }));
    await writeFile(join(base, 'no-directory'), '');
    const found = await discoverFilings({ roots: [root], cache: join(base, 'no-directory', 'headers.idx') });
    expect(found.filings).toHaveLength(1);
    expect(found.indexTrouble).toHaveProperty('code');
  });

  it('does without a damaged cache and writes a new one', async () => {
    const cache = join(base, 'headers.idx');
    await put('1.txt', filing({ accession: accession(1) }));
    await discoverFilings({ roots: [root], cache });
    const text = await readFile(cache, 'utf8');
    await writeFile(cache, text.replace(/\[.*$/m, '[1,'));
    expect((await discoverFilings({ roots: [root], cache })).filings).toHaveLength(1);
    expect(await readFile(cache, 'utf8')).toBe(text);
  });

  it('reads a header that is longer than the first piece of its file, compressed or not', async () => {
    const long = filing({ accession: accession(1), name: `X${' Y'.repeat(30_000)}` });
    await put('1.txt', long);
    await put('2.txt.gz', gzipSync(long.replaceAll(accession(1), accession(2))));
    const { filings } = await discoverFilings({ roots: [root], filter: { ciks: ['1'] } });
    expect(filings.map((one) => one.accession)).toEqual([accession(1), accession(2)]);
  });

  const whole = filing({ accession: accession(1) });
  it.each<[string, string | Buffer]>([
    ['a filing', whole],
    ['a compressed filing', gzipSync(whole)],
    ['a stray file', 'nothing of a filing'],
    ['an empty file', ''],
    ['a filing whose header has no end', whole.slice(0, whole.indexOf('</SEC-HEADER>'))],
    ['a header as long as the first piece', whole.replace('FICTION PLC', 'F'.repeat(8192 - whole.length))],
    ['a header that is longer', whole.replace('FICTION PLC', 'F'.repeat(9000))],
    ['documents without a header', document('6-K', 'x')],
  ])('reads %s alone as it does among many', async (_, content) => {
    await put('a.txt', content);
    const alone = await discoverFilings({ roots: [root] });
    for (let nth = 2; nth < 8; nth++) await put(`z${String(nth)}.txt`, filing({ accession: accession(nth) }));
    const among = await discoverFilings({ roots: [root] });
    expect(among.filings.slice(0, -6)).toEqual(alone.filings);
    expect(among).toMatchObject({ stray: alone.stray, unreadable: alone.unreadable, files: 7 });
  });

  it('knows a filing without header and number by its content', async () => {
    await put('letter.txt', document('10-K', 'x'));
    const { filings } = await discoverFilings({ roots: [root] });
    expect(filings[0]!.accession).toMatch(/^sha256:[0-9a-f]{64}$/);
  });

  it('says that a root is missing or no directory', async () => {
    await put('1.txt', 'x');
    await expect(discoverFilings({ roots: [join(root, 'nowhere')] })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(discoverFilings({ roots: [join(root, '1.txt')] })).rejects.toMatchObject({ code: 'USAGE' });
  });
});
