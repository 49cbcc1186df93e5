import neo4j from 'neo4j-driver';
import type { Driver } from 'neo4j-driver';
import type { Neo4jSettings } from './settings.ts';

/** The database as messages name it; never a password. */
export function placeOf({ uri, database }: Neo4jSettings): string {
  return `${uri} (${database})`;
}

/** The driver as this program uses it; it connects with the first statement. */
export function openDriver({ uri, user, password }: Neo4jSettings): Driver {
  return neo4j.driver(uri, neo4j.auth.basic(user, password), {
    disableLosslessIntegers: true,
    connectionTimeout: 5000,
    connectionAcquisitionTimeout: 20000,
    maxConnectionPoolSize: 40,
    userAgent: 'filigree',
    telemetryDisabled: true,
    notificationFilter: { minimumSeverityLevel: 'OFF' },
  });
}
