import { createHash } from 'node:crypto';
import { closeSync, constants as fileFlags, createReadStream, openSync, readSync } from 'node:fs';
import { open } from 'node:fs/promises';
import type { FileHandle } from 'node:fs/promises';
import { utf16Of } from '../container/utf16.ts';
import { readFilingBytes } from '../files/filing-disk.ts';
import { asUtf8, isGzip, unpackGzipStart } from '../files/unpack.ts';
import type { FilingEssentials } from './essentials.ts';
import { readEssentials } from './essentials.ts';

// Nearly all headers fit; a filing with hundreds of parties needs more.
const FIRST_READ_BYTES = 8192;
const GROWTH = 8;
const LARGEST_HEADER_BYTES = 64 * 1024 * 1024;

async function readStart(handle: FileHandle, length: number): Promise<Buffer> {
  const buffer = Buffer.allocUnsafe(length);
  let filled = 0;
  while (filled < length) {
    const { bytesRead } = await handle.read(buffer, filled, length - filled, filled);
    if (bytesRead === 0) break;
    filled += bytesRead;
  }
  return buffer.subarray(0, filled);
}

/** The SHA-256 of a filing's content: its accession where nothing states one. What is neither packed nor UTF-16 is a stream. */
async function contentAccession(path: string, unpack: boolean): Promise<string> {
  const hash = createHash('sha256');
  if (unpack) hash.update(await readFilingBytes(path));
  else for await (const chunk of createReadStream(path)) hash.update(chunk as Buffer);
  return `sha256:${hash.digest('hex')}`;
}

/**
 * What the first bytes of a file say, at once, where they say enough: undefined where more of it is needed. Blocks for one
 * short read, as `stat` does: for a handful of files, not for many. Throws the file system's errors.
 */
export function readFileEssentialsNow(path: string, sizeBytes: number): FilingEssentials | null | undefined {
  const buffer = Buffer.allocUnsafe(FIRST_READ_BYTES);
  // What has become a pipe since it was listed must not be waited for.
  const file = openSync(path, fileFlags.O_RDONLY | fileFlags.O_NONBLOCK);
  let filled: number;
  try {
    filled = readSync(file, buffer, 0, FIRST_READ_BYTES, 0);
  } finally {
    closeSync(file);
  }
  const read = buffer.subarray(0, filled);
  if (isGzip(read) || utf16Of(read) !== null || filled < Math.min(FIRST_READ_BYTES, sizeBytes)) return undefined;
  const found = readEssentials(read, false, path);
  if (found === 'stray') return null;
  return found === 'more' || found.accession === '' ? undefined : found;
}

/**
 * Reads the beginning of a file, as far as its header goes, and never more than that unless nothing states the
 * accession. Null where the file is no filing. Throws the file system's errors, and BAD_FILING for a gzip file of which
 * nothing can be decompressed.
 */
export async function readFileEssentials(path: string, sizeBytes: number): Promise<FilingEssentials | null> {
  const handle = await open(path, 'r');
  let packed = false;
  let found: FilingEssentials | 'stray' | 'more' = 'more';
  try {
    for (let length = FIRST_READ_BYTES; found === 'more'; length *= GROWTH) {
      const read = await readStart(handle, Math.min(length, sizeBytes));
      const plain = isGzip(read) ? await unpackGzipStart(read, path, LARGEST_HEADER_BYTES) : read;
      const text = asUtf8(plain);
      packed = text !== read;
      found = readEssentials(text, length >= sizeBytes || length >= LARGEST_HEADER_BYTES, path);
    }
  } finally {
    await handle.close();
  }
  if (found === 'stray') return null;
  return found.accession === '' ? { ...found, accession: await contentAccession(path, packed) } : found;
}
