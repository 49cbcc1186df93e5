import { FiligreeError } from '@filigree/base';
import { FaultDisk } from '@filigree/testing';
import { DIR, commit, diskWith, live } from './journal-rig.ts';
import type { Life } from './journal-rig.ts';

const SEGMENT = `${DIR}/journal-00000001.log`;

async function refusal(disk: FaultDisk): Promise<FiligreeError> {
  const process = disk.attach();
  try {
    await live(process);
  } catch (error) {
    if (error instanceof FiligreeError) return error;
    throw error;
  } finally {
    process.kill(() => 1);
  }
  throw new Error('the journal was opened although it is damaged');
}

/** Flips one bit of the file, opens, and puts it back. */
async function refusalWithFlip(disk: FaultDisk, path: string, offset: number, bit: number): Promise<FiligreeError> {
  disk.file(path).flipBit(offset, bit);
  try {
    return await refusal(disk);
  } finally {
    disk.file(path).flipBit(offset, bit);
  }
}

/** Three batches; the sizes of a batch are in its first four bytes. */
async function threeBatches(): Promise<{ disk: FaultDisk; offsets: number[] }> {
  const disk = await diskWith(['one'], ['two', 'three'], ['four']);
  const content = disk.file(SEGMENT).content;
  const offsets = [64];
  for (let at = 64; content.readUInt32LE(at) !== 0; offsets.push(at)) at += content.readUInt32LE(at);
  return { disk, offsets };
}

describe('damage in an earlier batch', () => {
  it('is refused with file and offset, whichever byte has a flipped bit', async () => {
    const { disk, offsets } = await threeBatches();
    const [first = 0, second = 0, third = 0] = offsets;
    for (let offset = first; offset < third; offset += 1) {
      const error = await refusalWithFlip(disk, SEGMENT, offset, offset % 8);
      expect(error.code).toBe('CORRUPT');
      expect(error.detail['file']).toBe(SEGMENT);
      expect(error.message).toContain(`${SEGMENT} is damaged at offset`);
      expect(error.remedy).toContain('coordinator salvage');
      const named = Number(error.detail['offset']);
      expect(named).toBeLessThanOrEqual(offset);
      expect(named).toBeGreaterThanOrEqual(offset < second ? first : second);
    }
  });

  it('is refused where the header of a used segment is damaged', async () => {
    const { disk } = await threeBatches();
    for (let offset = 0; offset < 64; offset += 1) {
      expect(await refusalWithFlip(disk, SEGMENT, offset, 3)).toMatchObject({ code: 'CORRUPT', detail: { offset: 0 } });
    }
  });

  it('is refused where a whole batch was overwritten with zeros', async () => {
    const { disk, offsets } = await threeBatches();
    const content = Buffer.from(disk.file(SEGMENT).content);
    content.fill(0, offsets[1], offsets[2]);
    disk.put(SEGMENT, content);
    expect(await refusal(disk)).toMatchObject({ code: 'CORRUPT', detail: { offset: offsets[1], last_batch: 1 } });
  });

  it('is refused where batches do not follow each other', async () => {
    const { disk, offsets } = await threeBatches();
    const [, , third = 0] = offsets;
    const content = Buffer.from(disk.file(SEGMENT).content);
    const bytesOfBoth = third - 64 - 40 - 16;
    const other = await diskWith(['x'.repeat(bytesOfBoth)], ['four']);
    other.file(SEGMENT).content.copy(content, third, third);
    disk.put(SEGMENT, content);
    const error = await refusal(disk);
    expect(error).toMatchObject({ code: 'CORRUPT', detail: { offset: third } });
    expect(error.message).toContain('batch 2 follows batch 2');
  });

  it('is refused when a segment in between, or the first one, is missing or its end is damaged', async () => {
    const disk = new FaultDisk();
    const process = disk.attach();
    const { journal } = await live(process);
    for (let index = 0; index < 100; index += 1) await commit(journal, 'x'.repeat(600));
    process.kill(() => 1);
    const logs = disk.paths().filter((path) => path.endsWith('.log'));
    expect(logs.length).toBeGreaterThan(3);
    for (const missing of logs.slice(0, 2)) {
      const copy = disk.copy();
      await copy.attach().unlink(missing);
      expect(await refusal(copy)).toMatchObject({
        code: 'CORRUPT',
        message: expect.stringContaining(missing) as string,
      });
    }
    const copy = disk.copy();
    const second = Buffer.from(copy.file(logs[1]!).content);
    copy.put(logs[1]!, second.subarray(0, second.length / 2));
    expect(await refusal(copy)).toMatchObject({ code: 'CORRUPT', detail: { file: logs[1] } });
  });
});

describe('damage where nothing is', () => {
  it('does not keep the journal from starting', async () => {
    const { disk, offsets } = await threeBatches();
    const end = offsets.at(-1)!;
    for (const offset of [end, end + 1, end + 40, end + 5000]) {
      const copy = disk.copy();
      copy.file(SEGMENT).flipBit(offset, 2);
      const life: Life = await live(copy.attach());
      expect(life.replayed).toEqual(['1:one', '2:two', '3:three', '4:four']);
      expect(life.notices).toHaveLength(1);
      await commit(life.journal, 'five');
      await life.journal.close();
      expect((await live(copy.attach())).replayed).toHaveLength(5);
    }
  });

  it('forgives a segment that was only begun when the power failed', async () => {
    const { disk } = await threeBatches();
    for (const content of [Buffer.alloc(0), Buffer.alloc(100), Buffer.alloc(64, 7)]) {
      const copy = disk.copy();
      copy.put(`${DIR}/journal-00000002.log`, content);
      copy.put(`${DIR}/snapshot-00000001.snap.tmp`, content);
      const life = await live(copy.attach());
      expect(life.replayed).toHaveLength(4);
      expect(copy.paths()).toEqual([SEGMENT]);
    }
  });
});
