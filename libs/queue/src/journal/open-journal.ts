import type { Disk, DiskLock } from './disk.ts';
import { unusableError } from './errors.ts';
import { createSegment } from './files.ts';
import { OpenJournal } from './journal.ts';
import { replay } from './replay.ts';
import type { Replay } from './replay.ts';
import { retire } from './retire.ts';
import { DEFAULT_TUNING } from './types.ts';
import type { Journal, JournalOptions } from './types.ts';

/**
 * Takes the queue directory for this process, replays it and opens it for appending.
 * Throws FiligreeError: LOCAL_STATE (held by another coordinator, not writable), CORRUPT (names file and offset), DISK_FULL.
 */
export async function openJournal(options: JournalOptions): Promise<Journal> {
  const lock = await takeDirectory(options.disk, options.dir);
  try {
    return await openLocked(options, lock);
  } catch (error) {
    lock.release();
    throw unusableError(options.dir, error);
  }
}

/** Makes the directory where it is missing, and holds it for this process. */
export async function takeDirectory(disk: Disk, dir: string): Promise<DiskLock> {
  try {
    await disk.makeDirectory(dir);
    return await disk.lock(dir);
  } catch (error) {
    throw unusableError(dir, error);
  }
}

async function openLocked(options: JournalOptions, lock: DiskLock): Promise<Journal> {
  const { disk, dir, clock } = options;
  const tuning = { ...DEFAULT_TUNING, ...options.tuning };
  const startMs = clock.monotonicMs();
  const found: Replay = await replay(disk, dir, tuning, options);
  try {
    await retire(disk, dir, found.replaced, found.salvaged);
    await retire(disk, dir, found.unused, false);
    const active = found.active ?? (await createSegment(disk, dir, found.startSegment, tuning.segmentBytes));
    const { snapshotRows, records, lastSeq, lastBatch, tornTail, salvaged } = found;
    const elapsedMs = clock.monotonicMs() - startMs;
    const recovery = { snapshotRows, records, lastSeq, lastBatch, tornTail, salvaged, elapsedMs };
    for (const notice of found.notices) options.onNotice?.(notice);
    return new OpenJournal(options, tuning, lock, found, active, recovery);
  } catch (error) {
    await found.active?.file.close();
    throw error;
  }
}
