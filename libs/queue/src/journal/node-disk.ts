import * as fs from 'node:fs';
import { open, readdir, rename, unlink } from 'node:fs/promises';
import type { FileHandle } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { PRIVATE_DIRECTORY_MODE, PRIVATE_FILE_MODE, makeDirectory } from '@filigree/base';
import type { Disk, DiskDone, DiskFile } from './disk.ts';
import { lockDirectory } from './node-disk-lock.ts';

/**
 * Up to this size a write goes into the page cache in less time than a trip through the thread pool takes, and the
 * event loop, busy at that moment by definition, is asked once a batch instead of twice.
 */
const SYNCHRONOUS_WRITE_BYTES = 64 << 10;

const OPEN_FLAGS = { read: 'r', update: 'r+', create: 'w+' } as const;

class NodeFile implements DiskFile {
  readonly #handle: FileHandle;

  constructor(handle: FileHandle) {
    this.#handle = handle;
  }

  async read(into: Buffer, position: number): Promise<number> {
    let done = 0;
    while (done < into.length) {
      const { bytesRead } = await this.#handle.read(into, done, into.length - done, position + done);
      if (bytesRead === 0) break;
      done += bytesRead;
    }
    return done;
  }

  write(bytes: Buffer, position: number, done: DiskDone): void {
    fs.write(this.#handle.fd, bytes, 0, bytes.length, position, (error, written) => {
      if (error !== null) done(error);
      else if (written < bytes.length) this.write(bytes.subarray(written), position + written, done);
      else done(null);
    });
  }

  sync(done: DiskDone): void {
    fs.fdatasync(this.#handle.fd, done);
  }

  writeAndSync(bytes: Buffer, position: number, done: DiskDone): void {
    if (bytes.length > SYNCHRONOUS_WRITE_BYTES) {
      this.write(bytes, position, (error) => {
        if (error === null) this.sync(done);
        else done(error);
      });
      return;
    }
    try {
      for (let at = 0; at < bytes.length;)
        at += fs.writeSync(this.#handle.fd, bytes, at, bytes.length - at, position + at);
    } catch (error) {
      setImmediate(done, error as NodeJS.ErrnoException);
      return;
    }
    this.sync(done);
  }

  async truncate(sizeBytes: number): Promise<void> {
    await this.#handle.truncate(sizeBytes);
  }

  async sizeBytes(): Promise<number> {
    return (await this.#handle.stat()).size;
  }

  async close(): Promise<void> {
    await this.#handle.close();
  }
}

async function syncDirectory(dir: string): Promise<void> {
  const handle = await open(dir, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** The file system of this machine; what is made is for this user alone. */
export const nodeDisk: Disk = {
  async makeDirectory(dir) {
    const missing: string[] = [];
    for (let at = resolve(dir); !fs.existsSync(at); at = dirname(at)) missing.push(at);
    await makeDirectory(dir, PRIVATE_DIRECTORY_MODE);
    // A new directory is certainly there after a power loss only when the one that it is in was synced.
    for (const made of missing) await syncDirectory(dirname(made));
  },
  list: (dir) => readdir(dir),
  open: async (path, mode) => new NodeFile(await open(path, OPEN_FLAGS[mode], PRIVATE_FILE_MODE)),
  rename,
  unlink,
  syncDirectory,
  lock: lockDirectory,
  defer: (act) => {
    setImmediate(act);
  },
};
