export { openJournal } from './open-journal.ts';
export { DEFAULT_TUNING, EPOCH_RECORD } from './types.ts';
export type {
  FsyncMode,
  Journal,
  JournalOptions,
  JournalStats,
  JournalTuning,
  RecordReader,
  Recovery,
  RowWriter,
  SnapshotSource,
  TornTail,
} from './types.ts';
export type { Disk, DiskDone, DiskFile, DiskLock } from './disk.ts';
export { nodeDisk } from './node-disk.ts';
export { shouldCompact } from './policy.ts';
export { copyQueueFiles, sealQueueCopy } from './copy.ts';
export type { CopyOptions } from './copy.ts';
export { salvage } from './salvage.ts';
export type { LeftOut, SalvageOptions, SalvageReport } from './salvage.ts';
