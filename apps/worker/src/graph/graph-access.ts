import { FiligreeError } from '@filigree/base';
import type { GraphStore, Neo4jSettings } from '@filigree/graph';

/** The graph as a worker writes it: Neo4j, opened when the first filing is ready. */
export interface GraphAccess {
  /** This worker has settings for Neo4j; without them its deltas go to the coordinator. */
  readonly canWrite: boolean;
  /** `graphId` is the graph that the coordinator serves; another one is refused. */
  expect(graphId: string): void;
  /** Resolves when the delta is in the graph, or a newer token's is. Errors: UNREACHABLE, OVERLOADED with the resource neo4j. */
  write(token: number, delta: Uint8Array): Promise<void>;
  /** May be called twice. */
  close(): Promise<void>;
}

type Library = typeof import('@filigree/graph');

/** The Neo4j of the environment (`NEO4J_URI`, ...). Throws USAGE for wrong settings. */
export async function makeGraphAccess(env: Readonly<Record<string, string | undefined>>): Promise<GraphAccess> {
  // Loaded here: a worker whose coordinator writes the graph needs nothing of it in the stream's thread.
  const library = (env['NEO4J_URI'] ?? '') === '' ? null : await import('@filigree/graph');
  const settings = library?.parseNeo4jSettings(env) ?? null;
  let expected = '';
  let opening: Promise<GraphStore> | null = null;

  const open = async (known: Neo4jSettings, { openNeo4jStore }: Library): Promise<GraphStore> => {
    const store = await openNeo4jStore(known);
    const graphId = await store.graphId();
    if (expected === '' || graphId === expected) return store;
    await store.close();
    throw new FiligreeError(
      'PERMISSION_DENIED',
      `NEO4J_URI ${known.uri} holds graph ${graphId}, the coordinator serves ${expected}`,
      {
        remedy: 'give this worker the same NEO4J_URI and NEO4J_DATABASE as the coordinator',
        detail: { resource: 'neo4j' },
      },
    );
  };

  return {
    canWrite: settings !== null,
    expect(graphId) {
      expected = graphId;
    },
    async write(token, delta) {
      if (settings === null || library === null)
        throw new FiligreeError('INTERNAL', 'a graph write without settings for Neo4j');
      opening ??= open(settings, library);
      let store: GraphStore;
      try {
        store = await opening;
      } catch (error) {
        opening = null;
        throw error;
      }
      const [result] = await store.write([{ delta, token }]);
      if (result?.outcome === 'failed') throw result.error;
    },
    async close() {
      const ending = opening;
      opening = null;
      await ending?.then(
        (store) => store.close(),
        () => undefined,
      );
    },
  };
}
