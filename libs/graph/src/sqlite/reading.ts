// A graph file that may only be read. SQLite reads a file in WAL mode by means of two files beside it, and makes them where they are
// missing: for one who may not write there it refuses, and where it does not, it leaves files that the owner may not write.

import { accessSync, constants, copyFileSync, existsSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { FiligreeError } from '@filigree/base';

/** Where and how a graph file is opened for reading. */
export interface ReadingPlace {
  /** What SQLite opens. */
  readonly uri: string;
  /** Throws LOCAL_STATE where what was read may be neither old nor new, because somebody wrote meanwhile. */
  check(): void;
  /** Removes what was made for reading. May be called twice. */
  release(): void;
}

function isWritable(path: string): boolean {
  try {
    accessSync(path, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}

function sizeOf(path: string): number {
  return statSync(path, { throwIfNoEntry: false })?.size ?? 0;
}

/** A file as SQLite opens it, with how it is opened: `mode=ro`, `immutable=1`, ... */
export function fileUri(file: string, mode: string): string {
  return `${pathToFileURL(file).href}?${mode}`;
}

/** How to read a graph file that this user may not write, or not in its directory; null where both may be written. */
export function readingPlace(file: string): ReadingPlace | null {
  if (!existsSync(file) || (isWritable(file) && isWritable(dirname(file)))) return null;
  const log = `${file}-wal`;
  // Somebody has it open: SQLite sees what is committed and keeps it from being taken away.
  if (existsSync(log) && existsSync(`${file}-shm`))
    return { uri: fileUri(file, 'mode=ro'), check: () => undefined, release: () => undefined };
  return sizeOf(log) === 0 ? unchanging(file) : copied(file, log);
}

/** Nobody has it open, and all is in the one file: it is read as something that does not change, and looked at again afterwards. */
function unchanging(file: string): ReadingPlace {
  const stamp = (): string => {
    const { mtimeMs, size } = statSync(file);
    return [mtimeMs, size, sizeOf(`${file}-wal`)].join(' ');
  };
  const before = stamp();
  return {
    uri: fileUri(file, 'immutable=1'),
    check: () => {
      if (stamp() === before) return;
      throw new FiligreeError('LOCAL_STATE', `graph ${file}: it was written while it was read`, {
        remedy: 'ask again, or ask the coordinator that writes it with --coordinator',
      });
    },
    release: () => undefined,
  };
}

/** A part of it is still in the log of a process that died: SQLite puts that together in a copy. */
function copied(file: string, log: string): ReadingPlace {
  const directory = mkdtempSync(join(tmpdir(), 'filigree-read-'));
  const copy = join(directory, basename(file));
  const release = (): void => {
    rmSync(directory, { recursive: true, force: true });
  };
  try {
    copyFileSync(file, copy);
    copyFileSync(log, `${copy}-wal`);
  } catch (error) {
    release();
    throw error;
  }
  return { uri: fileUri(copy, 'mode=rw'), check: () => undefined, release };
}
