import { FiligreeError } from '@filigree/base';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { Copies } from './copies.ts';
import type { FilingEssentials } from './essentials.ts';
import type { FilingFilter } from './filter.ts';
import { filingMatcher, filingYear } from './filter.ts';
import { HeaderCache } from './header-cache-disk.ts';
import { readFileEssentials, readFileEssentialsNow } from './header-disk.ts';
import type { KnownHeaders, RecentHeaders } from './recent-headers.ts';
import type { Walk, WalkedFile } from './walk-disk.ts';
import { realRoot, walkFilings } from './walk-disk.ts';

/** A filing found on disk. */
export interface FoundFiling extends FilingEssentials {
  /** Index into the roots that were scanned. */
  readonly root: number;
  /** Path below that root, with forward slashes; never leaves it. */
  readonly path: string;
  /** The path to open. */
  readonly file: string;
  readonly sizeBytes: number;
  readonly year: number | null;
}

export interface DiscoverOptions {
  readonly roots: readonly string[];
  readonly filter?: FilingFilter;
  /** At most this many filings, the first ones in order. */
  readonly limit?: number;
  /** File of the header index; without it every header is read again. */
  readonly cache?: string;
  /** What this process read lately: asked instead of the index where there are few files. */
  readonly recent?: RecentHeaders;
  readonly signal?: AbortSignal;
  /** Called after each batch with the number of files looked at so far, of all. */
  readonly onProgress?: (looked: number, files: number) => void;
}

export interface Discovery {
  /** In the order of roots and paths, each accession once. */
  readonly filings: readonly FoundFiling[];
  /** Files looked at. */
  readonly files: number;
  /** Files that are no filings. */
  readonly stray: number;
  /** Filings found again under another path. */
  readonly repeated: number;
  /** Of these, the ones of which not every copy is whole: which was chosen and why, a line each. */
  readonly copies: readonly string[];
  /** Links that lead out of their root: not followed. */
  readonly refused: readonly string[];
  /** Files and directories that could not be read, a line each. */
  readonly unreadable: readonly string[];
  /** Why the index could not be written, which costs the next scan time and nothing else; null when it was. */
  readonly indexTrouble: unknown;
}

const BATCH = 64;
const CACHED_A_TURN = 1024;
/** Up to so many files a scan does without the index. */
const FEW = 64;
/** Of so few, the headers are read at once: to hand one over to another thread takes longer than to read it. */
const A_HANDFUL = 4;

/** Why a file says nothing. */
class Unreadable {
  readonly reason: string;

  constructor(error: unknown) {
    this.reason = error instanceof FiligreeError ? `: ${error.message}` : '';
  }
}

async function readHeader(
  file: WalkedFile,
  known: KnownHeaders | null,
  atOnce: boolean,
): Promise<FilingEssentials | null | Unreadable> {
  try {
    let read = atOnce ? readFileEssentialsNow(file.file, file.sizeBytes) : undefined;
    if (read === undefined) read = await readFileEssentials(file.file, file.sizeBytes);
    known?.set(file, read);
    return read;
  } catch (error) {
    return new Unreadable(error);
  }
}

/** The files of all roots one after another, with what their headers say; known headers cost no promise. */
async function* withEssentials(walks: readonly Walk[], headers: KnownHeaders | null, atOnce: boolean) {
  let untilTurn = CACHED_A_TURN;
  for (const [root, walk] of walks.entries()) {
    for (let from = 0; from < walk.files.length; from += BATCH) {
      const files = walk.files.slice(from, from + BATCH);
      let essentials: (FilingEssentials | Unreadable | null | undefined)[] = files.map((file) => headers?.get(file));
      if (essentials.includes(undefined)) {
        const known = essentials;
        essentials = await Promise.all(
          files.map(async (file, nth) => (known[nth] === undefined ? readHeader(file, headers, atOnce) : known[nth])),
        );
      } else if ((untilTurn -= files.length) <= 0) {
        untilTurn = CACHED_A_TURN;
        await nextTurn();
      }
      yield { root, files, essentials };
    }
  }
}

/** Collects what a scan finds. */
class Scan {
  readonly filings: FoundFiling[] = [];
  readonly unreadable: string[] = [];
  readonly copies = new Copies(this.filings);
  readonly #matches: (filing: FilingEssentials) => boolean;
  files = 0;
  stray = 0;

  constructor(filter: FilingFilter) {
    this.#matches = filingMatcher(filter);
  }

  add(root: number, file: WalkedFile, essentials: FilingEssentials | Unreadable | null | undefined): void {
    this.files++;
    if (essentials instanceof Unreadable) this.unreadable.push(`${file.path}${essentials.reason}`);
    else if (essentials === null || essentials === undefined) this.stray++;
    else {
      const { accession, form, filed, parties } = essentials;
      const { path, file: opened, sizeBytes } = file;
      const year = filingYear(essentials);
      const filing = { accession, form, filed, parties, root, path, file: opened, sizeBytes, year };
      this.copies.add(filing, this.#matches(essentials));
    }
  }
}

/**
 * Finds the filings below some directories: `.txt`, `.nc` and compressed files whose beginning is a submission's. Exhibits
 * and other stray files are told apart by content and counted. Of several copies of a filing the whole one is chosen. Reads
 * only headers, the ends of copies too, and headers once where a cache is given;
 * never holds the event loop for more than a few milliseconds. Throws NOT_FOUND or USAGE for a root that is no directory.
 */
export async function discoverFilings(options: DiscoverOptions): Promise<Discovery> {
  const { filter = {}, limit = Infinity, signal } = options;
  const roots = options.roots.map(realRoot);
  const walks: Walk[] = [];
  for (const root of roots) walks.push(await walkFilings(root));
  const total = walks.reduce((sum, walk) => sum + walk.files.length, 0);
  const recent = total <= FEW ? options.recent : undefined;
  const cache = options.cache === undefined || recent !== undefined ? null : await HeaderCache.open(options.cache);
  walks.forEach((walk, nth) => cache?.keepOnly(`${roots[nth]!}/`, walk.files));

  const scan = new Scan(filter);
  let indexTrouble: unknown = null;
  try {
    for await (const { root, files, essentials } of withEssentials(walks, recent ?? cache, total <= A_HANDFUL)) {
      signal?.throwIfAborted();
      for (let nth = 0; nth < files.length && scan.filings.length < limit; nth++) {
        scan.add(root, files[nth]!, essentials[nth]);
      }
      options.onProgress?.(scan.files, total);
      if (scan.filings.length >= limit) break;
    }
  } finally {
    await cache?.save().catch((error: unknown) => (indexTrouble = error));
  }
  const copies = await scan.copies.choose(signal);
  const { filings, files, stray } = scan;
  const { repeated } = scan.copies;
  const unreadable = [...walks.flatMap((walk) => walk.unreadable), ...scan.unreadable];
  const refused = walks.flatMap((walk) => walk.refused);
  return { filings, files, stray, repeated, copies, refused, unreadable, indexTrouble };
}
