/** Called once an operation has ended: with null, or with the operating system's error (`code`, `syscall`). */
export type DiskDone = (error: NodeJS.ErrnoException | null) => void;

/** One open file. Positions and sizes in bytes. */
export interface DiskFile {
  /** Fills `into` from `position`; resolves to the bytes read, fewer than asked only at the end of the file. */
  read(into: Buffer, position: number): Promise<number>;
  /** Writes all of `bytes` at `position`, beyond the end if need be. On failure any part may have been written. */
  write(bytes: Buffer, position: number, done: DiskDone): void;
  /** fdatasync: what was written is on the disk. After a failure the file must not be synced again. */
  sync(done: DiskDone): void;
  /** `write`, then `sync`. An error with `syscall` fdatasync came from the sync. */
  writeAndSync(bytes: Buffer, position: number, done: DiskDone): void;
  truncate(sizeBytes: number): Promise<void>;
  sizeBytes(): Promise<number>;
  close(): Promise<void>;
}

/** A directory held by this process alone, until `release` (which may be called twice) or the death of the process. */
export interface DiskLock {
  release(): void;
}

/** What the journal needs of a file system and all that it ever waits for. Paths are joined with `/`. */
export interface Disk {
  /** Makes the directory and its parents where they are missing. Throws the operating system's error. */
  makeDirectory(dir: string): Promise<void>;
  /** Names in the directory, in any order. */
  list(dir: string): Promise<string[]>;
  /** `read`: must exist; `update`: must exist, is read and written; `create`: is made anew or emptied, read and written. */
  open(path: string, mode: 'read' | 'update' | 'create'): Promise<DiskFile>;
  rename(from: string, to: string): Promise<void>;
  unlink(path: string): Promise<void>;
  /** fsync of the directory: files created, renamed and removed in it stay so. */
  syncDirectory(dir: string): Promise<void>;
  /** Throws a FiligreeError (LOCAL_STATE) when another process or this one holds the directory. */
  lock(dir: string): Promise<DiskLock>;
  /** Calls `act` soon, after the events that are already waiting, so that their records share a batch. */
  defer(act: () => void): void;
}
