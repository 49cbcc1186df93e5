import { crc32c } from './crc32c.ts';

// A queue directory holds
//   lock                       held by the coordinator (an SQLite file)
//   snapshot-00000007.snap     file header, batches of rows, an empty batch with the flag `end`
//   journal-00000012.log ...   segments: file header, batches of records, zeros up to the size of a segment
//
// All numbers are little endian.
//   file header    0 magic u32 · 4 version u32 · 8 number u32 · 12 flags u32 · 16 start seq u64 · 24 epoch u64
//                  32 start segment u64 · 40 start batch u64 · 48 zeros · 60 CRC-32C u32 of what goes before
//   batch header   0 length u32 (header and records; zero ends the segment) · 4 CRC-32C u32 of 8 to 40, salted with the
//                  file's number and the batch's offset · 8 magic u32 · 12 flags u8, record count u24 · 16 number u64
//                  24 first seq u64 · 32 synced u64: the last batch that was on disk when this one was written
//   record         0 length u32 (header and payload) · 4 CRC-32C u32 of 8 to the end · 8 seq u56 · 15 type u8 · 16 payload

export const FILE_HEADER_BYTES = 64;
export const BATCH_HEADER_BYTES = 40;
export const RECORD_HEADER_BYTES = 16;
export const MAX_BATCH_RECORDS = 0xff_ffff;

const SEGMENT_MAGIC = 0x4a4c_4746; // FGLJ
const SNAPSHOT_MAGIC = 0x534c_4746; // FGLS
const BATCH_MAGIC = 0x424c_4746; // FGLB
const BATCH_MAGIC_BYTES = Buffer.from('FGLB', 'latin1');
const VERSION = 1;
const TWO_32 = 2 ** 32;

/** In a file header: the directory was salvaged, older files are kept. In a batch header: see each. */
export const SALVAGED = 1;
/** Batch flag: the last one of a snapshot. */
export const END = 2;
/** Batch flag: records in front of this batch, or between its own, were left out by a salvage. */
export const GAP = 4;

export type FileKind = 'segment' | 'snapshot';

export interface FileHeader {
  readonly number: number;
  readonly flags: number;
  /** Snapshot: the records up to this one are in it. */
  readonly startSeq: number;
  /** Snapshot: the highest epoch begun. */
  readonly epoch: number;
  /** Snapshot: the first segment still needed. */
  readonly startSegment: number;
  /** Snapshot: the last batch written when it was begun. */
  readonly startBatch: number;
}

export interface BatchHeader {
  readonly lengthBytes: number;
  readonly count: number;
  readonly flags: number;
  readonly number: number;
  readonly firstSeq: number;
  readonly synced: number;
}

function writeNumber(bytes: Buffer, offset: number, value: number): void {
  bytes.writeUInt32LE(value % TWO_32, offset);
  bytes.writeUInt32LE(Math.floor(value / TWO_32), offset + 4);
}

function readNumber(bytes: Buffer, offset: number): number {
  return bytes.readUInt32LE(offset) + bytes.readUInt32LE(offset + 4) * TWO_32;
}

/** What a batch's checksum is salted with, so that a batch found elsewhere than where it was written is none. */
function saltOf(fileNumber: number, offset: number): number {
  return (Math.imul(fileNumber, 0x9e37_79b1) ^ offset) >>> 0;
}

export function encodeFileHeader(kind: FileKind, header: FileHeader): Buffer {
  const bytes = Buffer.alloc(FILE_HEADER_BYTES);
  bytes.writeUInt32LE(kind === 'segment' ? SEGMENT_MAGIC : SNAPSHOT_MAGIC, 0);
  bytes.writeUInt32LE(VERSION, 4);
  bytes.writeUInt32LE(header.number, 8);
  bytes.writeUInt32LE(header.flags, 12);
  writeNumber(bytes, 16, header.startSeq);
  writeNumber(bytes, 24, header.epoch);
  writeNumber(bytes, 32, header.startSegment);
  writeNumber(bytes, 40, header.startBatch);
  bytes.writeUInt32LE(crc32c(bytes, 0, 60), 60);
  return bytes;
}

/** The header of a file with this kind and number, or null when it is damaged, cut or another's. */
export function decodeFileHeader(kind: FileKind, number: number, bytes: Buffer): FileHeader | null {
  if (bytes.length < FILE_HEADER_BYTES || bytes.readUInt32LE(60) !== crc32c(bytes, 0, 60)) return null;
  if (bytes.readUInt32LE(0) !== (kind === 'segment' ? SEGMENT_MAGIC : SNAPSHOT_MAGIC)) return null;
  if (bytes.readUInt32LE(4) !== VERSION || bytes.readUInt32LE(8) !== number) return null;
  return {
    number,
    flags: bytes.readUInt32LE(12),
    startSeq: readNumber(bytes, 16),
    epoch: readNumber(bytes, 24),
    startSegment: readNumber(bytes, 32),
    startBatch: readNumber(bytes, 40),
  };
}

/** Writes `header` at `at` in `bytes`, for a batch that will lie at `offset` of the file with this number. */
export function encodeBatchHeader(
  bytes: Buffer,
  at: number,
  header: BatchHeader,
  fileNumber: number,
  offset: number,
): void {
  bytes.writeUInt32LE(header.lengthBytes, at);
  bytes.writeUInt32LE(BATCH_MAGIC, at + 8);
  bytes.writeUInt32LE((header.flags + header.count * 256) >>> 0, at + 12);
  writeNumber(bytes, at + 16, header.number);
  writeNumber(bytes, at + 24, header.firstSeq);
  writeNumber(bytes, at + 32, header.synced);
  const seed = crc32c(bytes, at, at + 4, saltOf(fileNumber, offset));
  bytes.writeUInt32LE(crc32c(bytes, at + 8, at + BATCH_HEADER_BYTES, seed), at + 4);
}

/** The batch header at `at` of `bytes[0, end)`, which lies at `offset` of the file; null when there is none that is whole. */
export function decodeBatchHeader(
  bytes: Buffer,
  at: number,
  end: number,
  fileNumber: number,
  offset: number,
): BatchHeader | null {
  if (at + BATCH_HEADER_BYTES > end || bytes.readUInt32LE(at + 8) !== BATCH_MAGIC) return null;
  const seed = crc32c(bytes, at, at + 4, saltOf(fileNumber, offset));
  if (bytes.readUInt32LE(at + 4) !== crc32c(bytes, at + 8, at + BATCH_HEADER_BYTES, seed)) return null;
  const flagsAndCount = bytes.readUInt32LE(at + 12);
  return {
    lengthBytes: bytes.readUInt32LE(at),
    count: flagsAndCount >>> 8,
    flags: flagsAndCount & 0xff,
    number: readNumber(bytes, at + 16),
    firstSeq: readNumber(bytes, at + 24),
    synced: readNumber(bytes, at + 32),
  };
}

/** The next place in `bytes[from, end)` (which begins at offset 0 of the file) with a whole batch header, or -1. */
export function findBatchHeader(bytes: Buffer, from: number, end: number, fileNumber: number): number {
  for (
    let at = bytes.indexOf(BATCH_MAGIC_BYTES, from + 8);
    at >= 0 && at < end;
    at = bytes.indexOf(BATCH_MAGIC_BYTES, at + 1)
  ) {
    if (decodeBatchHeader(bytes, at - 8, end, fileNumber, at - 8) !== null) return at - 8;
  }
  return -1;
}

/** Writes a record of `lengthBytes` in all whose payload is already in place, at `at`. */
export function encodeRecordHeader(bytes: Buffer, at: number, lengthBytes: number, seq: number, type: number): void {
  const high = Math.floor(seq / TWO_32);
  bytes.writeUInt32LE(lengthBytes, at);
  bytes.writeUInt32LE(seq % TWO_32, at + 8);
  bytes.writeUInt32LE((high + type * 0x100_0000) >>> 0, at + 12);
  bytes.writeUInt32LE(crc32c(bytes, at + 8, at + lengthBytes), at + 4);
}

/** The length of the record at `at` when it is whole and ends within `end`, else 0. */
export function recordLengthAt(bytes: Buffer, at: number, end: number): number {
  if (at + RECORD_HEADER_BYTES > end) return 0;
  const lengthBytes = bytes.readUInt32LE(at);
  if (lengthBytes < RECORD_HEADER_BYTES || at + lengthBytes > end) return 0;
  return bytes.readUInt32LE(at + 4) === crc32c(bytes, at + 8, at + lengthBytes) ? lengthBytes : 0;
}

export function recordSeqAt(bytes: Buffer, at: number): number {
  return bytes.readUInt32LE(at + 8) + (bytes.readUInt32LE(at + 12) & 0xff_ffff) * TWO_32;
}

export function recordTypeAt(bytes: Buffer, at: number): number {
  return bytes[at + 15]!;
}
