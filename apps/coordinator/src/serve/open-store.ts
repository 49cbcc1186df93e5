import { resolve } from 'node:path';
import type { GraphTarget } from '@filigree/cli';
import { openNeo4jStore, openSqliteStore, parseNeo4jSettings } from '@filigree/graph';
import type { GraphStore } from '@filigree/graph';

/**
 * The graph that `--graph` names; a file that is only read needs no right to write. Throws UNREACHABLE for a Neo4j that is away,
 * LOCAL_STATE or CORRUPT for a file.
 */
export function openStore(
  target: GraphTarget,
  cwd: string,
  env: Readonly<Record<string, string | undefined>>,
  access: 'read' | 'write' = 'write',
): Promise<GraphStore> {
  return target.kind === 'neo4j'
    ? openNeo4jStore(parseNeo4jSettings(env))
    : openSqliteStore(resolve(cwd, target.file), access);
}

/** Where the graph is, as a person reads it. */
export function placeOf(target: GraphTarget, env: Readonly<Record<string, string | undefined>>): string {
  return target.kind === 'neo4j' ? `Neo4j at ${parseNeo4jSettings(env).uri}` : `the graph in ${target.file}`;
}
