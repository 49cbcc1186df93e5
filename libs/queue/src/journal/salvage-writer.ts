import { BatchBuffer } from './batch-buffer.ts';
import type { Disk } from './disk.ts';
import { createSegment, sync, write } from './files.ts';
import type { Segment } from './files.ts';
import { FILE_HEADER_BYTES, GAP, RECORD_HEADER_BYTES, recordSeqAt, recordTypeAt } from './format.ts';
import type { JournalTuning } from './types.ts';

/** Writes recovered records, with the sequence numbers that they had, to new segments. Every batch says that records may be missing. */
export class SalvageWriter {
  records = 0;
  readonly firstSegment: number;
  readonly #disk: Disk;
  readonly #dir: string;
  readonly #tuning: JournalTuning;
  readonly #batch = new BatchBuffer();
  #segment: Segment | null = null;
  #nextSegment: number;
  #offset = FILE_HEADER_BYTES;
  #batches = 0;

  constructor(disk: Disk, dir: string, tuning: JournalTuning, firstSegment: number) {
    this.#disk = disk;
    this.#dir = dir;
    this.#tuning = tuning;
    this.firstSegment = firstSegment;
    this.#nextSegment = firstSegment;
  }

  /** Adds the record at `bytes[start, end)`. */
  async add(bytes: Buffer, start: number, end: number): Promise<void> {
    const isFull = !this.#batch.fits(end - start - RECORD_HEADER_BYTES, this.#tuning.maxBatchBytes);
    if (isFull && this.#batch.count > 0) await this.#write();
    this.#batch.add(recordTypeAt(bytes, start), recordSeqAt(bytes, start), bytes, start + RECORD_HEADER_BYTES, end);
    this.records += 1;
  }

  /** Ends with an empty batch, behind which the journal goes on with the record after `maxSeq`. */
  async finish(maxSeq: number): Promise<void> {
    if (this.#batch.count > 0) await this.#write();
    this.#batch.firstSeq = maxSeq + 1;
    await this.#write();
    await this.#endSegment();
  }

  async #write(): Promise<void> {
    if (this.#segment !== null && this.#offset + this.#batch.lengthBytes > this.#tuning.segmentBytes)
      await this.#endSegment();
    if (this.#segment === null) {
      this.#segment = await createSegment(this.#disk, this.#dir, this.#nextSegment, this.#tuning.segmentBytes);
      this.#nextSegment += 1;
      this.#offset = FILE_HEADER_BYTES;
    }
    this.#batches += 1;
    const { file, number } = this.#segment;
    const bytes = this.#batch.seal(this.#batches, this.#batches - 1, GAP, number, this.#offset);
    await write(file, bytes, this.#offset);
    this.#offset += bytes.length;
    this.#batch.clear();
  }

  async #endSegment(): Promise<void> {
    if (this.#segment === null) return;
    await sync(this.#segment.file);
    await this.#segment.file.close();
    this.#segment = null;
  }
}
