import type { DeltaNode, Properties } from '../model/delta.ts';
import { parseKey } from '../model/delta.ts';
import type { StoredDelta } from '../store/store.ts';
import { storedDelta } from '../store/stored-delta.ts';
import { whole } from './database.ts';
import type { Database } from './database.ts';
import { readStated } from './reader.ts';
import { STATEMENT_LABEL } from './schema.ts';

const FILINGS_A_PAGE = 50;

/** Every filing's delta, by accession number. */
export async function* readDeltas(database: Database): AsyncIterable<StoredDelta> {
  for (let after = ''; ;) {
    const filings = await database.read(
      'MATCH (f:Filing) WHERE f.accession > $after AND f._token IS NOT NULL RETURN f.accession AS accession ORDER BY f.accession LIMIT $limit',
      { after, limit: whole(FILINGS_A_PAGE) },
    );
    for (const filing of filings) {
      after = filing.get('accession') as string;
      const stored = await readDelta(database, after);
      if (stored !== null) yield stored;
    }
    if (filings.length < FILINGS_A_PAGE) return;
  }
}

/** What one filing says, read again where it was written meanwhile; null for one that went. */
async function readDelta(database: Database, accession: string): Promise<StoredDelta | null> {
  for (let before = await tokenOf(database, accession); before !== null;) {
    const rows = await database.read(
      `MATCH (s:${STATEMENT_LABEL} {accession: $accession}) RETURN s.node AS node, s.rank AS rank, s.names AS names, s.properties AS properties`,
      { accession },
    );
    const nodes = rows.map((row): DeltaNode => {
      const properties = JSON.parse(row.get('properties') as string) as Properties;
      return { ...parseKey(row.get('node') as string), names: row.get('names') as string[], properties };
    });
    const relationships = await readStated(database, accession);
    const after = await tokenOf(database, accession);
    const rank = (rows[0]?.get('rank') as string | undefined) ?? '';
    if (after === before) return { token: after, delta: storedDelta(accession, rank, nodes, relationships) };
    before = after;
  }
  return null;
}

async function tokenOf(database: Database, accession: string): Promise<number | null> {
  const [row] = await database.read('MATCH (f:Filing {accession: $accession}) RETURN f._token AS token', { accession });
  return (row?.get('token') as number | null | undefined) ?? null;
}
