import { createHash } from 'node:crypto';
import { open, realpath } from 'node:fs/promises';
import { join, sep } from 'node:path';
import { FiligreeError } from '@filigree/base';
import { FILING_CHUNK_BYTES } from '@filigree/protocol';
import type { EmitChunk } from '@filigree/protocol';

/** The real path of `relative` below `root`. Throws PERMISSION_DENIED where it leaves it, by `..` or by a link; NOT_FOUND. */
export async function insideRoot(root: string, relative: string): Promise<string> {
  let path: string;
  let realRoot: string;
  try {
    realRoot = await realpath(root);
    path = await realpath(join(realRoot, relative));
  } catch (cause) {
    throw new FiligreeError(
      'NOT_FOUND',
      `${relative} is not there (${(cause as NodeJS.ErrnoException).code ?? 'error'})`,
      {
        remedy: 'submit again when the file is back',
        cause,
      },
    );
  }
  if (path !== realRoot && !path.startsWith(realRoot.endsWith(sep) ? realRoot : realRoot + sep)) {
    throw new FiligreeError('PERMISSION_DENIED', `${relative} leads out of ${root}`, {
      remedy: 'keep filings inside the --filings directory of serve',
    });
  }
  return path;
}

/**
 * Streams a file in chunks at the receiver's pace: the first carries the size, the last the SHA-256.
 * Throws as `insideRoot`, and CORRUPT when the file changes while it is read.
 */
export async function streamFiling(
  root: string,
  relative: string,
  emit: EmitChunk,
  signal: AbortSignal,
): Promise<void> {
  const path = await insideRoot(root, relative);
  const file = await open(path, 'r');
  try {
    const sizeBytes = (await file.stat()).size;
    const hash = createHash('sha256');
    let position = 0;
    await emit({ data: new Uint8Array(0), sizeBytes });
    while (position < sizeBytes && !signal.aborted) {
      // A new buffer each time: the one before may still wait to be sent.
      const chunk = Buffer.allocUnsafe(Math.min(FILING_CHUNK_BYTES, sizeBytes - position));
      const { bytesRead } = await file.read(chunk, 0, chunk.length, position);
      if (bytesRead === 0) throw new FiligreeError('CORRUPT', `${relative} became shorter while it was read`);
      const data = chunk.subarray(0, bytesRead);
      hash.update(data);
      position += bytesRead;
      await emit({ data });
    }
    if (!signal.aborted) await emit({ data: new Uint8Array(0), sha256: hash.digest() });
  } finally {
    await file.close();
  }
}
