import { salvage } from '@filigree/queue';
import type { SalvageReport, SnapshotSource } from '@filigree/queue';
import { FaultDisk } from '@filigree/testing';
import { DIR, ROW, SMALL, StillClock, append, commit, diskWith, live } from './journal-rig.ts';

const SEGMENT = `${DIR}/journal-00000001.log`;

function salvageOf(disk: FaultDisk): Promise<SalvageReport> {
  return salvage({ dir: DIR, disk: disk.attach(), clock: new StillClock(), tuning: SMALL });
}

/** The offset of a record's payload, by its text. */
function offsetOf(disk: FaultDisk, path: string, text: string): number {
  return disk.file(path).content.indexOf(text);
}

describe('salvage', () => {
  it('changes nothing where nothing is damaged', async () => {
    const disk = await diskWith(['one'], ['two']);
    const before = disk.paths();
    expect(await salvageOf(disk)).toMatchObject({ wasDamaged: false, leftOut: [] });
    expect(disk.paths()).toEqual(before);
    expect((await live(disk.attach())).replayed).toEqual(['1:one', '2:two']);
  });

  it('recovers all but a damaged record, says which one that was and where, and keeps the damaged file', async () => {
    const disk = await diskWith(['one', 'two', 'three'], ['four'], ['five']);
    const damaged = offsetOf(disk, SEGMENT, 'two');
    disk.file(SEGMENT).flipBit(damaged, 0);
    const content = Buffer.from(disk.file(SEGMENT).content);
    const report = await salvageOf(disk);
    expect(report).toMatchObject({ wasDamaged: true, recordsKept: 4, rowsKept: 0, aside: `${DIR}/damaged` });
    expect(report.leftOut).toEqual([
      {
        file: SEGMENT,
        offset: damaged - 16,
        endOffset: damaged + 3,
        what: 'a part of batch 1 is damaged',
        firstSeq: 2,
        lastSeq: 2,
      },
    ]);
    expect(disk.file(`${DIR}/damaged/journal-00000001.log`).content.equals(content)).toBe(true);

    const life = await live(disk.attach());
    expect(life.replayed).toEqual(['1:one', '3:three', '4:four', '5:five']);
    expect(life.journal.recovery.salvaged).toBe(true);
    await commit(life.journal, 'six');
    await life.journal.close();
    const next = await live(disk.attach());
    expect(next.replayed).toEqual(['1:one', '3:three', '4:four', '5:five', '6:six']);
    await next.journal.close();
    expect(disk.paths()).toContain(`${DIR}/damaged/journal-00000001.log`);
  });

  it('recovers the records of a batch whose header is damaged', async () => {
    const disk = await diskWith(['one', 'two'], ['three'], ['four']);
    disk.file(SEGMENT).flipBit(70, 5);
    const report = await salvageOf(disk);
    expect(report.leftOut).toEqual([
      { file: SEGMENT, offset: 64, endOffset: 104, what: 'a batch header is damaged', firstSeq: null, lastSeq: null },
    ]);
    expect((await live(disk.attach())).replayed).toEqual(['1:one', '2:two', '3:three', '4:four']);
  });

  it('recovers what it can whichever byte is damaged, and what it leaves out is in its list', async () => {
    const whole = await diskWith(['one', 'two'], ['three', 'four'], ['five']);
    const all = ['1:one', '2:two', '3:three', '4:four', '5:five'];
    const end = offsetOf(whole, SEGMENT, 'five') - 16 - 40;
    for (let offset = 0; offset < end; offset += 1) {
      const disk = whole.copy();
      disk.file(SEGMENT).flipBit(offset, offset % 8);
      const { leftOut } = await salvageOf(disk);
      const missing = leftOut.flatMap(({ firstSeq, lastSeq }) => (firstSeq === null ? [] : [firstSeq, lastSeq]));
      const life = await live(disk.attach());
      expect(life.replayed.length).toBeGreaterThanOrEqual(4);
      const lost = all
        .filter((record) => !life.replayed.includes(record))
        .flatMap((record) => [Number(record[0]), Number(record[0])]);
      expect(missing).toEqual(lost);
      expect(leftOut.length).toBeGreaterThan(0);
      await life.journal.close();
    }
  });

  it('names a missing segment, goes on above every number ever given, and keeps rows and epoch', async () => {
    const disk = new FaultDisk();
    const snapshot = (): SnapshotSource => ({
      next: (write) => {
        for (const text of ['row one', 'row two']) write(ROW, 30, Buffer.from(text));
        return false;
      },
    });
    const { journal } = await live(disk.attach(), { snapshot });
    await journal.beginEpoch(8);
    for (let index = 0; index < 30; index += 1) await commit(journal, 'x'.repeat(600));
    await journal.compact();
    for (let index = 0; index < 60; index += 1) await commit(journal, `${String(index)}-${'y'.repeat(600)}`);
    const { lastSeq } = journal;
    append(journal);
    await journal.close();
    const logs = disk.paths().filter((path) => path.endsWith('.log'));
    await disk.attach().unlink(logs[1]!);
    disk.file(`${DIR}/snapshot-00000001.snap`).flipBit(offsetOf(disk, `${DIR}/snapshot-00000001.snap`, 'row one'), 1);

    const report = await salvageOf(disk);
    expect(report.rowsKept).toBe(1);
    expect(report.leftOut.map(({ file }) => file)).toEqual([`${DIR}/snapshot-00000001.snap`, logs[1]]);
    const life = await live(disk.attach());
    expect(life.rows).toEqual(['30:row two']);
    expect(life.journal.epoch).toBe(9);
    expect(life.journal.lastSeq).toBe(lastSeq);
    await life.journal.close();
  });

  it('never gives a number again that a lost record had', async () => {
    const disk = new FaultDisk();
    const snapshot = (): SnapshotSource => ({
      next: (write) => {
        write(ROW, 1, Buffer.from('row'));
        return false;
      },
    });
    const { journal } = await live(disk.attach(), { snapshot });
    await commit(journal, 'one');
    await commit(journal, 'two', 'three');
    await journal.compact();
    await journal.close();
    disk.file(SEGMENT).flipBit(3, 0);
    disk.file(SEGMENT).flipBit(offsetOf(disk, SEGMENT, 'two'), 1);
    disk.file(SEGMENT).flipBit(offsetOf(disk, SEGMENT, 'three'), 1);
    await salvageOf(disk);
    const life = await live(disk.attach());
    expect(append(life.journal, 'four')).toBe(4);
    await life.journal.close();
    const again = await live(disk.attach());
    expect(again.replayed).toContain('4:four');
    await again.journal.close();
  });

  it('can be run again when it was cut short at any point', async () => {
    const whole = await diskWith(['one', 'two', 'three'], ['four'], ['five']);
    whole.file(SEGMENT).flipBit(offsetOf(whole, SEGMENT, 'two'), 0);
    for (let limit = 1, isDone = false; !isDone; limit += 1) {
      let operations = 0;
      const disk = whole.copy({
        complete: (_operation, end) => {
          operations += 1;
          if (operations <= limit) queueMicrotask(end);
        },
      });
      let isEnded = false;
      void salvageOf(disk).then(() => (isEnded = true));
      for (let turn = 0; turn < 60; turn += 1) await Promise.resolve();
      await new Promise((resolve) => setImmediate(resolve));
      isDone = isEnded;
      disk.losePower(() => 0.5);
      const copy = disk.copy();
      await salvageOf(copy);
      const life = await live(copy.attach());
      expect(life.replayed).toEqual(['1:one', '3:three', '4:four', '5:five']);
      expect(copy.paths().some((path) => path.includes('damaged/journal-00000001'))).toBe(true);
      await life.journal.close();
    }
  });
});
