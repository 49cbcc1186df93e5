import { shouldCompact } from '@filigree/queue';
import type { SnapshotSource } from '@filigree/queue';
import { FaultDisk } from '@filigree/testing';
import type { DiskOperation } from '@filigree/testing';
import { DIR, ROW, append, commit, live, replayed, settle } from './journal-rig.ts';

const SNAPSHOT = `${DIR}/snapshot-00000001.snap`;

/** A snapshot of these texts, all with the effect of record `seq`; `between` runs before each row. */
function rowsOf(
  texts: string[],
  seq: () => number,
  between: (index: number) => void = () => undefined,
): () => SnapshotSource {
  return () => {
    let index = 0;
    return {
      next: (write) => {
        between(index);
        const text = texts[index];
        if (text !== undefined) write(ROW, seq(), Buffer.from(text));
        index += 1;
        return index < texts.length;
      },
    };
  };
}

function segments(disk: FaultDisk): string[] {
  return disk.paths().filter((path) => path.endsWith('.log'));
}

describe('a snapshot', () => {
  it('replaces the segments before it, and replay begins behind it', async () => {
    const disk = new FaultDisk();
    const { journal } = await live(disk.attach(), { snapshot: rowsOf(['r1', 'r2', 'r3'], () => 100) });
    for (let index = 0; index < 100; index += 1) await commit(journal, 'x'.repeat(600));
    const before = segments(disk);
    await journal.compact();
    expect(before.length).toBeGreaterThan(3);
    expect(segments(disk).length).toBeLessThanOrEqual(2);
    await commit(journal, 'after');
    await journal.close();
    const second = await live(disk.attach());
    expect(second.rows).toEqual(['100:r1', '100:r2', '100:r3']);
    expect(second.replayed).toEqual(['101:after']);
    expect(second.journal.recovery).toMatchObject({
      snapshotRows: 3,
      records: expect.any(Number) as number,
      lastSeq: 101,
    });
    expect(second.journal.stats().snapshotBytes).toBe(disk.file(SNAPSHOT).sizeBytes);
    await second.journal.close();
  });

  it('keeps the epoch whose record it replaced', async () => {
    const disk = new FaultDisk();
    const { journal } = await live(disk.attach(), { snapshot: rowsOf([], () => 0) });
    await journal.beginEpoch(6);
    for (let index = 0; index < 40; index += 1) await commit(journal, 'x'.repeat(600));
    await journal.compact();
    await journal.close();
    const second = await live(disk.attach());
    expect(second.journal.epoch).toBe(7);
    expect(second.journal.lastSeq).toBe(41);
    await second.journal.close();
  });

  it('is not asked for before the owner has appended something: it may still be putting in place what it replayed', async () => {
    const disk = new FaultDisk();
    const first = await live(disk.attach());
    await commit(first.journal, 'x'.repeat(3000));
    await first.journal.close();
    let asked = 0;
    const snapshot = rowsOf(
      ['r'],
      () => 1,
      () => (asked += 1),
    );
    const { journal } = await live(disk.attach(), { snapshot, tuning: { compactAboveBytes: 2000 } });
    await journal.beginEpoch(0);
    for (let turn = 0; turn < 5; turn += 1) await settle();
    expect(asked).toBe(0);
    await commit(journal, 'mine');
    for (let turn = 0; turn < 5; turn += 1) await settle();
    expect(asked).toBeGreaterThan(0);
    await journal.close();
  });

  it('lets records go on between its slices', async () => {
    const disk = new FaultDisk();
    const during: string[] = [];
    const { journal } = await live(disk.attach(), {
      snapshot: rowsOf(
        ['a', 'b'],
        () => journal.lastSeq,
        (index) => {
          during.push(String(index));
          append(journal, `during ${String(index)}`);
        },
      ),
    });
    await commit(journal, 'before');
    await journal.compact();
    await journal.close();
    expect(during).toEqual(['0', '1']);
    const second = await live(disk.attach());
    expect(second.rows).toEqual(['2:a', '3:b']);
    expect(second.replayed).toEqual(['2:during 0', '3:during 1']);
    await second.journal.close();
  });

  it('takes its name only when every record whose effect is in it is on disk', async () => {
    let isHeld = false;
    const held: (() => void)[] = [];
    const disk = new FaultDisk({
      complete: (operation: DiskOperation, end) => {
        if (isHeld && operation.kind === 'sync' && operation.path.endsWith('.log')) held.push(end);
        else queueMicrotask(end);
      },
    });
    const { journal } = await live(disk.attach(), { snapshot: rowsOf(['row'], () => journal.lastSeq) });
    await commit(journal, 'one');
    isHeld = true;
    append(journal, 'two');
    const compacting = journal.compact();
    for (let turn = 0; turn < 20; turn += 1) await settle();
    expect(disk.paths()).toContain(`${SNAPSHOT}.tmp`);
    expect(disk.paths()).not.toContain(SNAPSHOT);
    isHeld = false;
    held.shift()?.();
    await compacting;
    expect(disk.paths()).toContain(SNAPSHOT);
    await journal.close();
  });

  it('is given up when the journal is closed, and nothing of it is left', async () => {
    const disk = new FaultDisk();
    let closing: Promise<void> | null = null;
    const { journal } = await live(disk.attach(), {
      snapshot: rowsOf(
        ['a', 'b', 'c'].map((text) => text.repeat(200_000)),
        () => 1,
        () => {
          closing ??= journal.close();
        },
      ),
    });
    await commit(journal, 'one');
    await journal.compact();
    await journal.close();
    expect(disk.paths().filter((path) => path.includes('snapshot'))).toEqual([]);
    expect(await replayed(disk)).toEqual(['1:one']);
  });

  it('is given up, and said so, when the disk has no room for it; the journal goes on', async () => {
    const disk = new FaultDisk({
      fault: ({ kind, path }) => (kind === 'write' && path.endsWith('.tmp') ? { code: 'ENOSPC' } : null),
    });
    const life = await live(disk.attach(), { snapshot: rowsOf(['a'], () => 1), tuning: { compactAboveBytes: 2000 } });
    await commit(life.journal, 'x'.repeat(3000));
    for (let turn = 0; turn < 20; turn += 1) await settle();
    expect(life.notices).toEqual([expect.stringContaining('could not be compacted')]);
    expect(disk.paths().filter((path) => path.includes('snapshot'))).toEqual([]);
    await commit(life.journal, 'on');
    expect(life.fatal).toEqual([]);
    await life.journal.close();
  });

  it('is refused with file and offset whichever byte of it has a flipped bit', async () => {
    const disk = new FaultDisk();
    const { journal } = await live(disk.attach(), { snapshot: rowsOf(['r1', 'r2'], () => 1) });
    await commit(journal, 'one');
    await journal.compact();
    await journal.close();
    const { sizeBytes } = disk.file(SNAPSHOT);
    for (let offset = 0; offset < sizeBytes; offset += 1) {
      const copy = disk.copy();
      copy.file(SNAPSHOT).flipBit(offset, offset % 8);
      await expect(live(copy.attach())).rejects.toMatchObject({ code: 'CORRUPT', detail: { file: SNAPSHOT } });
    }
  });

  it('is written when the journal is larger than it and than the least size, not before', () => {
    expect(shouldCompact(99, 10, 100)).toBe(false);
    expect(shouldCompact(100, 10, 100)).toBe(true);
    expect(shouldCompact(199, 200, 100)).toBe(false);
    expect(shouldCompact(200, 200, 100)).toBe(true);
  });

  it('keeps the directory under twice its size and the stated slack, however long records go on', async () => {
    const disk = new FaultDisk();
    const tuning = { compactAboveBytes: 48 << 10 };
    const { journal } = await live(disk.attach(), {
      snapshot: rowsOf(['r'.repeat(30_000), 's'.repeat(30_000)], () => journal.lastSeq),
      tuning,
    });
    let largest = 0;
    for (let index = 0; index < 600; index += 1) {
      await commit(journal, 'x'.repeat(600));
      if (!journal.stats().isCompacting)
        largest = Math.max(largest, disk.usedBytes() - 2 * journal.stats().snapshotBytes);
    }
    await journal.close();
    expect(disk.paths().filter((path) => path.endsWith('.snap'))).toHaveLength(1);
    expect(largest).toBeLessThan((48 << 10) + 3 * (16 << 10));
  });
});
