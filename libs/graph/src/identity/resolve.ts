import type { GraphNode, GraphRelationship } from '../model/delta.ts';

/** The links that should be, from all nodes that may be linked and the relationships that tell them apart. */
export function resolveIdentities(
  _nodes: readonly GraphNode[],
  _evidence: readonly GraphRelationship[],
): GraphRelationship[] {
  return [];
}
