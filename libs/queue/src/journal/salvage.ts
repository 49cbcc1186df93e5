import { FiligreeError } from '@filigree/base';
import type { Clock } from '@filigree/base';
import type { Disk } from './disk.ts';
import { unusableError } from './errors.ts';
import { listFiles, readWhole, segmentPath, snapshotPath } from './files.ts';
import type { QueueFiles } from './files.ts';
import {
  RECORD_HEADER_BYTES,
  SALVAGED,
  decodeBatchHeader,
  decodeFileHeader,
  recordSeqAt,
  recordTypeAt,
} from './format.ts';
import { takeDirectory } from './open-journal.ts';
import { replay } from './replay.ts';
import { ASIDE, retire } from './retire.ts';
import { salvagePieces } from './salvage-scan.ts';
import { SalvageWriter } from './salvage-writer.ts';
import { SnapshotWriter } from './snapshot-writer.ts';
import { DEFAULT_TUNING, EPOCH_RECORD } from './types.ts';
import type { JournalTuning, SnapshotSource } from './types.ts';

/** One stretch of a file that could not be recovered. */
export interface LeftOut {
  readonly file: string;
  readonly offset: number;
  readonly endOffset: number;
  readonly what: string;
  /** The first and the last record missing; null where none is (a header), or where it cannot be known (snapshots). */
  readonly firstSeq: number | null;
  readonly lastSeq: number | null;
}

/** What a salvage did. */
export interface SalvageReport {
  /** False when the directory is whole: then nothing was changed. */
  readonly wasDamaged: boolean;
  readonly rowsKept: number;
  readonly recordsKept: number;
  readonly leftOut: readonly LeftOut[];
  /** Where the files that were read are kept; empty when nothing was changed. */
  readonly aside: string;
}

export interface SalvageOptions {
  readonly dir: string;
  readonly disk: Disk;
  readonly clock: Clock;
  readonly tuning?: Partial<JournalTuning>;
}

/**
 * Recovers every whole record and row of a damaged queue directory into a new snapshot and new segments, lists what it
 * left out, and moves the old files aside. Until the new snapshot has its name the directory is refused as before.
 * Throws LOCAL_STATE (held by a coordinator, not writable), DISK_FULL.
 */
export async function salvage(options: SalvageOptions): Promise<SalvageReport> {
  const { disk, dir } = options;
  const tuning = { ...DEFAULT_TUNING, ...options.tuning };
  const lock = await takeDirectory(disk, dir);
  try {
    if (await isWhole(disk, dir, tuning))
      return { wasDamaged: false, rowsKept: 0, recordsKept: 0, leftOut: [], aside: '' };
    return await new Salvage(options, tuning, await listFiles(disk, dir)).run();
  } catch (error) {
    throw unusableError(dir, error);
  } finally {
    lock.release();
  }
}

async function isWhole(disk: Disk, dir: string, tuning: JournalTuning): Promise<boolean> {
  const ignore = (): void => undefined;
  try {
    const found = await replay(disk, dir, tuning, { onSnapshotRow: ignore, onRecord: ignore });
    await found.active?.file.close();
    return true;
  } catch (error) {
    if (error instanceof FiligreeError && error.code === 'CORRUPT') return false;
    throw error;
  }
}

/** What is left of the snapshot, and where the journal behind it begins; `startSeq` is null where that is lost. */
interface SalvagedRows {
  readonly source: SnapshotSource;
  readonly count: number;
  readonly startSegment: number;
  readonly startSeq: number | null;
}

class Salvage {
  readonly #options: SalvageOptions;
  readonly #files: QueueFiles;
  readonly #leftOut: LeftOut[] = [];
  readonly #writer: SalvageWriter;
  #epoch = 0;
  /** The highest sequence number seen anywhere; the journal goes on above it. */
  #maxSeq = 0;

  constructor(options: SalvageOptions, tuning: JournalTuning, files: QueueFiles) {
    this.#options = options;
    this.#files = files;
    const firstSegment = (files.segments.at(-1) ?? 0) + 1;
    this.#writer = new SalvageWriter(options.disk, options.dir, tuning, firstSegment);
  }

  async run(): Promise<SalvageReport> {
    const { disk, dir, clock } = this.#options;
    const number = (this.#files.snapshots.at(-1) ?? 0) + 1;
    const rows = await this.#readSnapshot(number - 1);
    const startSegment = this.#writer.firstSegment;
    await this.#copySegments(rows.startSegment, rows.startSeq);
    await this.#writer.finish(this.#maxSeq);
    const header = { number, flags: SALVAGED, startSeq: 0, epoch: this.#epoch, startSegment, startBatch: 0 };
    const snapshot = await SnapshotWriter.create(disk, clock, dir, header);
    await snapshot.writeRows(rows.source, () => false);
    await snapshot.finish(this.#maxSeq);
    const old = [
      ...this.#files.segments.map((segment) => segmentPath(dir, segment)),
      ...this.#files.snapshots.map((each) => snapshotPath(dir, each)),
    ];
    await retire(disk, dir, old, true);
    return {
      wasDamaged: true,
      rowsKept: rows.count,
      recordsKept: this.#writer.records,
      leftOut: this.#leftOut,
      aside: `${dir}/${ASIDE}`,
    };
  }

  /** The whole rows of the newest snapshot, and the first segment that it needs. */
  async #readSnapshot(number: number): Promise<SalvagedRows> {
    const { disk, dir } = this.#options;
    if (number === 0)
      return { source: { next: () => false }, count: 0, startSegment: this.#files.segments[0] ?? 1, startSeq: 0 };
    const path = snapshotPath(dir, number);
    const bytes = await readWhole(disk, path, Buffer.alloc(0));
    const header = decodeFileHeader('snapshot', number, bytes);
    if (header === null) this.#leave(path, 0, Math.min(64, bytes.length), 'the header of the snapshot is damaged');
    this.#epoch = header?.epoch ?? 0;
    this.#maxSeq = Math.max(header?.startSeq ?? 0, endSeqOf(bytes, number));
    const starts: number[] = [];
    for (const piece of salvagePieces(bytes, number)) {
      if (!piece.isRecord) {
        this.#leave(path, piece.start, piece.end, piece.what);
        continue;
      }
      starts.push(piece.start);
      this.#maxSeq = Math.max(this.#maxSeq, recordSeqAt(bytes, piece.start));
    }
    let index = 0;
    const source: SnapshotSource = {
      next: (write, maxRows) => {
        for (const at of starts.slice(index, index + maxRows)) {
          const end = at + bytes.readUInt32LE(at);
          write(recordTypeAt(bytes, at), recordSeqAt(bytes, at), bytes, at + RECORD_HEADER_BYTES, end);
        }
        index += maxRows;
        return index < starts.length;
      },
    };
    const startSegment = header?.startSegment ?? this.#files.segments[0] ?? 1;
    return { source, count: starts.length, startSegment, startSeq: header?.startSeq ?? null };
  }

  async #copySegments(startSegment: number, startSeq: number | null): Promise<void> {
    const { disk, dir } = this.#options;
    let expected = startSegment;
    /** Left out since the last record kept: which records those were shows at the next one. */
    const open: Omit<LeftOut, 'firstSeq' | 'lastSeq'>[] = [];
    let lastSeq = -1;
    const settle = (nextSeq: number | null): void => {
      const before = lastSeq < 0 ? startSeq : lastSeq;
      const gap =
        before !== null && nextSeq !== null && nextSeq > before + 1
          ? { firstSeq: before + 1, lastSeq: nextSeq - 1 }
          : null;
      for (const each of open.splice(0)) this.#leftOut.push({ ...each, ...(gap ?? { firstSeq: null, lastSeq: null }) });
    };
    for (const number of this.#files.segments.filter((each) => each >= startSegment)) {
      for (; expected < number; expected += 1) {
        open.push({ file: segmentPath(dir, expected), offset: 0, endOffset: 0, what: 'the file is missing' });
      }
      expected = number + 1;
      const path = segmentPath(dir, number);
      const bytes = await readWhole(disk, path, Buffer.alloc(0));
      if (decodeFileHeader('segment', number, bytes) === null) {
        open.push({
          file: path,
          offset: 0,
          endOffset: Math.min(64, bytes.length),
          what: 'the header of the segment is damaged',
        });
      }
      for (const piece of salvagePieces(bytes, number)) {
        if (!piece.isRecord) {
          open.push({ file: path, offset: piece.start, endOffset: piece.end, what: piece.what });
          continue;
        }
        const seq = recordSeqAt(bytes, piece.start);
        // A salvage that was cut short left copies behind the originals.
        if (seq <= lastSeq) continue;
        settle(seq);
        lastSeq = seq;
        if (recordTypeAt(bytes, piece.start) === EPOCH_RECORD) {
          this.#epoch = Math.max(this.#epoch, bytes.readUIntLE(piece.start + RECORD_HEADER_BYTES, 6));
        }
        await this.#writer.add(bytes, piece.start, piece.end);
      }
    }
    settle(null);
    this.#maxSeq = Math.max(this.#maxSeq, lastSeq);
  }

  #leave(file: string, offset: number, endOffset: number, what: string): void {
    this.#leftOut.push({ file, offset, endOffset, what, firstSeq: null, lastSeq: null });
  }
}

/** What the end batch of a snapshot says is the newest record in it; 0 where the end is damaged. */
function endSeqOf(bytes: Buffer, number: number): number {
  const at = bytes.length - 40;
  return at < 0 ? 0 : (decodeBatchHeader(bytes, at, bytes.length, number, at)?.firstSeq ?? 0);
}
