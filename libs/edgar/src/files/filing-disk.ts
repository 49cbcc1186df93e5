import { FiligreeError } from '@filigree/base';
import { open } from 'node:fs/promises';
import type { FileHandle } from 'node:fs/promises';
import { readSubmission } from '../container/read-submission.ts';
import type { Submission } from '../types.ts';
import { LARGEST_FILING_BYTES, tooLarge, unpackFiling } from './unpack.ts';

/** A filing in memory. `bytes` are those of the submission itself, decompressed where the file was compressed. */
export interface FilingFile {
  readonly bytes: Buffer;
  readonly submission: Submission;
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

/** The bytes of a filing as `unpackFiling` gives them. Throws NOT_FOUND, USAGE, PERMISSION_DENIED, TOO_LARGE or BAD_FILING. */
export async function readFilingBytes(path: string): Promise<Buffer> {
  let handle: FileHandle | undefined;
  try {
    handle = await open(path, 'r');
    const stat = await handle.stat();
    if (stat.isDirectory()) throw Object.assign(new Error('is a directory'), { code: 'EISDIR' });
    if (stat.size > LARGEST_FILING_BYTES) throw tooLarge(path, stat.size);
    return unpackFiling(await handle.readFile(), path);
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
