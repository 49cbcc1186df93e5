import { DIR, append, diskWith, live } from './journal-rig.ts';

const SEGMENT = `${DIR}/journal-00000001.log`;

/** CRC-32C bit by bit, as RFC 3720 defines it. */
function slowCrc32c(bytes: Uint8Array): number {
  let crc = 0xffff_ffff;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit += 1) crc = (crc & 1) === 0 ? crc >>> 1 : (crc >>> 1) ^ 0x82f6_3b78;
  }
  return ~crc >>> 0;
}

describe('the format of a segment', () => {
  it('has the checksum that the world calls CRC-32C', () => {
    expect(slowCrc32c(Buffer.from('123456789'))).toBe(0xe306_9283);
  });

  it('gives each record its length, CRC-32C, sequence number, type and payload, whatever its size', async () => {
    const texts = Array.from({ length: 70 }, (_, size) => 'abcdefg'.repeat(10).slice(0, size));
    const content = (await diskWith(texts)).file(SEGMENT).content;
    let at = 64 + 40;
    for (const [index, text] of texts.entries()) {
      const lengthBytes = content.readUInt32LE(at);
      expect(lengthBytes).toBe(16 + text.length);
      expect(content.readUInt32LE(at + 4)).toBe(slowCrc32c(content.subarray(at + 8, at + lengthBytes)));
      expect(content.readUIntLE(at + 8, 6)).toBe(index + 1);
      expect(content[at + 15]).toBe(2);
      expect(content.toString('latin1', at + 16, at + lengthBytes)).toBe(text);
      at += lengthBytes;
    }
    expect(content.readUInt32LE(at)).toBe(0);
  });

  it('numbers its batches, and says in each how many records it has and what was on disk before it', async () => {
    const content = (await diskWith(['a'], ['b', 'c', 'd'], ['e'])).file(SEGMENT).content;
    const found: number[][] = [];
    for (let at = 64; content.readUInt32LE(at) !== 0; at += content.readUInt32LE(at)) {
      const [number, firstSeq, synced] = [16, 24, 32].map((field) => Number(content.readBigUInt64LE(at + field)));
      found.push([number!, content.readUInt32LE(at + 12) >>> 8, firstSeq!, synced!]);
    }
    expect(found).toEqual([
      [1, 1, 1, 0],
      [2, 3, 2, 1],
      [3, 1, 5, 2],
    ]);
  });

  it('does not take a batch for its own that was written to another place', async () => {
    const disk = await diskWith(['a'], ['b']);
    const content = Buffer.from(disk.file(SEGMENT).content);
    const second = 64 + content.readUInt32LE(64);
    const end = second + content.readUInt32LE(second);
    content.copy(content, end, second, end);
    disk.put(SEGMENT, content);
    const { journal, replayed, notices } = await live(disk.attach());
    expect(replayed).toEqual(['1:a', '2:b']);
    expect(notices).toHaveLength(1);
    expect(append(journal, 'c')).toBe(3);
    await journal.close();
  });
});
