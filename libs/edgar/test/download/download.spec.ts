import { formIndex, masterIndex, servedFiling, startSecServer } from '@filigree/testing';
import type { SecServer, SecServerOptions } from '@filigree/testing';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { downloadFilings } from '@filigree/edgar';
import type { DownloadOptions, DownloadSummary } from '@filigree/edgar';

const MASTER = 'full-index/2010/QTR2/master.idx';

describe('a download', () => {
  let dir: string;
  let server: SecServer | undefined;

  beforeEach(async () => {
    dir = await mkdtemp(join(tmpdir(), 'filigree-download-'));
  });

  afterEach(async () => {
    await server?.close();
    server = undefined;
    await rm(dir, { recursive: true, force: true });
  });

  const filings = Array.from({ length: 6 }, (_, nth) => servedFiling(nth));

  async function serve(options: Partial<SecServerOptions> = {}): Promise<SecServer> {
    server = await startSecServer({ filings, indexes: { [MASTER]: masterIndex(filings) }, ...options });
    return server;
  }

  function download(options: Partial<DownloadOptions> = {}): Promise<DownloadSummary> {
    return downloadFilings({
      year: 2010,
      quarter: 2,
      userAgent: 'Test test@example.com',
      secUrl: server!.url,
      breakerSeconds: 1,
      dir,
      ...options,
    });
  }

  it('puts whole filings under their filing year and says how many', async () => {
    await serve();
    const summary = await download();
    expect(summary).toMatchObject({ listed: 6, downloaded: 6, alreadyThere: 0, failed: 0, secondsLeft: 0 });
    const names = (await readdir(join(dir, '2010'))).sort();
    expect(names).toEqual(filings.map((filing) => `${filing.accession}.txt`));
    expect(await readFile(join(dir, '2010', names[3]!))).toEqual(filings[3]!.body);
  });

  it('asks for nothing that is there already, neither filing nor index', async () => {
    const { requests } = await serve();
    await download();
    const before = requests.length;
    expect(await download()).toMatchObject({ downloaded: 0, alreadyThere: 6 });
    expect(requests).toHaveLength(before);
  });

  it('knows a filing that is there under a name without dashes', async () => {
    await serve();
    await download({ limit: 1 });
    const name = filings[1]!.accession.replaceAll('-', '');
    await writeFile(join(dir, '2010', `${name}.txt`), filings[1]!.body);
    expect(await download({ limit: 2 })).toMatchObject({ listed: 2, downloaded: 0, alreadyThere: 2 });
  });

  it('takes the same first filings by date and accession whatever the order of the index', async () => {
    const shuffled = [4, 0, 5, 2, 1, 3].map((nth) => filings[nth]!);
    await serve({ indexes: { [MASTER]: masterIndex(shuffled) } });
    await download({ limit: 3 });
    expect((await readdir(join(dir, '2010'))).sort()).toEqual(filings.slice(0, 3).map((f) => `${f.accession}.txt`));
  });

  it('fetches a filing of several registrants once', async () => {
    const joint = servedFiling(50, { ciks: ['11', '22', '33'] });
    const { requests } = await serve({ filings: [joint], indexes: { [MASTER]: masterIndex([joint]) } });
    expect(await download()).toMatchObject({ listed: 1, downloaded: 1 });
    expect(requests.filter((request) => request.path.includes('/data/'))).toHaveLength(1);
  });

  it('chooses by a part of the name, as the other commands do', async () => {
    await serve();
    expect(await download({ company: 'fiction, 4' })).toMatchObject({ listed: 1, downloaded: 1 });
    await expect(download({ company: 'fact' })).rejects.toMatchObject({ code: 'NO_MATCH' });
  });

  it.each(['old', 'new'] as const)(
    'reads the form index of the %s layout where there is no master index',
    async (layout) => {
      await serve({ indexes: { 'full-index/2010/QTR2/form.idx': formIndex(filings, layout) } });
      expect(await download({ forms: ['6-k'], ciks: ['1002', '0000001003'] })).toMatchObject({
        listed: 2,
        downloaded: 2,
      });
    },
  );

  it('gets a truncated body again, however it was cut', async () => {
    await serve({
      fault: (path, nth) =>
        path.includes('/data/') && nth < 2
          ? { kind: 'truncated', how: nth === 0 ? 'closed early' : 'short but complete' }
          : undefined,
    });
    expect(await download({ limit: 2 })).toMatchObject({ downloaded: 2, failed: 0 });
    expect(await readFile(join(dir, '2010', `${filings[0]!.accession}.txt`))).toEqual(filings[0]!.body);
  });

  it('waits as long as a 429 says, sends nothing meanwhile and tells why', async () => {
    const { requests } = await serve({
      fault: (path, nth) =>
        path.includes('000002.txt') && nth === 0 ? { kind: 'too-many', retryAfter: '2' } : undefined,
    });
    const messages: string[] = [];
    expect(await download({ onMessage: (text) => messages.push(text) })).toMatchObject({ downloaded: 6 });
    const refused = requests.find((request) => request.status === 429)!;
    const next = requests.filter((request) => request.atMs > refused.atMs + 150)[0]!;
    expect(next.atMs - refused.atMs).toBeGreaterThan(1900);
    expect(messages).toHaveLength(1);
    expect(messages[0]).toMatch(/429 Too Many Requests.*nothing is sent for 2 s/);
  });

  it.each([
    ['a 429 without Retry-After', { kind: 'too-many' } as const],
    ['a block page', { kind: 'block-page', status: 403 } as const],
    ['a block page that claims to be a filing', { kind: 'block-page', status: 200 } as const],
  ])('stops for the breaker time after %s and then goes on with one request', async (_, fault) => {
    const { requests } = await serve({
      fault: (path, nth) => (path.includes('/data/') && nth === 0 ? fault : undefined),
    });
    expect(await download({ limit: 2 })).toMatchObject({ downloaded: 2 });
    const refused = requests.filter((request) => request.path.includes('/data/'))[0]!;
    const waited = requests.find((request) => request.atMs > refused.atMs + 500)!;
    expect(waited.atMs - refused.atMs).toBeGreaterThan(950);
  });

  it('tries again after resets, errors of the server and slow answers', async () => {
    await serve({
      fault: (path, nth) => {
        if (path.includes('000000.txt') && nth === 0) return { kind: 'reset' };
        if (path.includes('000001.txt') && nth === 0) return { kind: 'error', status: 500 };
        return path.includes('000002.txt') ? { kind: 'slow', ms: 300 } : undefined;
      },
    });
    expect(await download({ limit: 3 })).toMatchObject({ downloaded: 3, failed: 0 });
  });

  it('tells of a filing that is in the index but not there, and gets the others', async () => {
    await serve({ filings: filings.slice(1) });
    const summary = await download();
    expect(summary).toMatchObject({ downloaded: 5, failed: 1 });
    expect(summary.failures[0]).toMatchObject({ accession: filings[0]!.accession });
  });

  it('refuses a User-Agent without name and mail before it sends anything', async () => {
    const { requests } = await serve();
    await expect(download({ userAgent: 'curl/8.0' })).rejects.toMatchObject({ code: 'USAGE' });
    expect(requests).toHaveLength(0);
  });

  it('takes a 403 for the index of a coming quarter as "not there yet"', async () => {
    const { requests } = await serve();
    const now = new Date();
    const messages: string[] = [];
    const options = { year: now.getUTCFullYear() + 1, quarter: 4, onMessage: (text: string) => messages.push(text) };
    await expect(download(options)).rejects.toMatchObject({ code: 'NO_MATCH' });
    expect(messages[0]).toMatch(/QTR4 yet/);
    expect(requests.every((request) => request.path.includes('-index/'))).toBe(true);
  });

  it('stops when it is told to, with what it has', async () => {
    await serve();
    const stop = new AbortController();
    const onProgress = (): void => {
      stop.abort();
    };
    await expect(download({ signal: stop.signal, onProgress })).rejects.toMatchObject({ code: 'CANCELLED' });
    expect((await readdir(join(dir, '2010'))).filter((name) => name.endsWith('.part'))).toEqual([]);
  });

  it('says that nothing answers at an address where nothing listens', async () => {
    await serve();
    const { url } = server!;
    await server!.close();
    await expect(download({ secUrl: url })).rejects.toMatchObject({ code: 'UNREACHABLE' });
  });
});
