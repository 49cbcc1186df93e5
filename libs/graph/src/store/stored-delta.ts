import { compareUtf8 } from '../model/canonical.ts';
import { keyOf } from '../model/delta.ts';
import type { DeltaNode, DeltaRelationship, GraphDelta, GraphRelationship } from '../model/delta.ts';

/** The delta that a store was given, from what it keeps of it. `rank` is that of any of the filing's statements: date and accession. */
export function storedDelta(
  accession: string,
  rank: string,
  stated: readonly DeltaNode[],
  relationships: readonly GraphRelationship[],
): GraphDelta {
  const nodes = [...stated].sort((a, b) => compareUtf8(a.label, b.label) || compareUtf8(a.id, b.id));
  const index = new Map(nodes.map((node, at) => [keyOf(node), at]));
  const made = relationships
    .filter((relationship) => relationship.type !== 'SAME_AS')
    .map(({ id, type, from, to, properties }): DeltaRelationship => ({
      id,
      type: type as DeltaRelationship['type'],
      from: index.get(keyOf(from)) ?? -1,
      to: index.get(keyOf(to)) ?? -1,
      properties,
    }))
    .sort((a, b) => compareUtf8(a.id, b.id));
  return { accession, filed: rank.slice(0, Math.max(0, rank.indexOf(' '))), nodes, relationships: made };
}
