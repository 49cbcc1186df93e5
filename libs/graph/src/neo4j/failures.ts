// Which failures of the database are worth another try, and how the others reach users.

import { FiligreeError } from '@filigree/base';

/** A failure as the driver gives it: a Neo4jError has a code. */
export function codeOf(error: unknown): string {
  const code = (error as { code?: unknown } | null)?.code;
  return typeof code === 'string' ? code : '';
}

const AWAY = new Set([
  'ServiceUnavailable',
  'SessionExpired',
  'ECONNREFUSED',
  'ECONNRESET',
  'Neo.ClientError.General.DatabaseUnavailable',
  'Neo.TransientError.General.DatabaseUnavailable',
]);
// Another writer removed a node that this one had just found, or made one that it was making: seen again, all is well. The driver does not retry these.
const RACES = new Set([
  'Neo.ClientError.Statement.EntityNotFound',
  'Neo.ClientError.Schema.ConstraintValidationFailed',
  'Neo.ClientError.Transaction.LockClientStopped',
]);

/** The transaction lost to another one (deadlock, race, leader switch) and may be run again as it is. */
export function worthAnotherTry(error: unknown): boolean {
  const code = codeOf(error);
  if (AWAY.has(code)) return false;
  return RACES.has(code) || code.startsWith('Neo.TransientError.') || code === 'Neo.ClientError.Cluster.NotALeader';
}

/** The database cannot be reached at present. */
export function isAway(error: unknown): boolean {
  return AWAY.has(codeOf(error));
}

/** The error that users see. `place` names the database. */
export function neo4jError(place: string, error: unknown): FiligreeError {
  if (error instanceof FiligreeError) return error;
  const code = codeOf(error);
  const message = error instanceof Error ? error.message : String(error);
  if (isAway(error)) {
    return new FiligreeError('UNREACHABLE', `Neo4j at ${place} cannot be reached: ${message}`, {
      remedy: 'start the database or correct NEO4J_URI',
      detail: { resource: 'neo4j' },
      cause: error,
    });
  }
  if (code.startsWith('Neo.ClientError.Security.')) {
    return new FiligreeError('UNAUTHENTICATED', `Neo4j at ${place} refuses the login: ${message}`, {
      remedy: 'correct NEO4J_USER and NEO4J_PASSWORD',
      cause: error,
    });
  }
  if (code === 'Neo.ClientError.Database.DatabaseNotFound') {
    return new FiligreeError('USAGE', `Neo4j at ${place}: ${message}`, {
      remedy: 'correct NEO4J_DATABASE',
      cause: error,
    });
  }
  if (worthAnotherTry(error)) {
    return new FiligreeError('OVERLOADED', `Neo4j at ${place} is too busy: ${message}`, {
      remedy: 'try again with fewer workers',
      detail: { resource: 'neo4j' },
      cause: error,
    });
  }
  if (code.startsWith('Neo.ClientError.Statement.'))
    return new FiligreeError('USAGE', `Neo4j: ${message}`, { remedy: 'correct the query', cause: error });
  return new FiligreeError('INTERNAL', `Neo4j at ${place}: ${message}`, {
    remedy: 'report it with this message',
    detail: { neo4j_code: code },
    cause: error,
  });
}
