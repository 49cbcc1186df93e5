import { LABELS, RELATIONSHIP_TYPES, SAME_AS } from '../model/labels.ts';
import type { GraphStats } from '../store/store.ts';
import type { Database } from './database.ts';
import { ownNode, ownRelationship } from './own.ts';

async function counts(
  database: Database,
  names: readonly string[],
  pattern: (name: string) => string,
): Promise<Record<string, number>> {
  const count = async (name: string): Promise<readonly [string, number]> => {
    const [row] = await database.read(`MATCH ${pattern(name)} RETURN count(x) AS count`);
    return [name, row?.get('count') as number];
  };
  return Object.fromEntries(await Promise.all(names.map(count)));
}

/** Nodes by label and relationships by type, without those that are not Filigree's. */
export async function countAll(database: Database): Promise<Pick<GraphStats, 'nodes' | 'relationships'>> {
  const nodes = await counts(database, LABELS, (label) => `(x:${label}) WHERE ${ownNode('x')}`);
  const relationships = await counts(
    database,
    [...RELATIONSHIP_TYPES, SAME_AS],
    (type) => `()-[x:${type}]->() WHERE ${ownRelationship('x')}`,
  );
  return { nodes, relationships } as Pick<GraphStats, 'nodes' | 'relationships'>;
}
