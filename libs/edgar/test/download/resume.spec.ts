import { downloadFilings } from '@filigree/edgar';
import { masterIndex, servedFiling, startSecServer } from '@filigree/testing';
import type { SecFault } from '@filigree/testing';
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const CHILD = join(import.meta.dirname, '../support/download-child.mjs');
const BUILT = join(import.meta.dirname, '../../dist/index.js');
const FILINGS = 200;
const KILL_AFTER = 60;

// One of everything that goes wrong at the SEC, early and late.
function faultOf(path: string, nth: number): SecFault | undefined {
  const filing = Number(/-(\d{6})\.txt$/.exec(path)?.[1] ?? '-1');
  if (nth > 0) return undefined;
  if (filing === 10 || filing === 120) return { kind: 'too-many', retryAfter: '1' };
  if (filing === 20 || filing === 130) return { kind: 'truncated', how: 'closed early' };
  if (filing === 30 || filing === 140) return { kind: 'truncated', how: 'short but complete' };
  if (filing === 40 || filing === 150) return { kind: 'slow', ms: 1500 };
  return filing === 160 ? { kind: 'reset' } : undefined;
}

describe('a download that is killed', () => {
  it('goes on where it stopped: all filings whole, none fetched twice, never more than eight requests a second', async () => {
    if (!existsSync(BUILT))
      throw new Error(`${BUILT} is missing: the child process runs the built package, build it first`);
    const filings = Array.from({ length: FILINGS }, (_, nth) => servedFiling(nth, { textBytes: 500 + 300 * nth }));
    const server = await startSecServer({
      filings,
      indexes: { 'full-index/2010/QTR2/master.idx': masterIndex(filings) },
      fault: faultOf,
    });
    const dir = await mkdtemp(join(tmpdir(), 'filigree-resume-'));
    const year = join(dir, '2010');
    try {
      const child = spawn(process.execPath, [CHILD, server.url, dir], { stdio: ['ignore', 'ignore', 'inherit'] });
      const ended = new Promise((resolve) => child.once('exit', (_, signal) => resolve(signal)));
      await server.waitForRequests(KILL_AFTER);
      child.kill('SIGKILL');
      expect(await ended).toBe('SIGKILL');

      const before = server.requests.length;
      const present = (await readdir(year)).filter((name) => name.endsWith('.txt'));
      expect(present.length).toBeGreaterThan(KILL_AFTER / 2);
      const summary = await downloadFilings({
        year: 2010,
        quarter: 2,
        forms: ['6-K'],
        userAgent: 'Test test@example.com',
        secUrl: server.url,
        dir,
      });

      expect(summary).toMatchObject({ listed: FILINGS, alreadyThere: present.length, failed: 0 });
      const again = server.requests.slice(before).map((request) => request.path.split('/').pop());
      expect(again.filter((name) => name === 'master.idx' || present.includes(name!))).toEqual([]);
      expect((await readdir(year)).sort()).toEqual(filings.map((filing) => `${filing.accession}.txt`));
      for (const filing of filings) {
        expect((await readFile(join(year, `${filing.accession}.txt`))).equals(filing.body)).toBe(true);
      }
      expect(server.busiestSecond()).toBeLessThanOrEqual(8);
    } finally {
      await server.close();
      await rm(dir, { recursive: true, force: true });
    }
  });
});
