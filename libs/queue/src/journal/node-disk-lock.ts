import { closeSync, openSync } from 'node:fs';
import { FiligreeError, PRIVATE_FILE_MODE } from '@filigree/base';
import Database from 'libsql';
import type { DiskLock } from './disk.ts';

const REMEDY =
  'send work to the coordinator that holds it (`coordinator submit`, or `load-graph --distributed`), or choose another directory with --queue-dir';

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/**
 * Holds the directory by an exclusive SQLite transaction on its file `lock`. The operating system ends it with the
 * process, however that dies, and it does not depend on process ids, which repeat in containers.
 */
export function lockDirectory(dir: string): Promise<DiskLock> {
  const path = `${dir}/lock`;
  let database: Database.Database | null = null;
  try {
    closeSync(openSync(path, 'a', PRIVATE_FILE_MODE));
    database = new Database(path);
    // The transaction changes nothing; without a file for its own journal it begins even where the disk is full.
    database.exec('PRAGMA journal_mode = MEMORY; BEGIN EXCLUSIVE');
  } catch (error) {
    database?.close();
    const isHeld = (error as { code?: unknown }).code === 'SQLITE_BUSY';
    const message = isHeld
      ? `the queue directory ${dir} is held by another coordinator`
      : `the queue directory ${dir} cannot be locked: ${path} cannot be used (${messageOf(error)})`;
    const remedy = isHeld
      ? REMEDY
      : `give this user the right to write ${path}, or remove that file when no coordinator runs there`;
    return Promise.reject(
      new FiligreeError('LOCAL_STATE', message, { remedy, detail: { path: dir, held: isHeld }, cause: error }),
    );
  }
  const held = database;
  let isReleased = false;
  return Promise.resolve({
    release: () => {
      if (isReleased) return;
      isReleased = true;
      held.exec('ROLLBACK');
      held.close();
    },
  });
}
