// Properties of shared nodes are a function of all statements about them, whatever the order in which these came:
// for each property the statement with the latest (filed, accession) that has it wins; names that did not win are a sorted list.
// A fold can take one more statement without seeing the others again; taking one away means folding the rest anew.

import { boundedProperties, boundedText } from './bounded-text.ts';
import { canonicalJson, compareUtf8 } from './canonical.ts';
import type { DeltaNode, GraphDelta, Properties, PropertyValue } from './delta.ts';

/** What one filing says of one node, with what decides whether it wins. */
export interface Statement {
  readonly rank: string;
  readonly names: readonly string[];
  readonly properties: Properties;
}

/** The folded statements of one node. `values` has a winner and its rank for each property. */
export interface Fold {
  readonly values: Readonly<Record<string, readonly [rank: string, value: PropertyValue]>>;
  /** Every name ever stated, sorted. */
  readonly names: readonly string[];
}

export const EMPTY_FOLD: Fold = { values: {}, names: [] };

/** What decides between filings: later filed wins, then the greater accession number. */
export function rankOf(delta: Pick<GraphDelta, 'filed' | 'accession'>): string {
  return `${delta.filed} ${delta.accession}`;
}

export function statementOf(delta: GraphDelta, node: DeltaNode): Statement {
  return {
    rank: rankOf(delta),
    names: node.names.map((name) => boundedText(name)),
    properties: boundedProperties(node.properties),
  };
}

/** The fold with one more statement. Commutative and associative over statements of different ranks; a repeated one changes nothing. */
export function addStatement(fold: Fold, statement: Statement): Fold {
  const values: Record<string, readonly [string, PropertyValue]> = { ...fold.values };
  const put = (key: string, value: PropertyValue): void => {
    const held = Object.hasOwn(values, key) ? values[key] : undefined;
    if (held === undefined || compareUtf8(held[0], statement.rank) <= 0) values[key] = [statement.rank, value];
  };
  for (const [key, value] of Object.entries(statement.properties)) put(key, value);
  const [preferred] = statement.names;
  if (preferred !== undefined) put('name', preferred);
  const fresh = statement.names.filter((name) => !fold.names.includes(name));
  const names = fresh.length === 0 ? fold.names : [...new Set([...fold.names, ...fresh])].sort(compareUtf8);
  return { values, names };
}

export function foldOf(statements: Iterable<Statement>): Fold {
  let fold = EMPTY_FOLD;
  for (const statement of statements) fold = addStatement(fold, statement);
  return fold;
}

/** The node's properties: winners, and the names that did not win. */
export function foldedProperties(fold: Fold): Properties {
  const properties: Record<string, PropertyValue> = {};
  for (const [key, [, value]] of Object.entries(fold.values)) properties[key] = value;
  const others = fold.names.filter((name) => name !== properties['name']);
  if (others.length > 0) properties['other_names'] = others;
  return properties;
}

/** A fold as text for a store to keep beside the node. */
export function encodeFold(fold: Fold): string {
  return canonicalJson(fold);
}

export function decodeFold(text: string): Fold {
  return JSON.parse(text) as Fold;
}
