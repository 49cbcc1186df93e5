import type { Disk, DiskFile } from './disk.ts';
import { corruptError, isOutOfSpace } from './errors.ts';
import { endOfData, fillWithZeros, listFiles, readWhole, segmentPath, snapshotPath, sync, write } from './files.ts';
import type { Segment } from './files.ts';
import { FILE_HEADER_BYTES, SALVAGED, decodeFileHeader, encodeBatchHeader } from './format.ts';
import { hasLaterBatch, scanSegment } from './scan.ts';
import type { Damage, ScanState } from './scan.ts';
import { readSnapshot } from './snapshot-reader.ts';
import type { SnapshotRead } from './snapshot-reader.ts';
import { EPOCH_RECORD } from './types.ts';
import type { JournalTuning, RecordReader, TornTail } from './types.ts';

/** What is read from a queue directory, and where to go on writing. */
export interface Replay {
  readonly epoch: number;
  readonly lastSeq: number;
  readonly lastBatch: number;
  readonly records: number;
  readonly snapshotRows: number;
  readonly snapshotBytes: number;
  /** Number of the snapshot read; 0 when there is none. */
  readonly snapshotNumber: number;
  readonly salvaged: boolean;
  readonly tornTail: TornTail | null;
  /** The segment to write on, its last batch certainly on disk; null when the directory has none. */
  readonly active: Segment | null;
  readonly endOffset: number;
  /** Bytes of batches in all segments. */
  readonly journalBytes: number;
  /** The first segment that is needed; the one to create when `active` is null. */
  readonly startSegment: number;
  /** Files whose content the snapshot holds. */
  readonly replaced: readonly string[];
  /** Files that were begun or prepared and never used. */
  readonly unused: readonly string[];
  readonly notices: readonly string[];
}

/** Callbacks of one reading, as in JournalOptions. */
export interface ReplayReaders {
  readonly onSnapshotRow: RecordReader;
  readonly onRecord: RecordReader;
}

/**
 * Reads snapshot and segments, cuts a torn tail, and makes sure that all that was read is on disk.
 * Throws CORRUPT for every damage that a torn last batch does not explain.
 */
export async function replay(disk: Disk, dir: string, tuning: JournalTuning, readers: ReplayReaders): Promise<Replay> {
  const files = await listFiles(disk, dir);
  const snapshotNumber = files.snapshots.at(-1) ?? 0;
  const snapshot = snapshotNumber === 0 ? null : await readSnapshot(disk, dir, snapshotNumber, readers.onSnapshotRow);
  const startSegment = snapshot?.header.startSegment ?? 1;
  const segments = files.segments.filter((number) => number >= startSegment);
  checkAllThere(dir, segments, startSegment, snapshot !== null);

  const reading = new SegmentsReading(disk, dir, snapshot, readers.onRecord);
  for (const [index, number] of segments.entries()) {
    if (await reading.readSegment(number, segments.slice(index + 1))) break;
  }
  const tail = reading.tail;
  return {
    ...reading.found(),
    snapshotRows: snapshot?.rows ?? 0,
    snapshotBytes: snapshot?.sizeBytes ?? 0,
    snapshotNumber,
    active: tail === null ? null : await adoptTail(disk, dir, tail, tuning.segmentBytes),
    endOffset: tail?.endOffset ?? 0,
    startSegment,
    replaced: [
      ...files.snapshots.filter((number) => number < snapshotNumber).map((number) => snapshotPath(dir, number)),
      ...files.segments.filter((number) => number < startSegment).map((number) => segmentPath(dir, number)),
    ],
    unused: [
      ...files.leftovers,
      ...segments.filter((number) => number > (tail?.number ?? 0)).map((number) => segmentPath(dir, number)),
    ],
    notices: reading.notices,
  };
}

function checkAllThere(dir: string, segments: readonly number[], startSegment: number, hasSnapshot: boolean): void {
  if (segments.length === 0 && !hasSnapshot) return;
  const missing = segments.findIndex((number, index) => number !== startSegment + index);
  if (missing < 0 && segments.length > 0) return;
  const path = segmentPath(dir, startSegment + Math.max(missing, 0));
  throw corruptError(path, 0, 'the file is missing', 0);
}

/** The last segment with batches, as it must be on disk before anything is built on it. */
interface Tail {
  readonly number: number;
  readonly bytes: Buffer;
  readonly endOffset: number;
  /** Bytes to write: up to here, the end of what was cut included. */
  readonly dirtyEnd: number;
}

class SegmentsReading {
  readonly notices: string[] = [];
  tail: Tail | null = null;
  readonly #disk: Disk;
  readonly #dir: string;
  readonly #state: ScanState = { lastBatch: -1, lastSeq: -1, records: 0, hasGap: false };
  readonly #snapshot: SnapshotRead | null;
  readonly #read: RecordReader;
  #epoch: number;
  #journalBytes = 0;
  #tornTail: TornTail | null = null;
  #spare: Buffer = Buffer.alloc(0);

  constructor(disk: Disk, dir: string, snapshot: SnapshotRead | null, onRecord: RecordReader) {
    this.#disk = disk;
    this.#dir = dir;
    this.#snapshot = snapshot;
    this.#epoch = snapshot?.header.epoch ?? 0;
    const startSeq = snapshot?.header.startSeq ?? 0;
    this.#read = (type, bytes, start, end, seq) => {
      if (seq <= startSeq) return;
      if (type === EPOCH_RECORD) this.#epoch = Math.max(this.#epoch, bytes.readUIntLE(start, 6));
      else onRecord(type, bytes, start, end, seq);
    };
  }

  /** Reads one segment; true when the journal ends in it and the `later` ones were only prepared. */
  async readSegment(number: number, later: readonly number[]): Promise<boolean> {
    const path = segmentPath(this.#dir, number);
    const bytes = await readWhole(this.#disk, path, this.#spare);
    if (decodeFileHeader('segment', number, bytes) === null) return await this.#withoutHeader(number, bytes, later);
    const isFirst = this.#state.lastBatch < 0;
    const scan = scanSegment(bytes, number, this.#state, this.#read);
    if (isFirst) this.#checkStart(path);
    this.#journalBytes += scan.endOffset;
    if (scan.damage !== null) {
      await this.#cutOrRefuse(number, bytes, scan.damage, later);
      return true;
    }
    // A segment without batches behind one with batches was only prepared: the journal ends in the one before it.
    if (this.tail !== null && scan.endOffset === FILE_HEADER_BYTES) return false;
    // The buffer is read into again only when a newer one has become the tail.
    this.#spare = this.tail?.bytes ?? this.#spare;
    this.tail = { number, bytes, endOffset: scan.endOffset, dirtyEnd: scan.endOffset };
    return false;
  }

  found(): Pick<Replay, 'epoch' | 'lastSeq' | 'lastBatch' | 'records' | 'salvaged' | 'tornTail' | 'journalBytes'> {
    const { lastBatch, lastSeq, records, hasGap } = this.#state;
    return {
      epoch: this.#epoch,
      lastSeq: Math.max(lastSeq, this.#snapshot?.lastSeq ?? 0, 0),
      lastBatch: Math.max(lastBatch, this.#snapshot?.header.startBatch ?? 0),
      records,
      salvaged: hasGap || ((this.#snapshot?.header.flags ?? 0) & SALVAGED) !== 0,
      tornTail: this.#tornTail,
      journalBytes: this.#journalBytes,
    };
  }

  /** A segment's header is on disk before its first batch: without one it was never used, or it is damaged. */
  async #withoutHeader(number: number, bytes: Buffer, later: readonly number[]): Promise<boolean> {
    if (hasLaterBatch(bytes, 0, number, -1) || (await this.#isUsed(later, -1))) {
      throw corruptError(
        segmentPath(this.#dir, number),
        0,
        'the header of the segment has a wrong checksum',
        this.found().lastBatch,
      );
    }
    this.notices.push(`${segmentPath(this.#dir, number)} has no whole header and no batch; it is begun anew`);
    return true;
  }

  #checkStart(path: string): void {
    const { lastSeq, hasGap } = this.#state;
    const startSeq = this.#snapshot?.header.startSeq ?? 0;
    if (lastSeq < 0 || hasGap || lastSeq - this.#state.records <= startSeq) return;
    const first = lastSeq - this.#state.records + 1;
    throw corruptError(path, 0, `its first record is ${String(first)}, the one expected is ${String(startSeq + 1)}`, 0);
  }

  async #isUsed(segments: readonly number[], batch: number): Promise<boolean> {
    for (const number of segments) {
      const bytes = await readWhole(this.#disk, segmentPath(this.#dir, number), Buffer.alloc(0));
      if (hasLaterBatch(bytes, 0, number, batch)) return true;
    }
    return false;
  }

  /** The torn tail rule: damage in a batch is forgiven only when no batch was written after that one was on disk. */
  async #cutOrRefuse(number: number, bytes: Buffer, damage: Damage, later: readonly number[]): Promise<void> {
    const path = segmentPath(this.#dir, number);
    const isLater = damage.isSequenceBroken || hasLaterBatch(bytes, damage.batchOffset + 1, number, damage.batch);
    if (isLater || (await this.#isUsed(later, damage.batch)))
      throw corruptError(path, damage.offset, damage.what, this.found().lastBatch);
    const dirtyEnd = endOfData(bytes, Math.min(damage.batchOffset, bytes.length));
    const endOffset = keepFront(bytes, number, damage);
    const cut = Buffer.alloc(Math.max(dirtyEnd, endOffset));
    bytes.copy(cut, 0, 0, endOffset);
    if (damage.recordsKept > 0) this.#state.lastBatch = damage.batch;
    this.#tornTail = { file: path, offset: damage.offset, batch: damage.batch, recordsKept: damage.recordsKept };
    this.notices.push(
      `${path} ended in a torn batch: cut at offset ${String(damage.offset)} (${damage.what}); ` +
        `the journal ends with batch ${String(this.found().lastBatch)}, record ${String(this.found().lastSeq)}`,
    );
    this.tail = { number, bytes: cut, endOffset, dirtyEnd: cut.length };
  }
}

/** Makes the records in front of the damage a whole batch of their own; the offset behind it. */
function keepFront(bytes: Buffer, number: number, damage: Damage): number {
  if (damage.header === null || damage.recordsKept === 0) return damage.batchOffset;
  const header = { ...damage.header, lengthBytes: damage.offset - damage.batchOffset, count: damage.recordsKept };
  encodeBatchHeader(bytes, damage.batchOffset, header, number, damage.batchOffset);
  return damage.offset;
}

/**
 * Writes the last segment again as it was read, and syncs it: what a process died on may be in memory only, even where
 * the system calls it clean (a sync that failed). Earlier segments were synced before this one was used.
 */
async function adoptTail(disk: Disk, dir: string, tail: Tail, segmentBytes: number): Promise<Segment> {
  const path = segmentPath(dir, tail.number);
  const file = await disk.open(path, 'update');
  try {
    await write(file, tail.bytes.subarray(0, tail.dirtyEnd), 0);
    await sync(file);
    await fillUp(file, segmentBytes);
    await disk.syncDirectory(dir);
    return { number: tail.number, path, file };
  } catch (error) {
    await file.close();
    throw error;
  }
}

/** A segment that was cut, on a full disk for one, gets its zeros again where there is room for them. */
async function fillUp(file: DiskFile, segmentBytes: number): Promise<void> {
  const sizeBytes = await file.sizeBytes();
  try {
    await fillWithZeros(file, sizeBytes, segmentBytes);
  } catch (error) {
    if (!isOutOfSpace(error as NodeJS.ErrnoException)) throw error;
    await file.truncate(sizeBytes);
  }
}
