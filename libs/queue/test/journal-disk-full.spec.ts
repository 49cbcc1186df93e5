import { FaultDisk } from '@filigree/testing';
import type { DiskFault, DiskOperation } from '@filigree/testing';
import { DIR, append, commit, live, replayed, settle } from './journal-rig.ts';

const SEGMENT = `${DIR}/journal-00000001.log`;

/** A disk whose faults are switched on and off. */
function faulty(fault: (operation: DiskOperation) => DiskFault | null): {
  disk: FaultDisk;
  isOn: (on: boolean) => void;
} {
  let isOn = false;
  const disk = new FaultDisk({ fault: (operation) => (isOn ? fault(operation) : null) });
  return { disk, isOn: (on) => (isOn = on) };
}

const noRoom = faulty.bind(null, ({ kind }) => (kind === 'write' ? { code: 'ENOSPC', writtenBytes: 30 } : null));

describe('a full disk', () => {
  it('stops acknowledging, says so once, and goes on by itself when there is room', async () => {
    const { disk, isOn } = noRoom();
    const { journal, clock, full, durable, fatal } = await live(disk.attach());
    await commit(journal, 'one');
    const whole = 64 + 40 + 16 + 3;
    isOn(true);
    append(journal, 'two');
    for (let tries = 0; tries < 4; tries += 1) {
      await settle();
      clock.advance(250);
      await settle();
      append(journal, `more ${String(tries)}`);
    }
    expect(full).toEqual([true]);
    expect(journal.isFull).toBe(true);
    expect(durable).toEqual([1]);
    expect(disk.file(SEGMENT).sizeBytes).toBe(whole);
    isOn(false);
    clock.advance(250);
    await settle();
    expect(full).toEqual([true, false]);
    expect(durable).toEqual([1, 2, 6]);
    expect(fatal).toEqual([]);
    await journal.close();
    expect(await replayed(disk)).toEqual(['1:one', '2:two', '3:more 0', '4:more 1', '5:more 2', '6:more 3']);
  });

  it('loses nothing acknowledged when the process dies while the disk is full', async () => {
    const { disk, isOn } = noRoom();
    const { journal } = await live(disk.attach());
    await commit(journal, 'one', 'two');
    isOn(true);
    append(journal, 'three');
    await settle();
    disk.losePower(() => 0);
    isOn(false);
    expect(await replayed(disk)).toEqual(['1:one', '2:two']);
  });

  it('waits for room when only the next segment has none', async () => {
    const disk = new FaultDisk();
    const { journal, clock, full } = await live(disk.attach());
    disk.capacityBytes = disk.usedBytes() + 1000;
    for (let index = 0; index < 30; index += 1) append(journal, 'x'.repeat(600));
    for (let turn = 0; turn < 50; turn += 1) await settle();
    expect(full).toEqual([true]);
    expect(journal.durableSeq).toBeLessThan(30);
    expect(disk.paths()).toEqual([SEGMENT]);
    disk.capacityBytes = Number.POSITIVE_INFINITY;
    clock.advance(250);
    await journal.whenDurable(30);
    expect(full).toEqual([true, false]);
    await journal.close();
    expect(await replayed(disk)).toHaveLength(30);
  });

  it('can be left: close gives up what is not on disk and rejects those who wait for it', async () => {
    const { disk, isOn } = noRoom();
    const { journal, clock } = await live(disk.attach());
    isOn(true);
    const waiting = expect(journal.whenDurable(append(journal, 'one'))).rejects.toMatchObject({ code: 'CANCELLED' });
    await settle();
    await journal.close();
    await waiting;
    expect(clock.pending).toBe(0);
  });

  it('does not keep a coordinator from starting: it says so, and goes on when there is room', async () => {
    const { disk, isOn } = noRoom();
    const first = await live(disk.attach());
    await commit(first.journal, 'one');
    isOn(true);
    append(first.journal, 'two');
    await settle();
    isOn(false);
    disk.losePower(() => 0);
    disk.capacityBytes = disk.usedBytes() + 20;
    const second = await live(disk.attach());
    expect(second.replayed).toEqual(['1:one']);
    const epoch = second.journal.beginEpoch(0);
    for (let turn = 0; turn < 5; turn += 1) await settle();
    expect(second.full).toEqual([true]);
    disk.capacityBytes = Number.POSITIVE_INFINITY;
    second.clock.advance(250);
    expect(await epoch).toBe(1);
    expect(second.full).toEqual([true, false]);
    await second.journal.close();
  });

  it('is DISK_FULL when a directory cannot be begun', async () => {
    const { disk, isOn } = noRoom();
    isOn(true);
    await expect(live(disk.attach())).rejects.toMatchObject({
      code: 'DISK_FULL',
      message: expect.stringContaining(DIR) as string,
    });
    isOn(false);
    await (await live(disk.attach())).journal.close();
  });
});

describe('a failing disk', () => {
  const failures: [string, (operation: DiskOperation) => DiskFault | null][] = [
    ['a write that fails', ({ kind }) => (kind === 'write' ? { code: 'EIO', writtenBytes: 10 } : null)],
    ['a sync that fails', ({ kind }) => (kind === 'sync' ? { code: 'EIO' } : null)],
    ['a sync that fails for want of space', ({ kind }) => (kind === 'sync' ? { code: 'ENOSPC' } : null)],
  ];

  it.each(failures)(
    '%s is told once, and nothing is written, synced or acknowledged after it',
    async (_name, fault) => {
      const { disk, isOn } = faulty(fault);
      const { journal, clock, fatal, durable, full } = await live(disk.attach());
      await commit(journal, 'one');
      isOn(true);
      const waiting = expect(journal.whenDurable(append(journal, 'two'))).rejects.toMatchObject({
        code: 'LOCAL_STATE',
      });
      await settle();
      isOn(false);
      append(journal, 'three');
      clock.advance(10_000);
      await settle();
      await waiting;
      expect(fatal).toEqual([
        expect.objectContaining({ code: 'LOCAL_STATE', message: expect.stringContaining(SEGMENT) as string }),
      ]);
      expect(durable).toEqual([1]);
      expect(full).toEqual([]);
      disk.losePower(() => 1);
      expect(await replayed(disk)).toEqual(['1:one']);
    },
  );

  it('is not believed at the next start: what memory still shows of a failed sync is written again', async () => {
    const { disk, isOn } = faulty(({ kind }) => (kind === 'sync' ? { code: 'EIO' } : null));
    const process = disk.attach();
    const { journal } = await live(process);
    await commit(journal, 'one');
    isOn(true);
    append(journal, 'two');
    await settle();
    process.kill(() => 1);
    isOn(false);
    const second = await live(disk.attach());
    expect(second.replayed).toEqual(['1:one', '2:two']);
    disk.losePower(() => 1);
    expect(await replayed(disk)).toEqual(['1:one', '2:two']);
  });
});

describe('the interval mode', () => {
  it('acknowledges what is written, syncs when that is due, and recovers a prefix with all that was synced', async () => {
    const kinds: string[] = [];
    const disk = new FaultDisk({
      complete: ({ kind }, end) => {
        kinds.push(kind);
        queueMicrotask(end);
      },
    });
    const { journal, clock, durable } = await live(disk.attach(), { fsync: 'interval' });
    kinds.length = 0;
    await commit(journal, 'one');
    await commit(journal, 'two');
    expect(kinds).toEqual(['write', 'write']);
    clock.nowMs += 200;
    await commit(journal, 'three');
    expect(kinds).toEqual(['write', 'write', 'write', 'sync']);
    await commit(journal, 'four');
    await commit(journal, 'five');
    expect(durable).toEqual([1, 2, 3, 4, 5]);
    disk.losePower(() => 1);
    expect(await replayed(disk)).toEqual(['1:one', '2:two', '3:three']);
  });

  it('forgives a damaged batch that was not synced although others follow it, but no synced one', async () => {
    const disk = new FaultDisk();
    const process = disk.attach();
    const { journal } = await live(process, { fsync: 'interval' });
    for (const text of ['one', 'two', 'three']) await commit(journal, text);
    process.kill(() => 1);
    const second = 64 + 40 + 16 + 3;
    const copy = disk.copy();
    copy.file(SEGMENT).flipBit(second + 50, 1);
    expect(await replayed(copy)).toEqual(['1:one']);

    const again = await live(disk.attach(), { fsync: 'interval' });
    await commit(again.journal, 'four');
    await again.journal.close();
    disk.file(SEGMENT).flipBit(second + 50, 1);
    await expect(live(disk.attach())).rejects.toMatchObject({ code: 'CORRUPT' });
  });
});
