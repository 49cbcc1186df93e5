import type { FlagValues } from './flag.ts';
import { COMMAND_FLAGS } from './flags-commands.ts';
import { CONNECT_FLAGS } from './flags-connect.ts';
import { FILINGS_FLAGS } from './flags-filings.ts';

/** Every flag and environment variable of the three commands. */
export const FLAGS = { ...CONNECT_FLAGS, ...FILINGS_FLAGS, ...COMMAND_FLAGS } as const;

/** The key of a flag in the table; two keys may share a name, for commands that mean different things by it. */
export type FlagKey = keyof typeof FLAGS;
/** The typed values of the named flags. */
export type Values<K extends FlagKey> = FlagValues<Pick<typeof FLAGS, K>>;

/** What every client of a coordinator takes. */
export const CLIENT_FLAGS = [
  'coordinator',
  'tlsCert',
  'tlsKey',
  'tlsCa',
  'tokenFile',
  'insecure',
  'json',
] as const satisfies readonly FlagKey[];
/** The settings of Neo4j. */
export const NEO4J_FLAGS = [
  'neo4jUri',
  'neo4jUser',
  'neo4jPassword',
  'neo4jQueryUser',
  'neo4jQueryPassword',
  'neo4jDatabase',
] as const satisfies readonly FlagKey[];
/** The local model: whether, where and how it is asked. */
export const MODEL_FLAGS = [
  'ai',
  'aiConcurrency',
  'ollamaUrl',
  'ollamaModel',
  'aiUrl',
  'noPull',
] as const satisfies readonly FlagKey[];
/** Which filings. */
export const FILTER_FLAGS = [
  'year',
  'form',
  'cik',
  'company',
  'from',
  'to',
  'limit',
] as const satisfies readonly FlagKey[];
/** Where filings are downloaded from, and by whom. */
export const DOWNLOAD_FLAGS = [
  'download',
  'quarter',
  'userAgent',
  'secUrl',
  'breakerSeconds',
] as const satisfies readonly FlagKey[];
