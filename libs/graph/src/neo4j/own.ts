// What in the database is Filigree's. A Community server has one database for everything: people keep nodes of their own in it,
// also with labels and relationship types that Filigree uses, and those are neither read, counted nor removed.

import { NODE_MARK, SAME_AS } from '../model/labels.ts';

/** All properties that the store keeps for itself on a node. */
export const NODE_MARKS = [NODE_MARK, '_fold', '_search', '_token', '_digest'] as const;

/** The condition under which the node of this name is Filigree's. */
export function ownNode(name: string): string {
  return `${name}.${NODE_MARK} IS NOT NULL`;
}

/** The condition under which the relationship of this name is Filigree's: a filing's statement, or a link with its reason. */
export function ownRelationship(name: string): string {
  return `${name}.id IS NOT NULL AND (${name}.accession IS NOT NULL OR (type(${name}) = '${SAME_AS}' AND ${name}.reason IS NOT NULL))`;
}
