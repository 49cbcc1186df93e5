// What the door and its process say to each other: one line of JSON to it, then lines of JSON from it.

import type { WireError } from '../store/wire-error.ts';
import type { Neo4jSettings } from '../neo4j/settings.ts';
import type { QueryLimits } from './limits.ts';

export interface SqlQuery {
  readonly kind: 'sqlite';
  /** What SQLite opens: a file's URI that says how. */
  readonly uri: string;
  readonly text: string;
  /** The text without EXPLAIN before it. */
  readonly statement: string;
}

export interface CypherQuery {
  readonly kind: 'neo4j';
  readonly settings: Neo4jSettings;
  readonly text: string;
}

/** A query that was found to be allowed, and where it is asked. */
export type FreeQuery = SqlQuery | CypherQuery;

/** What the process gets. */
export interface Task {
  readonly query: FreeQuery;
  readonly limits: QueryLimits;
}

/** A cell of an answer. */
export type Cell = string | number | boolean | null;

/** Lines in this order: columns, rows, then how it ended. */
export type DoorLine = readonly Cell[] | { readonly columns: readonly string[] } | DoorEnd;

/** `ended` is null where all is told. */
export interface DoorEnd {
  readonly ended: WireError | null;
}
