// A queue directory copied while its coordinator goes on writing it, without a word to it. What was acknowledged before the
// copy began is in the copy; of what came meanwhile it holds the beginning.

import type { Clock } from '@filigree/base';
import { FiligreeError } from '@filigree/base';
import type { Disk } from './disk.ts';
import { endOfData, listFiles, readWhole, segmentPath, snapshotPath, sync, write } from './files.ts';
import { openJournal } from './open-journal.ts';

/** A compaction takes files away under the copy; then it begins anew. So often it may. */
const MAX_TRIES = 20;
const SNAPSHOT_PIECE_BYTES = 4 << 20;

export interface CopyOptions {
  /** The queue directory, in use or not. */
  readonly dir: string;
  /** An empty directory. */
  readonly target: string;
  readonly disk: Disk;
}

/** Copies the queue's files. Throws NOT_FOUND where there is no queue, LOCAL_STATE. */
export async function copyQueueFiles({ dir, target, disk }: CopyOptions): Promise<void> {
  for (let tries = 1; ; tries++) {
    try {
      await copyOnce(disk, dir, target);
      return;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ENOENT' || tries === MAX_TRIES) throw error;
    }
    for (const name of await disk.list(target)) await disk.unlink(`${target}/${name}`);
  }
}

async function copyOnce(disk: Disk, dir: string, target: string): Promise<void> {
  const { segments, snapshots } = await listFiles(disk, dir).catch((error: unknown) => {
    throw noQueue(dir, error);
  });
  if (segments.length === 0 && snapshots.length === 0) throw noQueue(dir);
  // The newest first: when an older one is read, all that was written to it before the newer one is there.
  for (const number of [...segments].reverse())
    await put(disk, segmentPath(target, number), await readSegment(disk, segmentPath(dir, number)));
  const snapshot = snapshots.at(-1);
  if (snapshot !== undefined) await copyFile(disk, snapshotPath(dir, snapshot), snapshotPath(target, snapshot));
  await disk.syncDirectory(target);
}

function noQueue(dir: string, cause?: unknown): FiligreeError {
  return new FiligreeError('NOT_FOUND', `there is no queue in ${dir}`, {
    remedy: 'say where it is with --queue-dir',
    ...(cause === undefined ? {} : { cause }),
  });
}

/**
 * A segment as far as it was written when the reading began. A batch that is written while it is read may be seen behind a gap, which
 * a second reading fills; what has come since is left out.
 */
async function readSegment(disk: Disk, path: string): Promise<Buffer> {
  const end = endOfData(await readWhole(disk, path, Buffer.alloc(0)), 0);
  return (await readWhole(disk, path, Buffer.alloc(0))).fill(0, end);
}

async function put(disk: Disk, path: string, bytes: Buffer): Promise<void> {
  const file = await disk.open(path, 'create');
  try {
    await write(file, bytes, 0);
    await sync(file);
  } finally {
    await file.close();
  }
}

async function copyFile(disk: Disk, from: string, to: string): Promise<void> {
  const source = await disk.open(from, 'read');
  try {
    const copy = await disk.open(to, 'create');
    try {
      const piece = Buffer.alloc(SNAPSHOT_PIECE_BYTES);
      for (let at = 0, read = piece.length; read === piece.length; at += read) {
        read = await source.read(piece, at);
        await write(copy, piece.subarray(0, read), at);
      }
      await sync(copy);
    } finally {
      await copy.close();
    }
  } finally {
    await source.close();
  }
}

/**
 * Reads all of a copied queue, as a coordinator would that starts on it, and begins `epoch` in it: whoever starts on the copy takes one
 * above. Throws CORRUPT where the copy is not whole.
 */
export async function sealQueueCopy(dir: string, disk: Disk, clock: Clock, epoch: number): Promise<void> {
  const ignore = (): void => undefined;
  let failure: FiligreeError | null = null;
  const journal = await openJournal({
    dir,
    disk,
    clock,
    fsync: 'strict',
    onSnapshotRow: ignore,
    onRecord: ignore,
    onDurable: ignore,
    onDiskFull: (isFull) => {
      if (isFull)
        failure = new FiligreeError('DISK_FULL', `${dir} cannot be written: no space is left on its disk`, {
          remedy: 'make room there, then make the backup again',
        });
    },
    onFatal: (error) => {
      failure = error;
    },
  });
  try {
    await journal.beginEpoch(epoch - 1);
  } finally {
    await journal.close();
    // Whoever starts there makes it anew.
    await disk.unlink(`${dir}/lock`);
  }
  if (failure !== null) throw failure as FiligreeError;
}
