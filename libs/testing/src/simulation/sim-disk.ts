import { FiligreeError } from '@filigree/base';
import type { Disk, DiskDone, DiskFile } from '@filigree/queue';
import type { Chance } from './chance.ts';
import { SimFile } from './sim-file.ts';
import type { SimProcess, VirtualTime } from './virtual-time.ts';

/** Faults that are on now. */
export interface DiskFaults {
  /** Nothing grows; some writes fail in the middle. */
  full: boolean;
  /** The next write or sync fails. */
  ioError: boolean;
  /** A sync says that it is done and does nothing: for showing that the simulation would notice. */
  liesAboutSync: boolean;
}

/** A disk that outlives the processes that use it, and loses at a crash whatever was not synced. */
export class SimDisk {
  readonly faults: DiskFaults = { full: false, ioError: false, liesAboutSync: false };
  readonly chance: Chance;
  #names = new Map<string, SimFile>();
  #syncedNames = new Map<string, SimFile>();
  /** Changes of names since the directory was synced, in order. */
  #renames: ((names: Map<string, SimFile>) => void)[] = [];
  #holder: SimProcess | null = null;
  #crashes = 0;

  constructor(chance: Chance) {
    this.chance = chance;
  }

  /** Power cut, or a kernel that dies: more than a SIGKILL would lose. */
  crash(): void {
    this.#crashes++;
    const kept = this.chance.flip(0.5) ? this.#renames.length : this.chance.int(0, this.#renames.length);
    for (const change of this.#renames.slice(0, kept)) change(this.#syncedNames);
    this.#names = new Map(this.#syncedNames);
    this.#renames = [];
    for (const file of new Set(this.#names.values())) file.crash(this.chance);
    this.#holder = null;
  }

  /** The process is killed, the machine goes on: nothing written is lost. */
  killed(): void {
    this.#holder = null;
  }

  /** Damages data that were synced; returns the place. */
  flipBit(): string | null {
    const files = [...this.#names].sort(([a], [b]) => (a < b ? -1 : 1));
    const [name, file] = this.chance.pick(files) ?? ['', null];
    const at = file?.flipBit(this.chance) ?? -1;
    return at < 0 ? null : `${name} at ${String(at)}`;
  }

  /** A backup of what programs read now. */
  copy(): Map<string, Buffer> {
    return new Map([...this.#names].map(([name, file]) => [name, Buffer.from(file.data)]));
  }

  /** The directory is emptied, or put back as it was copied. */
  replace(backup: ReadonlyMap<string, Buffer> | null): void {
    this.#crashes++;
    this.#names = new Map();
    for (const [name, data] of backup ?? []) {
      const file = new SimFile();
      file.write(data, 0);
      file.beginSync()();
      this.#names.set(name, file);
    }
    this.#syncedNames = new Map(this.#names);
    this.#renames = [];
  }

  file(name: string): SimFile | undefined {
    return this.#names.get(name);
  }

  names(): string[] {
    return [...this.#names.keys()].sort();
  }

  remove(name: string): void {
    this.#names.delete(name);
    this.#syncedNames.delete(name);
  }

  /** The disk as one process sees it: what it waits for never comes once it is dead. */
  for(process: SimProcess, time: VirtualTime): Disk {
    const later = <T>(act: () => T): Promise<T> =>
      new Promise((resolve, reject) => {
        time.after(this.chance.between(0.02, 0.3), () => {
          process.after(0, () => {
            try {
              resolve(act());
            } catch (error) {
              reject(error as Error);
            }
          });
        });
      });
    return {
      makeDirectory: () => later(() => undefined),
      list: (dir) => later(() => this.names().map((name) => name.slice(dir.length + 1))),
      open: (path, mode) => later(() => this.#handle(this.#open(path, mode), process, time, later)),
      rename: (from, to) =>
        later(() => {
          this.#change((names) => {
            const file = names.get(from);
            if (file === undefined) return;
            names.delete(from);
            names.set(to, file);
          });
        }),
      unlink: (path) =>
        later(() => {
          this.#change((names) => names.delete(path));
        }),
      syncDirectory: () =>
        later(() => {
          this.#syncedNames = new Map(this.#names);
          this.#renames = [];
        }),
      lock: () =>
        later(() => {
          if (this.#holder?.alive === true) throw new FiligreeError('LOCAL_STATE', 'the queue directory is held');
          this.#holder = process;
          return {
            release: () => {
              if (this.#holder === process) this.#holder = null;
            },
          };
        }),
      defer: (act) => {
        process.after(0, act);
      },
    };
  }

  #open(path: string, mode: 'read' | 'update' | 'create'): SimFile {
    const known = this.#names.get(path);
    if (mode === 'create') {
      this.#failsWhenFull(0.3, 'open');
      const file = known ?? new SimFile();
      if (known === undefined) this.#change((names) => names.set(path, file));
      file.truncate(0);
      return file;
    }
    if (known === undefined) throw systemError('ENOENT', 'open');
    return known;
  }

  #change(change: (names: Map<string, SimFile>) => void): void {
    change(this.#names);
    this.#renames.push(change);
  }

  #failsWhenFull(probability: number, syscall: string): void {
    if (this.faults.full && this.chance.flip(probability)) throw systemError('ENOSPC', syscall);
  }

  #handle(file: SimFile, process: SimProcess, time: VirtualTime, later: <T>(act: () => T) => Promise<T>): DiskFile {
    const after = (lowMs: number, highMs: number, act: () => void): void => {
      // The disk works on while the process is stopped; the process hears of it later.
      time.after(this.chance.skewed(lowMs, highMs), act);
    };
    const tell = (done: DiskDone, error: NodeJS.ErrnoException | null): void => {
      process.after(0, () => {
        done(error);
      });
    };
    const write = (bytes: Buffer, position: number, done: DiskDone): void => {
      const copy = Buffer.from(bytes);
      after(0.02, 0.5, () => {
        if (process.alive) tell(done, this.#write(file, copy, position));
      });
    };
    const sync = (done: DiskDone): void => {
      if (this.#ioFails()) {
        tell(done, systemError('EIO', 'fdatasync'));
        return;
      }
      const end = file.beginSync();
      const crashes = this.#crashes;
      after(0.1, 20, () => {
        if (!this.faults.liesAboutSync && crashes === this.#crashes) end();
        tell(done, null);
      });
    };
    return {
      read: (into, position) => later(() => file.data.copy(into, 0, position, position + into.length)),
      write,
      sync,
      writeAndSync: (bytes, position, done) => {
        write(bytes, position, (error) => {
          if (error !== null) done(error);
          else sync(done);
        });
      },
      truncate: (size) =>
        later(() => {
          file.truncate(size);
        }),
      sizeBytes: () => later(() => file.data.length),
      close: () => later(() => undefined),
    };
  }

  #ioFails(): boolean {
    const fails = this.faults.ioError;
    this.faults.ioError = false;
    return fails;
  }

  #write(file: SimFile, bytes: Buffer, position: number): NodeJS.ErrnoException | null {
    const part = bytes.subarray(0, this.chance.int(0, bytes.length));
    if (this.#ioFails()) {
      file.write(part, position);
      return systemError('EIO', 'write');
    }
    const grows = position + bytes.length > file.data.length;
    if (this.faults.full && (grows || this.chance.flip(0.3))) {
      if (!grows) file.write(part, position);
      return systemError('ENOSPC', 'write');
    }
    file.write(bytes, position);
    return null;
  }
}

function systemError(code: string, syscall: string): NodeJS.ErrnoException {
  return Object.assign(new Error(`${code}: simulated, ${syscall}`), { code, syscall });
}
