import { FiligreeError } from '@filigree/base';
import { constants, crc32, createGunzip, inflateRawSync } from 'node:zlib';
import { asBuffer } from '../container/bytes.ts';
import { decodeUtf16, utf16Of } from '../container/utf16.ts';

/** The largest filing that is read, in bytes, after decompression. */
export const LARGEST_FILING_BYTES = 512 * 1024 * 1024;

// A member of a gzip file (RFC 1952): ten bytes, what its flags announce, deflated data, CRC-32 and size.
const FIXED_BYTES = 10;
const TRAILER_BYTES = 8;
const DEFLATE = 8;
const HAS_CHECKSUM = 2;
const HAS_EXTRA = 4;
const HAS_NAME = 8;
const HAS_COMMENT = 16;
const CHUNK_BYTES = 256 * 1024;
const CUT = 'unexpected end of file';

/** True if the bytes begin a gzip stream: files are known by content, not by name. */
export function isGzip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x1f && bytes[1] === 0x8b;
}

/** The error for a filing above the limit; `sizeBytes` is at least its size. */
export function tooLarge(name: string, sizeBytes: number, limitBytes = LARGEST_FILING_BYTES): FiligreeError {
  return new FiligreeError('TOO_LARGE', `${name}: ${sizeBytes} bytes, at most ${limitBytes} are read`, {
    remedy: 'leave this filing out',
    detail: { file: name, size: sizeBytes },
  });
}

function damaged(name: string, offset: number, reason: string, cause?: unknown): FiligreeError {
  return new FiligreeError('BAD_FILING', `${name}: damaged gzip file: ${reason} (byte ${offset})`, {
    remedy: 'get the file again',
    detail: { file: name, offset },
    cause,
  });
}

// Offset of the deflated data of the member at `at`, or -1 where the file ends before.
function dataOf(bytes: Buffer, at: number): number {
  const flags = bytes[at + 3] ?? 0;
  let from = at + FIXED_BYTES;
  if ((flags & HAS_EXTRA) !== 0) from += 2 + (from + 2 <= bytes.length ? bytes.readUInt16LE(from) : bytes.length);
  for (const flag of [HAS_NAME, HAS_COMMENT]) {
    if ((flags & flag) === 0) continue;
    const end = bytes.indexOf(0, from);
    if (end === -1) return -1;
    from = end + 1;
  }
  if ((flags & HAS_CHECKSUM) !== 0) from += 2;
  return from < bytes.length ? from : -1;
}

interface Member {
  readonly data: Buffer;
  /** Offset behind it. */
  readonly end: number;
}

function inflateMember(bytes: Buffer, at: number, name: string, limitBytes: number, leftBytes: number): Member {
  const from = dataOf(bytes, at);
  if (from === -1) throw damaged(name, at, CUT);
  let inflated;
  try {
    const options = { info: true, maxOutputLength: Math.max(1, leftBytes), chunkSize: CHUNK_BYTES };
    // Its types do not know what `info` gives.
    inflated = inflateRawSync(bytes.subarray(from), options) as unknown as {
      buffer: Buffer;
      engine: { bytesWritten: number };
    };
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE')
      throw new FiligreeError('TOO_LARGE', `${name}: more than ${limitBytes} bytes when decompressed are not read`, {
        remedy: 'leave this filing out',
        detail: { file: name, size: limitBytes + 1 },
      });
    throw damaged(name, at, cause instanceof Error ? cause.message : String(cause), cause);
  }
  const data = inflated.buffer;
  const trailer = from + inflated.engine.bytesWritten;
  if (trailer + TRAILER_BYTES > bytes.length) throw damaged(name, at, CUT);
  if (bytes.readUInt32LE(trailer) !== crc32(data)) throw damaged(name, at, 'incorrect data check');
  if (bytes.readUInt32LE(trailer + 4) !== data.length % 2 ** 32) throw damaged(name, at, 'incorrect length check');
  return { data, end: trailer + TRAILER_BYTES };
}

/**
 * The content of a gzip file of one or several members; what stands behind the last one (zeros, anything) is passed over, as
 * gzip does. Never more than `limitBytes` are decompressed. Throws BAD_FILING ("damaged gzip file") and TOO_LARGE.
 */
export function unpackGzip(bytes: Buffer, name: string, limitBytes: number): Buffer {
  const parts: Buffer[] = [];
  let at = 0;
  let sizeBytes = 0;
  do {
    const { data, end } = inflateMember(bytes, at, name, limitBytes, limitBytes - sizeBytes);
    parts.push(data);
    sizeBytes += data.length;
    at = end;
  } while (isGzip(bytes.subarray(at)) && bytes[at + 2] === DEFLATE);
  return parts.length === 1 ? parts[0]! : Buffer.concat(parts);
}

/**
 * What can be decompressed of the first bytes of a gzip file, at most `limitBytes` and a little. Throws BAD_FILING where that
 * is nothing.
 */
export async function unpackGzipStart(bytes: Buffer, name: string, limitBytes: number): Promise<Buffer> {
  const stream = createGunzip({ finishFlush: constants.Z_SYNC_FLUSH });
  stream.end(bytes);
  const parts: Buffer[] = [];
  let sizeBytes = 0;
  let trouble: unknown = CUT;
  try {
    for await (const part of stream as AsyncIterable<Buffer>) {
      parts.push(part);
      sizeBytes += part.length;
      if (sizeBytes > limitBytes) break;
    }
  } catch (error) {
    trouble = error;
  }
  if (sizeBytes === 0) throw damaged(name, 0, trouble instanceof Error ? trouble.message : CUT, trouble);
  return Buffer.concat(parts);
}

/** Bytes that are UTF-16 as UTF-8, others as they are. */
export function asUtf8(bytes: Buffer): Buffer {
  const endian = utf16Of(bytes);
  return endian === null ? bytes : Buffer.from(decodeUtf16(bytes, endian));
}

/**
 * The submission in a file, whichever way it came here: decompressed where it is gzip, as UTF-8 where it is UTF-16. What
 * needs neither is returned as it is. Throws BAD_FILING ("damaged gzip file") and TOO_LARGE.
 */
export function unpackFiling(file: Uint8Array, name: string): Buffer {
  const bytes = asBuffer(file);
  if (bytes.length > LARGEST_FILING_BYTES) throw tooLarge(name, bytes.length);
  return asUtf8(isGzip(bytes) ? unpackGzip(bytes, name, LARGEST_FILING_BYTES) : bytes);
}
