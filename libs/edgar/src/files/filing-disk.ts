import { FiligreeError } from '@filigree/base';
import { open } from 'node:fs/promises';
import type { FileHandle } from 'node:fs/promises';
import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import { readSubmission } from '../container/read-submission.ts';
import type { Submission } from '../types.ts';

const unzip = promisify(gunzip);

/** The largest filing that is read, in bytes, after decompression. */
export const LARGEST_FILING_BYTES = 512 * 1024 * 1024;

/** A filing in memory. `bytes` are those of the submission itself, decompressed where the file was compressed. */
export interface FilingFile {
  readonly bytes: Buffer;
  readonly submission: Submission;
}

/** True if the bytes begin a gzip stream (RFC 1952): files are known by content, not by name. */
export function isGzip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x1f && bytes[1] === 0x8b;
}

function tooLarge(path: string, sizeBytes: number): FiligreeError {
  return new FiligreeError('TOO_LARGE', `${path}: ${sizeBytes} bytes, at most ${LARGEST_FILING_BYTES} are read`, {
    remedy: 'leave this filing out',
    detail: { file: path, size: sizeBytes },
  });
}

async function inflate(bytes: Buffer, path: string): Promise<Buffer> {
  try {
    return await unzip(bytes, { maxOutputLength: LARGEST_FILING_BYTES });
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE')
      throw tooLarge(path, LARGEST_FILING_BYTES + 1);
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new FiligreeError('BAD_FILING', `${path}: damaged gzip file: ${reason} (byte 0)`, {
      remedy: 'get the file again',
      detail: { file: path, offset: 0 },
      cause,
    });
  }
}

/** A file system error in words for a user. */
export function fileError(path: string, cause: unknown): FiligreeError {
  const code = (cause as NodeJS.ErrnoException).code ?? '';
  if (code === 'ENOENT') {
    return new FiligreeError('NOT_FOUND', `${path}: no such file`, { remedy: 'check the path', cause });
  }
  if (code === 'EISDIR') {
    return new FiligreeError('USAGE', `${path}: is a directory, expected a file`, { remedy: 'name its files', cause });
  }
  if (code === 'EACCES' || code === 'EPERM') {
    return new FiligreeError('PERMISSION_DENIED', `${path}: may not be read`, { remedy: 'change its mode', cause });
  }
  const reason = cause instanceof Error ? cause.message : String(cause);
  return new FiligreeError('INTERNAL', `${path}: cannot be read: ${reason}`, { cause });
}

/** The bytes of a filing, decompressed. Throws NOT_FOUND, USAGE, PERMISSION_DENIED, TOO_LARGE or BAD_FILING. */
export async function readFilingBytes(path: string): Promise<Buffer> {
  let handle: FileHandle | undefined;
  try {
    handle = await open(path, 'r');
    const stat = await handle.stat();
    if (stat.isDirectory()) throw Object.assign(new Error('is a directory'), { code: 'EISDIR' });
    if (stat.size > LARGEST_FILING_BYTES) throw tooLarge(path, stat.size);
    const bytes = await handle.readFile();
    return isGzip(bytes) ? await inflate(bytes, path) : bytes;
  } catch (cause) {
    throw cause instanceof FiligreeError ? cause : fileError(path, cause);
  } finally {
    await handle?.close();
  }
}

/** Reads a filing from disk, plain or compressed. Throws what `readFilingBytes` and `readSubmission` throw. */
export async function readFilingFile(path: string): Promise<FilingFile> {
  const bytes = await readFilingBytes(path);
  return { bytes, submission: readSubmission(bytes, path) };
}
