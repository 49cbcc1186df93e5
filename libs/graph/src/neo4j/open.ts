import type { GraphStore } from '../store/store.ts';
import type { Neo4jSettings } from './settings.ts';

/**
 * Opens the graph in Neo4j: connects, brings the schema up to date. Throws UNREACHABLE, UNAUTHENTICATED. The driver is
 * loaded here and not before: it takes a third of a second of processor time, in every process and thread.
 */
export async function openNeo4jStore(settings: Neo4jSettings): Promise<GraphStore> {
  const store = await import('./store.ts');
  return store.openNeo4jStore(settings);
}
