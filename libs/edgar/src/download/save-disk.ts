import { FiligreeError } from '@filigree/base';
import { open, rename, rm } from 'node:fs/promises';
import type { Readable } from 'node:stream';
import { FileEnds } from '../files/ends.ts';
import { IncompleteAnswer, RefusedAnswer } from './answers.ts';
import { isBlockPage } from './refusal.ts';

/** Where a body goes, and how much of it may come. */
export interface SaveAs {
  readonly path: string;
  /** The file beside it that is written until the body is whole. */
  readonly temporary: string;
  readonly limitBytes: number;
}

function tooLong(path: string, limitBytes: number): FiligreeError {
  return new FiligreeError('TOO_LARGE', `${path} would be longer than ${limitBytes} bytes, which is not downloaded`, {
    remedy: 'leave this filing out',
    detail: { file: path, limit: limitBytes },
  });
}

function checkWhole(ends: FileEnds): void {
  const wholeness = ends.judge();
  if (wholeness === 'no submission') {
    if (isBlockPage(ends.head.toString('latin1')))
      throw new RefusedAnswer('a page that refuses instead of the filing', null);
    throw new IncompleteAnswer('no submission');
  }
  if (wholeness === 'cut off') throw new IncompleteAnswer(`truncated after ${ends.sizeBytes} bytes`);
}

/**
 * Writes a body to `path`: to a temporary file beside it, checked for the tag that closes the submission, synced, then
 * renamed; so that what stands at `path` is whole, whenever the process dies. Returns the number of bytes. Throws
 * `IncompleteAnswer` for a truncated body, `RefusedAnswer` for a block page, TOO_LARGE, and the file system's errors.
 */
export async function saveFiling(body: Readable, { path, temporary, limitBytes }: SaveAs): Promise<number> {
  const handle = await open(temporary, 'w');
  let kept = false;
  try {
    const ends = new FileEnds();
    for await (const chunk of body) {
      const bytes = chunk as Buffer;
      ends.add(bytes);
      if (ends.sizeBytes > limitBytes) throw tooLong(path, limitBytes);
      await handle.writeFile(bytes);
    }
    checkWhole(ends);
    await handle.datasync();
    await handle.close();
    await rename(temporary, path);
    kept = true;
    return ends.sizeBytes;
  } finally {
    if (!kept) {
      await handle.close().catch(() => undefined);
      await rm(temporary, { force: true });
    }
  }
}
