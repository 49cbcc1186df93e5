// A queue directory that is copied while it is written.

import { mkdir, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { systemClock } from '@filigree/base';
import { copyQueueFiles, nodeDisk, openJournal, sealQueueCopy } from '@filigree/queue';
import type { Disk, Journal, SnapshotSource } from '@filigree/queue';
import { RECORD, ROW, SMALL } from './journal-rig.ts';

let dir: string;
beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'filigree-copy-'));
});
afterEach(async () => {
  await rm(dir, { recursive: true, force: true });
});

/** Numbers from 1 on, each a record; the snapshot is the one row that says how many there are. */
async function open(
  path: string,
  found: number[] = [],
): Promise<{ readonly journal: Journal; add(): Promise<number> }> {
  let count = 0;
  const read = (_type: number, bytes: Buffer, start: number, end: number): void => {
    found.push(Number(bytes.toString('latin1', start, end).trimEnd()));
  };
  const snapshot = (): SnapshotSource => ({
    next: (write) => {
      write(ROW, journal.lastSeq, Buffer.from(String(count)));
      return false;
    },
  });
  const journal = await openJournal({
    dir: path,
    disk: nodeDisk,
    clock: systemClock,
    fsync: 'strict',
    tuning: SMALL,
    onSnapshotRow: read,
    onRecord: read,
    onDurable: () => undefined,
    onDiskFull: () => undefined,
    onFatal: (error) => {
      throw error;
    },
    snapshot,
  });
  return {
    journal,
    async add() {
      count++;
      const number = count;
      await journal.whenDurable(journal.append(RECORD, Buffer.from(String(number).padEnd(300))));
      return number;
    },
  };
}

async function copied(disk: Disk, epoch: number): Promise<{ numbers: number[]; epoch: number }> {
  const target = await mkdtemp(join(dir, 'copy-'));
  await copyQueueFiles({ dir: join(dir, 'queue'), target, disk });
  await sealQueueCopy(target, nodeDisk, systemClock, epoch);
  expect(await readdir(target)).not.toContain('lock');
  const numbers: number[] = [];
  const { journal } = await open(target, numbers);
  const found = { numbers, epoch: journal.epoch };
  await journal.close();
  return found;
}

describe('a copy of a queue that is in use', () => {
  it('holds all that was on disk before, and the beginning of what came meanwhile, through segments and compactions', async () => {
    const { journal, add } = await open(join(dir, 'queue'));
    await journal.beginEpoch(6);
    let isOver = false;
    let durable = 0;
    const writing = (async () => {
      while (!isOver) {
        durable = await add();
        if (durable % 150 === 0) await journal.compact();
      }
    })();
    for (let n = 0; n < 12; n++) {
      while (durable < 40 * (n + 1)) await new Promise((done) => setImmediate(done));
      const before = durable;
      const { numbers, epoch } = await copied(nodeDisk, 500);
      const [first = 0] = numbers;
      expect(numbers).toEqual(Array.from({ length: numbers.length }, (_, at) => first + at));
      expect(numbers.at(-1)).toBeGreaterThanOrEqual(before);
      expect(epoch).toBe(500);
    }
    isOver = true;
    await writing;
    await journal.close();
  });

  it('begins anew when a compaction takes files away under it', async () => {
    const { journal, add } = await open(join(dir, 'queue'));
    for (let n = 0; n < 150; n++) await add();
    let compacted = false;
    const disk: Disk = {
      ...nodeDisk,
      async open(path, mode) {
        if (mode === 'create' && !compacted) {
          compacted = true;
          await journal.compact();
        }
        return nodeDisk.open(path, mode);
      },
    };
    const { numbers } = await copied(disk, 1);
    expect(compacted).toBe(true);
    expect(numbers[0]).toBe(150);
    await journal.close();
  });

  it('is refused where there is no queue', async () => {
    await mkdir(join(dir, 'empty'));
    for (const name of ['empty', 'nowhere'])
      await expect(copyQueueFiles({ dir: join(dir, name), target: dir, disk: nodeDisk })).rejects.toMatchObject({
        code: 'NOT_FOUND',
      });
  });
});
