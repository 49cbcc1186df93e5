import { FaultDisk } from '@filigree/testing';
import { append, commit, live, settle } from './journal-rig.ts';

describe('the journal', () => {
  it('replays what was appended, in order, after a clean end', async () => {
    const disk = new FaultDisk();
    const first = await live(disk.attach());
    await commit(first.journal, 'a', 'b');
    append(first.journal, 'c');
    await first.journal.close();
    const second = await live(disk.attach());
    expect(second.replayed).toEqual(['1:a', '2:b', '3:c']);
    expect(second.journal.recovery).toMatchObject({ records: 3, lastSeq: 3, tornTail: null, salvaged: false });
    expect(append(second.journal, 'd')).toBe(4);
    await second.journal.close();
  });

  it('puts every record that waits into one batch', async () => {
    const disk = new FaultDisk();
    const { journal, durable } = await live(disk.attach());
    append(journal, 'a', 'b', 'c');
    await settle();
    expect(durable).toEqual([3]);
    expect(journal.stats()).toMatchObject({ batches: 1, records: 3, waitingBytes: 0 });
    await journal.close();
  });

  it('writes no batch before the one before it is on disk, and has one sync in flight', async () => {
    const ends: (() => void)[] = [];
    let isHeld = false;
    const kinds: string[] = [];
    const disk = new FaultDisk({
      complete: (operation, end) => {
        if (!isHeld) queueMicrotask(end);
        else {
          kinds.push(operation.kind);
          ends.push(end);
        }
      },
    });
    const { journal, durable } = await live(disk.attach());
    isHeld = true;
    append(journal, 'a');
    await settle();
    append(journal, 'b');
    await settle();
    append(journal, 'c');
    await settle();
    expect(kinds).toEqual(['write']);
    ends.shift()?.();
    await settle();
    expect(kinds).toEqual(['write', 'sync']);
    expect(durable).toEqual([]);
    ends.shift()?.();
    await settle();
    expect(durable).toEqual([1]);
    expect(kinds).toEqual(['write', 'sync', 'write']);
    isHeld = false;
    ends.shift()?.();
    await settle();
    expect(durable).toEqual([1, 3]);
    await journal.close();
  });

  it('goes on over many segments', async () => {
    const disk = new FaultDisk();
    const first = await live(disk.attach());
    const texts = Array.from({ length: 200 }, (_, index) => `${String(index)}-${'x'.repeat(600)}`);
    for (const text of texts) await commit(first.journal, text);
    await first.journal.close();
    expect(disk.paths().filter((path) => path.endsWith('.log')).length).toBeGreaterThan(7);
    const second = await live(disk.attach());
    expect(second.replayed).toEqual(texts.map((text, index) => `${String(index + 1)}:${text}`));
    await second.journal.close();
  });

  it('ends with an empty batch once it is idle, and only one', async () => {
    const disk = new FaultDisk();
    const { journal, clock } = await live(disk.attach());
    await commit(journal, 'a');
    clock.advance(49);
    await settle();
    expect(journal.stats().batches).toBe(1);
    clock.advance(51);
    await settle();
    expect(journal.stats().batches).toBe(2);
    clock.advance(1000);
    await settle();
    expect(journal.stats().batches).toBe(2);
    expect(clock.pending).toBe(0);
    await journal.close();
  });

  it('begins epochs above its own and above the graph', async () => {
    const disk = new FaultDisk();
    const first = await live(disk.attach());
    expect(await first.journal.beginEpoch(0)).toBe(1);
    expect(await first.journal.beginEpoch(41)).toBe(42);
    await first.journal.close();
    const second = await live(disk.attach());
    expect(second.journal.epoch).toBe(42);
    expect(second.replayed).toEqual([]);
    expect(await second.journal.beginEpoch(7)).toBe(43);
    await second.journal.close();
  });

  it('gives a record that is larger than a batch one of its own', async () => {
    const disk = new FaultDisk();
    const { journal } = await live(disk.attach());
    append(journal, 'before', 'x'.repeat(12_000), 'after');
    await journal.close();
    const second = await live(disk.attach());
    expect(second.replayed.map((text) => text.length)).toEqual([8, 12_002, 7]);
    await second.journal.close();
  });

  it('refuses a record that no segment can hold, and goes on', async () => {
    const { journal, durable } = await live(new FaultDisk().attach());
    expect(() => append(journal, 'x'.repeat(17_000))).toThrow(expect.objectContaining({ code: 'TOO_LARGE' }) as Error);
    await commit(journal, 'a');
    expect(durable).toEqual([1]);
    await journal.close();
  });

  it('refuses records after its end, and may be closed twice', async () => {
    const { journal, clock } = await live(new FaultDisk().attach());
    append(journal, 'a');
    await Promise.all([journal.close(), journal.close()]);
    expect(journal.durableSeq).toBe(1);
    expect(() => append(journal, 'b')).toThrow(expect.objectContaining({ code: 'WRONG_STATE' }) as Error);
    expect(clock.pending).toBe(0);
  });

  it('holds the directory for one life at a time', async () => {
    const disk = new FaultDisk();
    const first = await live(disk.attach());
    await expect(live(disk.attach())).rejects.toMatchObject({ code: 'LOCAL_STATE' });
    await first.journal.close();
    const second = await live(disk.attach());
    await second.journal.close();
  });
});
