// The end of the fenced write: everything that a batch of filings puts into the graph, in one round trip. Its text
// is always the same, so that the database plans it once; parts with nothing to do cost nothing. All lists travel in one map:
// the database keeps a plan for each mixture of sizes of lists that are parameters themselves, and planning is the slow part.

import { canonicalJson } from '../model/canonical.ts';
import { keyOf, parseKey } from '../model/delta.ts';
import type { GraphDelta } from '../model/delta.ts';
import { encodeFold, foldedProperties, statementOf } from '../model/fold.ts';
import type { Fold } from '../model/fold.ts';
import { ENDS, KEY_PROPERTY, LABELS } from '../model/labels.ts';
import type { Label } from '../model/labels.ts';
import { searchText } from '../model/search.ts';
import { whole } from './database.ts';
import type { Runner } from './database.ts';
import { STATEMENT_LABEL } from './schema.ts';
import { PLANNED_ONCE } from './statements.ts';
import type { Fence } from './statements.ts';
import { toDatabase } from './values.ts';

/** Every way in which a relationship type joins labels, by its parameter's name. */
const JOINS = Object.entries(ENDS).flatMap(
  ([type, { from, to }]: [string, { from: readonly Label[]; to: readonly Label[] }]) =>
    from.flatMap((start) => to.map((end) => ({ name: `${type}_${start}_${end}`, type, start, end }))),
);

function part(body: string): string {
  return `CALL { ${body} }`;
}

const FENCE =
  'UNWIND $all.fences AS row MATCH (f:Filing {accession: row.accession}) USING INDEX f:Filing(accession) ' +
  'SET f._token = row.token, f._digest = row.digest';

function join({ name, type, start, end }: (typeof JOINS)[number]): string {
  const [from, to] = [KEY_PROPERTY[start], KEY_PROPERTY[end]];
  return (
    `UNWIND $all.${name} AS row MATCH (a:${start} {${from}: row.from}) USING INDEX a:${start}(${from}) ` +
    `MATCH (b:${end} {${to}: row.to}) USING INDEX b:${end}(${to}) CREATE (a)-[r:${type}]->(b) SET r = row.properties`
  );
}

/** Puts what `putRows` gives; to be sent after `PLANNED_ONCE`. */
export const PUT = [
  ...LABELS.map((label) =>
    part(`UNWIND $all.${label} AS row MERGE (n:${label} {${KEY_PROPERTY[label]}: row.id}) SET n = row.properties`),
  ),
  part(FENCE),
  part(`UNWIND $all.statements AS row CREATE (s:${STATEMENT_LABEL}) SET s = row`),
  ...JOINS.map((one) => part(join(one))),
].join(' ');

/** Rows of statements: what the filings say of each node. */
function statementRows(deltas: readonly GraphDelta[]): unknown[] {
  return deltas.flatMap((delta) =>
    delta.nodes.map((node) => {
      const { rank, names, properties } = statementOf(delta, node);
      return { accession: delta.accession, node: keyOf(node), rank, names, properties: canonicalJson(properties) };
    }),
  );
}

function nodeRow(label: Label, id: string, fold: Fold): unknown {
  const properties = foldedProperties(fold);
  const search = searchText(properties);
  const own = {
    [KEY_PROPERTY[label]]: id,
    _lock: true,
    _fold: encodeFold(fold),
    ...(search === '' ? {} : { _search: search }),
  };
  return { id, properties: { ...toDatabase(properties), ...own } };
}

/** The rows of folded properties, fences, statements and relationships, by the name of their part. */
export function putRows(
  folds: ReadonlyMap<string, Fold>,
  deltas: readonly GraphDelta[],
  fences: readonly Fence[],
): Record<string, unknown[]> {
  const rows: Record<string, unknown[]> = Object.fromEntries(
    [...LABELS, ...JOINS.map((join) => join.name)].map((name) => [name, []]),
  );
  for (const [key, fold] of folds) {
    const { label, id } = parseKey(key);
    rows[label]?.push(nodeRow(label, id, fold));
  }
  for (const { nodes, relationships } of deltas) {
    for (const { id, type, from, to, properties } of relationships) {
      const [start, end] = [nodes[from]!, nodes[to]!];
      rows[`${type}_${start.label}_${end.label}`]?.push({
        from: start.id,
        to: end.id,
        properties: { id, ...toDatabase(properties) },
      });
    }
  }
  return { ...rows, statements: statementRows(deltas), fences: fenceRows(fences) };
}

function fenceRows(fences: readonly Fence[]): unknown[] {
  return fences.map(({ accession, token, digest }) => ({ accession, token: whole(token), digest }));
}

/** Stores it all. The filings are locked and say nothing any more, so none of their relationships is there yet. */
export async function putAll(
  runner: Runner,
  folds: ReadonlyMap<string, Fold>,
  deltas: readonly GraphDelta[],
  fences: readonly Fence[],
): Promise<void> {
  await runner.run(`${PLANNED_ONCE} ${PUT}`, { all: putRows(folds, deltas, fences) });
}

/** Moves the fences of filings that say what they said before. */
export async function putFences(runner: Runner, fences: readonly Fence[]): Promise<void> {
  await runner.run(`${PLANNED_ONCE} ${FENCE}`, { all: { fences: fenceRows(fences) } });
}
