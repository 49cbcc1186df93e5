// Constraints and indexes, for Community: versioned migrations, each safe to run again and by many at once.

import { randomUUID } from 'node:crypto';
import { KEY_PROPERTY, LABELS, RELATIONSHIP_TYPES, SAME_AS } from '../model/labels.ts';
import { codeOf } from './failures.ts';
import type { Database } from './database.ts';
import { whole } from './database.ts';

/** What the store keeps beside the graph; never part of dumps, counts or exports. Properties of its own begin with `_`. */
export const STATEMENT_LABEL = 'FiligreeStatement';
export const GRAPH_LABEL = 'FiligreeGraph';

function unique(name: string, pattern: string, property: string): string {
  return `CREATE CONSTRAINT ${name} IF NOT EXISTS FOR ${pattern} REQUIRE x.${property} IS UNIQUE`;
}

function index(name: string, pattern: string, property: string): string {
  return `CREATE INDEX ${name} IF NOT EXISTS FOR ${pattern} ON (x.${property})`;
}

const TYPES = [...RELATIONSHIP_TYPES, SAME_AS];

/** Statement lists by version: a database at version n has had the first n lists run. Lists are only ever added. */
export const MIGRATIONS: readonly (readonly string[])[] = [
  [
    unique('filigree_graph', `(x:${GRAPH_LABEL})`, 'key'),
    ...LABELS.map((label) => unique(`filigree_${label.toLowerCase()}`, `(x:${label})`, KEY_PROPERTY[label])),
    ...TYPES.map((type) => unique(`filigree_${type.toLowerCase()}`, `()-[x:${type}]-()`, 'id')),
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

// Two that create one thing at the same time: the other one made it.
const MADE_BY_ANOTHER = new Set([
  'Neo.ClientError.Schema.EquivalentSchemaRuleAlreadyExists',
  'Neo.ClientError.Schema.ConstraintAlreadyExists',
  'Neo.ClientError.Schema.IndexAlreadyExists',
  'Neo.ClientError.Schema.IndexWithNameAlreadyExists',
  'Neo.ClientError.Schema.ConstraintWithNameAlreadyExists',
]);

async function versionOf(database: Database): Promise<number> {
  const [row] = await database.read(`MATCH (g:${GRAPH_LABEL} {key: 'graph'}) RETURN g.schema AS schema`);
  return (row?.get('schema') as number | null | undefined) ?? 0;
}

/** Brings the database to this version's schema and gives the graph its id; does nothing where that is done. Gives the number of migrations run. */
export async function ensureSchema(database: Database): Promise<number> {
  const version = await versionOf(database);
  if (version >= MIGRATIONS.length) return 0;
  for (const statements of MIGRATIONS.slice(version)) {
    for (const statement of statements) {
      try {
        await database.single(statement);
      } catch (error) {
        if (!MADE_BY_ANOTHER.has(codeOf((error as { cause?: unknown }).cause))) throw error;
      }
    }
  }
  await database.single('CALL db.awaitIndexes(300)');
  await database.single(
    `MERGE (g:${GRAPH_LABEL} {key: 'graph'}) ON CREATE SET g.graph_id = $id, g.epoch = $zero ` +
      'SET g.schema = CASE WHEN coalesce(g.schema, 0) > $version THEN g.schema ELSE $version END',
    { id: randomUUID(), zero: whole(0), version: whole(MIGRATIONS.length) },
  );
  return MIGRATIONS.length - version;
}
