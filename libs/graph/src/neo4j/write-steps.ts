// Filings written step by step in one transaction: lock the filings and read their tokens, lock all end nodes in one order, take
// away what was said before, put what is said now. What it decides, it decides from what it read under locks.

import { keyOf, parseKey } from '../model/delta.ts';
import { EMPTY_FOLD, encodeFold, foldOf } from '../model/fold.ts';
import type { Fold, Statement } from '../model/fold.ts';
import type { Runner } from './database.ts';
import { foldChanges } from './fold-changes.ts';
import { fenceOf } from './items.ts';
import type { Item, Outcome } from './items.ts';
import { putAll, putFences } from './put.ts';
import { removeNodes } from './remove-nodes.ts';
import type { HeldNode } from './remove-nodes.ts';
import { SHARED, clearFilings, lockFilings, lockNodes, statedNodes, statementsOf } from './statements.ts';

/** What a transaction did, and what it saw: true once it is committed. */
export interface Steps {
  /** By accession number. */
  readonly outcomes: ReadonlyMap<string, Outcome>;
  /** Whether no filing had been written before. */
  readonly allNew: boolean;
  /** Encoded folds of the shared nodes that were locked; null for one that went. */
  readonly folds: ReadonlyMap<string, string | null>;
}

/**
 * The transaction. `expectNew` sends both locking statements at once, as if no filing had been written before; where one was,
 * nothing is changed and null is the answer: the nodes that it stated before must be locked in the same order as the others, so
 * all begins again. `items` are sorted by accession.
 */
export async function writeSteps(
  transaction: Runner,
  items: readonly Item[],
  expectNew: boolean,
): Promise<Steps | null> {
  const accessions = items.map((item) => item.delta.accession);
  const now = new Set(items.flatMap((item) => item.delta.nodes.map(keyOf)));
  const [fences, locked] = await Promise.all([
    lockFilings(transaction, accessions),
    expectNew ? lockNodes(transaction, [...now].map(parseKey)) : undefined,
  ]);
  if (expectNew && fences.size > 0) return null;
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
  const replaced = again.map((item) => item.delta.accession);
  const folds = changed.length === 0 ? new Map() : (await replace(transaction, replaced, changed, locked)).folds;
  if (moved.length > 0) await putFences(transaction, moved.map(fenceOf));
  return { outcomes, allNew: fences.size === 0, folds };
}

/**
 * Takes away what the filings in `replaced`, which are locked, said before, and puts what `changed` say now. `locked` are the folds
 * of shared nodes that are locked already; without it they are locked here. Gives the encoded folds of the shared nodes, null for
 * one that went, and what could not go because relationships of others hold it.
 */
export async function replace(
  transaction: Runner,
  replaced: readonly string[],
  changed: readonly Item[],
  locked?: ReadonlyMap<string, string>,
): Promise<{ readonly folds: Map<string, string | null>; readonly held: readonly HeldNode[] }> {
  const before = new Set(replaced.length === 0 ? [] : await statedNodes(transaction, replaced));
  const now = new Set(changed.flatMap((item) => item.delta.nodes.map(keyOf)));
  const held = locked ?? (await lockNodes(transaction, [...new Set([...before, ...now])].map(parseKey)));
  // Nodes that a replaced filing stated are folded anew from what the others state, then what it states now is added as for any node.
  // They are read to the end before any is taken away: the driver gets a long answer in parts, and would find the later
  // parts gone.
  const statements =
    before.size === 0 ? new Map<string, Statement[]>() : await statementsOf(transaction, [...before], replaced);
  if (before.size > 0) await clearFilings(transaction, replaced);
  const anew = new Map<string, Fold>();
  const gone: string[] = [];
  for (const key of before) {
    const stated = statements.get(key) ?? [];
    if (stated.length > 0) anew.set(key, foldOf(stated));
    else if (now.has(key)) anew.set(key, EMPTY_FOLD);
    else gone.push(key);
  }
  const deltas = changed.map((item) => item.delta);
  const changes = foldChanges(deltas, held, anew);
  const put = putAll(transaction, changes, deltas, changed.map(fenceOf));
  const [left] = await Promise.all([removeNodes(transaction, gone.map(parseKey)), put]);
  const folds = new Map<string, string | null>(held);
  for (const [key, fold] of changes) if (SHARED.includes(parseKey(key).label)) folds.set(key, encodeFold(fold));
  for (const key of gone) folds.set(key, null);
  return { folds, held: left };
}
