import { LABELS, RELATIONSHIP_TYPES, SAME_AS } from '../model/labels.ts';
import type { GraphStats } from '../store/store.ts';
import type { Database } from './database.ts';
import { ownNode, ownRelationship } from './own.ts';

type Counts = Pick<GraphStats, 'nodes' | 'relationships'>;

/** What others have in the database is counted again after this time. */
const FOREIGN_FOR_MS = 10 * 60_000;

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

async function countAll(database: Database, nodeWhere: string, relationshipWhere: string): Promise<Counts> {
  const nodes = await counts(database, LABELS, (label) => `(x:${label}) ${nodeWhere}`);
  const types = [...RELATIONSHIP_TYPES, SAME_AS];
  const relationships = await counts(database, types, (type) => `()-[x:${type}]->() ${relationshipWhere}`);
  return { nodes, relationships } as Counts;
}

function less(all: Readonly<Record<string, number>>, some: Readonly<Record<string, number>>): Record<string, number> {
  return Object.fromEntries(Object.entries(all).map(([name, count]) => [name, Math.max(0, count - (some[name] ?? 0))]));
}

/**
 * Counts nodes by label and relationships by type, without those that are not Filigree's. The database knows how many there are of
 * each; which are Filigree's it only finds by looking at all of them, so that is done seldom.
 */
export class Counter {
  private readonly database: Database;
  private foreign: Promise<Counts> | null = null;
  private lookedAtMs = 0;

  constructor(database: Database) {
    this.database = database;
  }

  async count(): Promise<Counts> {
    if (performance.now() - this.lookedAtMs > FOREIGN_FOR_MS) this.foreign = null;
    this.foreign ??= this.look();
    const foreign = await this.foreign;
    const all = await countAll(this.database, '', '');
    return {
      nodes: less(all.nodes, foreign.nodes),
      relationships: less(all.relationships, foreign.relationships),
    } as Counts;
  }

  /** What others have may be another now: look again. */
  forget(): void {
    this.foreign = null;
  }

  private look(): Promise<Counts> {
    this.lookedAtMs = performance.now();
    const looking = countAll(this.database, `WHERE NOT (${ownNode('x')})`, `WHERE NOT (${ownRelationship('x')})`);
    looking.catch(() => {
      this.forget();
    });
    return looking;
  }
}
