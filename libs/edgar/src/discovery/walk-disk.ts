import { FiligreeError } from '@filigree/base';
import type { Dirent } from 'node:fs';
import { realpathSync, statSync } from 'node:fs';
import { readdir, realpath } from 'node:fs/promises';
import { join, sep } from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { fileError } from '../files/filing-disk.ts';

/** A file that may be a filing. */
export interface WalkedFile {
  /** Path below its root, with forward slashes. */
  readonly path: string;
  /** The path to open. */
  readonly file: string;
  readonly sizeBytes: number;
  readonly mtimeMs: number;
}

/**
 * What a walk found. `refused` are links that lead out of the root, `unreadable` directories that could not be
 * listed, and files whose names are no UTF-8.
 */
export interface Walk {
  readonly files: WalkedFile[];
  readonly refused: string[];
  readonly unreadable: string[];
}

const CANDIDATE = /\.(?:txt|nc)(?:\.gz)?$|\.gz$/i;
// What stands for bytes of a name that are no UTF-8: no path leads to such a file.
const LOST_IN_NAME = '\ufffd';
// About a millisecond of stat calls, then other work of this thread gets its turn.
const FILES_A_TURN = 256;

/** True if a file of this name may be a filing. */
export function isFilingName(name: string): boolean {
  return CANDIDATE.test(name);
}

function byPath(a: { name: string }, b: { name: string }): number {
  return a.name < b.name ? -1 : a.name > b.name ? 1 : 0;
}

/** The real path of a root directory. Throws NOT_FOUND or USAGE. */
export function realRoot(root: string): string {
  try {
    const real = realpathSync.native(root);
    if (!statSync(real).isDirectory()) {
      throw new FiligreeError('USAGE', `${root}: is a file, expected a directory of filings`, {
        remedy: 'name the directory that holds it',
      });
    }
    return real;
  } catch (cause) {
    throw cause instanceof FiligreeError ? cause : fileError(root, cause);
  }
}

/** True if the real path `path` is `root` or lies below it. */
export function liesWithin(path: string, root: string): boolean {
  return path === root || path.startsWith(root.endsWith(sep) ? root : root + sep);
}

class Walker {
  readonly walk: Walk = { files: [], refused: [], unreadable: [] };
  readonly #root: string;
  readonly #seen = new Set<string>();
  #sinceTurn = 0;

  constructor(root: string) {
    this.#root = root;
  }

  async directory(directory: string, below: string): Promise<void> {
    if (this.#seen.has(directory)) return;
    this.#seen.add(directory);
    let entries: Dirent[];
    try {
      entries = await readdir(directory, { withFileTypes: true });
    } catch {
      this.walk.unreadable.push(below === '' ? '.' : below);
      return;
    }
    for (const entry of entries.sort(byPath)) {
      if (entry.name.startsWith('.')) continue;
      const path = below === '' ? entry.name : `${below}/${entry.name}`;
      await this.#entry(entry, join(directory, entry.name), path);
    }
  }

  async #entry(entry: Dirent, file: string, path: string): Promise<void> {
    if (entry.isSymbolicLink()) {
      const real = await realpath(file).catch(() => null);
      if (real === null) {
        this.#gone(path);
        return;
      }
      if (!liesWithin(real, this.#root)) {
        this.walk.refused.push(path);
        return;
      }
      if (statSync(real).isDirectory()) await this.directory(real, path);
      else await this.#file(real, path);
    } else if (entry.isDirectory()) await this.directory(file, path);
    else if (entry.isFile()) await this.#file(file, path);
  }

  async #file(file: string, path: string): Promise<void> {
    if (!isFilingName(path)) return;
    if (++this.#sinceTurn >= FILES_A_TURN) {
      this.#sinceTurn = 0;
      await nextTurn();
    }
    const stat = statSync(file, { throwIfNoEntry: false });
    if (stat === undefined) this.#gone(path);
    if (stat?.isFile() !== true) return;
    this.walk.files.push({ path, file, sizeBytes: stat.size, mtimeMs: Math.floor(stat.mtimeMs) });
  }

  // What was listed and is not there was removed meanwhile, which is no news, or cannot be named.
  #gone(path: string): void {
    if (path.includes(LOST_IN_NAME)) this.walk.unreadable.push(`${path}: its name is not valid UTF-8, rename it`);
  }
}

/**
 * All files below `root` (a real path) whose names may be a filing's, sorted by path. Links are followed while they stay
 * within the root, each directory once. Yields to the event loop about every millisecond.
 */
export async function walkFilings(root: string): Promise<Walk> {
  const walker = new Walker(root);
  await walker.directory(root, '');
  walker.walk.files.sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0));
  return walker.walk;
}
