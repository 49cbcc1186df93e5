// One batch of a scan becomes one record: new jobs, live ones that join the run, ended ones that are queued again.
import { ByteReader } from '../bytes/byte-reader.ts';
import { ByteWriter } from '../bytes/byte-writer.ts';
import { RECORD } from '../records.ts';
import { hashKey } from './accession-index.ts';
import type { Books } from './books.ts';
import { encodeFiling, accessionKeyLength } from './filing-codec.ts';
import { CHUNK_ROWS, MODES, STATE } from './job-table.ts';
import { applyLeft } from './ledger.ts';
import type { Ledger } from './ledger.ts';
import { noCounts } from './runs.ts';
import type { MutableCounts, Run } from './runs.ts';
import type { BatchCounts, Filing, RunOptions, SubmitCounts } from './types.ts';

const MASK = CHUNK_ROWS - 1;

/** The dedup class of a job: results of equal class and accession are equal. */
export function className(options: Pick<RunOptions, 'graphId' | 'extractorVersion' | 'mode' | 'model'>): string {
  const runs =
    options.mode === 'off' || (options.mode === 'auto' && options.model === null)
      ? 'rules'
      : `model:${options.model ?? '?'}`;
  return `${options.graphId}\n${options.extractorVersion}\n${runs}`;
}

/** The classes of jobs that are of the same graph and of another version of the extraction. */
function otherVersions({ classes }: Books, { graphId, extractorVersion }: RunOptions): ReadonlySet<number> {
  const others = new Set<number>();
  for (let number = 1; number < classes.next; number++) {
    const [graph, version] = classes.name(number).split('\n');
    if (graph === graphId && version !== extractorVersion) others.add(number);
  }
  return others;
}

interface Sorted {
  readonly counts: MutableCounts;
  readonly joined: number[];
  readonly requeued: number[];
}

const fresh = new ByteWriter();
const filingWriter = new ByteWriter();
const submitReader = new ByteReader();

/** Decides what each filing is to the run, writes the record and applies it. Returns what the batch came to. */
export function submitFilings(ledger: Ledger, run: Run, filings: readonly Filing[]): BatchCounts {
  const { books } = ledger;
  const klass = ledger.classOf(className(run.options));
  const others = otherVersions(books, run.options);
  const sorted: Sorted = { counts: noCounts(), joined: [], requeued: [] };
  let readAgain = 0;
  const seen = new Set<string>();
  fresh.reset();
  for (const filing of filings) {
    if (seen.has(filing.accession)) {
      sorted.counts.repeated++;
      continue;
    }
    seen.add(filing.accession);
    encodeFiling(filingWriter.reset(), filing);
    const key = filingWriter.view();
    const length = accessionKeyLength(key, 0);
    const first = books.index.first(key, 0, length, hashKey(key, 0, length));
    const found = decide(books, run, klass, first);
    if (found.what === 'added') fresh.varint(key.length).bytes(key);
    if (found.what === 'joined') sorted.joined.push(found.row);
    if (found.what === 'requeued') sorted.requeued.push(found.row);
    sorted.counts[found.what]++;
    const isQueued = found.what === 'added' || found.what === 'requeued';
    if (isQueued && others.size > 0 && isReadByOthers(books, first, others)) readAgain++;
  }
  write(ledger, run, klass, sorted);
  return { ...sorted.counts, readAgain };
}

interface Decision {
  readonly what: keyof SubmitCounts;
  readonly row: number;
}

/** What a filing is to a run as long as no job of it is known. */
const NEW: Decision = { what: 'added', row: 0 };

/** Whether another version of the extraction has read a filing, of which `row` is the first job. */
function isReadByOthers({ table }: Books, first: number, others: ReadonlySet<number>): boolean {
  for (let row = first; row !== 0; row = table.chunk(row).next[row & MASK]!) {
    const chunk = table.chunk(row);
    if (chunk.state[row & MASK] === STATE.completed && others.has(chunk.klass[row & MASK]!)) return true;
  }
  return false;
}

function decide(books: Books, run: Run, klass: number, first: number): Decision {
  let row = first;
  let best = NEW;
  while (row !== 0) {
    const chunk = books.table.chunk(row);
    const i = row & MASK;
    let mine = false;
    books.eachRun(row, chunk, (index) => {
      if (index === run.index) mine = true;
    });
    if (mine) return { what: 'repeated', row };
    if (!run.options.force && chunk.klass[i] === klass) {
      const state = chunk.state[i]!;
      if (state === STATE.completed) best = { what: 'alreadyDone', row };
      else if (state === STATE.pending || state === STATE.processing) best = { what: 'joined', row };
      else if (best.what === 'added') best = { what: 'requeued', row };
    }
    row = chunk.next[i]!;
  }
  return best;
}

function write(ledger: Ledger, run: Run, klass: number, sorted: Sorted): void {
  const { writer } = ledger;
  const { counts } = sorted;
  sorted.joined.sort((a, b) => a - b);
  sorted.requeued.sort((a, b) => a - b);
  const mode = MODES.indexOf(run.options.mode);
  const left = ledger.leaving(sorted.requeued);
  writer.reset().varint(run.index).varint(run.batches).varint(klass).u8(mode);
  writer.u8(run.options.priority + 128);
  writer
    .varint(counts.added)
    .varint(counts.requeued)
    .varint(counts.joined)
    .varint(counts.alreadyDone)
    .varint(counts.repeated);
  ledger.writeLeft(left);
  writer.varint(ledger.books.table.nextRow).bytes(fresh.view());
  ledger.writeRows(sorted.joined);
  ledger.writeRows(sorted.requeued);
  const seq = ledger.append(RECORD.submit);
  applySubmit(ledger.books, submitReader.over(writer.view()), seq);
}

/** Applies a submit record, when it is written and when it is replayed. */
export function applySubmit(books: Books, reader: ByteReader, seq: number): void {
  const run = books.runs.at(reader.varint());
  const batch = reader.varint();
  const klass = reader.varint();
  const mode = reader.u8();
  const priority = reader.u8() - 128;
  const known = run.lastSeq >= seq;
  const added = reader.varint();
  const counts = [added, reader.varint(), reader.varint(), reader.varint(), reader.varint()] as const;
  if (!known) {
    run.counts.added += counts[0];
    run.counts.requeued += counts[1];
    run.counts.joined += counts[2];
    run.counts.alreadyDone += counts[3];
    run.counts.repeated += counts[4];
    run.batches = batch + 1;
  }
  applyLeft(books, readLeft(reader), seq);
  run.lastSeq = Math.max(run.lastSeq, seq);
  let row = reader.varint();
  for (let i = 0; i < added; i++)
    books.add(row++, reader.bytes(reader.varint()), klass, mode, priority, run.index, seq);
  readRows(reader, (joined) => {
    books.join(joined, run.index, seq);
  });
  readRows(reader, (requeued) => {
    books.requeueFor(requeued, run.index, klass, mode, priority, seq);
  });
}

export function readLeft(reader: ByteReader): Map<number, number> {
  const left = new Map<number, number>();
  for (let count = reader.varint(); count > 0; count--) {
    const run = reader.varint();
    const state = reader.u8();
    left.set(run * 8 + state, reader.varint());
  }
  return left;
}

export function readRows(reader: ByteReader, visit: (row: number) => void): void {
  let row = 0;
  for (let count = reader.varint(); count > 0; count--) {
    row += reader.varint();
    visit(row);
  }
}
