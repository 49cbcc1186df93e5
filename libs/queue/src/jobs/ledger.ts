// Writes a record and changes the books by it, in that order: the sequence number of each change is that of its record.
import { ByteWriter } from '../bytes/byte-writer.ts';
import type { JournalPort } from '../dispatcher/ports.ts';
import { BIT, RECORD, ROWS_A_RECORD } from '../records.ts';
import type { Books } from './books.ts';
import { CHUNK_BITS, CHUNK_ROWS, STATE } from './job-table.ts';
import type { RunOptions } from './types.ts';
import type { Run } from './runs.ts';

const MASK = CHUNK_ROWS - 1;

export class Ledger {
  readonly books: Books;
  readonly writer = new ByteWriter();
  journal: JournalPort | null = null;

  constructor(books: Books) {
    this.books = books;
  }

  append(type: number): number {
    const seq = this.journal!.append(type, this.writer.raw, 0, this.writer.length);
    this.books.lastSeq = seq;
    return seq;
  }

  openRun(runId: string, options: RunOptions): Run {
    const index = this.books.runs.list.length;
    this.writer.reset().varint(index).text(runId).text(JSON.stringify(options));
    const seq = this.append(RECORD.runOpened);
    const run = this.books.runs.open(index, runId, options);
    run.lastSeq = seq;
    return run;
  }

  closeRun(run: Run): void {
    this.writer.reset().varint(run.index);
    run.lastSeq = this.append(RECORD.runClosed);
    run.closed = true;
  }

  resolveRun(run: Run): void {
    this.writer.reset().varint(run.index);
    run.lastSeq = this.append(RECORD.runResolved);
    run.resolved = true;
  }

  /** The number of a dedup class, made where it is new. */
  classOf(name: string): number {
    const known = this.books.classes.number(name);
    if (known !== 0) return known;
    const number = this.books.classes.next;
    this.writer.reset().varint(number).text(name);
    this.append(RECORD.dedupClass);
    this.books.classes.set(number, name);
    return number;
  }

  /** The number of a boot, made where it is new. */
  bootOf(name: string): number {
    const known = this.books.boots.number(name);
    if (known !== 0) return known;
    const number = this.books.boots.next;
    this.writer.reset().varint(number).text(name);
    this.append(RECORD.boot);
    this.books.boots.set(number, name);
    return number;
  }

  grant(row: number, boot: number, token: number): number {
    this.writer.reset().u32(row).u32(boot).f64(token);
    const seq = this.append(RECORD.grant);
    this.books.grant(row, boot, token, seq);
    return seq;
  }

  started(row: number, token: number): void {
    this.writer.reset().u32(row).f64(token);
    this.books.started(row, token, this.append(RECORD.started));
  }

  settle(row: number, boot: number, klass: number): number {
    this.writer.reset().u32(row).u32(boot).varint(klass);
    const seq = this.append(RECORD.settle);
    this.books.settle(row, boot, klass, seq);
    return seq;
  }

  fail(row: number, counted: boolean, ends: boolean, delayMs: number, message: string): number {
    const delay = Math.ceil(delayMs);
    this.writer
      .reset()
      .u32(row)
      .u8((counted ? BIT.counted : 0) | (ends ? BIT.ends : 0))
      .varint(delay)
      .text(message);
    const seq = this.append(RECORD.fail);
    this.books.fail(row, counted, ends, delay, message, seq);
    return seq;
  }

  expire(row: number, counted: boolean, ends: boolean): number {
    this.writer.reset().u32(row);
    this.writer.u8((counted ? BIT.counted : 0) | (ends ? BIT.ends : 0));
    const seq = this.append(RECORD.expire);
    this.books.expire(row, counted, ends, seq);
    return seq;
  }

  release(row: number, spent: boolean): number {
    this.writer.reset().u32(row);
    this.writer.u8(spent ? BIT.spent : 0);
    const seq = this.append(RECORD.release);
    this.books.release(row, spent, seq);
    return seq;
  }

  pause(paused: boolean): void {
    this.writer.reset().u8(paused ? 1 : 0);
    this.books.pause(paused, this.append(RECORD.pause));
  }

  cancel(rows: readonly number[]): void {
    this.#inParts(rows, (part) => {
      this.writeRows(part);
      const seq = this.append(RECORD.cancel);
      for (const row of part) this.books.cancel(row, seq);
    });
  }

  requeue(rows: readonly number[]): void {
    this.#inParts(rows, (part) => {
      this.writeRows(part);
      const seq = this.append(RECORD.requeue);
      for (const row of part) this.books.requeue(row, seq);
    });
  }

  setPriority(rows: readonly number[], priority: number): void {
    this.#inParts(rows, (part) => {
      this.writer.u8(priority + 128);
      this.writeRows(part);
      const seq = this.append(RECORD.priority);
      for (const row of part) this.books.setPriority(row, priority, seq);
    });
  }

  clear(rows: readonly number[]): void {
    this.#inParts(rows, (part) => {
      const left = this.leaving(part);
      this.writeLeft(left);
      this.writeRows(part);
      const seq = this.append(RECORD.clear);
      applyLeft(this.books, left, seq);
      for (const row of part) this.books.clear(row, seq);
    });
    this.books.tokens.prune((token, row) => {
      const chunk = this.books.table.chunks[row >>> CHUNK_BITS];
      return chunk !== undefined && chunk.token[row & MASK] === token && chunk.state[row & MASK] !== STATE.none;
    });
  }

  /** How many jobs, by run and state (run · 8 + state), leave their runs with these rows. */
  leaving(rows: readonly number[]): Map<number, number> {
    const left = new Map<number, number>();
    for (const row of rows) {
      const chunk = this.books.table.chunk(row);
      const state = chunk.state[row & MASK]!;
      this.books.eachRun(row, chunk, (run) => {
        left.set(run * 8 + state, (left.get(run * 8 + state) ?? 0) + 1);
      });
    }
    return left;
  }

  writeLeft(left: ReadonlyMap<number, number>): void {
    this.writer.varint(left.size);
    for (const [key, jobs] of left) {
      this.writer
        .varint(Math.floor(key / 8))
        .u8(key % 8)
        .varint(jobs);
    }
  }

  writeRows(rows: readonly number[]): void {
    this.writer.varint(rows.length);
    let before = 0;
    for (const row of rows) {
      this.writer.varint(row - before);
      before = row;
    }
  }

  /** `rows` must rise. */
  #inParts(rows: readonly number[], act: (part: readonly number[]) => void): void {
    for (let at = 0; at < rows.length; at += ROWS_A_RECORD) {
      this.writer.reset();
      act(rows.slice(at, at + ROWS_A_RECORD));
    }
  }
}

/** Runs keep what left them, as it ended. Guarded by the run's own sequence number. */
export function applyLeft(books: Books, left: ReadonlyMap<number, number>, seq: number): void {
  const touched = new Set<number>();
  for (const [key, jobs] of left) {
    const run = books.runs.at(Math.floor(key / 8));
    if (run.lastSeq >= seq && !touched.has(run.index)) continue;
    touched.add(run.index);
    run.left[key % 8]! += jobs;
    run.lastSeq = seq;
  }
}
