import { FiligreeError } from '@filigree/base';
import type { Database, Row } from './database.ts';
import { codeOf } from './failures.ts';

/** A uniqueness constraint that the store needs. */
export interface UniqueRule {
  readonly name: string;
  /** A label, or the type of relationships. */
  readonly label: string;
  readonly property: string;
  readonly isNode: boolean;
}

const SETUP = 'then run coordinator graph setup, or start the coordinator again';

function placeOf({ label, property, isNode }: UniqueRule): string {
  return isNode ? `(:${label} {${property}})` : `[:${label} {${property}}]`;
}

/** Null where this user may not see it: one who may only read need not know. */
async function shown(database: Database, cypher: string): Promise<Row[] | null> {
  try {
    return await database.read(cypher);
  } catch (error) {
    if (codeOf((error as { cause?: unknown }).cause) === 'Neo.ClientError.Security.Forbidden') return null;
    throw error;
  }
}

/** Those of the rules that the database does not keep, whatever their names. */
export async function missingRules(database: Database, rules: readonly UniqueRule[]): Promise<UniqueRule[]> {
  const rows = await shown(
    database,
    "SHOW CONSTRAINTS YIELD type, labelsOrTypes, properties WHERE type ENDS WITH 'UNIQUENESS' OR type ENDS WITH 'KEY' " +
      'RETURN labelsOrTypes AS labels, properties',
  );
  if (rows === null) return [];
  const kept = new Set(rows.map((row) => JSON.stringify([row.get('labels'), row.get('properties')])));
  return rules.filter(({ label, property }) => !kept.has(JSON.stringify([[label], [property]])));
}

/** The error of a database that refuses rules because of what else is in it: it names the index or constraint to drop. */
export async function inTheWay(database: Database, rules: readonly UniqueRule[]): Promise<FiligreeError> {
  const [rule] = rules;
  const found = await database.read(
    'SHOW INDEXES YIELD name, labelsOrTypes, properties, owningConstraint ' +
      'WHERE name IN $names OR (owningConstraint IS NULL AND labelsOrTypes IS NOT NULL) ' +
      'RETURN name, labelsOrTypes AS labels, properties, owningConstraint AS constraint',
    { names: rules.map(({ name }) => name) },
  );
  const blocks = (row: (typeof found)[number]): boolean =>
    rules.some(
      ({ name, label, property }) =>
        row.get('name') === name ||
        JSON.stringify([row.get('labels'), row.get('properties')]) === JSON.stringify([[label], [property]]),
    );
  const drops = found
    .filter(blocks)
    .map((row) =>
      row.get('constraint') === null
        ? `DROP INDEX ${quoted(row.get('name') as string)}`
        : `DROP CONSTRAINT ${quoted(row.get('constraint') as string)}`,
    );
  const places = rules.map(placeOf).join(', ');
  const what = drops.length === 0 ? '' : `: ${String(drops.length)} of the user's own stand in the way`;
  return new FiligreeError('LOCAL_STATE', `Neo4j at ${database.place}: no uniqueness constraint on ${places}${what}`, {
    remedy:
      drops.length === 0
        ? `look at SHOW INDEXES for what else is on ${rule === undefined ? 'it' : placeOf(rule)}, drop it, ${SETUP}`
        : `run ${drops.join('; ')} in Neo4j (a constraint has an index of its own, so nothing gets slower), ${SETUP}`,
  });
}

/** The error of a database in which several nodes or relationships have one key. */
export async function duplicates(database: Database, rule: UniqueRule, cause: unknown): Promise<FiligreeError> {
  const message = cause instanceof Error ? cause.message.replaceAll('\n', ' ') : String(cause);
  const { label, property, isNode } = rule;
  const pattern = isNode ? `(x:${label})` : `()-[x:${label}]->()`;
  const [row] = await database.read(
    `MATCH ${pattern} WITH x.${property} AS key, count(*) AS count WHERE key IS NOT NULL AND count > 1 RETURN count(*) AS keys`,
  );
  const keys = (row?.get('keys') as number | undefined) ?? 0;
  return new FiligreeError(
    'LOCAL_STATE',
    `Neo4j at ${database.place}: ${String(keys)} values of ${placeOf(rule)} are there more than once, and each must be one (${message})`,
    {
      remedy:
        `MATCH ${pattern} WITH x.${property} AS key, collect(x) AS alike WHERE key IS NOT NULL AND size(alike) > 1 RETURN key, alike ` +
        `finds them: remove all but one of each or change their ${property}, ${SETUP}`,
      cause,
    },
  );
}

/** A name as Cypher takes it. */
function quoted(name: string): string {
  return /^[A-Za-z_]\w*$/.test(name) ? name : `\`${name.replaceAll('`', '``')}\``;
}
