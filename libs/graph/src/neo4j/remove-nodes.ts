import { compareUtf8 } from '../model/canonical.ts';
import type { NodeKey } from '../model/delta.ts';
import { KEY_PROPERTY, LABELS } from '../model/labels.ts';
import type { Label } from '../model/labels.ts';
import type { Runner } from './database.ts';
import { NODE_MARKS, ownRelationship } from './own.ts';

/** A node that should have gone and stays, because relationships that are not Filigree's begin or end at it. */
export interface HeldNode extends NodeKey {
  /** The types of those relationships. */
  readonly types: readonly string[];
}

function removal(label: Label): string {
  const foreign = `NOT (${ownRelationship('r')})`;
  return [
    `UNWIND $ids AS id MATCH (n:${label} {${KEY_PROPERTY[label]}: id})`,
    `OPTIONAL MATCH (n)-[l:SAME_AS]-() WHERE ${ownRelationship('l')} DELETE l`,
    'WITH DISTINCT n, id',
    `WITH n, id, COLLECT { MATCH (n)-[r]-() WHERE ${foreign} RETURN DISTINCT type(r) } AS types`,
    'FOREACH (gone IN CASE WHEN size(types) = 0 THEN [n] ELSE [] END | DELETE gone)',
    // No longer Filigree's: it keeps its names and belongs to whoever holds it.
    `FOREACH (kept IN CASE WHEN size(types) > 0 THEN [n] ELSE [] END | REMOVE ${NODE_MARKS.map((mark) => `kept.${mark}`).join(', ')})`,
    'WITH id, types WHERE size(types) > 0 RETURN id, types',
  ].join(' ');
}

const REMOVALS = new Map(LABELS.map((label) => [label, removal(label)]));

/**
 * Removes locked nodes that nothing states any more, and links to them. Never with other relationships: one of Filigree's would be
 * another filing's, and fails the transaction; where others hang on a node, it loses Filigree's marks and is left to them.
 */
export async function removeNodes(runner: Runner, nodes: readonly NodeKey[]): Promise<HeldNode[]> {
  const runs = LABELS.map(async (label) => {
    const ids = nodes
      .filter((node) => node.label === label)
      .map((node) => node.id)
      .sort(compareUtf8);
    if (ids.length === 0) return [];
    const { records } = await runner.run(REMOVALS.get(label) ?? '', { ids });
    return records.map((record) => ({
      label,
      id: record.get('id') as string,
      types: record.get('types') as string[],
    }));
  });
  return (await Promise.all(runs)).flat();
}
