import { ByteReader } from '../bytes/byte-reader.ts';
import type { RecordReader } from '../journal/index.ts';
import { BIT, RECORD } from '../records.ts';
import type { Books } from './books.ts';
import { applyLeft } from './ledger.ts';
import { applySubmit, readLeft, readRows } from './submitting.ts';
import type { RunOptions } from './types.ts';

/** Applies records as they were written. Unknown types are left alone: they are another part's, or another version's. */
export function makeReplay(books: Books): RecordReader {
  const reader = new ByteReader();
  return (type, bytes, start, end, seq) => {
    books.lastSeq = Math.max(books.lastSeq, seq);
    applyRecord(books, type, reader.over(bytes, start, end), seq);
  };
}

function applyRecord(books: Books, type: number, reader: ByteReader, seq: number): void {
  switch (type) {
    case RECORD.grant:
      books.grant(reader.u32(), reader.u32(), reader.f64(), seq);
      return;
    case RECORD.started:
      books.started(reader.u32(), reader.f64(), seq);
      return;
    case RECORD.settle:
      books.settle(reader.u32(), reader.u32(), reader.varint(), seq);
      return;
    case RECORD.submit:
      applySubmit(books, reader, seq);
      return;
    case RECORD.fail: {
      const row = reader.u32();
      const bits = reader.u8();
      books.fail(row, (bits & BIT.counted) !== 0, (bits & BIT.ends) !== 0, reader.varint(), reader.text(), seq);
      return;
    }
    case RECORD.expire: {
      const row = reader.u32();
      const bits = reader.u8();
      books.expire(row, (bits & BIT.counted) !== 0, (bits & BIT.ends) !== 0, seq);
      return;
    }
    case RECORD.release:
      books.release(reader.u32(), (reader.u8() & BIT.spent) !== 0, seq);
      return;
    default:
      applyRare(books, type, reader, seq);
  }
}

function applyRare(books: Books, type: number, reader: ByteReader, seq: number): void {
  switch (type) {
    case RECORD.runOpened:
      replayRunOpened(books, reader, seq);
      return;
    case RECORD.runClosed:
    case RECORD.runResolved: {
      const run = books.runs.at(reader.varint());
      if (run.lastSeq >= seq) return;
      run.lastSeq = seq;
      if (type === RECORD.runClosed) run.closed = true;
      else run.resolved = true;
      return;
    }
    case RECORD.dedupClass:
      books.classes.set(reader.varint(), reader.text());
      return;
    case RECORD.boot:
      books.boots.set(reader.varint(), reader.text());
      return;
    case RECORD.pause:
      books.pause(reader.u8() !== 0, seq);
      return;
    case RECORD.cancel:
      readRows(reader, (row) => {
        books.cancel(row, seq);
      });
      return;
    case RECORD.requeue:
      readRows(reader, (row) => {
        books.requeue(row, seq);
      });
      return;
    case RECORD.priority: {
      const priority = reader.u8() - 128;
      readRows(reader, (row) => {
        books.setPriority(row, priority, seq);
      });
      return;
    }
    case RECORD.clear:
      applyLeft(books, readLeft(reader), seq);
      readRows(reader, (row) => {
        books.clear(row, seq);
      });
      return;
    default:
  }
}

function replayRunOpened(books: Books, reader: ByteReader, seq: number): void {
  const index = reader.varint();
  const runId = reader.text();
  const options = JSON.parse(reader.text()) as RunOptions;
  const run = books.runs.open(index, runId, options);
  run.lastSeq = Math.max(run.lastSeq, seq);
}
