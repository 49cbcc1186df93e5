// Constraints and indexes, for Community: versioned migrations, each safe to run again and by many at once. What a graph rests on
// is looked for whenever it is opened: an index of the user's, or two nodes with one key, may have stood in the way of it.

import { randomUUID } from 'node:crypto';
import { KEY_PROPERTY, LABELS, RELATIONSHIP_TYPES, SAME_AS } from '../model/labels.ts';
import { codeOf } from './failures.ts';
import type { Database } from './database.ts';
import { whole } from './database.ts';
import { duplicates, inTheWay, missingRules } from './schema-check.ts';
import type { UniqueRule } from './schema-check.ts';

/** What the store keeps beside the graph; never part of dumps, counts or exports. Properties of its own begin with `_`. */
export const STATEMENT_LABEL = 'FiligreeStatement';
export const GRAPH_LABEL = 'FiligreeGraph';

const TYPES = [...RELATIONSHIP_TYPES, SAME_AS];

/** No two of these nodes or relationships may share a key: the fences and merges of the store rest on it. */
export const UNIQUE: readonly UniqueRule[] = [
  { name: 'filigree_graph', label: GRAPH_LABEL, property: 'key', isNode: true },
  ...LABELS.map((label): UniqueRule => ({
    name: `filigree_${label.toLowerCase()}`,
    label,
    property: KEY_PROPERTY[label],
    isNode: true,
  })),
  ...TYPES.map((type): UniqueRule => ({
    name: `filigree_${type.toLowerCase()}`,
    label: type,
    property: 'id',
    isNode: false,
  })),
];

function unique({ name, label, property, isNode }: UniqueRule): string {
  const pattern = isNode ? `(x:${label})` : `()-[x:${label}]-()`;
  return `CREATE CONSTRAINT ${name} IF NOT EXISTS FOR ${pattern} REQUIRE x.${property} IS UNIQUE`;
}

function index(name: string, pattern: string, property: string): string {
  return `CREATE INDEX ${name} IF NOT EXISTS FOR ${pattern} ON (x.${property})`;
}

/** Statement lists by version: a database at version n has had the first n lists run. Lists are only ever added. */
export const MIGRATIONS: readonly (readonly string[])[] = [
  [
    ...UNIQUE.map(unique),
    ...RELATIONSHIP_TYPES.map((type) =>
      index(`filigree_${type.toLowerCase()}_accession`, `()-[x:${type}]-()`, 'accession'),
    ),
    index('filigree_statement_accession', `(x:${STATEMENT_LABEL})`, 'accession'),
    index('filigree_statement_node', `(x:${STATEMENT_LABEL})`, 'node'),
    index('filigree_company_name', '(x:Company)', 'name'),
    index('filigree_person_name', '(x:Person)', 'name'),
    index('filigree_event_date', '(x:Event)', 'date'),
    index('filigree_event_type', '(x:Event)', 'type'),
    index('filigree_filing_filed', '(x:Filing)', 'filed'),
    // Refreshed in the background: brought up to date within each commit, it costs more than all else that a filing writes.
    'CREATE FULLTEXT INDEX filigree_names IF NOT EXISTS FOR (x:Company|Person) ON EACH [x.name, x.other_names] ' +
      'OPTIONS { indexConfig: { `fulltext.eventually_consistent`: true } }',
  ],
];

// Two that create one thing at the same time: the other one made it. Or a user has something alike: the check afterwards tells.
const MADE_BY_ANOTHER = new Set([
  'Neo.ClientError.Schema.EquivalentSchemaRuleAlreadyExists',
  'Neo.ClientError.Schema.ConstraintAlreadyExists',
  'Neo.ClientError.Schema.IndexAlreadyExists',
  'Neo.ClientError.Schema.IndexWithNameAlreadyExists',
  'Neo.ClientError.Schema.ConstraintWithNameAlreadyExists',
]);
const DUPLICATES = 'Neo.DatabaseError.Schema.ConstraintCreationFailed';

async function versionOf(database: Database): Promise<number> {
  const [row] = await database.read(`MATCH (g:${GRAPH_LABEL} {key: 'graph'}) RETURN g.schema AS schema`);
  return (row?.get('schema') as number | null | undefined) ?? 0;
}

async function run(database: Database, statements: readonly string[]): Promise<void> {
  for (const statement of statements) {
    try {
      await database.single(statement);
    } catch (error) {
      const cause = (error as { cause?: unknown }).cause;
      const rule = UNIQUE.find((one) => unique(one) === statement);
      if (rule !== undefined && codeOf(cause) === DUPLICATES) throw await duplicates(database, rule, cause);
      if (!MADE_BY_ANOTHER.has(codeOf(cause))) throw error;
    }
  }
}

/**
 * Brings the database to this version's schema and gives the graph its id; does nothing where that is done. Gives the number of
 * migrations run. Throws LOCAL_STATE, naming what to drop or to remove, where something of the user's stands in the way.
 */
export async function ensureSchema(database: Database): Promise<number> {
  const [version, missing] = await Promise.all([versionOf(database), missingRules(database, UNIQUE)]);
  if (version >= MIGRATIONS.length && missing.length === 0) return 0;
  if (version >= MIGRATIONS.length) await run(database, missing.map(unique));
  for (const statements of MIGRATIONS.slice(version)) await run(database, statements);
  const blocked = await missingRules(database, UNIQUE);
  if (blocked.length > 0) throw await inTheWay(database, blocked);
  await database.single('CALL db.awaitIndexes(300)');
  await database.single(
    `MERGE (g:${GRAPH_LABEL} {key: 'graph'}) ON CREATE SET g.graph_id = $id, g.epoch = $zero ` +
      'SET g.schema = CASE WHEN coalesce(g.schema, 0) > $version THEN g.schema ELSE $version END',
    { id: randomUUID(), zero: whole(0), version: whole(MIGRATIONS.length) },
  );
  return Math.max(0, MIGRATIONS.length - version);
}
