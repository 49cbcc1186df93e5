import { randomUUID } from 'node:crypto';
import { closeSync, openSync, statfsSync } from 'node:fs';
import { dirname } from 'node:path';
import Database from 'libsql';
import { FiligreeError, PRIVATE_DIRECTORY_MODE, PRIVATE_FILE_MODE, makeDirectorySync } from '@filigree/base';
import { SCHEMA, SCHEMA_VERSION } from './schema.ts';

export type Connection = Database.Database;

/** A value of a row; blobs do not occur. */
export type Cell = string | number | null;

const OUT_OF_SPACE = /SQLITE_FULL|disk (is )?full|ENOSPC|EDQUOT|EFBIG/i;
const IO_ERROR = /SQLITE_IOERR|disk I\/O error/i;
/** With less than this free, an input or output error comes of it: SQLite does not say so of the files that it keeps beside a graph. */
const FULL_BELOW_BYTES = 64 * 1024;

const REMEDIES: readonly (readonly [
  pattern: RegExp,
  code: 'DISK_FULL' | 'CORRUPT' | 'LOCAL_STATE',
  said: string,
  remedy: string,
])[] = [
  [OUT_OF_SPACE, 'DISK_FULL', 'no space is left on its disk', 'make room there'],
  [
    /SQLITE_(CORRUPT|NOTADB)|malformed|not a database/i,
    'CORRUPT',
    'the file is damaged or no graph',
    'move the file away and load the filings again',
  ],
  [
    /SQLITE_(BUSY|LOCKED)|database is locked/i,
    'LOCAL_STATE',
    'another process keeps it locked',
    'wait for it or end it, or ask the coordinator with --coordinator',
  ],
  [
    /SQLITE_(CANTOPEN|READONLY|PERM|IOERR)|unable to open|readonly|disk I\/O error|^E[A-Z]+ /i,
    'LOCAL_STATE',
    'it cannot be opened or written',
    'give this user the right to read the file, and to write it and its directory where it changes, or choose another with --graph sqlite:FILE',
  ],
];

/** The error of a graph file as users see it. */
export function sqliteError(file: string, cause: unknown): FiligreeError {
  if (cause instanceof FiligreeError) return cause;
  const code = (cause as { code?: unknown }).code;
  const message = cause instanceof Error ? cause.message : String(cause);
  const said = `${typeof code === 'string' ? code : ''} ${message}`;
  const text = IO_ERROR.test(said) && isFull(dirname(file)) ? `SQLITE_FULL ${said}` : said;
  for (const [pattern, errorCode, what, remedy] of REMEDIES) {
    if (pattern.test(text))
      return new FiligreeError(errorCode, `graph ${file}: ${what} (${message})`, { remedy, cause });
  }
  return new FiligreeError('INTERNAL', `graph ${file}: ${message}`, { remedy: 'report it with this message', cause });
}

function isFull(directory: string): boolean {
  try {
    const { bavail, bsize } = statfsSync(directory);
    return bavail * bsize < FULL_BELOW_BYTES;
  } catch {
    return false;
  }
}

/** Opens the graph file, making it and its directory if there is none: write-ahead log, every commit on disk before it is acknowledged. */
export function openConnection(file: string): Connection {
  try {
    makeDirectorySync(dirname(file), PRIVATE_DIRECTORY_MODE);
    makePrivate(file);
    const connection = new Database(file);
    connection.exec(
      'PRAGMA busy_timeout = 10000; PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA cache_size = -65536;',
    );
    migrate(connection, file);
    return connection;
  } catch (cause) {
    throw sqliteError(file, cause);
  }
}

/** A new graph is for this user alone; SQLite gives the files beside it (-wal, -shm) the same mode. */
function makePrivate(file: string): void {
  try {
    closeSync(openSync(file, 'wx', PRIVATE_FILE_MODE));
  } catch {
    // It is there already, or it cannot be made: SQLite says which.
  }
}

/** Opens a graph that this user may only read. Throws LOCAL_STATE where it is not of this version. */
export function openToRead(file: string, uri: string): Connection {
  try {
    const connection = new Database(uri);
    connection.exec('PRAGMA busy_timeout = 10000; PRAGMA query_only = 1; PRAGMA cache_size = -65536;');
    const version = schemaVersion(connection);
    if (version === SCHEMA_VERSION) return connection;
    connection.close();
    if (version > SCHEMA_VERSION) throw newerVersion(file, version);
    throw new FiligreeError(
      'LOCAL_STATE',
      `graph ${file}: made by an older version (schema ${String(version)}), and it may not be written to bring it up to date`,
      { remedy: 'have somebody run coordinator graph setup on it who may write it' },
    );
  } catch (cause) {
    throw sqliteError(file, cause);
  }
}

function newerVersion(file: string, version: number): FiligreeError {
  return new FiligreeError(
    'LOCAL_STATE',
    `graph ${file}: made by a newer version (schema ${String(version)}, this one knows ${String(SCHEMA_VERSION)})`,
    { remedy: 'use the newer version, or another --graph' },
  );
}

function migrate(connection: Connection, file: string): void {
  const version = schemaVersion(connection);
  if (version === SCHEMA_VERSION) return;
  if (version > SCHEMA_VERSION) throw newerVersion(file, version);
  transaction(connection, () => {
    // Another process may have made the tables while this one waited for the lock.
    if (schemaVersion(connection) === SCHEMA_VERSION) return;
    connection.exec(SCHEMA);
    const put = connection.prepare('INSERT OR IGNORE INTO meta (key, value) VALUES (?, ?)');
    put.run('graph_id', randomUUID());
    put.run('epoch', '0');
    connection.exec(`PRAGMA user_version = ${String(SCHEMA_VERSION)}`);
  });
}

function schemaVersion(connection: Connection): number {
  return (connection.prepare('PRAGMA user_version').get() as { user_version: number }).user_version;
}

/** Runs `act` in a write transaction: all of it, or none. */
export function transaction<T>(connection: Connection, act: () => T): T {
  connection.exec('BEGIN IMMEDIATE');
  try {
    const result = act();
    connection.exec('COMMIT');
    return result;
  } catch (error) {
    // SQLite has rolled back by itself after some errors; there is nothing to roll back then.
    if (connection.inTransaction) connection.exec('ROLLBACK');
    throw error;
  }
}

/** Prepares each statement once. */
export function makeStatements(connection: Connection): (sql: string) => Database.Statement<unknown[]> {
  const prepared = new Map<string, Database.Statement<unknown[]>>();
  return (sql) => {
    const known = prepared.get(sql);
    if (known !== undefined) return known;
    const statement = connection.prepare<unknown[]>(sql);
    prepared.set(sql, statement);
    return statement;
  };
}
