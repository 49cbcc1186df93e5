// Filings that were never written before, in one statement that commits itself: one round trip. It takes the same locks in the
// same order as the write step by step, then has the database compare every shared node with what this process believes of it.
// Where a filing was written before, or a node changed meanwhile, it fails before it has changed anything.

import { compareUtf8 } from '../model/canonical.ts';
import { keyOf, parseKey } from '../model/delta.ts';
import { encodeFold } from '../model/fold.ts';
import { KEY_PROPERTY } from '../model/labels.ts';
import type { Database } from './database.ts';
import { codeOf } from './failures.ts';
import { foldChanges } from './fold-changes.ts';
import type { Item } from './items.ts';
import { fenceOf } from './items.ts';
import type { KnownFolds } from './known-folds.ts';
import { PUT, putRows } from './put.ts';
import { PLANNED_ONCE, SHARED } from './statements.ts';

const GUARDS = SHARED.map(
  (label) =>
    `CALL { UNWIND $all.guards.${label} AS row MERGE (n:${label} {${KEY_PROPERTY[label]}: row.id}) SET n._lock = true ` +
    `RETURN count(CASE WHEN coalesce(n._fold, '') <> row.fold THEN 1 END) AS other${label} }`,
);
const FAILURES = ['written', ...SHARED.map((label) => `other${label}`)].join(' + ');

// Cypher has no word for giving up; a division by zero is one.
const WRITE_NEW = [
  PLANNED_ONCE,
  'CALL { UNWIND $all.guards.filings AS accession MERGE (f:Filing {accession: accession}) SET f._lock = true RETURN count(f._token) AS written }',
  ...GUARDS,
  `WITH 1 / (CASE WHEN ${FAILURES} = 0 THEN 1 ELSE 0 END) AS go WHERE go = 1`,
  PUT,
].join(' ');
const GIVEN_UP = 'Neo.ClientError.Statement.ArithmeticError';

/** Writes the filings, all of them; false where nothing was changed because a guess was wrong. `items` are sorted by accession. */
export async function writeNew(database: Database, items: readonly Item[], known: KnownFolds): Promise<boolean> {
  const deltas = items.map((item) => item.delta);
  const keys = new Set(deltas.flatMap((delta) => delta.nodes.map(keyOf)));
  const held = new Map<string, string>();
  const guards: Record<string, unknown[]> = { filings: deltas.map((delta) => delta.accession) };
  for (const label of SHARED) guards[label] = [];
  for (const key of [...keys].sort(compareUtf8)) {
    const { label, id } = parseKey(key);
    if (!SHARED.includes(label)) continue;
    const fold = known.get(key);
    if (fold !== '') held.set(key, fold);
    guards[label]?.push({ id, fold });
  }
  const changes = foldChanges(deltas, held);
  try {
    await database.single(WRITE_NEW, { all: { ...putRows(changes, deltas, items.map(fenceOf)), guards } });
  } catch (error) {
    if (codeOf((error as { cause?: unknown }).cause) === GIVEN_UP) return false;
    throw error;
  }
  for (const [key, fold] of changes) if (SHARED.includes(parseKey(key).label)) known.set(key, encodeFold(fold));
  return true;
}
