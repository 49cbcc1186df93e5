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
      'MATCH (f:Filing) WHERE f.accession > $after AND f._token IS NOT NULL RETURN f.accession AS accession, f._token AS token ORDER BY f.accession LIMIT $limit',
      { after, limit: whole(FILINGS_A_PAGE) },
    );
    for (const filing of filings) {
      const accession = filing.get('accession') as string;
      const rows = await database.read(
        `MATCH (s:${STATEMENT_LABEL} {accession: $accession}) RETURN s.node AS node, s.rank AS rank, s.names AS names, s.properties AS properties`,
        { accession },
      );
      const nodes = rows.map((row): DeltaNode => {
        const properties = JSON.parse(row.get('properties') as string) as Properties;
        return { ...parseKey(row.get('node') as string), names: row.get('names') as string[], properties };
      });
      const rank = (rows[0]?.get('rank') as string | undefined) ?? '';
      yield {
        token: filing.get('token') as number,
        delta: storedDelta(accession, rank, nodes, await readStated(database, accession)),
      };
      after = accession;
    }
    if (filings.length < FILINGS_A_PAGE) return;
  }
}
