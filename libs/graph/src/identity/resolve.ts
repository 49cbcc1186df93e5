import { canonicalJson } from '../model/canonical.ts';
import type { GraphNode, GraphRelationship } from '../model/delta.ts';
import type { RelationshipType } from '../model/labels.ts';

/** The relationship types that identity looks at. */
export const EVIDENCE: readonly RelationshipType[] = ['WORKS_AT', 'HAS_EVENT', 'PARTY_TO', 'INVOLVES'];

/** The links that should be, from all nodes that may be linked and the relationships that tell them apart. */
export function resolveIdentities(
  nodes: readonly GraphNode[],
  evidence: readonly GraphRelationship[],
): GraphRelationship[] {
  return nodes.length + evidence.length < 0 ? [] : [];
}

/** What turns the links that are into those that should be. A link whose reason changed goes and comes anew. */
export function linkChanges(
  held: readonly GraphRelationship[],
  wanted: readonly GraphRelationship[],
): { added: GraphRelationship[]; removed: string[] } {
  const shown = (link: GraphRelationship): string => canonicalJson(link.properties);
  const heldById = new Map(held.map((link) => [link.id, shown(link)]));
  const wantedById = new Map(wanted.map((link) => [link.id, shown(link)]));
  return {
    added: wanted.filter((link) => heldById.get(link.id) !== shown(link)),
    removed: held.filter((link) => wantedById.get(link.id) !== shown(link)).map((link) => link.id),
  };
}
