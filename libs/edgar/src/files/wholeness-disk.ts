import { createReadStream } from 'node:fs';
import type { FileHandle } from 'node:fs/promises';
import { open } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import { utf16Of } from '../container/utf16.ts';
import { FileEnds } from './ends.ts';
import type { Wholeness } from './ends.ts';
import { readFilingBytes } from './filing-disk.ts';
import { LARGEST_FILING_BYTES, isGzip } from './unpack.ts';

const HEAD_BYTES = 4096;
const PIECE_BYTES = 65536;
// So much of what pads a file behind its end is looked through.
const LONGEST_PADDING_BYTES = 16 * 1024 * 1024;
const SPACE = 0x20;

/** How whole a file is, and the size of what is in it: of two copies of a filing the better one is told by these. */
export interface Judged {
  readonly wholeness: Wholeness | 'damaged';
  readonly sizeBytes: number;
}

async function read(handle: FileHandle, from: number, to: number): Promise<Buffer> {
  const { buffer, bytesRead } = await handle.read(Buffer.alloc(to - from), 0, to - from, from);
  return buffer.subarray(0, bytesRead);
}

async function judgePlain(handle: FileHandle, head: Buffer, sizeBytes: number): Promise<Judged> {
  const ends = new FileEnds();
  ends.add(head);
  for (let to = sizeBytes; to > head.length && sizeBytes - to < LONGEST_PADDING_BYTES;) {
    const from = Math.max(head.length, to - PIECE_BYTES);
    const piece = await read(handle, from, to);
    const last = piece.findLastIndex((byte) => byte > SPACE);
    to = from;
    if (last === -1) continue;
    const end = from + last + 1;
    ends.add(await read(handle, Math.max(head.length, end - HEAD_BYTES), end));
    break;
  }
  return { wholeness: ends.judge(), sizeBytes };
}

// All of it, but never all at once.
async function judgeCompressed(path: string, sizeBytes: number): Promise<Judged> {
  const ends = new FileEnds();
  await pipeline(createReadStream(path), createGunzip(), async (pieces: AsyncIterable<Buffer>) => {
    for await (const piece of pieces) {
      ends.add(piece);
      if (ends.sizeBytes > LARGEST_FILING_BYTES) return;
    }
  });
  if (ends.sizeBytes > LARGEST_FILING_BYTES) return { wholeness: 'damaged', sizeBytes };
  return { wholeness: ends.judge(), sizeBytes: ends.sizeBytes };
}

async function judgeUnpacked(path: string, sizeBytes: number): Promise<Judged> {
  const ends = new FileEnds();
  try {
    ends.add(await readFilingBytes(path));
  } catch {
    return { wholeness: 'damaged', sizeBytes };
  }
  return { wholeness: ends.judge(), sizeBytes: ends.sizeBytes };
}

/**
 * Judges a filing on disk: a plain one by its two ends, a compressed one by all of it, since a cut or damaged one is known
 * only then. Throws the file system's errors.
 */
export async function judgeFile(path: string): Promise<Judged> {
  const handle = await open(path, 'r');
  try {
    const sizeBytes = (await handle.stat()).size;
    const head = await read(handle, 0, Math.min(sizeBytes, HEAD_BYTES));
    if (utf16Of(head) !== null) return await judgeUnpacked(path, sizeBytes);
    if (!isGzip(head)) return await judgePlain(handle, head, sizeBytes);
    // The stream takes what stands behind the last member for damage, and it does not read UTF-16.
    const judged = await judgeCompressed(path, sizeBytes).catch(() => null);
    return judged === null || judged.wholeness === 'no submission' ? await judgeUnpacked(path, sizeBytes) : judged;
  } finally {
    await handle.close();
  }
}
