import { FaultDisk, PAGE_BYTES } from '@filigree/testing';
import { DIR, append, commit, diskWith, live, replayed, settle } from './journal-rig.ts';

const SEGMENT = `${DIR}/journal-00000001.log`;
const BATCHES = [['one'], ['two', 'three'], ['four', 'five is longer', 'six']];
const ACKNOWLEDGED = ['1:one', '2:two', '3:three'];
const ALL = [...ACKNOWLEDGED, '4:four', '5:five is longer', '6:six'];

/** Where each batch of the only segment begins, and the end of the last. */
function batchOffsets(content: Buffer): number[] {
  const offsets = [64];
  for (let at = 64; content.readUInt32LE(at) !== 0;) {
    at += content.readUInt32LE(at);
    offsets.push(at);
  }
  return offsets;
}

/** A disk whose only segment is this. */
function diskOf(content: Buffer): FaultDisk {
  const disk = new FaultDisk();
  disk.put(SEGMENT, content);
  return disk;
}

/** Reads the journal, goes on with it, and reads it again. */
async function recoverAndGoOn(disk: FaultDisk): Promise<{ found: string[]; notices: string[] }> {
  const life = await live(disk.attach());
  const { lastSeq } = life.journal;
  expect(lastSeq).toBe(life.replayed.length);
  await commit(life.journal, 'after');
  await life.journal.close();
  expect(await replayed(disk)).toEqual([...life.replayed, `${String(lastSeq + 1)}:after`]);
  return { found: life.replayed, notices: life.notices };
}

describe('a torn tail', () => {
  it('loses nothing acknowledged when the last batch is cut at any byte, whether the file ends there or zeros follow', async () => {
    const content = Buffer.from((await diskWith(...BATCHES)).file(SEGMENT).content);
    const [start, end] = batchOffsets(content).slice(-2) as [number, number];
    for (let cut = start; cut < end; cut += 1) {
      const zeroed = Buffer.from(content);
      zeroed.fill(0, cut);
      for (const torn of [content.subarray(0, cut), zeroed]) {
        const { found } = await recoverAndGoOn(diskOf(torn));
        expect(found.slice(0, 3)).toEqual(ACKNOWLEDGED);
        expect(ALL.slice(0, found.length)).toEqual(found);
      }
    }
    expect((await recoverAndGoOn(diskOf(content))).found).toEqual(ALL);
  });

  it('keeps the records in front of the first bad one, and says where it cut and what is last', async () => {
    const content = Buffer.from((await diskWith(...BATCHES)).file(SEGMENT).content);
    const end = batchOffsets(content).at(-1)!;
    const disk = diskOf(content.subarray(0, end - 1));
    const life = await live(disk.attach());
    expect(life.replayed).toEqual(ALL.slice(0, 5));
    const lastRecord = end - 16 - 'six'.length;
    expect(life.journal.recovery.tornTail).toEqual({ file: SEGMENT, offset: lastRecord, batch: 3, recordsKept: 2 });
    expect(life.notices).toEqual([expect.stringContaining(`cut at offset ${String(lastRecord)}`)]);
    expect(life.notices[0]).toContain('ends with batch 3, record 5');
    await life.journal.close();
    expect((await live(disk.attach())).journal.recovery.tornTail).toBeNull();
  });

  it('recovers a prefix and names the last batch when the journal is cut further back', async () => {
    const content = Buffer.from((await diskWith(...BATCHES)).file(SEGMENT).content);
    const [first = 0, second = 0] = batchOffsets(content);
    for (let cut = first; cut < second; cut += 1) {
      const { found, notices } = await recoverAndGoOn(diskOf(content.subarray(0, cut)));
      expect(found).toEqual([]);
      if (cut > first) expect(notices[0]).toContain('ends with batch 0, record 0');
    }
  });

  it('loses nothing acknowledged whichever pages of the last batch are lost', async () => {
    const pages = 4;
    const recordBytes = 700;
    for (let subset = 0; subset < 2 ** pages; subset += 1) {
      let isSyncHeld = false;
      const disk = new FaultDisk({
        complete: (operation, end) => {
          if (!isSyncHeld || operation.kind !== 'sync') queueMicrotask(end);
        },
      });
      const tuning = { segmentBytes: 32 << 10, maxBatchBytes: 24 << 10 };
      const first = await live(disk.attach(), { tuning });
      await commit(first.journal, 'acknowledged', 'x'.repeat(100));
      isSyncHeld = true;
      const texts = Array.from({ length: 20 }, (_, index) => String(index).padEnd(recordBytes, '.'));
      append(first.journal, ...texts);
      await settle();
      const dirty = disk.file(SEGMENT).dirtyPages();
      expect(dirty).toHaveLength(pages);
      disk.losePages(
        SEGMENT,
        dirty.filter((_, index) => (subset & (1 << index)) !== 0),
      );
      isSyncHeld = false;
      const second = await live(disk.attach(), { tuning });
      const all = ['acknowledged', 'x'.repeat(100), ...texts].map((text, index) => `${String(index + 1)}:${text}`);
      expect(second.replayed.length).toBeGreaterThanOrEqual(2);
      expect(second.replayed).toEqual(all.slice(0, second.replayed.length));
      if (subset === 2 ** pages - 1) expect(second.replayed).toHaveLength(all.length);
      await commit(second.journal, 'after');
      await second.journal.close();
      const third = await live(disk.attach(), { tuning });
      expect(third.replayed).toEqual([...second.replayed, `${String(second.replayed.length + 1)}:after`]);
    }
  });

  it('takes nothing left over behind a cut for records, even when power fails while it is cut away', async () => {
    const content = Buffer.from(
      (
        await diskWith(
          ...BATCHES,
          ['y'.repeat(3 * PAGE_BYTES - 1)].map((text) => text.slice(0, 7000)),
        )
      ).file(SEGMENT).content,
    );
    const [, , , start = 0, end = 0] = batchOffsets(content);
    content[start + 60] = content[start + 60]! ^ 1;
    for (let kept = 0; kept < 8; kept += 1) {
      let isSyncHeld = true;
      const disk = new FaultDisk({
        complete: (operation, end) => {
          if (!isSyncHeld || operation.kind !== 'sync') queueMicrotask(end);
        },
      });
      disk.put(SEGMENT, content);
      const opening = live(disk.attach());
      await settle();
      const dirty = disk.file(SEGMENT).dirtyPages();
      expect(dirty.length).toBeGreaterThanOrEqual(Math.floor(end / PAGE_BYTES));
      disk.losePages(
        SEGMENT,
        dirty.filter((_, index) => (kept & (1 << index)) !== 0),
      );
      isSyncHeld = false;
      expect((await recoverAndGoOn(disk)).found).toEqual(ALL);
      void opening;
    }
  });
});
