// Whole graph files: one copied while others write it, and one put in the place of what another holds.

import { randomUUID } from 'node:crypto';
import { chmodSync, closeSync, fsyncSync, openSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import Database from 'libsql';
import { FiligreeError } from '@filigree/base';
import { openConnection, openToRead, sqliteError, transaction } from './connection.ts';
import { Reader } from './reader.ts';
import { fileUri, readingPlace } from './reading.ts';

export interface CopiedGraph {
  readonly graphId: string;
  /** The epoch that is stored in the copy. */
  readonly epoch: number;
  readonly filings: number;
}

/** The name under which a copy keeps the backup that it belongs to. */
export const BACKUP_ID = 'backup_id';
const TABLES = ['relationship', 'statement', 'node', 'fence'];

function synced(path: string): void {
  chmodSync(path, 0o600);
  const handle = openSync(path, 'r');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

/**
 * Copies the graph of one moment into a new file, whoever writes it meanwhile. The copy carries the backup's id, and an epoch that
 * `epochOf` makes of the graph's: it must be above all that may serve the graph until the copy is put in its place.
 */
export function copyGraphFile(
  file: string,
  target: string,
  backupId: string,
  epochOf: (epoch: number) => number,
): CopiedGraph {
  const place = readingPlace(file);
  try {
    const from = openToRead(file, place?.uri ?? fileUri(file, 'mode=rw'));
    try {
      // The other file is written; this one is only read.
      from.exec('PRAGMA query_only = 0');
      from.prepare('VACUUM INTO ?').run(target);
    } finally {
      from.close();
    }
    place?.check();
  } catch (cause) {
    throw sqliteError(file, cause);
  } finally {
    place?.release();
  }
  try {
    const copy = new Database(target);
    try {
      const reader = new Reader(copy);
      const epoch = epochOf(Number(reader.meta('epoch')));
      copy.prepare("UPDATE meta SET value = ? WHERE key = 'epoch'").run(String(epoch));
      copy.prepare('INSERT OR REPLACE INTO meta (key, value) VALUES (?, ?)').run(BACKUP_ID, backupId);
      return { graphId: reader.meta('graph_id'), epoch, filings: reader.stats().nodes.Filing };
    } finally {
      copy.close();
    }
  } catch (cause) {
    throw sqliteError(target, cause);
  } finally {
    synced(target);
  }
}

/**
 * Puts the graph of the file `from` in the place of all that the graph `file` holds, in one transaction: killed at any point, it
 * holds either. The graph gets a new id, and an epoch above its own and that of `from`.
 */
export function adoptGraphFile(file: string, from: string): { readonly graphId: string; readonly epoch: number } {
  const connection = openConnection(file);
  try {
    connection.prepare('ATTACH ? AS fresh').run(pathToFileURL(from).href);
    return transaction(connection, () => {
      for (const table of TABLES) connection.exec(`DELETE FROM main.${table}`);
      for (const table of TABLES) connection.exec(`INSERT INTO main.${table} SELECT * FROM fresh.${table}`);
      const stored = connection
        .prepare(
          "SELECT max(CAST(value AS INTEGER)) AS epoch FROM (SELECT value FROM main.meta WHERE key = 'epoch' UNION ALL SELECT value FROM fresh.meta WHERE key = 'epoch')",
        )
        .get() as { epoch: number };
      const meta = { graphId: randomUUID(), epoch: stored.epoch };
      const put = connection.prepare('UPDATE main.meta SET value = ? WHERE key = ?');
      put.run(meta.graphId, 'graph_id');
      put.run(String(meta.epoch), 'epoch');
      connection.prepare('DELETE FROM main.meta WHERE key = ?').run(BACKUP_ID);
      return meta;
    });
  } catch (cause) {
    if (cause instanceof FiligreeError) throw cause;
    throw sqliteError(file, cause);
  } finally {
    connection.close();
  }
}
