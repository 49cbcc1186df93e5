import { setImmediate as nextTurn } from 'node:timers/promises';
import type { FilingEssentials } from './essentials.ts';
import type { FilingFilter } from './filter.ts';
import { filingMatcher, filingYear } from './filter.ts';
import { HeaderCache } from './header-cache-disk.ts';
import { readFileEssentials } from './header-disk.ts';
import type { WalkedFile } from './walk-disk.ts';
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
  /** Links that lead out of their root: not followed. */
  readonly refused: readonly string[];
  /** Files and directories that could not be read. */
  readonly unreadable: readonly string[];
}

const BATCH = 64;
const CACHED_A_TURN = 1024;

async function essentialsOf(file: WalkedFile, cache: HeaderCache | null): Promise<FilingEssentials | null | undefined> {
  const known = cache?.get(file);
  if (known !== undefined) return known;
  try {
    const read = await readFileEssentials(file.file, file.sizeBytes);
    cache?.set(file, read);
    return read;
  } catch {
    return undefined;
  }
}

/**
 * Finds the filings below some directories: `.txt`, `.nc` and compressed files whose beginning is a submission's. Exhibits
 * and other stray files are told apart by content and counted. Reads only headers, and these once where a cache is given;
 * never holds the event loop for more than a few milliseconds. Throws NOT_FOUND or USAGE for a root that is no directory.
 */
export async function discoverFilings(options: DiscoverOptions): Promise<Discovery> {
  const { filter = {}, limit = Infinity, signal } = options;
  const roots = await Promise.all(options.roots.map(realRoot));
  const walks = [];
  for (const root of roots) walks.push(await walkFilings(root));
  const cache = options.cache === undefined ? null : await HeaderCache.open(options.cache);
  walks.forEach((walk, nth) => cache?.keepOnly(`${roots[nth]!}/`, walk.files));

  const all = walks.flatMap((walk, root) => walk.files.map((file) => ({ file, root })));
  const matches = filingMatcher(filter);
  const seen = new Set<string>();
  const filings: FoundFiling[] = [];
  const unreadable = walks.flatMap((walk) => walk.unreadable);
  let stray = 0;
  let repeated = 0;
  let looked = 0;
  let untilTurn = CACHED_A_TURN;
  try {
    while (looked < all.length && filings.length < limit) {
      signal?.throwIfAborted();
      const batch = all.slice(looked, looked + BATCH);
      const read = await Promise.all(batch.map(({ file }) => essentialsOf(file, cache)));
      for (let nth = 0; nth < batch.length && filings.length < limit; nth++) {
        const { file, root } = batch[nth]!;
        const essentials = read[nth];
        looked++;
        if (essentials === undefined) unreadable.push(file.path);
        else if (essentials === null) stray++;
        else if (seen.has(essentials.accession)) repeated++;
        else {
          seen.add(essentials.accession);
          if (!matches(essentials)) continue;
          const { path, file: opened, sizeBytes } = file;
          filings.push({ ...essentials, root, path, file: opened, sizeBytes, year: filingYear(essentials) });
        }
      }
      options.onProgress?.(looked, all.length);
      untilTurn -= batch.length;
      if (untilTurn <= 0) {
        untilTurn = CACHED_A_TURN;
        await nextTurn();
      }
    }
  } finally {
    await cache?.save();
  }
  return { filings, files: looked, stray, repeated, refused: walks.flatMap((walk) => walk.refused), unreadable };
}
