import { open, readFile, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { PRIVATE_DIRECTORY_MODE, PRIVATE_FILE_MODE, makeDirectory } from '@filigree/base';
import type { FilingEssentials } from './essentials.ts';
import type { KnownHeaders } from './recent-headers.ts';
import type { WalkedFile } from './walk-disk.ts';

// Counts up when headers are read otherwise than before, too: what is kept here is not read again.
const VERSION = 'filigree-header-index 3';
const LINES_A_TURN = 2000;
const LINES_A_WRITE = 5000;

type Entry = FilingEssentials | null;

function encode(file: WalkedFile, entry: Entry): string {
  const parties = entry?.parties.map(({ cik, name }) => [cik, name]);
  const payload = entry === null ? null : [entry.accession, entry.form, entry.filed, parties];
  return JSON.stringify([file.sizeBytes, file.mtimeMs, payload]);
}

type Payload = [string, string | null, string | null, [string | null, string][]];

function decode(line: string, file: WalkedFile): Entry | undefined {
  const [sizeBytes, mtimeMs, payload] = JSON.parse(line) as [number, number, Payload | null];
  if (sizeBytes !== file.sizeBytes || mtimeMs !== file.mtimeMs) return undefined;
  if (payload === null) return null;
  const [accession, form, filed, parties] = payload;
  return { accession, form, filed, parties: parties.map(([cik, name]) => ({ cik, name })) };
}

let saves = 0;

/**
 * What earlier scans read, kept in one file: a line a file, its path, then size, modification time and essentials. A line
 * is decoded only when it is asked for, so that a hundred thousand of them open at once. A damaged cache is an empty one.
 */
export class HeaderCache implements KnownHeaders {
  readonly #path: string;
  readonly #lines = new Map<string, string>();
  #changed = false;

  private constructor(path: string) {
    this.#path = path;
  }

  /** Opens the cache file at `path`; a missing or foreign file gives an empty cache. */
  static async open(path: string): Promise<HeaderCache> {
    const cache = new HeaderCache(path);
    const text = await readFile(path, 'utf8').catch(() => '');
    if (!text.startsWith(`${VERSION}\n`)) return cache;
    let count = 0;
    for (let from = VERSION.length + 1; from < text.length;) {
      const lineEnd = text.indexOf('\n', from);
      const end = lineEnd === -1 ? text.length : lineEnd;
      const tab = text.indexOf('\t', from);
      if (tab !== -1 && tab < end) cache.#lines.set(text.slice(from, tab), text.slice(tab + 1, end));
      from = end + 1;
      if (++count % LINES_A_TURN === 0) await nextTurn();
    }
    return cache;
  }

  /** The essentials of a file (null for a stray one), or undefined where they are unknown or the file has changed. */
  get(file: WalkedFile): Entry | undefined {
    const line = this.#lines.get(file.file);
    if (line === undefined) return undefined;
    try {
      return decode(line, file);
    } catch {
      return undefined;
    }
  }

  set(file: WalkedFile, entry: Entry): void {
    if (/[\t\n]/.test(file.file)) return;
    this.#lines.set(file.file, encode(file, entry));
    this.#changed = true;
  }

  /** Forgets what lies below `root` and is no longer there. */
  keepOnly(root: string, files: readonly WalkedFile[]): void {
    const present = new Set(files.map((file) => file.file));
    for (const path of this.#lines.keys()) {
      if (!path.startsWith(root) || present.has(path)) continue;
      this.#lines.delete(path);
      this.#changed = true;
    }
  }

  /** Writes the cache if it changed: a temporary file, then a rename. Throws the file system's errors. */
  async save(): Promise<void> {
    if (!this.#changed) return;
    await makeDirectory(dirname(this.#path), PRIVATE_DIRECTORY_MODE);
    // Scans of one process may end at the same time: each has a file of its own until the rename.
    const temporary = `${this.#path}.${process.pid}.${++saves}.tmp`;
    try {
      const handle = await open(temporary, 'w', PRIVATE_FILE_MODE);
      try {
        let batch = [VERSION];
        for (const [path, line] of this.#lines) {
          batch.push(`${path}\t${line}`);
          if (batch.length < LINES_A_WRITE) continue;
          await handle.write(`${batch.join('\n')}\n`);
          batch = [];
        }
        await handle.write(batch.length === 0 ? '' : `${batch.join('\n')}\n`);
      } finally {
        await handle.close();
      }
      await rename(temporary, this.#path);
      this.#changed = false;
    } finally {
      await rm(temporary, { force: true });
    }
  }
}
