import type { Random } from '@filigree/base';
import type { Disk } from '@filigree/queue';
import { FaultDiskFile } from './fault-disk-file.ts';
import { FaultDiskProcess } from './fault-disk-process.ts';

/** One thing asked of the disk. */
export interface DiskOperation {
  readonly kind: 'list' | 'open' | 'read' | 'write' | 'sync' | 'truncate' | 'rename' | 'unlink' | 'syncDirectory';
  readonly path: string;
  readonly position: number;
  readonly lengthBytes: number;
}

/** How an operation fails; `writtenBytes` of a write are done all the same. */
export interface DiskFault {
  readonly code: 'ENOSPC' | 'EIO';
  readonly writtenBytes?: number;
}

export interface FaultDiskOptions {
  /** Ends an operation some time after it began, never within the call. Default: the next microtask. */
  readonly complete?: (operation: DiskOperation, end: () => void) => void;
  /** Decides, when an operation ends, whether it fails. Default: never. */
  readonly fault?: (operation: DiskOperation) => DiskFault | null;
  /** `Disk.defer`. Default: the next microtask. */
  readonly defer?: (act: () => void) => void;
}

/**
 * A disk in memory that loses what a real one may lose. Programs reach it by `attach`, one per process life; a life ends
 * with `kill` (what it wrote stays) or with `losePower` (all lives end, any part of what was not synced is gone).
 */
export class FaultDisk {
  /** Writes that would make the files larger than this in all fail with ENOSPC, after what fits. */
  capacityBytes = Number.POSITIVE_INFINITY;
  readonly options: Required<FaultDiskOptions>;
  /** Directories that a life holds. */
  readonly held = new Set<string>();
  #names = new Map<string, FaultDiskFile>();
  #durableNames = new Map<string, FaultDiskFile>();
  /** Changes of names that no directory sync has made durable, oldest first. */
  #unsyncedNames: ((names: Map<string, FaultDiskFile>) => void)[] = [];
  #lives: FaultDiskProcess[] = [];

  constructor(options: FaultDiskOptions = {}) {
    this.options = {
      complete: (_operation, end) => {
        queueMicrotask(end);
      },
      fault: () => null,
      defer: queueMicrotask,
      ...options,
    };
  }

  /** The disk as one new process sees it, until that is killed. */
  attach(): Disk & { kill(random: Random): void } {
    const life = new FaultDiskProcess(this);
    this.#lives.push(life);
    return life;
  }

  /** Ends all lives. Of each file, any of the unsynced pages are lost; of the changed names, the newest ones. */
  losePower(random: Random): void {
    this.#endLives(random);
    const kept = Math.floor(random() * (this.#unsyncedNames.length + 1));
    this.#settleNames(kept);
    for (const file of this.#names.values()) file.losePower(random);
  }

  /** Ends all lives and keeps, of the unsynced pages of the file at `path`, only these; all else is kept. */
  losePages(path: string, keptPages: readonly number[]): void {
    this.#endLives(() => 1);
    this.#settleNames(this.#unsyncedNames.length);
    for (const [name, file] of this.#names) file.loseAllBut(name === path ? keptPages : file.dirtyPages(), true);
  }

  paths(): string[] {
    return [...this.#names.keys()].sort();
  }

  /** The file as programs see it. Throws where there is none. */
  file(path: string): FaultDiskFile {
    const file = this.#names.get(path);
    if (file === undefined) throw Object.assign(new Error(`ENOENT: no such file, ${path}`), { code: 'ENOENT' });
    return file;
  }

  usedBytes(): number {
    let sum = 0;
    for (const file of this.#names.values()) sum += file.sizeBytes;
    return sum;
  }

  /** Puts a file with this content, all of it durable. */
  put(path: string, content: Uint8Array): void {
    const file = new FaultDiskFile();
    file.write(content, 0);
    file.synced(file.dirtyPages());
    this.#names.set(path, file);
    this.#durableNames.set(path, file);
  }

  /** A disk with the same files, all durable. */
  copy(options: FaultDiskOptions = {}): FaultDisk {
    const disk = new FaultDisk(options);
    for (const [path, file] of this.#names) disk.put(path, file.content);
    return disk;
  }

  changeNames(change: (names: Map<string, FaultDiskFile>) => void): void {
    change(this.#names);
    this.#unsyncedNames.push(change);
  }

  syncNames(): void {
    for (const change of this.#unsyncedNames.splice(0)) change(this.#durableNames);
  }

  #settleNames(kept: number): void {
    for (const change of this.#unsyncedNames.slice(0, kept)) change(this.#durableNames);
    this.#unsyncedNames = [];
    this.#names = new Map(this.#durableNames);
  }

  #endLives(random: Random): void {
    for (const life of this.#lives.splice(0)) life.kill(random);
  }
}
