// Emptying a graph that others may be writing. What one filing says goes together, in one transaction that takes the same locks as
// a write: whatever interrupts it, each filing is there as a whole or gone as a whole, and may be written again. Only what is
// Filigree's goes; people keep nodes of their own in the same database.

import { randomUUID } from 'node:crypto';
import { FiligreeError } from '@filigree/base';
import { keyOf } from '../model/delta.ts';
import type { NodeKey } from '../model/delta.ts';
import { KEY_PROPERTY, LABELS, NODE_MARK } from '../model/labels.ts';
import type { Label } from '../model/labels.ts';
import type { ClearResult } from '../store/store.ts';
import { whole } from './database.ts';
import type { Database, Runner } from './database.ts';
import { ownNode, ownRelationship } from './own.ts';
import { removeNodes } from './remove-nodes.ts';
import type { HeldNode } from './remove-nodes.ts';
import { GRAPH_LABEL, STATEMENT_LABEL } from './schema.ts';
import { lockFilings, statementsOf } from './statements.ts';
import { replace } from './write-steps.ts';

/** Shared nodes that stay are folded anew once a transaction: the larger it is, the less of that. */
const FILINGS_A_TRANSACTION = 400;
const NODES_A_TRANSACTION = 2000;

/** Removes everything that Filigree wrote but the epoch. May be interrupted and run again at any point. */
export async function clearGraph(database: Database): Promise<ClearResult> {
  // First: from now on no queue takes a filing for done because this graph holds it.
  await database.single(`MATCH (g:${GRAPH_LABEL} {key: 'graph'}) SET g.graph_id = $id`, { id: randomUUID() });
  const held: HeldNode[] = [];
  for (const holders of HOLDERS) {
    for await (const page of accessions(database, holders))
      held.push(...(await inParts(page, (part) => database.transaction((runner) => unsay(runner, part)))));
  }
  for (const label of LABELS) {
    for await (const page of unstated(database, label))
      held.push(...(await inParts(page, (part) => database.transaction((runner) => sweep(runner, label, part)))));
  }
  return { foreignNodes: await foreignNodes(database), heldNodes: held.length, heldBy: typesOf(held) };
}

function typesOf(held: readonly HeldNode[]): string[] {
  return [...new Set(held.flatMap((node) => node.types))].sort();
}

/** Runs `act` on all items; where the database is too busy for so many, on half of them after the other. */
async function inParts<T, R>(items: readonly T[], act: (part: readonly T[]) => Promise<R[] | null>): Promise<R[]> {
  try {
    return (await act(items)) ?? [];
  } catch (error) {
    if (!(error instanceof FiligreeError) || error.code !== 'OVERLOADED' || items.length === 1) throw error;
  }
  const half = Math.ceil(items.length / 2);
  return [...(await inParts(items.slice(0, half), act)), ...(await inParts(items.slice(half), act))];
}

/** Where accession numbers of what is to go are found: first filings, then statements whose filing is gone already. */
const HOLDERS = [
  `MATCH (x:Filing) WHERE x.accession > $after AND ${ownNode('x')}`,
  `MATCH (x:${STATEMENT_LABEL}) WHERE x.accession > $after`,
];

/** Accession numbers in order, a page at a time. */
async function* accessions(database: Database, holders: string): AsyncIterable<string[]> {
  for (let after = ''; ;) {
    const rows = await database.read(
      `${holders} WITH DISTINCT x.accession AS accession ORDER BY accession LIMIT $limit RETURN accession`,
      { after, limit: whole(FILINGS_A_TRANSACTION) },
    );
    const page = rows.map((row) => row.get('accession') as string);
    if (page.length === 0) return;
    yield page;
    after = page.at(-1) ?? '';
  }
}

/** Nodes that no filing states: of a graph that a script made, or that was emptied by hand. */
async function* unstated(database: Database, label: Label): AsyncIterable<string[]> {
  const key = KEY_PROPERTY[label];
  for (let after = ''; ;) {
    const rows = await database.read(
      `MATCH (n:${label}) WHERE n.${key} > $after AND ${ownNode('n')} ` +
        `AND NOT EXISTS { MATCH (s:${STATEMENT_LABEL} {node: '${label} ' + n.${key}}) } ` +
        `RETURN n.${key} AS id ORDER BY id LIMIT $limit`,
      { after, limit: whole(NODES_A_TRANSACTION) },
    );
    const page = rows.map((row) => row.get('id') as string);
    if (page.length === 0) return;
    yield page;
    after = page.at(-1) ?? '';
  }
}

/** Takes away all that the filings say. */
async function unsay(transaction: Runner, accessions: readonly string[]): Promise<HeldNode[]> {
  await lockFilings(transaction, accessions);
  return [...(await replace(transaction, accessions, [])).held];
}

/** Removes those of the nodes that nobody has come to state until they were locked. */
async function sweep(transaction: Runner, label: Label, ids: readonly string[]): Promise<HeldNode[]> {
  const nodes = ids.map((id): NodeKey => ({ label, id }));
  await transaction.run(
    `UNWIND $ids AS id MATCH (n:${label} {${KEY_PROPERTY[label]}: id}) WHERE ${ownNode('n')} SET n.${NODE_MARK} = true`,
    { ids },
  );
  const stated = await statementsOf(transaction, nodes.map(keyOf), []);
  const gone = nodes.filter((node) => !stated.has(keyOf(node)));
  await transaction.run(
    `UNWIND $ids AS id MATCH (n:${label} {${KEY_PROPERTY[label]}: id})-[r]-() WHERE ${ownRelationship('r')} DELETE r`,
    { ids: gone.map((node) => node.id) },
  );
  return removeNodes(transaction, gone);
}

async function foreignNodes(database: Database): Promise<number> {
  const [row] = await database.read(
    `MATCH (n) WHERE NOT n:${GRAPH_LABEL} AND NOT n:${STATEMENT_LABEL} AND NOT (${ownNode('n')}) RETURN count(n) AS count`,
  );
  return (row?.get('count') as number | undefined) ?? 0;
}
