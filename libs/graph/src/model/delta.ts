import type { Label, RelationshipType } from './labels.ts';

/** What a property may be. Nulls are never stored: an absent value is an absent property. */
export type PropertyValue = string | number | boolean | readonly string[];
export type Properties = Readonly<Record<string, PropertyValue>>;

export interface NodeKey {
  readonly label: Label;
  readonly id: string;
}

/**
 * What one filing says of one node. Shared nodes (Company, Person, Sector) are stated by many filings;
 * their properties are folded from all statements (see `fold.ts`).
 */
export interface DeltaNode extends NodeKey {
  /** Every form in which the filing prints the name, the preferred one first; empty for nodes without a name. */
  readonly names: readonly string[];
  readonly properties: Properties;
}

/** A relationship that the filing states. `from` and `to` index `GraphDelta.nodes`. */
export interface DeltaRelationship {
  readonly id: string;
  readonly type: RelationshipType;
  readonly from: number;
  readonly to: number;
  readonly properties: Properties;
}

/** Nodes and relationships of one filing: all that the graph learns from it. Nodes are sorted by label and id, relationships by id. */
export interface GraphDelta {
  /** Key of the Filing node. */
  readonly accession: string;
  /** ISO date, or the empty string where the filing does not tell it. */
  readonly filed: string;
  readonly nodes: readonly DeltaNode[];
  readonly relationships: readonly DeltaRelationship[];
}

/** A node as a store gives it back: folded, without what the stores keep for themselves. */
export interface GraphNode extends NodeKey {
  readonly properties: Properties;
}

/** A relationship as a store gives it back. `SAME_AS` links have `reason` alone. */
export interface GraphRelationship {
  readonly id: string;
  readonly type: RelationshipType | 'SAME_AS';
  readonly from: NodeKey;
  readonly to: NodeKey;
  readonly properties: Properties;
}

/** One string for a node's key; sorts by label, then id. */
export function keyOf(node: NodeKey): string {
  return `${node.label} ${node.id}`;
}

/** The inverse of `keyOf`. */
export function parseKey(key: string): NodeKey {
  const space = key.indexOf(' ');
  return { label: key.slice(0, space) as Label, id: key.slice(space + 1) };
}
