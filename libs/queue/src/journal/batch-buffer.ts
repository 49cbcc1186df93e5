import {
  BATCH_HEADER_BYTES,
  MAX_BATCH_RECORDS,
  RECORD_HEADER_BYTES,
  encodeBatchHeader,
  encodeRecordHeader,
} from './format.ts';

const SMALL_PAYLOAD_BYTES = 48;
const FIRST_BYTES = 16 << 10;

/** One batch while it is built: room for its header, then its records, in one buffer that is written as it is. */
export class BatchBuffer {
  bytes: Buffer = Buffer.allocUnsafe(FIRST_BYTES);
  lengthBytes: number = BATCH_HEADER_BYTES;
  count = 0;
  firstSeq = 0;
  lastSeq = 0;

  clear(): void {
    this.lengthBytes = BATCH_HEADER_BYTES;
    this.count = 0;
  }

  /** True when a record with this payload fits into a batch of `maxBytes`. */
  fits(payloadBytes: number, maxBytes: number): boolean {
    return this.lengthBytes + RECORD_HEADER_BYTES + payloadBytes <= maxBytes && this.count < MAX_BATCH_RECORDS;
  }

  /** Copies one record to the end of the batch. */
  add(type: number, seq: number, payload: Uint8Array, start: number, end: number): void {
    const at = this.lengthBytes;
    const lengthBytes = RECORD_HEADER_BYTES + end - start;
    if (at + lengthBytes > this.bytes.length) this.#grow(at + lengthBytes);
    const bytes = this.bytes;
    // A call into the runtime costs more than a short copy.
    if (end - start <= SMALL_PAYLOAD_BYTES) {
      for (let from = start, to = at + RECORD_HEADER_BYTES; from < end; from += 1, to += 1) bytes[to] = payload[from]!;
    } else {
      bytes.set(
        start === 0 && end === payload.length ? payload : payload.subarray(start, end),
        at + RECORD_HEADER_BYTES,
      );
    }
    encodeRecordHeader(bytes, at, lengthBytes, seq, type);
    if (this.count === 0) this.firstSeq = seq;
    this.lastSeq = seq;
    this.count += 1;
    this.lengthBytes = at + lengthBytes;
  }

  /** Writes the header for the place where the batch will lie; the bytes to write, valid until the next change. */
  seal(number: number, synced: number, flags: number, fileNumber: number, offset: number): Buffer {
    const { lengthBytes, count, firstSeq } = this;
    encodeBatchHeader(this.bytes, 0, { lengthBytes, count, flags, number, firstSeq, synced }, fileNumber, offset);
    return this.bytes.subarray(0, lengthBytes);
  }

  #grow(neededBytes: number): void {
    const grown = Buffer.allocUnsafe(Math.max(neededBytes, this.bytes.length * 2));
    this.bytes.copy(grown, 0, 0, this.lengthBytes);
    this.bytes = grown;
  }
}
