import neo4j from 'neo4j-driver';
import { FiligreeError } from '@filigree/base';
import { codeOf, neo4jError } from '../../neo4j/failures.ts';
import { openDriver, placeOf } from '../../neo4j/driver.ts';
import { cellOf } from '../../neo4j/values.ts';
import { tooMuch } from '../answer-size.ts';
import type { QueryLimits } from '../limits.ts';
import type { Cell, CypherQuery } from '../messages.ts';

const RECORDS_AT_ONCE = 100;

function failed(place: string, limits: QueryLimits, error: unknown): FiligreeError {
  if (codeOf(error).startsWith('Neo.ClientError.Transaction.TransactionTimedOut'))
    return tooMuch(`it took longer than ${String(limits.timeMs / 1000)} seconds`);
  if (codeOf(error).includes('OutOfMemory'))
    return tooMuch('it took more memory than the database gives one transaction');
  return neo4jError(place, error);
}

/** Runs a query that `checkCypher` has let in, in a transaction that the database lets read only. Throws USAGE, TOO_LARGE, UNREACHABLE. */
export async function runCypher(
  { settings, text }: CypherQuery,
  limits: QueryLimits,
  onColumns: (columns: readonly string[]) => void,
  onRow: (row: readonly Cell[]) => void,
): Promise<void> {
  const driver = openDriver(settings);
  try {
    const session = driver.session({
      database: settings.database,
      defaultAccessMode: neo4j.session.READ,
      fetchSize: RECORDS_AT_ONCE,
    });
    const transaction = await session.beginTransaction({ timeout: limits.timeMs });
    const result = transaction.run(text);
    const columns = (await result.keys()).map(String);
    onColumns(columns);
    for await (const record of result) onRow(columns.map((column) => cellOf(record.get(column))));
    await transaction.rollback();
    await session.close();
  } catch (error) {
    throw failed(placeOf(settings), limits, error);
  } finally {
    await driver.close();
  }
}
