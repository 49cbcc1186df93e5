// The Cypher of the fenced write. Every call sends its statements at once and gives what they answer; labels and types are
// fixed words, everything else is a parameter.

import { compareUtf8 } from '../model/canonical.ts';
import { keyOf } from '../model/delta.ts';
import type { NodeKey, Properties } from '../model/delta.ts';
import type { Statement } from '../model/fold.ts';
import { KEY_PROPERTY, RELATIONSHIP_TYPES } from '../model/labels.ts';
import type { Label } from '../model/labels.ts';
import type { Runner } from './database.ts';
import { STATEMENT_LABEL } from './schema.ts';

/**
 * Planned once: as a graph grows, the database would plan these statements anew again and again, each time for longer than
 * a hundred filings take to write. What must be found by an index says so, since the first plan may be of an empty graph.
 */
export const PLANNED_ONCE = 'CYPHER replan=skip';

export interface Fence {
  readonly accession: string;
  readonly token: number;
  readonly digest: string;
}

/** Locks the filings, sorted, by touching them: reading first would let an old token overwrite a newer one. Gives the fences of those that were written before. */
export async function lockFilings(runner: Runner, accessions: readonly string[]): Promise<Map<string, Fence>> {
  const { records } = await runner.run(
    `${PLANNED_ONCE} UNWIND $accessions AS accession MERGE (f:Filing {accession: accession}) SET f._lock = true RETURN accession, f._token AS token, f._digest AS digest`,
    { accessions },
  );
  const fences = new Map<string, Fence>();
  for (const record of records) {
    const accession = record.get('accession') as string;
    const token = record.get('token') as number | null;
    if (token !== null) fences.set(accession, { accession, token, digest: record.get('digest') as string });
  }
  return fences;
}

/** Keys of the nodes that the filings stated. */
export async function statedNodes(runner: Runner, accessions: readonly string[]): Promise<string[]> {
  const { records } = await runner.run(
    `UNWIND $accessions AS accession MATCH (s:${STATEMENT_LABEL} {accession: accession}) RETURN DISTINCT s.node AS node`,
    { accessions },
  );
  return records.map((record) => record.get('node') as string);
}

// Nodes of these labels are stated by many filings; those of the others belong to one filing, whose lock is theirs.
export const SHARED: readonly Label[] = ['Company', 'Person', 'Sector'];

const LOCK_NODES = `${PLANNED_ONCE} ${SHARED.map((label) => {
  const key = KEY_PROPERTY[label];
  return `UNWIND $all.${label} AS id MERGE (n:${label} {${key}: id}) SET n._lock = true RETURN '${label}' AS label, id, n._fold AS fold`;
}).join(' UNION ALL ')}`;

/** Locks (and where needed makes) shared nodes in one order for all writers: by label, then by id. Gives the folds of those that have one. */
export async function lockNodes(runner: Runner, nodes: readonly NodeKey[]): Promise<Map<string, string>> {
  const ids = (label: Label): string[] =>
    nodes
      .filter((node) => node.label === label)
      .map((node) => node.id)
      .sort(compareUtf8);
  const { records } = await runner.run(LOCK_NODES, {
    all: Object.fromEntries(SHARED.map((label) => [label, ids(label)])),
  });
  const folds = new Map<string, string>();
  for (const record of records) {
    const fold = record.get('fold') as string | null;
    if (fold !== null) folds.set(keyOf({ label: record.get('label') as Label, id: record.get('id') as string }), fold);
  }
  return folds;
}

const CLEARED = [
  ...RELATIONSHIP_TYPES.map((type) => `()-[x:${type} {accession: accession}]->() USING INDEX x:${type}(accession)`),
  `(x:${STATEMENT_LABEL} {accession: accession}) USING INDEX x:${STATEMENT_LABEL}(accession)`,
].map((found) => `CALL { UNWIND $all.accessions AS accession MATCH ${found} DELETE x }`);
const CLEAR = `${PLANNED_ONCE} ${CLEARED.join(' ')}`;

/** Takes away what the filings said: each relationship type by its own index, all in one statement. */
export async function clearFilings(runner: Runner, accessions: readonly string[]): Promise<void> {
  await runner.run(CLEAR, { all: { accessions } });
}

/** All statements about the nodes but those of the filings in `without`. */
export async function statementsOf(
  runner: Runner,
  keys: readonly string[],
  without: readonly string[],
): Promise<Map<string, Statement[]>> {
  const { records } = await runner.run(
    `UNWIND $keys AS key MATCH (s:${STATEMENT_LABEL} {node: key}) WHERE NOT s.accession IN $without RETURN key, s.rank AS rank, s.names AS names, s.properties AS properties`,
    { keys, without },
  );
  const found = new Map<string, Statement[]>();
  for (const record of records) {
    const key = record.get('key') as string;
    const statement = {
      rank: record.get('rank') as string,
      names: record.get('names') as string[],
      properties: JSON.parse(record.get('properties') as string) as Properties,
    };
    found.set(key, [...(found.get(key) ?? []), statement]);
  }
  return found;
}
