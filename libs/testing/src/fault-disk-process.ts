import { FiligreeError } from '@filigree/base';
import type { Random } from '@filigree/base';
import type { Disk, DiskDone, DiskFile, DiskLock } from '@filigree/queue';
import { FaultDiskFile } from './fault-disk-file.ts';
import type { DiskOperation, FaultDisk } from './fault-disk.ts';

function failure(code: string, operation: DiskOperation): NodeJS.ErrnoException {
  const syscall = operation.kind === 'sync' ? 'fdatasync' : operation.kind;
  return Object.assign(new Error(`${code}: ${syscall} ${operation.path}`), { code, syscall });
}

/** A write on its way: of one that the process dies in, any front part may have been done. */
interface WriteInFlight {
  readonly file: FaultDiskFile;
  readonly bytes: Uint8Array;
  readonly position: number;
}

/** The disk as one process life sees it. Once that life has ended, nothing that it asked for ever comes back. */
export class FaultDiskProcess implements Disk {
  readonly #disk: FaultDisk;
  readonly #held = new Set<string>();
  readonly #inFlight = new Set<WriteInFlight>();
  #isAlive = true;

  constructor(disk: FaultDisk) {
    this.#disk = disk;
  }

  /** The process dies: what it wrote stays, a write that it was in may be cut anywhere. */
  kill(random: Random): void {
    if (!this.#isAlive) return;
    this.#isAlive = false;
    for (const { file, bytes, position } of this.#inFlight) {
      const written = Math.floor(random() * (bytes.length + 1));
      if (written > 0) file.write(bytes.subarray(0, written), position);
    }
    for (const dir of this.#held) this.#disk.held.delete(dir);
  }

  makeDirectory(): Promise<void> {
    return Promise.resolve();
  }

  list(dir: string): Promise<string[]> {
    return this.#run('list', dir, () => {
      const under = this.#disk.paths().filter((path) => path.startsWith(`${dir}/`));
      return under.map((path) => path.slice(dir.length + 1)).filter((name) => !name.includes('/'));
    });
  }

  open(path: string, mode: 'read' | 'update' | 'create'): Promise<DiskFile> {
    return this.#run('open', path, () => {
      if (mode !== 'create') return this.#handle(path, this.#disk.file(path));
      const file = new FaultDiskFile();
      this.#disk.changeNames((names) => names.set(path, file));
      return this.#handle(path, file);
    });
  }

  rename(from: string, to: string): Promise<void> {
    return this.#run('rename', from, () => {
      const file = this.#disk.file(from);
      this.#disk.changeNames((names) => {
        names.delete(from);
        names.set(to, file);
      });
    });
  }

  unlink(path: string): Promise<void> {
    return this.#run('unlink', path, () => {
      this.#disk.file(path);
      this.#disk.changeNames((names) => names.delete(path));
    });
  }

  syncDirectory(dir: string): Promise<void> {
    return this.#run('syncDirectory', dir, () => {
      this.#disk.syncNames();
    });
  }

  lock(dir: string): Promise<DiskLock> {
    if (this.#disk.held.has(dir)) {
      return Promise.reject(
        new FiligreeError('LOCAL_STATE', `the queue directory ${dir} is held by another coordinator`),
      );
    }
    this.#disk.held.add(dir);
    this.#held.add(dir);
    return Promise.resolve({
      release: () => {
        if (this.#held.delete(dir)) this.#disk.held.delete(dir);
      },
    });
  }

  defer(act: () => void): void {
    this.#disk.options.defer(() => {
      if (this.#isAlive) act();
    });
  }

  #handle(path: string, file: FaultDiskFile): DiskFile {
    const write = (bytes: Buffer, position: number, done: DiskDone): void => {
      this.#write(path, file, bytes, position, done);
    };
    const sync = (done: DiskDone): void => {
      this.#sync(path, file, done);
    };
    return {
      write,
      sync,
      read: (into, position) =>
        this.#run('read', path, () => file.content.copy(into, 0, position), position, into.length),
      writeAndSync: (bytes, position, done) => {
        write(bytes, position, (error) => {
          if (error === null) sync(done);
          else done(error);
        });
      },
      truncate: (sizeBytes) =>
        this.#run('truncate', path, () => {
          file.truncate(sizeBytes);
        }),
      sizeBytes: () => Promise.resolve(file.sizeBytes),
      close: () => Promise.resolve(),
    };
  }

  #write(path: string, file: FaultDiskFile, bytes: Buffer, position: number, done: DiskDone): void {
    const operation: DiskOperation = { kind: 'write', path, position, lengthBytes: bytes.length };
    const inFlight = { file, bytes, position };
    this.#inFlight.add(inFlight);
    this.#end(operation, () => {
      this.#inFlight.delete(inFlight);
      const fault = this.#disk.options.fault(operation) ?? this.#fullFault(file, operation);
      const written = fault === null ? bytes.length : Math.min(fault.writtenBytes ?? 0, bytes.length);
      if (written > 0) file.write(bytes.subarray(0, written), position);
      done(fault === null ? null : failure(fault.code, operation));
    });
  }

  #fullFault(
    file: FaultDiskFile,
    { position, lengthBytes }: DiskOperation,
  ): { code: 'ENOSPC'; writtenBytes: number } | null {
    const grownBytes = position + lengthBytes - file.sizeBytes;
    const roomBytes = this.#disk.capacityBytes - this.#disk.usedBytes();
    if (grownBytes <= 0 || grownBytes <= roomBytes) return null;
    return { code: 'ENOSPC', writtenBytes: Math.max(0, lengthBytes - grownBytes + Math.max(0, roomBytes)) };
  }

  #sync(path: string, file: FaultDiskFile, done: DiskDone): void {
    const operation: DiskOperation = { kind: 'sync', path, position: 0, lengthBytes: file.sizeBytes };
    const pages = file.dirtyPages();
    this.#end(operation, () => {
      const fault = this.#disk.options.fault(operation);
      if (fault === null) file.synced(pages);
      else file.forgotten(pages);
      done(fault === null ? null : failure(fault.code, operation));
    });
  }

  #run<T>(kind: DiskOperation['kind'], path: string, act: () => T, position = 0, lengthBytes = 0): Promise<T> {
    const operation: DiskOperation = { kind, path, position, lengthBytes };
    return new Promise((resolve, reject) => {
      this.#end(operation, () => {
        const fault = this.#disk.options.fault(operation);
        try {
          if (fault !== null) throw failure(fault.code, operation);
          resolve(act());
        } catch (error) {
          reject(error as Error);
        }
      });
    });
  }

  #end(operation: DiskOperation, end: () => void): void {
    if (!this.#isAlive) return;
    this.#disk.options.complete(operation, () => {
      if (this.#isAlive) end();
    });
  }
}
