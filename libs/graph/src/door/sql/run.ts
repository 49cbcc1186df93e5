import Database from 'libsql';
import { FiligreeError } from '@filigree/base';
import { tooMuch } from '../answer-size.ts';
import type { QueryLimits } from '../limits.ts';
import type { Cell, SqlQuery } from '../messages.ts';
import { refused } from '../refused.ts';
import { checkPlan } from './plan.ts';

function open(uri: string, limits: QueryLimits): Database.Database {
  // Read-only for SQLite itself; temporary tables stay in memory, which has a limit.
  const connection = new Database(uri);
  connection.exec(
    `PRAGMA hard_heap_limit = ${String(limits.sqliteBytes)}; PRAGMA query_only = 1; PRAGMA temp_store = MEMORY; ` +
      'PRAGMA trusted_schema = 0; PRAGMA cell_size_check = 1; PRAGMA busy_timeout = 5000;',
  );
  return connection;
}

function cellOf(value: unknown): Cell {
  if (value instanceof Uint8Array) return Buffer.from(value).toString('hex');
  return typeof value === 'bigint' ? value.toString() : (value as Cell);
}

/** What SQLite says of a query that it does not take. */
function failed(cause: unknown): FiligreeError {
  if (cause instanceof FiligreeError) return cause;
  const message = cause instanceof Error ? cause.message : String(cause);
  if (/out of memory|too big/i.test(message)) return tooMuch(`it took more memory than it may (${message})`);
  return refused(message, 'correct the query; a query that is empty lists the tables');
}

/** Runs a query that `checkSql` has let in, on a connection that can do nothing else. Throws USAGE and TOO_LARGE. */
export function runSql(
  { uri, text, statement }: SqlQuery,
  limits: QueryLimits,
  onColumns: (columns: readonly string[]) => void,
  onRow: (row: readonly Cell[]) => void,
): void {
  const connection = open(uri, limits);
  try {
    checkPlan(connection, statement);
    const prepared = connection.prepare<unknown[]>(text).raw();
    onColumns(prepared.columns().map(({ name }) => name));
    for (const row of prepared.iterate() as Iterable<readonly unknown[]>) onRow(row.map(cellOf));
  } catch (cause) {
    throw failed(cause);
  } finally {
    connection.close();
  }
}
