import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { systemClock } from '@filigree/base';
import { nodeDisk, openJournal } from '@filigree/queue';
import type { Journal, JournalOptions } from '@filigree/queue';

let dir = '';

beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'filigree-journal-'));
});

afterEach(async () => {
  await rm(dir, { recursive: true, force: true });
});

function open(path: string, records: string[] = [], extra: Partial<JournalOptions> = {}): Promise<Journal> {
  return openJournal({
    dir: path,
    disk: nodeDisk,
    clock: systemClock,
    fsync: 'strict',
    onSnapshotRow: (_type, bytes, start, end) => records.push(bytes.toString('utf8', start, end)),
    onRecord: (_type, bytes, start, end) => records.push(bytes.toString('utf8', start, end)),
    onDurable: () => undefined,
    onDiskFull: () => undefined,
    onFatal: (error) => {
      throw error;
    },
    ...extra,
  });
}

/** A process that holds the directory as a coordinator does, until it is killed. */
async function holder(path: string): Promise<{ kill: () => Promise<void> }> {
  const script = `
    const Database = require('libsql');
    new Database(process.argv[1] + '/lock').exec('BEGIN EXCLUSIVE');
    process.stdout.write('held');
    setInterval(() => undefined, 1000);`;
  const child = spawn(process.execPath, ['-e', script, path], {
    cwd: import.meta.dirname,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await once(child.stdout, 'data');
  return {
    kill: async () => {
      child.kill('SIGKILL');
      await once(child, 'exit');
    },
  };
}

describe('the journal on a real disk', () => {
  it('replays what an earlier life wrote, small records and large', async () => {
    const path = join(dir, 'made', 'on', 'the', 'way');
    const first = await open(path);
    const texts = ['a', 'b'.repeat(100_000), 'c'.repeat(900_000), 'd'];
    for (const text of texts) first.append(2, Buffer.from(text));
    await first.whenDurable(4);
    await first.close();
    const records: string[] = [];
    const second = await open(path, records);
    expect(records).toEqual(texts);
    await second.close();
    expect((await stat(join(path, 'journal-00000001.log'))).size).toBe(8 << 20);
  });

  it('goes on from segment to segment, and compacts', async () => {
    const tuning = { segmentBytes: 64 << 10, maxBatchBytes: 32 << 10, compactAboveBytes: 300 << 10 };
    let isDone = false;
    const snapshot = (): { next: (write: (type: number, seq: number, payload: Uint8Array) => void) => boolean } => ({
      next: (write) => {
        write(3, journal.lastSeq, Buffer.from('all'));
        isDone = true;
        return false;
      },
    });
    const journal: Journal = await open(dir, [], { tuning, snapshot });
    for (let index = 0; !isDone; index += 1) await journal.whenDurable(journal.append(2, Buffer.alloc(5000, index)));
    await journal.compact();
    await journal.close();
    const records: string[] = [];
    const again = await open(dir, records, { tuning });
    expect(records[0]).toBe('all');
    expect(records.length).toBeLessThan(40);
    await again.close();
  });

  it('is held by one process at a time, and let go by the death of that process', async () => {
    const other = await holder(dir);
    const error = await open(dir).catch((caught: unknown) => caught);
    expect(error).toMatchObject({
      code: 'LOCAL_STATE',
      message: `the queue directory ${dir} is held by another coordinator`,
      remedy: expect.stringContaining('--distributed') as string,
    });
    await other.kill();
    const journal = await open(dir);
    await expect(open(dir)).rejects.toMatchObject({ code: 'LOCAL_STATE' });
    await journal.close();
    await (await open(dir)).close();
  });

  it('says which directory cannot be used, and what to do', async () => {
    const file = join(dir, 'file');
    await writeFile(file, 'not a directory');
    for (const path of [file, join(file, 'below')]) {
      await expect(open(path)).rejects.toMatchObject({
        code: 'LOCAL_STATE',
        message: expect.stringContaining(path) as string,
        remedy: expect.stringContaining('--queue-dir') as string,
      });
    }
    await writeFile(join(dir, 'lock'), 'x'.repeat(5000));
    await expect(open(dir)).rejects.toMatchObject({
      code: 'LOCAL_STATE',
      message: expect.stringContaining(join(dir, 'lock')) as string,
    });
  });

  it('says so when it may not write there', async () => {
    if (process.getuid?.() === 0) {
      console.warn('SKIPPED: root may write everywhere, so that an unwritable directory cannot be shown');
      return;
    }
    await chmod(dir, 0o500);
    await expect(open(dir)).rejects.toMatchObject({
      code: 'LOCAL_STATE',
      message: expect.stringContaining(dir) as string,
    });
    await chmod(dir, 0o700);
  });

  it('fills its segments with zeros behind the last batch', async () => {
    const journal = await open(dir);
    await journal.whenDurable(journal.append(2, Buffer.from('record')));
    await journal.close();
    const content = await readFile(join(dir, 'journal-00000001.log'));
    const ends = 64 + 40 + 16 + 6 + 40;
    expect(content.subarray(ends).every((byte) => byte === 0)).toBe(true);
    expect(content[ends - 30]).not.toBe(0);
  });
});
