import { open, rename, rm } from 'node:fs/promises';
import type { Readable } from 'node:stream';
import { findBeginning } from '../container/dialect.ts';
import { IncompleteAnswer, RefusedAnswer } from './answers.ts';
import { isBlockPage } from './refusal.ts';

const KEPT_BYTES = 4096;
const CLOSERS = ['</SEC-DOCUMENT>', '</IMS-DOCUMENT>', '</SUBMISSION>', '</SEC-HEADER>', '</DOCUMENT>'];
const END_OF_MESSAGE = '-----END PRIVACY-ENHANCED MESSAGE-----';

/** What is wrong with a file that begins and ends like this, or null if it is a whole submission. */
export function findFault(head: Buffer, tail: Buffer): 'block page' | 'no submission' | 'truncated' | null {
  const { dialect, start, pem } = findBeginning(head);
  if (dialect === 'none') return isBlockPage(head.toString('latin1')) ? 'block page' : 'no submission';
  const end = tail.toString('latin1').trimEnd();
  if (pem && end.endsWith(END_OF_MESSAGE)) return null;
  // The closer that belongs to the first tag, e.g. </SEC-DOCUMENT>.
  const first = /^<([A-Z-]+)>/.exec(head.toString('latin1', start, start + 40))?.[1] ?? '';
  const closer = CLOSERS.find((tag) => tag === `</${first}>`);
  return closer !== undefined && end.endsWith(closer) ? null : 'truncated';
}

/**
 * Writes a body to `path`: to a temporary file beside it, checked for the tag that closes the submission, synced, then
 * renamed; so that what stands at `path` is whole, whenever the process dies. Returns the number of bytes. Throws
 * `IncompleteAnswer` for a truncated body, `RefusedAnswer` for a block page, and the file system's errors.
 */
export async function saveFiling(body: Readable, path: string, temporary: string): Promise<number> {
  const handle = await open(temporary, 'w');
  let kept = false;
  try {
    let head: Buffer = Buffer.alloc(0);
    let tail: Buffer = Buffer.alloc(0);
    let sizeBytes = 0;
    for await (const chunk of body) {
      const bytes = chunk as Buffer;
      await handle.writeFile(bytes);
      sizeBytes += bytes.length;
      if (head.length < KEPT_BYTES) head = Buffer.concat([head, bytes.subarray(0, KEPT_BYTES - head.length)]);
      tail =
        bytes.length >= KEPT_BYTES ? bytes.subarray(-KEPT_BYTES) : Buffer.concat([tail, bytes]).subarray(-KEPT_BYTES);
    }
    const fault = findFault(head, tail);
    if (fault === 'block page') throw new RefusedAnswer('a page that refuses instead of the filing', null);
    if (fault !== null)
      throw new IncompleteAnswer(fault === 'truncated' ? `truncated after ${sizeBytes} bytes` : fault);
    await handle.datasync();
    await handle.close();
    await rename(temporary, path);
    kept = true;
    return sizeBytes;
  } finally {
    if (!kept) {
      await handle.close().catch(() => undefined);
      await rm(temporary, { force: true });
    }
  }
}
