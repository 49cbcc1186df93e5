import { nodeLine, compareUtf8, relationshipLine } from '../model/canonical.ts';
import type { GraphNode, GraphRelationship, NodeKey } from '../model/delta.ts';
import { KEY_PROPERTY, LABELS, RELATIONSHIP_TYPES, SAME_AS } from '../model/labels.ts';
import type { Label } from '../model/labels.ts';
import { compareLines, lineOrder, mergeLines } from '../model/line-order.ts';
import { ANSWER_LIMITS } from '../questions/limits.ts';
import type { EventFilter } from '../store/store.ts';
import { whole } from './database.ts';
import type { Database, Parameters } from './database.ts';
import { ownNode, ownRelationship } from './own.ts';
import { RELATIONSHIP_COLUMNS, nodeOf, relationshipOf } from './values.ts';

const NODES_A_PAGE = 1000;
const NODES_A_RELATIONSHIP_PAGE = 200;
/** Labels at which relationships begin. */
const BEGINNINGS: readonly Label[] = ['Company', 'Event', 'Filing', 'Person'];
const TYPES = [...RELATIONSHIP_TYPES, SAME_AS].join('|');

async function nodesOf(database: Database, label: Label, cypher: string, parameters: Parameters): Promise<GraphNode[]> {
  const rows = await database.read(cypher, parameters);
  return rows.map((row) => nodeOf(label, row.get('properties') as Record<string, unknown>));
}

function grouped(keys: readonly NodeKey[]): [Label, string[]][] {
  return LABELS.map((label): [Label, string[]] => [
    label,
    keys.filter((key) => key.label === label).map((key) => key.id),
  ]).filter(([, ids]) => ids.length > 0);
}

export async function readNodes(database: Database, keys: readonly NodeKey[]): Promise<GraphNode[]> {
  const found = grouped(keys).map(([label, ids]) =>
    nodesOf(
      database,
      label,
      `UNWIND $ids AS id MATCH (n:${label} {${KEY_PROPERTY[label]}: id}) WHERE ${ownNode('n')} RETURN properties(n) AS properties`,
      { ids },
    ),
  );
  return (await Promise.all(found)).flat();
}

export async function readTouching(
  database: Database,
  keys: readonly NodeKey[],
  types: readonly string[],
): Promise<GraphRelationship[]> {
  const pattern = types.map((type) => (TYPES.split('|').includes(type) ? type : SAME_AS)).join('|');
  const found = new Map<string, GraphRelationship>();
  for (const [label, ids] of grouped(keys)) {
    const rows = await database.read(
      `UNWIND $ids AS id MATCH (n:${label} {${KEY_PROPERTY[label]}: id})-[r:${pattern}]-() WHERE ${ownRelationship('r')} RETURN DISTINCT r, ${RELATIONSHIP_COLUMNS} LIMIT $limit`,
      { ids, limit: whole(ANSWER_LIMITS.relationships + 1) },
    );
    for (const relationship of rows.map(relationshipOf)) found.set(relationship.id, relationship);
  }
  return [...found.values()];
}

export async function readStated(database: Database, accession: string): Promise<GraphRelationship[]> {
  const parts = RELATIONSHIP_TYPES.map((type) => `MATCH ()-[r:${type} {accession: $accession}]->() RETURN r`);
  const rows = await database.read(`CALL { ${parts.join(' UNION ALL ')} } RETURN ${RELATIONSHIP_COLUMNS}`, {
    accession,
  });
  return rows.map(relationshipOf);
}

export async function readNamed(database: Database, label: Label, beginnings: readonly string[]): Promise<GraphNode[]> {
  const words = beginnings.map((beginning) => ` ${beginning}`);
  return nodesOf(
    database,
    label,
    `UNWIND $words AS word MATCH (n:${label}) WHERE ${ownNode('n')} AND n._search CONTAINS word WITH DISTINCT n LIMIT $limit RETURN properties(n) AS properties`,
    { words, limit: whole(ANSWER_LIMITS.nodes + 1) },
  );
}

export async function readFilings(database: Database, beginning: string, limit: number): Promise<GraphNode[]> {
  return nodesOf(
    database,
    'Filing',
    `MATCH (n:Filing) WHERE n.accession STARTS WITH $beginning AND ${ownNode('n')} RETURN properties(n) AS properties ORDER BY n.accession LIMIT $limit`,
    { beginning, limit: whole(limit) },
  );
}

export async function readEvents(database: Database, { type, from, to }: EventFilter): Promise<GraphNode[]> {
  const conditions = [
    ownNode('n'),
    ...(type === undefined ? [] : ['n.type = $type']),
    ...(from === undefined ? [] : ['coalesce(n.date, n.filed) >= $from']),
    ...(to === undefined ? [] : ['coalesce(n.date, n.filed) <= $to']),
  ];
  const cypher = `MATCH (n:Event) WHERE ${conditions.join(' AND ')} RETURN properties(n) AS properties LIMIT $limit`;
  return nodesOf(database, 'Event', cypher, { type, from, to, limit: whole(ANSWER_LIMITS.nodes + 1) });
}

/** All nodes of a label, a page at a time, in the order of ids. */
export async function* allNodes(database: Database, label: Label): AsyncIterable<GraphNode> {
  const key = KEY_PROPERTY[label];
  for (let after = ''; ;) {
    const page = await nodesOf(
      database,
      label,
      `MATCH (n:${label}) WHERE n.${key} > $after AND ${ownNode('n')} RETURN properties(n) AS properties ORDER BY n.${key} LIMIT $limit`,
      { after, limit: whole(NODES_A_PAGE) },
    );
    yield* page;
    if (page.length < NODES_A_PAGE) return;
    after = page.at(-1)?.id ?? '';
  }
}

/** Relationships of some types that begin at nodes of a label, a page of nodes at a time. */
export async function* beginningAt(
  database: Database,
  keys: readonly NodeKey[],
  types: string,
): AsyncIterable<GraphRelationship> {
  for (const [label, ids] of grouped(keys)) {
    const rows = await database.read(
      `UNWIND $ids AS id MATCH (n:${label} {${KEY_PROPERTY[label]}: id})-[r:${types}]->() WHERE ${ownRelationship('r')} RETURN ${RELATIONSHIP_COLUMNS}`,
      { ids },
    );
    for (const row of rows) yield relationshipOf(row);
  }
}

function ordered(database: Database, labels: readonly Label[]): AsyncIterable<GraphNode> {
  return mergeLines(labels.map((label) => lineOrder(allNodes(database, label))));
}

/** The dump, in pages: neither side ever holds the whole graph. */
export async function* readDump(database: Database): AsyncIterable<string> {
  for await (const node of ordered(database, LABELS)) yield nodeLine(node);
  let page: NodeKey[] = [];
  for await (const { label, id } of ordered(database, BEGINNINGS)) {
    page.push({ label, id });
    if (page.length < NODES_A_RELATIONSHIP_PAGE) continue;
    yield* await relationshipLines(database, page);
    page = [];
  }
  yield* await relationshipLines(database, page);
}

async function relationshipLines(database: Database, page: readonly NodeKey[]): Promise<string[]> {
  const found: GraphRelationship[] = [];
  for await (const relationship of beginningAt(database, page, TYPES)) found.push(relationship);
  found.sort((a, b) => compareLines(a.from, b.from) || compareUtf8(a.id, b.id));
  return found.map(relationshipLine);
}
