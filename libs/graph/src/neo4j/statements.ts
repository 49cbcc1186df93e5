// The Cypher of the fenced write. Every call sends its statements at once and gives what they answer; labels and types are
// fixed words, everything else is a parameter.

import { compareUtf8, canonicalJson } from '../model/canonical.ts';
import { keyOf } from '../model/delta.ts';
import type { GraphDelta, NodeKey, Properties } from '../model/delta.ts';
import { encodeFold, foldedProperties, statementOf } from '../model/fold.ts';
import type { Fold, Statement } from '../model/fold.ts';
import { KEY_PROPERTY, LABELS, RELATIONSHIP_TYPES } from '../model/labels.ts';
import type { Label } from '../model/labels.ts';
import { searchText } from '../model/search.ts';
import { whole } from './database.ts';
import type { Runner } from './database.ts';
import { STATEMENT_LABEL } from './schema.ts';
import { toDatabase } from './values.ts';

export interface Fence {
  readonly accession: string;
  readonly token: number;
  readonly digest: string;
}

/** Locks the filings, sorted, by touching them: reading first would let an old token overwrite a newer one. Gives the fences of those that were written before. */
export async function lockFilings(runner: Runner, accessions: readonly string[]): Promise<Map<string, Fence>> {
  const { records } = await runner.run(
    'UNWIND $accessions AS accession MERGE (f:Filing {accession: accession}) SET f._lock = true RETURN accession, f._token AS token, f._digest AS digest',
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

function byLabel<T extends NodeKey>(nodes: Iterable<T>): [Label, T[]][] {
  const groups = new Map<Label, T[]>(LABELS.map((label) => [label, []]));
  for (const node of nodes) groups.get(node.label)?.push(node);
  return [...groups].filter(([, group]) => group.length > 0);
}

/** Locks (and where needed makes) nodes in one order for all writers: by label, then by id. Gives the folds of those that have one. */
export async function lockNodes(runner: Runner, nodes: readonly NodeKey[]): Promise<Map<string, string>> {
  const folds = new Map<string, string>();
  const answers = byLabel(nodes).map(async ([label, group]) => {
    const key = KEY_PROPERTY[label];
    const ids = group.map((node) => node.id).sort(compareUtf8);
    const { records } = await runner.run(
      `UNWIND $ids AS id MERGE (n:${label} {${key}: id}) SET n._lock = true RETURN id, n._fold AS fold`,
      { ids },
    );
    for (const record of records) {
      const fold = record.get('fold') as string | null;
      if (fold !== null) folds.set(keyOf({ label, id: record.get('id') as string }), fold);
    }
  });
  await Promise.all(answers);
  return folds;
}

/** Takes away what the filings said: one typed statement a relationship type, each with its index. */
export async function clearFilings(runner: Runner, accessions: readonly string[]): Promise<void> {
  await Promise.all([
    ...RELATIONSHIP_TYPES.map((type) =>
      runner.run(`UNWIND $accessions AS accession MATCH ()-[r:${type} {accession: accession}]->() DELETE r`, {
        accessions,
      }),
    ),
    runner.run(`UNWIND $accessions AS accession MATCH (s:${STATEMENT_LABEL} {accession: accession}) DELETE s`, {
      accessions,
    }),
  ]);
}

export async function insertStatements(runner: Runner, deltas: readonly GraphDelta[]): Promise<void> {
  const rows = deltas.flatMap((delta) =>
    delta.nodes.map((node) => {
      const { rank, names, properties } = statementOf(delta, node);
      return { accession: delta.accession, node: keyOf(node), rank, names, properties: canonicalJson(properties) };
    }),
  );
  await runner.run(`UNWIND $rows AS row CREATE (s:${STATEMENT_LABEL}) SET s = row`, { rows });
}

/** All statements about the nodes. */
export async function statementsOf(runner: Runner, keys: readonly string[]): Promise<Map<string, Statement[]>> {
  const { records } = await runner.run(
    `UNWIND $keys AS key MATCH (s:${STATEMENT_LABEL} {node: key}) RETURN key, s.rank AS rank, s.names AS names, s.properties AS properties`,
    { keys },
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

/** Stores folded properties. A filing keeps its fence, which is put apart. */
export async function putNodes(runner: Runner, folds: ReadonlyMap<string, Fold>): Promise<void> {
  const nodes = [...folds].map(([key, fold]) => {
    const label = key.slice(0, key.indexOf(' ')) as Label;
    return { label, id: key.slice(label.length + 1), fold };
  });
  const runs = byLabel(nodes).map(([label, group]) => {
    const key = KEY_PROPERTY[label];
    const rows = group.map(({ id, fold }) => {
      const properties = foldedProperties(fold);
      const search = searchText(properties);
      const own = { [key]: id, _lock: true, _fold: encodeFold(fold), ...(search === '' ? {} : { _search: search }) };
      return { id, properties: { ...toDatabase(properties), ...own } };
    });
    return runner.run(`UNWIND $rows AS row MATCH (n:${label} {${key}: row.id}) SET n = row.properties`, { rows });
  });
  await Promise.all(runs);
}

export async function putFences(runner: Runner, fences: readonly Fence[]): Promise<void> {
  if (fences.length === 0) return;
  const rows = fences.map(({ accession, token, digest }) => ({ accession, token: whole(token), digest }));
  await runner.run(
    'UNWIND $rows AS row MATCH (f:Filing {accession: row.accession}) SET f._token = row.token, f._digest = row.digest',
    { rows },
  );
}

/** Relationships by type and the labels that they join. Their filings are locked and say nothing any more, so none of them is there yet. */
export async function insertRelationships(runner: Runner, deltas: readonly GraphDelta[]): Promise<void> {
  const groups = new Map<string, { from: string; to: string; properties: Record<string, unknown> }[]>();
  for (const { nodes, relationships } of deltas) {
    for (const { id, type, from, to, properties } of relationships) {
      const start = nodes[from]!;
      const end = nodes[to]!;
      const pattern = `MATCH (a:${start.label} {${KEY_PROPERTY[start.label]}: row.from}) MATCH (b:${end.label} {${KEY_PROPERTY[end.label]}: row.to}) CREATE (a)-[r:${type}]->(b)`;
      const rows = groups.get(pattern) ?? [];
      groups.set(pattern, rows);
      rows.push({ from: start.id, to: end.id, properties: { id, ...toDatabase(properties) } });
    }
  }
  await Promise.all(
    [...groups].map(([pattern, rows]) => runner.run(`UNWIND $rows AS row ${pattern} SET r = row.properties`, { rows })),
  );
}

/** Removes locked nodes that nothing states any more, and links to them. Never with other relationships: those are another filing's. */
export async function removeNodes(runner: Runner, nodes: readonly NodeKey[]): Promise<void> {
  const runs = byLabel(nodes).map(([label, group]) => {
    const ids = group.map((node) => node.id).sort(compareUtf8);
    return runner.run(
      `UNWIND $ids AS id MATCH (n:${label} {${KEY_PROPERTY[label]}: id}) OPTIONAL MATCH (n)-[l:SAME_AS]-() DELETE l WITH DISTINCT n DELETE n`,
      { ids },
    );
  });
  await Promise.all(runs);
}
