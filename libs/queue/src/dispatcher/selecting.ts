// Finding jobs by what a person can say of them.
import { ByteReader } from '../bytes/byte-reader.ts';
import { ByteWriter } from '../bytes/byte-writer.ts';
import { accessionKeyLength, decodeFiling, encodeAccession } from '../jobs/filing-codec.ts';
import { hashKey } from '../jobs/accession-index.ts';
import { CHUNK_BITS, CHUNK_ROWS, FLAG, MODES, STATE_NAMES, STATE } from '../jobs/job-table.ts';
import type { JobFilter, JobPage, JobState, JobView } from '../jobs/types.ts';
import type { Core } from './core.ts';

const MASK = CHUNK_ROWS - 1;
const LOOKS_A_CALL = 50_000;
const reader = new ByteReader();
const writer = new ByteWriter();

/** A test of rows; the cheap parts first. */
export function matcher(core: Core, filter: JobFilter): (row: number) => boolean {
  const { books } = core;
  const states = filter.states === undefined ? null : new Set<string>(filter.states);
  const run = filter.runId === undefined ? null : (books.runs.byId(filter.runId)?.index ?? -1);
  const form = filter.form?.toLowerCase();
  const company = filter.company?.toLowerCase();
  const year = filter.year === undefined ? undefined : String(filter.year);
  return (row) => {
    const chunk = books.table.chunks[row >>> CHUNK_BITS];
    const i = row & MASK;
    if (chunk === undefined || chunk.state[i] === STATE.none) return false;
    if (states !== null && !states.has(STATE_NAMES[chunk.state[i]!]!)) return false;
    if (run !== null) {
      let isIn = false;
      books.eachRun(row, chunk, (index) => (isIn ||= index === run));
      if (!isIn) return false;
    }
    if (filter.worker !== undefined && core.workerName(chunk.boot[i]!) !== filter.worker) return false;
    if (form === undefined && company === undefined && year === undefined) return true;
    const filing = decodeFiling(books.table.read(row, reader));
    if (form !== undefined && filing.form.toLowerCase() !== form) return false;
    if (company !== undefined && !filing.company.toLowerCase().includes(company)) return false;
    return year === undefined || filing.filed.startsWith(year);
  };
}

/** The rows that a filter names one by one, rising; null where it names none. */
function named(core: Core, filter: JobFilter): number[] | null {
  const { index, table } = core.books;
  let rows: number[] | null = null;
  if (filter.jobIds !== undefined) {
    rows = [...new Set(filter.jobIds)]
      .filter((id) => Number.isInteger(id) && id > 0 && table.has(id))
      .sort((a, b) => a - b);
  }
  if (filter.accession !== undefined) {
    encodeAccession(writer.reset(), filter.accession);
    const key = writer.view();
    const length = accessionKeyLength(key, 0);
    const chain: number[] = [];
    for (let row = index.first(key, 0, length, hashKey(key, 0, length)); row !== 0;) {
      chain.push(row);
      row = table.chunk(row).next[row & MASK]!;
    }
    const known = rows;
    rows = known === null ? chain : chain.filter((row) => known.includes(row));
  }
  return rows;
}

/** All rows that match, rising. */
export function select(core: Core, filter: JobFilter): number[] {
  const matches = matcher(core, filter);
  const rows = named(core, filter);
  if (rows !== null) return rows.filter(matches);
  const found: number[] = [];
  for (let row = 1; row < core.books.table.nextRow; row++) if (matches(row)) found.push(row);
  return found;
}

export function page(core: Core, filter: JobFilter, cursor: number | null, limit: number): JobPage {
  const matches = matcher(core, filter);
  const rows = named(core, filter);
  const jobs: JobView[] = [];
  if (rows !== null) {
    const rest = rows.filter((row) => row >= (cursor ?? 1) && matches(row));
    return { jobs: rest.slice(0, limit).map((row) => view(core, row)), nextCursor: rest[limit] ?? null };
  }
  const end = core.books.table.nextRow;
  let row = cursor ?? 1;
  for (let looks = 0; row < end && looks < LOOKS_A_CALL; row++, looks++) {
    if (!matches(row)) continue;
    if (jobs.length === limit) return { jobs, nextCursor: row };
    jobs.push(view(core, row));
  }
  return { jobs, nextCursor: row < end ? row : null };
}

export function view(core: Core, row: number): JobView {
  const { books, nowMs } = core;
  const chunk = books.table.chunk(row);
  const i = row & MASK;
  const state = STATE_NAMES[chunk.state[i]!] as JobState;
  return {
    jobId: row,
    runId: chunk.run[i] === 0 ? '' : books.runs.at(chunk.run[i]!).runId,
    ...decodeFiling(books.table.read(row, reader)),
    state,
    situation: core.situation(row),
    mode: MODES[chunk.mode[i]!]!,
    priority: chunk.priority[i]!,
    grants: chunk.grants[i]!,
    failures: chunk.failures[i]!,
    losses: chunk.losses[i]!,
    token: chunk.token[i]!,
    worker: core.workerName(chunk.boot[i]!),
    backoffMs: (chunk.flags[i]! & FLAG.delayed) === 0 ? 0 : Math.max(0, chunk.due[i]! - nowMs),
    message: books.messages.get(row) ?? waiting(core, row, state),
    stage: core.leases.get(row)?.stage ?? (core.pins.has(row) ? 'writing' : ''),
  };
}

function waiting(core: Core, row: number, state: JobState): string {
  if (state !== 'pending') return '';
  const chunk = core.books.table.chunk(row);
  if ((chunk.flags[row & MASK]! & (FLAG.ready | FLAG.delayed | FLAG.pinned)) === 0) {
    return 'waits for an earlier job of the same accession';
  }
  return '';
}
