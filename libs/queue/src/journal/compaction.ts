import type { Clock } from '@filigree/base';
import type { Disk } from './disk.ts';
import { segmentPath, snapshotPath } from './files.ts';
import type { FileHeader } from './format.ts';
import { SnapshotWriter } from './snapshot-writer.ts';
import type { SnapshotSource } from './types.ts';

/** What a compaction needs of the open journal. */
export interface CompactionHost {
  readonly disk: Disk;
  readonly clock: Clock;
  readonly dir: string;
  /** The position now, as a snapshot begun now records it. */
  position(): Pick<FileHeader, 'startSeq' | 'startSegment' | 'startBatch' | 'epoch'>;
  whenDurable(seq: number): Promise<void>;
  isStopped(): boolean;
}

export interface Compacted {
  readonly number: number;
  readonly sizeBytes: number;
  readonly startSegment: number;
}

/**
 * Writes snapshot `number`, then deletes what it replaces: the segments from `oldestSegment` on and the snapshot before.
 * Null when it was stopped. On failure nothing is replaced and the temporary file is removed.
 */
export async function compact(
  host: CompactionHost,
  source: SnapshotSource,
  number: number,
  oldestSegment: number,
): Promise<Compacted | null> {
  const { disk, dir } = host;
  const start = host.position();
  const writer = await SnapshotWriter.create(disk, host.clock, dir, { ...start, number, flags: 0 });
  try {
    if (!(await writer.writeRows(source, () => host.isStopped()))) {
      await writer.discard();
      return null;
    }
    // A row may hold the effect of a record that is not on disk yet. Were that record lost, its number would be given
    // again, and replay would take the new record for the one in the row.
    const { startSeq: lastSeq } = host.position();
    await host.whenDurable(lastSeq);
    await writer.finish(lastSeq);
  } catch (error) {
    await writer.discard().catch(() => undefined);
    throw error;
  }
  // The oldest first: whatever is left after a crash is an unbroken chain.
  for (let segment = oldestSegment; segment < start.startSegment; segment += 1)
    await disk.unlink(segmentPath(dir, segment));
  if (number > 1) await disk.unlink(snapshotPath(dir, number - 1)).catch(() => undefined);
  return { number, sizeBytes: writer.sizeBytes, startSegment: start.startSegment };
}
