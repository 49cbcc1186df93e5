// The books as rows of a snapshot, and back. Rows are taken between records, so each says how far it is; classes, boots
// and runs are taken at once, at the start.
import { ByteReader } from '../bytes/byte-reader.ts';
import { ByteWriter } from '../bytes/byte-writer.ts';
import { MAX_RETRY_AFTER_MS } from '../dispatcher/limits.ts';
import type { RecordReader, RowWriter, SnapshotSource } from '../journal/index.ts';
import { BIT, ROW } from '../records.ts';
import type { Books } from './books.ts';
import { CHUNK_BITS, CHUNK_ROWS, KEPT_FLAGS, STATE } from './job-table.ts';
import { accessionKeyLength } from './filing-codec.ts';
import type { Interned } from './interned.ts';
import type { RunOptions } from './types.ts';

const MASK = CHUNK_ROWS - 1;

/** Rows of everything appended so far. */
export function snapshotOf(books: Books): SnapshotSource {
  const writer = new ByteWriter();
  const sizes = new ByteReader();
  const end = books.table.nextRow;
  let row = 0;
  return {
    next(write, maxRows) {
      if (row === 0) {
        writeHead(books, writer, write);
        row = 1;
        return true;
      }
      for (let written = 0; row < end; row++) {
        if (!books.table.has(row)) {
          if (books.table.chunks[row >>> CHUNK_BITS] === undefined) row |= MASK;
          continue;
        }
        if (written === maxRows) return true;
        writeJob(books, row, writer.reset(), sizes);
        write(ROW.job, books.table.chunk(row).lastSeq[row & MASK]!, writer.view());
        written++;
      }
      return false;
    },
  };
}

function writeHead(books: Books, writer: ByteWriter, write: RowWriter): void {
  const seq = books.lastSeq;
  writer.reset().varint(books.table.nextRow);
  writer.u8(books.paused ? 1 : 0).f64(books.pausedSeq);
  write(ROW.meta, seq, writer.view());
  const names = (type: number, interned: Interned): void => {
    for (let number = 1; number < interned.next; number++) {
      write(type, seq, writer.reset().varint(number).text(interned.name(number)).view());
    }
  };
  names(ROW.dedupClass, books.classes);
  names(ROW.boot, books.boots);
  for (const run of books.runs.list) {
    if (run === undefined) continue;
    writer.reset().varint(run.index).text(run.runId).text(JSON.stringify(run.options));
    writer.u8((run.closed ? BIT.closed : 0) | (run.resolved ? BIT.resolved : 0)).varint(run.batches);
    const { added, requeued, joined, alreadyDone, repeated } = run.counts;
    writer.varint(added).varint(requeued).varint(joined).varint(alreadyDone).varint(repeated);
    for (const state of [STATE.completed, STATE.failed, STATE.cancelled]) writer.varint(run.left[state]!);
    write(ROW.run, run.lastSeq, writer.view());
  }
}

function writeJob(books: Books, row: number, writer: ByteWriter, sizes: ByteReader): void {
  const chunk = books.table.chunk(row);
  const i = row & MASK;
  writer.varint(row).u8(chunk.state[i]!);
  writer.u8(chunk.flags[i]! & KEPT_FLAGS).u8(chunk.mode[i]!);
  writer.u8(chunk.priority[i]! + 128).u8(chunk.failures[i]!);
  writer.u8(chunk.losses[i]!).varint(chunk.grants[i]!).varint(chunk.klass[i]!).varint(chunk.boot[i]!);
  writer.f64(chunk.token[i]!).varint(Math.ceil(Math.max(0, chunk.due[i]! - books.nowMs)));
  let count = 0;
  books.eachRun(row, chunk, () => count++);
  writer.varint(count);
  books.eachRun(row, chunk, (run) => writer.varint(run));
  writer.text(books.messages.get(row) ?? '');
  const at = chunk.blobAt[i]!;
  const length = filingEnd(books.table.read(row, sizes), accessionKeyLength(chunk.arena, at)) - at;
  writer.varint(length).bytes(chunk.arena.subarray(at, at + length));
}

/** Where the filing ends. */
function filingEnd(reader: ByteReader, keyLength: number): number {
  reader.bytes(keyLength);
  for (let i = 0; i < 3; i++) reader.varint();
  for (let i = 0; i < 3; i++) reader.bytes(reader.varint());
  return reader.at;
}

/** Loads what `snapshotOf` wrote. */
export function makeRowLoader(books: Books): RecordReader {
  const reader = new ByteReader();
  return (type, bytes, start, end, seq) => {
    books.lastSeq = Math.max(books.lastSeq, seq);
    reader.over(bytes, start, end);
    if (type === ROW.job) loadJob(books, reader, seq);
    else if (type === ROW.run) loadRun(books, reader, seq);
    else if (type === ROW.dedupClass) books.classes.set(reader.varint(), reader.text());
    else if (type === ROW.boot) books.boots.set(reader.varint(), reader.text());
    else if (type === ROW.meta) {
      books.table.nextRow = Math.max(books.table.nextRow, reader.varint());
      books.paused = reader.u8() !== 0;
      books.pausedSeq = reader.f64();
    }
  };
}

function loadRun(books: Books, reader: ByteReader, seq: number): void {
  const index = reader.varint();
  const runId = reader.text();
  const run = books.runs.open(index, runId, JSON.parse(reader.text()) as RunOptions);
  const bits = reader.u8();
  run.closed = (bits & BIT.closed) !== 0;
  run.resolved = (bits & BIT.resolved) !== 0;
  run.batches = reader.varint();
  run.lastSeq = seq;
  const { counts } = run;
  counts.added = reader.varint();
  counts.requeued = reader.varint();
  counts.joined = reader.varint();
  counts.alreadyDone = reader.varint();
  counts.repeated = reader.varint();
  for (const state of [STATE.completed, STATE.failed, STATE.cancelled]) run.left[state] = reader.varint();
}

function loadJob(books: Books, reader: ByteReader, seq: number): void {
  const row = reader.varint();
  if (books.table.has(row)) return;
  const state = reader.u8();
  const flags = reader.u8();
  const mode = reader.u8();
  const priority = reader.u8() - 128;
  const failures = reader.u8();
  const losses = reader.u8();
  const grants = reader.varint();
  const klass = reader.varint();
  const boot = reader.varint();
  const token = reader.f64();
  const due = reader.varint();
  const runs: number[] = [];
  for (let count = reader.varint(); count > 0; count--) runs.push(reader.varint());
  const message = reader.text();
  books.add(row, reader.bytes(reader.varint()), klass, mode, priority, runs[0] ?? 0, seq);
  const chunk = books.table.chunk(row);
  const i = row & MASK;
  chunk.state[i] = state;
  chunk.flags[i]! |= flags;
  chunk.failures[i] = failures;
  chunk.losses[i] = losses;
  chunk.grants[i] = grants;
  if (boot !== 0) chunk.own('boot')[i] = boot;
  if (token !== 0) chunk.ownDouble('token')[i] = token;
  if (due !== 0) chunk.ownDouble('due')[i] = due;
  for (const run of runs.slice(1)) chunk.own('moreRuns')[i] = books.runs.link(chunk.moreRuns[i]!, run);
  if (message !== '') books.messages.set(row, message);
  if (token > 0) books.tokens.set(token, row);
}

/**
 * Ends recovery: counts everything and puts every pending job in its place. Returns the rows that are leased and the
 * highest token.
 */
export function finishRecovery(books: Books, nowMs: number): { leased: number[]; highestToken: number } {
  books.recovering = false;
  books.nowMs = nowMs;
  const leased: number[] = [];
  let highestToken = 0;
  for (let row = 1; row < books.table.nextRow; row++) {
    const chunk = books.table.chunks[row >>> CHUNK_BITS];
    if (chunk === undefined) {
      row |= MASK;
      continue;
    }
    const i = row & MASK;
    const state = chunk.state[i]!;
    if (state === STATE.none) continue;
    books.counts[state]!++;
    books.eachRun(row, chunk, (run) => {
      books.runs.at(run).jobs[state]!++;
    });
    if (chunk.token[i]! > highestToken) highestToken = chunk.token[i]!;
    if (chunk.due[i]! > 0) chunk.due[i] = nowMs + Math.min(chunk.due[i]!, MAX_RETRY_AFTER_MS);
    if (state === STATE.processing) leased.push(row);
  }
  // A snapshot may have caught a run before one of its jobs was retried, and the job after that.
  for (const run of books.runs.list) if (run?.ended === false) run.resolved = false;
  for (let row = 1; row < books.table.nextRow; row++) {
    if (books.table.stateOf(row) === STATE.pending) books.readiness.refresh(row, nowMs);
  }
  return { leased, highestToken };
}
