import { LARGEST_FILING_BYTES, readFilingFile, readSubmission, unpackFiling } from '@filigree/edgar';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { cooked } from '../support/build.ts';

const plain = cooked();
const packed = gzipSync(plain);
const half = Math.floor(plain.length / 2);

/** A member with a name, a comment, an extra field and a checksum of its header, as RFC 1952 allows. */
function decorated(content: Buffer): Buffer {
  const member = gzipSync(content);
  const header = Buffer.from(member.subarray(0, 10));
  header[3] = 2 + 4 + 8 + 16;
  const extra = Buffer.from([3, 0, 1, 2, 3]);
  return Buffer.concat([header, extra, Buffer.from('name\0comment\0'), Buffer.from([0, 0]), member.subarray(10)]);
}

describe('a compressed filing', () => {
  it.each([
    ['one member', packed],
    ['several members', Buffer.concat([gzipSync(plain.subarray(0, half)), gzipSync(plain.subarray(half))])],
    ['an empty member before it', Buffer.concat([gzipSync(Buffer.alloc(0)), packed])],
    ['a member with name, comment and extra field', decorated(plain)],
    ['zeros behind it', Buffer.concat([packed, Buffer.alloc(512)])],
    ['other bytes behind it', Buffer.concat([packed, Buffer.from('and so on')])],
    ['one byte behind it', Buffer.concat([packed, Buffer.from('x')])],
  ])('of %s is the plain one', (_, file) => {
    expect(unpackFiling(file, 'a.txt.gz').equals(plain)).toBe(true);
  });

  it.each([
    ['cut in the middle', packed.subarray(0, packed.length / 2), 'unexpected end of file'],
    ['cut in its trailer', packed.subarray(0, -3), 'unexpected end of file'],
    ['cut in its header', packed.subarray(0, 9), 'unexpected end of file'],
    ['damaged', Buffer.concat([packed.subarray(0, 40), Buffer.alloc(20, 0xff), packed.subarray(60)]), ''],
    [
      'of a wrong checksum',
      Buffer.concat([packed.subarray(0, -8), Buffer.alloc(4), packed.subarray(-4)]),
      'incorrect data check',
    ],
    ['of a wrong length', Buffer.concat([packed.subarray(0, -4), Buffer.alloc(4)]), 'incorrect length check'],
    ['with a second member that is cut', Buffer.concat([packed, packed.subarray(0, 30)]), 'unexpected end of file'],
  ])('%s is said to be damaged', (_, file, reason) => {
    expect(() => unpackFiling(file, 'a.txt.gz')).toThrow(
      expect.objectContaining({
        code: 'BAD_FILING',
        message: expect.stringMatching(`^a.txt.gz: damaged gzip file: .*${reason}`) as string,
      }),
    );
  });

  it('that would be larger than the limit is refused when the limit is reached', () => {
    const member = gzipSync(Buffer.alloc(64 * 1024 * 1024), { level: 1 });
    const bomb = Buffer.concat(Array.from({ length: LARGEST_FILING_BYTES / (64 * 1024 * 1024) + 1 }, () => member));
    expect(() => unpackFiling(bomb, 'a.gz')).toThrow(
      expect.objectContaining({ code: 'TOO_LARGE', message: expect.stringContaining('when decompressed') as string }),
    );
  });

  it('is read from disk whatever its name', async () => {
    const dir = await mkdtemp(join(tmpdir(), 'filigree-unpack-'));
    try {
      for (const name of ['a.txt.gz', 'a.nc.gz', 'a.gz', 'a.txt']) {
        await writeFile(join(dir, name), packed);
        expect((await readFilingFile(join(dir, name))).submission).toEqual(readSubmission(plain));
      }
    } finally {
      await rm(dir, { recursive: true, force: true });
    }
  });
});
