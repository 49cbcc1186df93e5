import { realpath, stat } from 'node:fs/promises';
import { join, sep } from 'node:path';
import { FiligreeError } from '@filigree/base';
import type { WorkClient } from '@filigree/protocol';
import type { Lease } from '@filigree/queue';

/**
 * The filing's path on this machine, or null where this machine does not have it: not there, not inside the directory
 * (by `..` or a link), or another size than the coordinator's.
 */
export async function localPath(lease: Lease, roots: readonly string[]): Promise<string | null> {
  const root = roots[lease.job.root];
  if (root === undefined || root === '') return null;
  try {
    const realRoot = await realpath(root);
    const path = await realpath(join(realRoot, lease.job.path));
    if (!path.startsWith(realRoot.endsWith(sep) ? realRoot : realRoot + sep)) return null;
    const found = await stat(path);
    return found.isFile() && found.size === lease.job.sizeBytes ? path : null;
  } catch {
    // Whatever keeps us from the file, the coordinator has it.
    return null;
  }
}

/**
 * The whole file from the coordinator, verified by size and SHA-256. What is larger than a filing may be is refused before
 * its first byte is asked for.
 */
export async function readRemote(
  client: WorkClient,
  lease: Lease,
  signal: AbortSignal,
  onBytes: () => void,
): Promise<Uint8Array> {
  // Loaded here: a worker that has the filings itself needs nothing of it in the stream's thread.
  const { LARGEST_FILING_BYTES } = await import('@filigree/edgar');
  if (lease.job.sizeBytes > LARGEST_FILING_BYTES) {
    throw new FiligreeError(
      'TOO_LARGE',
      `${lease.job.path} has ${String(lease.job.sizeBytes)} bytes, at most ${String(LARGEST_FILING_BYTES)} are read`,
    );
  }
  const parts: Uint8Array[] = [];
  let sizeBytes = 0;
  await client.readFiling(
    { jobId: lease.job.jobId, token: lease.token },
    (data) => {
      sizeBytes += data.length;
      if (sizeBytes > LARGEST_FILING_BYTES)
        throw new FiligreeError('TOO_LARGE', `${lease.job.path} is longer than the coordinator said`);
      parts.push(data);
      onBytes();
    },
    signal,
  );
  // Not from Node's shared pool: the buffer is handed over to a thread.
  const whole = new Uint8Array(sizeBytes);
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
