// Jobs are rows in typed arrays, in chunks that appear and go as a whole: the row number is the job id and never comes
// back. About 30 to 60 bytes a row here, and the filing itself in the chunk's arena.
import { FiligreeError } from '@filigree/base';
import type { ByteReader } from '../bytes/byte-reader.ts';
import type { JobState } from './types.ts';

export const CHUNK_BITS = 13;
export const CHUNK_ROWS = 1 << CHUNK_BITS;
const MASK = CHUNK_ROWS - 1;

/** Numbers of the states in the table, records and snapshots; 0 is no job. */
export const STATE = { none: 0, pending: 1, processing: 2, completed: 3, failed: 4, cancelled: 5 } as const;
export const STATE_NAMES: readonly (JobState | 'none')[] = [
  'none',
  'pending',
  'processing',
  'completed',
  'failed',
  'cancelled',
];

/** Bits of `flags`. */
export const FLAG = {
  /** The newest lease was started. */
  started: 1,
  /** The worker itself ended the newest token (failed, released): a repetition of that is a duplicate. */
  spent: 2,
  /** Stands in a lane. */
  ready: 4,
  /** Stands in the delay heap until `due`. */
  delayed: 8,
  /** Another job has the same accession. */
  chained: 16,
  /** Its completion is being written; not kept in snapshots. */
  pinned: 32,
} as const;

/** What of `flags` is a fact of the books; the rest is derived. */
export const KEPT_FLAGS = FLAG.started | FLAG.spent;

export const MODES = ['auto', 'on', 'off'] as const;

const NO_NUMBERS = new Uint32Array(CHUNK_ROWS);
const NO_DOUBLES = new Float64Array(CHUNK_ROWS);

export class Chunk {
  readonly state = new Uint8Array(CHUNK_ROWS);
  readonly flags = new Uint8Array(CHUNK_ROWS);
  /** Index in MODES. */
  readonly mode = new Uint8Array(CHUNK_ROWS);
  readonly priority = new Int8Array(CHUNK_ROWS);
  readonly failures = new Uint8Array(CHUNK_ROWS);
  readonly losses = new Uint8Array(CHUNK_ROWS);
  readonly grants = new Uint16Array(CHUNK_ROWS);
  /** Dedup class. */
  readonly klass = new Uint16Array(CHUNK_ROWS);
  /** Run that it belongs to; further ones hang on `moreRuns`. */
  readonly run = new Uint32Array(CHUNK_ROWS);
  readonly hash = new Uint32Array(CHUNK_ROWS);
  /** Sequence number of the last record that changed the row. */
  readonly lastSeq = new Float64Array(CHUNK_ROWS);
  readonly blobAt = new Uint32Array(CHUNK_ROWS);

  // Columns that many chunks never need share one of zeros until `own`.
  /** Boot that holds it or ended it last; 0 before the first grant. */
  boot: Uint32Array = NO_NUMBERS;
  moreRuns: Uint32Array = NO_NUMBERS;
  /** Next job of the same accession, 0 for none. */
  next: Uint32Array = NO_NUMBERS;
  /** Newest token. */
  token: Float64Array = NO_DOUBLES;
  /** Not before this time (monotonic ms); while recovering, the delay itself. */
  due: Float64Array = NO_DOUBLES;
  arena: Buffer = Buffer.allocUnsafeSlow(CHUNK_ROWS * 16);
  arenaUsed = 0;
  rows = 0;

  /** Before anything but 0 is written to one of the shared columns. */
  own(column: 'boot' | 'moreRuns' | 'next'): Uint32Array {
    if (this[column] === NO_NUMBERS) this[column] = new Uint32Array(CHUNK_ROWS);
    return this[column];
  }

  ownDouble(column: 'token' | 'due'): Float64Array {
    if (this[column] === NO_DOUBLES) this[column] = new Float64Array(CHUNK_ROWS);
    return this[column];
  }
}

export class JobTable {
  readonly chunks: (Chunk | undefined)[] = [];
  /** The next row to be given; rows begin at 1. */
  nextRow = 1;

  /** The chunk of a row that exists; `row & (CHUNK_ROWS - 1)` is the place in it. */
  chunk(row: number): Chunk {
    const chunk = this.chunks[row >>> CHUNK_BITS];
    if (chunk === undefined) throw new FiligreeError('INTERNAL', `job ${row} is not in the table`);
    return chunk;
  }

  has(row: number): boolean {
    return this.stateOf(row) !== STATE.none;
  }

  stateOf(row: number): number {
    return this.chunks[row >>> CHUNK_BITS]?.state[row & MASK] ?? STATE.none;
  }

  /** Makes the row with its encoded filing; the state is the caller's to set. */
  create(row: number, filing: Uint8Array): Chunk {
    const at = row >>> CHUNK_BITS;
    while (this.chunks.length <= at) this.chunks.push(undefined);
    let chunk = this.chunks[at];
    if (chunk === undefined) {
      chunk = new Chunk();
      this.chunks[at] = chunk;
      const before = this.chunks[at - 1];
      if (before !== undefined) trim(before);
    }
    const i = row & MASK;
    reserve(chunk, filing.length);
    chunk.arena.set(filing, chunk.arenaUsed);
    chunk.blobAt[i] = chunk.arenaUsed;
    chunk.arenaUsed += filing.length;
    chunk.rows++;
    if (row >= this.nextRow) this.nextRow = row + 1;
    return chunk;
  }

  /** Forgets the row; the last one of a chunk takes the chunk along. */
  remove(row: number): void {
    const at = row >>> CHUNK_BITS;
    const chunk = this.chunk(row);
    const i = row & MASK;
    chunk.state[i] = STATE.none;
    chunk.flags[i] = 0;
    chunk.token[i] = 0;
    if (--chunk.rows === 0 && this.nextRow >>> CHUNK_BITS > at) this.chunks[at] = undefined;
  }

  /** Points the reader at the encoded filing. */
  read(row: number, reader: ByteReader): ByteReader {
    const chunk = this.chunk(row);
    return reader.over(chunk.arena, chunk.blobAt[row & MASK]!, chunk.arenaUsed);
  }
}

function reserve(chunk: Chunk, size: number): void {
  const needed = chunk.arenaUsed + size;
  if (needed > chunk.arena.length) resize(chunk, Math.max(needed, Math.ceil(chunk.arena.length * 1.6)));
}

function trim(chunk: Chunk): void {
  resize(chunk, chunk.arenaUsed);
}

function resize(chunk: Chunk, size: number): void {
  const arena = Buffer.allocUnsafeSlow(size);
  chunk.arena.copy(arena, 0, 0, chunk.arenaUsed);
  chunk.arena = arena;
}
