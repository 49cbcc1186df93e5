import { FiligreeError } from '@filigree/base';
import { BatchBuffer } from './batch-buffer.ts';
import { BATCH_HEADER_BYTES, RECORD_HEADER_BYTES } from './format.ts';

const SPARE_BATCHES = 4;

/** Records that wait for the disk, already laid out in batches of about `maxBatchBytes`; a larger record is one of its own. */
export class WaitingBatches {
  readonly #maxBatchBytes: number;
  readonly #maxRecordBytes: number;
  #open = new BatchBuffer();
  /** Batches that are as large as they may be, oldest first. */
  readonly #cut: BatchBuffer[] = [];
  readonly #spare: BatchBuffer[] = [];

  /** `largestBatchBytes`: what a segment can hold. */
  constructor(maxBatchBytes: number, largestBatchBytes: number) {
    this.#maxBatchBytes = Math.min(maxBatchBytes, largestBatchBytes);
    this.#maxRecordBytes = largestBatchBytes - BATCH_HEADER_BYTES - RECORD_HEADER_BYTES;
  }

  get bytes(): number {
    return this.#cut.reduce((sum, batch) => sum + batch.lengthBytes, this.#open.count > 0 ? this.#open.lengthBytes : 0);
  }

  /** Throws TOO_LARGE for a record that no batch can hold. */
  add(type: number, seq: number, payload: Uint8Array, start: number, end: number): void {
    if (!this.#open.fits(end - start, this.#maxBatchBytes)) {
      if (end - start > this.#maxRecordBytes) throw tooLarge(end - start, this.#maxRecordBytes);
      if (this.#open.count > 0) {
        this.#cut.push(this.#open);
        this.#open = this.#spare.pop() ?? new BatchBuffer();
      }
    }
    this.#open.add(type, seq, payload, start, end);
  }

  /** The oldest batch, or null when nothing waits. */
  take(): BatchBuffer | null {
    const cut = this.#cut.shift();
    if (cut !== undefined) return cut;
    if (this.#open.count === 0) return null;
    const batch = this.#open;
    this.#open = this.#spare.pop() ?? new BatchBuffer();
    return batch;
  }

  /** Takes back a batch that is on disk, to be filled again. */
  recycle(batch: BatchBuffer): void {
    batch.clear();
    if (this.#spare.length < SPARE_BATCHES && batch.bytes.length <= 2 * this.#maxBatchBytes) this.#spare.push(batch);
  }
}

function tooLarge(sizeBytes: number, maxBytes: number): FiligreeError {
  const message = `a journal record has ${String(sizeBytes)} bytes, at most ${String(maxBytes)} are possible`;
  return new FiligreeError('TOO_LARGE', message, { remedy: 'split it' });
}
