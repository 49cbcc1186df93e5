import { endOfData } from './files.ts';
import {
  BATCH_HEADER_BYTES,
  FILE_HEADER_BYTES,
  GAP,
  RECORD_HEADER_BYTES,
  decodeBatchHeader,
  findBatchHeader,
  recordLengthAt,
  recordSeqAt,
  recordTypeAt,
} from './format.ts';
import type { BatchHeader } from './format.ts';
import type { RecordReader } from './types.ts';

/** Where reading the journal stands, from one segment to the next. */
export interface ScanState {
  /** Number of the last whole batch; -1 before the first one read. */
  lastBatch: number;
  /** Sequence number of the last record; -1 before the first batch read. */
  lastSeq: number;
  records: number;
  /** A salvage left records out somewhere. */
  hasGap: boolean;
}

/** The first place in a segment where a batch should be whole and is not. */
export interface Damage {
  /** The first bad byte known: a record, or a batch header. */
  readonly offset: number;
  readonly batchOffset: number;
  readonly batch: number;
  /** The batch's header where that is whole. */
  readonly header: BatchHeader | null;
  readonly recordsKept: number;
  readonly what: string;
  /** Whole batches that do not follow each other: no torn write does that. */
  readonly isSequenceBroken: boolean;
}

/** `endOffset`: behind the last whole batch. */
export interface SegmentScan {
  readonly endOffset: number;
  readonly damage: Damage | null;
}

/** Reads the records of one segment, a whole file in `bytes`, up to its end or its first damage. */
export function scanSegment(bytes: Buffer, fileNumber: number, state: ScanState, read: RecordReader): SegmentScan {
  let at = FILE_HEADER_BYTES;
  for (;;) {
    if (at + 4 > bytes.length || bytes.readUInt32LE(at) === 0) {
      if (endOfData(bytes, Math.min(at, bytes.length)) <= at) return { endOffset: at, damage: null };
      return { endOffset: at, damage: headerDamage(at, state, 'a batch header is missing where data follow') };
    }
    const header = decodeBatchHeader(bytes, at, bytes.length, fileNumber, at);
    if (header === null)
      return { endOffset: at, damage: headerDamage(at, state, 'a batch header has a wrong checksum') };
    const broken = sequenceBreak(header, state);
    if (broken !== null)
      return { endOffset: at, damage: { ...headerDamage(at, state, broken), isSequenceBroken: true } };
    const damage = scanRecords(bytes, at, header, state, read);
    if (damage !== null) return { endOffset: at, damage };
    state.lastBatch = header.number;
    at += header.lengthBytes;
  }
}

/** True when a batch written while batch `batch` was already on disk begins in `bytes[from, ...)`. */
export function hasLaterBatch(bytes: Buffer, from: number, fileNumber: number, batch: number): boolean {
  for (let at = findBatchHeader(bytes, from, bytes.length, fileNumber); at >= 0;) {
    const header = decodeBatchHeader(bytes, at, bytes.length, fileNumber, at);
    if (header !== null && header.number > batch && header.synced >= batch) return true;
    at = findBatchHeader(bytes, at + 1, bytes.length, fileNumber);
  }
  return false;
}

function headerDamage(at: number, state: ScanState, what: string): Damage {
  const batch = state.lastBatch + 1;
  return { offset: at, batchOffset: at, batch, header: null, recordsKept: 0, what, isSequenceBroken: false };
}

function sequenceBreak(header: BatchHeader, state: ScanState): string | null {
  if (state.lastBatch < 0) return null;
  if (header.number !== state.lastBatch + 1)
    return `batch ${String(header.number)} follows batch ${String(state.lastBatch)}`;
  if ((header.flags & GAP) !== 0 || header.firstSeq === state.lastSeq + 1) return null;
  return `record ${String(header.firstSeq)} follows record ${String(state.lastSeq)}`;
}

/** Reads the records of the batch at `batchOffset`; the damage in it, or null. */
function scanRecords(
  bytes: Buffer,
  batchOffset: number,
  header: BatchHeader,
  state: ScanState,
  read: RecordReader,
): Damage | null {
  const hasGap = (header.flags & GAP) !== 0;
  const end = Math.min(batchOffset + header.lengthBytes, bytes.length);
  let at = batchOffset + BATCH_HEADER_BYTES;
  let seq = header.firstSeq - 1;
  let count = 0;
  for (; count < header.count; count += 1) {
    const lengthBytes = recordLengthAt(bytes, at, end);
    const recordSeq = lengthBytes === 0 ? 0 : recordSeqAt(bytes, at);
    if (lengthBytes === 0 || (hasGap ? recordSeq <= seq : recordSeq !== seq + 1)) break;
    seq = recordSeq;
    read(recordTypeAt(bytes, at), bytes, at + RECORD_HEADER_BYTES, at + lengthBytes, seq);
    at += lengthBytes;
  }
  state.records += count;
  state.hasGap ||= hasGap;
  if (header.count > 0 || hasGap || state.lastSeq < 0) state.lastSeq = seq;
  if (count === header.count && at === batchOffset + header.lengthBytes) return null;
  const what = `record ${String(count + 1)} of ${String(header.count)} in batch ${String(header.number)} is not whole`;
  return { offset: at, batchOffset, batch: header.number, header, recordsKept: count, what, isSequenceBroken: false };
}
