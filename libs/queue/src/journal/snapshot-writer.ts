import type { Clock } from '@filigree/base';
import { BatchBuffer } from './batch-buffer.ts';
import type { Disk, DiskFile } from './disk.ts';
import { TEMPORARY, snapshotPath, sync, write } from './files.ts';
import { END, FILE_HEADER_BYTES, encodeFileHeader } from './format.ts';
import type { FileHeader } from './format.ts';
import type { RowWriter, SnapshotSource } from './types.ts';

/** A slice ends after half of the 2 ms that a snapshot may hold up the event loop, whatever one row costs. */
const SLICE_MS = 1;
const SLICE_BYTES = 128 << 10;
const ROWS_AT_ONCE = 64;
const SYNC_EVERY_BYTES = 4 << 20;

/** A snapshot while it is written, under a temporary name, in slices between which records go on. */
export class SnapshotWriter {
  sizeBytes = FILE_HEADER_BYTES;
  readonly #disk: Disk;
  readonly #clock: Clock;
  readonly #dir: string;
  readonly #number: number;
  readonly #buffer = new BatchBuffer();
  readonly #file: DiskFile;
  #batch = 0;
  #unsyncedBytes = 0;

  private constructor(disk: Disk, clock: Clock, dir: string, number: number, file: DiskFile) {
    this.#disk = disk;
    this.#clock = clock;
    this.#dir = dir;
    this.#number = number;
    this.#file = file;
  }

  static async create(disk: Disk, clock: Clock, dir: string, header: FileHeader): Promise<SnapshotWriter> {
    const file = await disk.open(snapshotPath(dir, header.number) + TEMPORARY, 'create');
    const writer = new SnapshotWriter(disk, clock, dir, header.number, file);
    try {
      await write(file, encodeFileHeader('snapshot', header), 0);
    } catch (error) {
      await writer.discard();
      throw error;
    }
    return writer;
  }

  /** Writes all rows of the source; stops early, false, when `isStopped` says so between two slices. */
  async writeRows(source: SnapshotSource, isStopped: () => boolean): Promise<boolean> {
    for (let isMore = true; isMore;) {
      await new Promise<void>((resolve) => {
        this.#disk.defer(resolve);
      });
      if (isStopped()) return false;
      isMore = this.#encodeSlice(source);
      if (this.#buffer.count > 0) await this.#writeBatch(0);
    }
    return true;
  }

  /** Ends the snapshot with the newest record whose effect may be in it, makes it durable and gives it its name. */
  async finish(lastSeq: number): Promise<void> {
    this.#buffer.firstSeq = lastSeq;
    await this.#writeBatch(END);
    await sync(this.#file);
    await this.#file.close();
    const path = snapshotPath(this.#dir, this.#number);
    await this.#disk.rename(path + TEMPORARY, path);
    await this.#disk.syncDirectory(this.#dir);
  }

  /** Removes what was written so far. */
  async discard(): Promise<void> {
    await this.#file.close();
    await this.#disk.unlink(snapshotPath(this.#dir, this.#number) + TEMPORARY);
  }

  #encodeSlice(source: SnapshotSource): boolean {
    const buffer = this.#buffer;
    const row: RowWriter = (type, seq, payload, start = 0, end = payload.length) => {
      buffer.add(type, seq, payload, start, end);
    };
    const startMs = this.#clock.monotonicMs();
    while (source.next(row, ROWS_AT_ONCE)) {
      if (buffer.lengthBytes >= SLICE_BYTES || this.#clock.monotonicMs() - startMs >= SLICE_MS) return true;
    }
    return false;
  }

  async #writeBatch(flags: number): Promise<void> {
    this.#batch += 1;
    const bytes = this.#buffer.seal(this.#batch, 0, flags, this.#number, this.sizeBytes);
    await write(this.#file, bytes, this.sizeBytes);
    this.sizeBytes += bytes.length;
    this.#unsyncedBytes += bytes.length;
    this.#buffer.clear();
    if (this.#unsyncedBytes < SYNC_EVERY_BYTES) return;
    this.#unsyncedBytes = 0;
    await sync(this.#file);
  }
}
