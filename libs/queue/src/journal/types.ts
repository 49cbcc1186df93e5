import type { Clock, FiligreeError } from '@filigree/base';
import type { Disk } from './disk.ts';

/** Takes one record or snapshot row: its payload is `bytes[start, end)`, valid only during the call. */
export type RecordReader = (type: number, bytes: Buffer, start: number, end: number, seq: number) => void;

/** Takes one snapshot row: `seq` is the last record whose effect is in the row. The payload is copied. */
export type RowWriter = (type: number, seq: number, payload: Uint8Array, start?: number, end?: number) => void;

/** The rows of one snapshot. Records may be appended, and rows changed, between two calls of `next`. */
export interface SnapshotSource {
  /** Writes up to `maxRows` further rows; false when there are no more. */
  next(write: RowWriter, maxRows: number): boolean;
}

/** `strict`: a record is durable once fdatasync has returned. `interval`: once written; synced every `syncEveryMs`. */
export type FsyncMode = 'strict' | 'interval';

/** Sizes and times that tests and the simulation make small. */
export interface JournalTuning {
  /** Size of a segment, zero-filled ahead. */
  readonly segmentBytes: number;
  /** A batch is cut before it grows beyond this; only a record that is larger makes a larger one, up to a segment. */
  readonly maxBatchBytes: number;
  /** Quiet time after which an empty batch ends the journal. */
  readonly idleAfterMs: number;
  /** Time between two attempts to write to a full disk. */
  readonly retryFullMs: number;
  /** Time between two syncs in `interval` mode. */
  readonly syncEveryMs: number;
  /** A journal smaller than this is never compacted by itself. */
  readonly compactAboveBytes: number;
}

export const DEFAULT_TUNING: JournalTuning = {
  segmentBytes: 8 << 20,
  maxBatchBytes: 1 << 20,
  idleAfterMs: 50,
  retryFullMs: 250,
  syncEveryMs: 200,
  compactAboveBytes: 64 << 20,
};

/** The type of the one record that the journal writes and reads itself; the queue's types are 2 to 255. */
export const EPOCH_RECORD = 1;

/** How to open a queue directory, and what to call. No callback runs inside `append`. */
export interface JournalOptions {
  /** The queue directory; made where it is missing. */
  readonly dir: string;
  readonly disk: Disk;
  readonly clock: Clock;
  readonly fsync: FsyncMode;
  readonly tuning?: Partial<JournalTuning>;
  /** During `openJournal`: each row of the snapshot, before the first record. */
  readonly onSnapshotRow: RecordReader;
  /** During `openJournal`: each record after the snapshot's start, in order of `seq`; skip those not above the row's own. */
  readonly onRecord: RecordReader;
  /** All records up to `seq` are durable. Called once a batch; the next batch is already under way. */
  readonly onDurable: (seq: number) => void;
  /** true: the disk is full, nothing becomes durable until false is told. */
  readonly onDiskFull: (isFull: boolean) => void;
  /** A write or a sync failed for good: nothing more becomes durable; the process must exit and recover by replay. */
  readonly onFatal: (error: FiligreeError) => void;
  /** Something that the operator should read: a torn tail that was cut, a compaction that failed. */
  readonly onNotice?: (text: string) => void;
  /** Begins a snapshot of everything appended so far. Without it the journal is never compacted. */
  readonly snapshot?: () => SnapshotSource;
}

/** The end of the journal that was cut at start, because its last batch was not wholly on disk. */
export interface TornTail {
  readonly file: string;
  readonly offset: number;
  readonly batch: number;
  /** Records of the batch that were kept, in front of the first bad one. */
  readonly recordsKept: number;
}

/** What `openJournal` found. */
export interface Recovery {
  readonly snapshotRows: number;
  readonly records: number;
  readonly lastSeq: number;
  /** The number of the last batch. */
  readonly lastBatch: number;
  readonly tornTail: TornTail | null;
  /** True when a salvage left records out: records may speak of rows that are not there. */
  readonly salvaged: boolean;
  readonly elapsedMs: number;
}

/** Sizes and counts for metrics and status. */
export interface JournalStats {
  readonly batches: number;
  readonly records: number;
  /** Bytes written in batches since the start of this process. */
  readonly writtenBytes: number;
  /** Bytes in segments that the newest snapshot does not replace. */
  readonly journalBytes: number;
  readonly snapshotBytes: number;
  /** Bytes appended and not yet durable. */
  readonly waitingBytes: number;
  readonly isFull: boolean;
  readonly isCompacting: boolean;
}

/** An open journal. */
export interface Journal {
  readonly recovery: Recovery;
  /** The highest epoch in the directory; 0 when there is none. */
  readonly epoch: number;
  /** The sequence number of the newest record appended. */
  readonly lastSeq: number;
  readonly durableSeq: number;
  readonly isFull: boolean;
  /** Copies `payload[start, end)` into the waiting batch; returns the record's sequence number. Never waits, calls nothing back. */
  append(type: number, payload: Uint8Array, start?: number, end?: number): number;
  /** Resolves when all records up to `seq` are durable; rejects when the journal failed or was closed before. */
  whenDurable(seq: number): Promise<void>;
  /** Begins an epoch above both its own and `above` (the graph's); resolves to it once it is durable. */
  beginEpoch(above: number): Promise<number>;
  /** Writes a snapshot and deletes what it replaces; the journal does so by itself when `shouldCompact` says. One at a time. */
  compact(): Promise<void>;
  stats(): JournalStats;
  /** Makes everything durable, ends with an empty batch, releases the directory. May be called twice. */
  close(): Promise<void>;
}
