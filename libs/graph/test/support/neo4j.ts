import { openNeo4jStore, parseNeo4jSettings } from '@filigree/graph';
import type { GraphStore } from '@filigree/graph';
import type { StoreMaker } from './stores.ts';

/** Whether a database is there to test with; says loudly when not. */
export function neo4jIsThere(): boolean {
  const there = process.env['NEO4J_URI'] !== undefined;
  if (!there)
    process.stderr.write(
      'SKIPPED: the tests on Neo4j, because NEO4J_URI is not set; start a database and set it to run them\n',
    );
  return there;
}

/**
 * Stores in the one database of the environment: `fresh` empties it and gives one store again and again, as setting the
 * database up takes longer than most tests.
 */
export function makeNeo4jStores(): StoreMaker {
  const opened: GraphStore[] = [];
  let first: Promise<GraphStore> | null = null;
  const again = async (): Promise<GraphStore> => {
    const store = await openNeo4jStore(parseNeo4jSettings(process.env));
    opened.push(store);
    return store;
  };
  return {
    name: 'Neo4j',
    fresh: async () => {
      const store = await (first ??= again());
      await store.clear();
      return store;
    },
    again,
    done: async () => {
      await Promise.all(opened.map((store) => store.close()));
    },
  };
}
