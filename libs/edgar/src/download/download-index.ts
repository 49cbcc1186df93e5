import { mkdir, readFile, rename, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { decodeBytes } from '../container/decode.ts';
import { isGzip, unpackGzip } from '../files/unpack.ts';
import { IncompleteAnswer, RefusedAnswer } from './answers.ts';
import type { IndexEntry } from './index-file.ts';
import { formatMasterIndex, parseIndex } from './index-file.ts';
import { isBlockPage } from './refusal.ts';
import type { SecClient } from './sec-client.ts';

export interface Quarter {
  readonly year: number;
  /** 1 to 4. */
  readonly quarter: number;
}

/** Where and when: what reading an index needs besides its client. */
export interface IndexContext {
  readonly client: SecClient;
  /** The filings directory; indexes are kept in its `.index`. */
  readonly dir: string;
  readonly host: string;
  readonly nowMs: number;
  readonly signal?: AbortSignal;
}

const NAMES = ['master.idx', 'form.idx', 'company.idx', 'master.idx.gz', 'form.idx.gz', 'company.idx.gz'];
const LARGEST_INDEX_BYTES = 256 * 1024 * 1024;
const DAY_MS = 86_400_000;
const FRESH_MS = 3_600_000;
const DAILY = /^(?:master|form|company)\.(\d{6,8})\.idx(?:\.gz)?$/;

async function collect(body: Readable): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let sizeBytes = 0;
  for await (const chunk of body) {
    sizeBytes += (chunk as Buffer).length;
    if (sizeBytes > LARGEST_INDEX_BYTES) throw new IncompleteAnswer(`an index above ${LARGEST_INDEX_BYTES} bytes`);
    chunks.push(chunk as Buffer);
  }
  const bytes = Buffer.concat(chunks);
  return isGzip(bytes) ? unpackGzip(bytes, 'the index', LARGEST_INDEX_BYTES) : bytes;
}

async function readIndex(body: Readable): Promise<IndexEntry[]> {
  const text = decodeBytes(await collect(body));
  const entries = parseIndex(text);
  if (entries !== null) return entries;
  if (isBlockPage(text)) throw new RefusedAnswer('a page that refuses instead of the index', null);
  throw new IncompleteAnswer('no EDGAR index');
}

/** When the quarter has ended, in milliseconds since 1970, UTC. */
function endOfQuarterMs({ year, quarter }: Quarter): number {
  return Date.UTC(year, quarter * 3, 1);
}

/** True for the current quarter and the coming ones: their index may not be there yet. */
export function isOpenQuarter(quarter: Quarter, nowMs: number): boolean {
  return endOfQuarterMs(quarter) > nowMs - DAY_MS;
}

function keptAt({ dir, host }: IndexContext, { year, quarter }: Quarter): string {
  return join(dir, '.index', `${host.replace(/[^\w.-]/g, '_')}-${year}-QTR${quarter}.idx`);
}

// An index of a quarter that was over when it was fetched does not change; a growing one is asked for again after an hour.
async function readKept(context: IndexContext, quarter: Quarter): Promise<IndexEntry[] | null> {
  const path = keptAt(context, quarter);
  try {
    const { mtimeMs } = await stat(path);
    const final = mtimeMs > endOfQuarterMs(quarter) + DAY_MS;
    if (!final && context.nowMs - mtimeMs > FRESH_MS) return null;
    return parseIndex(await readFile(path, 'utf8'));
  } catch {
    return null;
  }
}

async function keep(context: IndexContext, quarter: Quarter, entries: readonly IndexEntry[]): Promise<void> {
  const path = keptAt(context, quarter);
  const temporary = `${path}.${process.pid}.part`;
  await mkdir(join(context.dir, '.index'), { recursive: true });
  await writeFile(temporary, formatMasterIndex(entries));
  await rename(temporary, path);
}

async function fetchFirst(context: IndexContext, folder: string, names: readonly string[], open: boolean) {
  const options = { signal: context.signal, forbiddenIsMissing: open };
  for (const name of names) {
    const entries = await context.client.get(`${folder}/${name}`, readIndex, options);
    if (entries !== null) return entries;
  }
  return null;
}

async function fetchDaily(context: IndexContext, folder: string): Promise<IndexEntry[] | null> {
  const options = { signal: context.signal, forbiddenIsMissing: true };
  const listing = await context.client.get(
    `${folder}/index.json`,
    async (body) => (await collect(body)).toString(),
    options,
  );
  if (listing === null) return null;
  const byDay = new Map<string, string[]>();
  for (const [name, day] of [...listing.matchAll(/"name"\s*:\s*"([^"]+)"/g)].map((m) => [
    m[1]!,
    DAILY.exec(m[1]!)?.[1],
  ])) {
    if (day !== undefined) byDay.set(day, [...(byDay.get(day) ?? []), name!].sort().reverse());
  }
  const entries: IndexEntry[] = [];
  for (const day of [...byDay.keys()].sort()) {
    for (const entry of (await fetchFirst(context, folder, byDay.get(day)!, true)) ?? []) entries.push(entry);
  }
  return byDay.size === 0 ? null : entries;
}

/**
 * The entries of a quarter: the index that is kept on disk, else the quarterly one (`master`, `form` or `company`), else,
 * for the current quarter, its daily ones. Null where there is none (yet).
 */
export async function quarterEntries(context: IndexContext, quarter: Quarter): Promise<IndexEntry[] | null> {
  const kept = await readKept(context, quarter);
  if (kept !== null) return kept;
  const open = isOpenQuarter(quarter, context.nowMs);
  const below = `${quarter.year}/QTR${quarter.quarter}`;
  const whole = await fetchFirst(context, `Archives/edgar/full-index/${below}`, NAMES, open);
  const entries = whole ?? (open ? await fetchDaily(context, `Archives/edgar/daily-index/${below}`) : null);
  if (entries !== null) await keep(context, quarter, entries);
  return entries;
}
