import type { Disk, DiskFile } from './disk.ts';
import { corruptError } from './errors.ts';
import { snapshotPath } from './files.ts';
import {
  BATCH_HEADER_BYTES,
  END,
  FILE_HEADER_BYTES,
  RECORD_HEADER_BYTES,
  decodeBatchHeader,
  decodeFileHeader,
  recordLengthAt,
  recordSeqAt,
  recordTypeAt,
} from './format.ts';
import type { FileHeader } from './format.ts';
import type { RecordReader } from './types.ts';

const WINDOW_BYTES = 4 << 20;

export interface SnapshotRead {
  readonly header: FileHeader;
  readonly rows: number;
  /** The newest record whose effect is in a row. */
  readonly lastSeq: number;
  readonly sizeBytes: number;
}

/** Reads snapshot `number` row by row. Throws CORRUPT where it is damaged or cut. */
export async function readSnapshot(disk: Disk, dir: string, number: number, read: RecordReader): Promise<SnapshotRead> {
  const path = snapshotPath(dir, number);
  const file = await disk.open(path, 'read');
  try {
    return await readRows(file, path, number, read);
  } finally {
    await file.close();
  }
}

async function readRows(file: DiskFile, path: string, number: number, read: RecordReader): Promise<SnapshotRead> {
  const sizeBytes = await file.sizeBytes();
  const head = Buffer.alloc(FILE_HEADER_BYTES);
  const header = (await file.read(head, 0)) === head.length ? decodeFileHeader('snapshot', number, head) : null;
  if (header === null) throw corruptError(path, 0, 'the header of the snapshot has a wrong checksum', 0);
  const window = new Window(file, Math.min(sizeBytes, WINDOW_BYTES));
  let offset = FILE_HEADER_BYTES;
  let rows = 0;
  for (let batchNumber = 1; ; batchNumber += 1) {
    await window.hold(offset, BATCH_HEADER_BYTES);
    const batch = decodeBatchHeader(window.bytes, window.indexOf(offset), window.end, number, offset);
    if (batch?.number !== batchNumber) {
      throw corruptError(
        path,
        offset,
        `batch ${String(batchNumber)} of the snapshot has no whole header`,
        batchNumber - 1,
      );
    }
    if ((batch.flags & END) !== 0) return { header, rows, lastSeq: batch.firstSeq, sizeBytes };
    await window.hold(offset, Math.min(batch.lengthBytes, sizeBytes));
    const start = window.indexOf(offset);
    const end = Math.min(start + batch.lengthBytes, window.end);
    let at = start + BATCH_HEADER_BYTES;
    for (let row = 0; row < batch.count; row += 1) {
      const lengthBytes = recordLengthAt(window.bytes, at, end);
      if (lengthBytes === 0) {
        throw corruptError(
          path,
          offset + at - start,
          `row ${String(row + 1)} of batch ${String(batchNumber)} is not whole`,
          batchNumber - 1,
        );
      }
      const seq = recordSeqAt(window.bytes, at);
      read(recordTypeAt(window.bytes, at), window.bytes, at + RECORD_HEADER_BYTES, at + lengthBytes, seq);
      at += lengthBytes;
    }
    rows += batch.count;
    offset += batch.lengthBytes;
  }
}

/** A piece of a file in memory that moves forward. */
class Window {
  bytes: Buffer;
  /** Bytes held. */
  end = 0;
  readonly #file: DiskFile;
  #offset = 0;

  constructor(file: DiskFile, sizeBytes: number) {
    this.#file = file;
    this.bytes = Buffer.allocUnsafe(Math.max(sizeBytes, BATCH_HEADER_BYTES));
  }

  indexOf(offset: number): number {
    return offset - this.#offset;
  }

  /** Makes `[offset, offset + lengthBytes)` part of the window, or as much of it as the file has. */
  async hold(offset: number, lengthBytes: number): Promise<void> {
    if (offset >= this.#offset && offset + lengthBytes <= this.#offset + this.end) return;
    const from = this.indexOf(offset);
    const kept = this.bytes.subarray(Math.min(from, this.end), this.end);
    const bytes = lengthBytes > this.bytes.length ? Buffer.allocUnsafe(lengthBytes) : this.bytes;
    bytes.set(kept, 0);
    const read = await this.#file.read(bytes.subarray(kept.length), offset + kept.length);
    this.bytes = bytes;
    this.#offset = offset;
    this.end = kept.length + read;
  }
}
