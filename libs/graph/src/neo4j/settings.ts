import { FiligreeError } from '@filigree/base';

/** Where the database is and who asks. */
export interface Neo4jSettings {
  /** `neo4j://`, `bolt://`, or with `+s` (certificate checked) or `+ssc` (self-signed). */
  readonly uri: string;
  readonly user: string;
  readonly password: string;
  readonly database: string;
  /** Who asks free queries; null: who asks everything else. */
  readonly queryLogin: { readonly user: string; readonly password: string } | null;
}

const SCHEME = /^(neo4j|bolt)(\+s|\+ssc)?:\/\/[^\s/]+/;

/**
 * The settings of the environment: `NEO4J_URI`, `NEO4J_USER`, `NEO4J_PASSWORD`, `NEO4J_DATABASE`, and `NEO4J_QUERY_USER` with
 * `NEO4J_QUERY_PASSWORD` for free queries. Throws USAGE naming what is missing or wrong.
 */
export function parseNeo4jSettings(environment: Readonly<Record<string, string | undefined>>): Neo4jSettings {
  const uri = environment['NEO4J_URI'] ?? '';
  if (uri === '')
    throw new FiligreeError('USAGE', 'NEO4J_URI is not set', {
      remedy: 'set it to the address of the database, for example neo4j://127.0.0.1:7687',
    });
  if (!SCHEME.test(uri)) {
    throw new FiligreeError(
      'USAGE',
      `NEO4J_URI is ${JSON.stringify(uri)}, expected neo4j://HOST:PORT or bolt://HOST:PORT`,
      {
        remedy: 'use neo4j+s:// or bolt+s:// where the database has a certificate (Aura has)',
      },
    );
  }
  const password = environment['NEO4J_PASSWORD'] ?? '';
  if (password === '')
    throw new FiligreeError('USAGE', 'NEO4J_PASSWORD is not set', { remedy: 'set it to the password of NEO4J_USER' });
  return {
    uri,
    user: environment['NEO4J_USER'] ?? 'neo4j',
    password,
    database: environment['NEO4J_DATABASE'] ?? 'neo4j',
    queryLogin: queryLoginOf(environment),
  };
}

function queryLoginOf(environment: Readonly<Record<string, string | undefined>>): Neo4jSettings['queryLogin'] {
  const user = environment['NEO4J_QUERY_USER'] ?? '';
  if (user === '') return null;
  const password = environment['NEO4J_QUERY_PASSWORD'] ?? '';
  if (password === '')
    throw new FiligreeError('USAGE', 'NEO4J_QUERY_PASSWORD is not set', {
      remedy: 'set it to the password of NEO4J_QUERY_USER',
    });
  return { user, password };
}
