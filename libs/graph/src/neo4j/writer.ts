// One filing, one fenced write; several filings a transaction, in a handful of round trips: lock the filings and read their
// tokens, lock all end nodes in one order, then everything else in one go, then commit. A batch that fails is written one by one.

import { createHash } from 'node:crypto';
import { FiligreeError } from '@filigree/base';
import { compareUtf8 } from '../model/canonical.ts';
import { decodeDelta, deltaText } from '../model/codec.ts';
import { keyOf, parseKey } from '../model/delta.ts';
import type { GraphDelta } from '../model/delta.ts';
import { EMPTY_FOLD, addStatement, decodeFold, encodeFold, foldOf, statementOf } from '../model/fold.ts';
import type { Fold, Statement } from '../model/fold.ts';
import type { WriteRequest, WriteResult } from '../store/store.ts';
import { putAll, putFences } from './put.ts';
import { clearFilings, lockFilings, lockNodes, removeNodes, statedNodes, statementsOf } from './statements.ts';
import type { Fence } from './statements.ts';
import type { Database, Runner } from './database.ts';

const MAX_FILINGS_A_TRANSACTION = 64;
const MAX_RELATIONSHIPS_A_TRANSACTION = 4000;

/** A filing to write, read and digested once however often it is tried. */
interface Item {
  readonly at: number;
  readonly delta: GraphDelta;
  readonly token: number;
  readonly digest: string;
}

type Outcome = 'written' | 'stale';

/** Writes filings; one result each, in order. Throws only where the database is away. */
export async function writeBatch(database: Database, batch: readonly WriteRequest[]): Promise<WriteResult[]> {
  const results: WriteResult[] = [];
  const items: Item[] = [];
  for (const [at, { delta: given, token }] of batch.entries()) {
    try {
      const delta = given instanceof Uint8Array ? decodeDelta(given) : given;
      items.push({ at, delta, token, digest: createHash('sha256').update(deltaText(delta)).digest('hex') });
    } catch (error) {
      results[at] = { outcome: 'failed', error: error as FiligreeError };
    }
  }
  for (const group of groupsOf(items)) {
    const outcomes = await writeGroup(database, group);
    group.forEach((item, n) => {
      results[item.at] = outcomes[n]!;
    });
  }
  return results;
}

/** Groups that fit a transaction; a filing that comes twice goes in another group, in its order. */
function groupsOf(items: readonly Item[]): Item[][] {
  const groups: Item[][] = [];
  let group: Item[] = [];
  let relationships = 0;
  for (const item of items) {
    const count = item.delta.relationships.length;
    const full =
      group.length === MAX_FILINGS_A_TRANSACTION ||
      (group.length > 0 && relationships + count > MAX_RELATIONSHIPS_A_TRANSACTION);
    if (full || group.some((other) => other.delta.accession === item.delta.accession)) {
      groups.push(group);
      group = [];
      relationships = 0;
    }
    group.push(item);
    relationships += count;
  }
  if (group.length > 0) groups.push(group);
  return groups;
}

async function writeGroup(database: Database, group: readonly Item[]): Promise<WriteResult[]> {
  try {
    const outcomes =
      (await database.transaction((transaction) => writeTogether(transaction, group, true))) ??
      (await database.transaction((transaction) => writeTogether(transaction, group, false))) ??
      new Map<string, Outcome>();
    return group.map((item) => ({ outcome: outcomes.get(item.delta.accession) ?? 'stale' }));
  } catch (error) {
    if (!(error instanceof FiligreeError)) throw error;
    if (error.code === 'UNREACHABLE' || error.code === 'UNAUTHENTICATED') throw error;
    if (group.length === 1) {
      if (error.code === 'OVERLOADED') throw error;
      return [{ outcome: 'failed', error }];
    }
  }
  const results: WriteResult[] = [];
  for (const item of group) results.push(...(await writeGroup(database, [item])));
  return results;
}

/**
 * The transaction. What it decides, it decides from what it read under locks. `allNew` sends both locking statements at once, as
 * if no filing had been written before; where one was, nothing is changed and null is the answer: the nodes that it stated
 * before must be locked in the same order as the others, so all begins again.
 */
async function writeTogether(
  transaction: Runner,
  group: readonly Item[],
  allNew: boolean,
): Promise<Map<string, Outcome> | null> {
  const items = [...group].sort((a, b) => compareUtf8(a.delta.accession, b.delta.accession));
  const accessions = items.map((item) => item.delta.accession);
  const now = new Set(items.flatMap((item) => item.delta.nodes.map(keyOf)));
  const [fences, locked] = await Promise.all([
    lockFilings(transaction, accessions),
    allNew ? lockNodes(transaction, [...now].map(parseKey)) : undefined,
  ]);
  if (allNew && fences.size > 0) return null;
  const outcomes = new Map<string, Outcome>();
  const moved: Item[] = [];
  const fresh: Item[] = [];
  const again: Item[] = [];
  for (const item of items) {
    const held = fences.get(item.delta.accession);
    const stale = held !== undefined && held.token > item.token;
    outcomes.set(item.delta.accession, stale ? 'stale' : 'written');
    if (stale || held?.token === item.token) continue;
    if (held === undefined) fresh.push(item);
    else if (held.digest === item.digest) moved.push(item);
    else again.push(item);
  }
  const changed = [...fresh, ...again];
  if (changed.length > 0) await replace(transaction, changed, again, locked);
  if (moved.length > 0) await putFences(transaction, moved.map(fenceOf));
  return outcomes;
}

function fenceOf({ delta, token, digest }: Item): Fence {
  return { accession: delta.accession, token, digest };
}

async function replace(
  transaction: Runner,
  changed: readonly Item[],
  again: readonly Item[],
  locked: ReadonlyMap<string, string> | undefined,
): Promise<void> {
  const replaced = again.map((item) => item.delta.accession);
  const before = new Set(replaced.length === 0 ? [] : await statedNodes(transaction, replaced));
  const now = new Set(changed.flatMap((item) => item.delta.nodes.map(keyOf)));
  const folds = locked ?? (await lockNodes(transaction, [...new Set([...before, ...now])].map(parseKey)));
  // Nodes that a replaced filing stated are folded anew from what the others state, then what it states now is added as for any node.
  const [statements] =
    before.size === 0
      ? [new Map<string, Statement[]>()]
      : await Promise.all([statementsOf(transaction, [...before], replaced), clearFilings(transaction, replaced)]);
  const changes = new Map<string, Fold>();
  const gone: string[] = [];
  for (const key of before) {
    const stated = statements.get(key) ?? [];
    if (stated.length > 0) changes.set(key, foldOf(stated));
    else if (now.has(key)) changes.set(key, EMPTY_FOLD);
    else gone.push(key);
  }
  for (const { delta } of changed) {
    for (const node of delta.nodes) {
      const key = keyOf(node);
      const held = folds.get(key);
      const fold = changes.get(key) ?? (held === undefined ? EMPTY_FOLD : decodeFold(held));
      changes.set(key, addStatement(fold, statementOf(delta, node)));
    }
  }
  for (const [key, fold] of changes) if (encodeFold(fold) === folds.get(key)) changes.delete(key);
  const put = putAll(
    transaction,
    changes,
    changed.map((item) => item.delta),
    changed.map(fenceOf),
  );
  await Promise.all([put, ...(gone.length === 0 ? [] : [removeNodes(transaction, gone.map(parseKey))])]);
}
