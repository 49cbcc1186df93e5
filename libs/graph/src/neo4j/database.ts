// The driver behind three calls: read, write in one transaction (run again where that may help), and stream.

import neo4j from 'neo4j-driver';
import type { Driver, ManagedTransaction, Record as Row, Session, Transaction } from 'neo4j-driver';
import { openDriver, placeOf } from './driver.ts';
import { isAway, neo4jError, worthAnotherTry } from './failures.ts';
import type { Neo4jSettings } from './settings.ts';

export type Parameters = Readonly<Record<string, unknown>>;
export type { Row };

/** What statements run in. */
export type Runner = Pick<ManagedTransaction, 'run'>;

const MAX_TRIES = 12;
const FIRST_DELAY_MS = 20;
const MAX_DELAY_MS = 2000;
/** A pooled connection to a database that was restarted fails once, the next one is fresh. */
const TRIES_WHEN_AWAY = 2;

export class Database {
  readonly place: string;
  private readonly driver: Driver;
  private readonly name: string;

  constructor(settings: Neo4jSettings) {
    this.place = placeOf(settings);
    this.name = settings.database;
    this.driver = openDriver(settings);
  }

  /** One statement in a transaction of its own (schema commands need that). */
  async single(cypher: string, parameters: Parameters = {}): Promise<Row[]> {
    return this.tried(async (session) => (await session.run(cypher, parameters)).records);
  }

  /** One reading statement; the database refuses what would change anything. */
  async read(cypher: string, parameters: Parameters = {}): Promise<Row[]> {
    return this.tried(async (session) => (await session.run(cypher, parameters)).records, neo4j.session.READ);
  }

  /**
   * Runs `act` in one transaction and commits it; the whole again if it lost to another transaction.
   * Where `act` gives null, the transaction is rolled back.
   */
  async transaction<T>(act: (transaction: Runner) => Promise<T | null>): Promise<T | null> {
    return this.tried(async (session) => {
      // Not awaited: the beginning travels with the first statement.
      const transaction = session.beginTransaction();
      try {
        const result = await act(transaction);
        if (result === null) await transaction.rollback();
        else await transaction.commit();
        return result;
      } catch (error) {
        await rolledBack(transaction);
        throw error;
      }
    });
  }

  async close(): Promise<void> {
    await this.driver.close();
  }

  private async tried<T>(
    act: (session: Session) => Promise<T>,
    defaultAccessMode: 'READ' | 'WRITE' = neo4j.session.WRITE,
  ): Promise<T> {
    for (let attempt = 1; ; attempt++) {
      const session = this.driver.session({ database: this.name, defaultAccessMode });
      try {
        return await act(session);
      } catch (error) {
        const again = worthAnotherTry(error) ? attempt < MAX_TRIES : isAway(error) && attempt < TRIES_WHEN_AWAY;
        if (!again) throw neo4jError(this.place, error);
      } finally {
        await session.close().catch(() => undefined);
      }
      // Full jitter, so that writers that collided do not collide again.
      const delayMs = Math.random() * Math.min(MAX_DELAY_MS, FIRST_DELAY_MS * 2 ** attempt);
      await new Promise((resolve) => setTimeout(resolve, delayMs));
    }
  }
}

/** After some failures the transaction is gone already; the first error is what counts. */
async function rolledBack(transaction: Transaction): Promise<void> {
  if (transaction.isOpen()) await transaction.rollback().catch(() => undefined);
}

/** A whole number as the database stores it: a plain JavaScript number would become a float. */
export function whole(value: number): unknown {
  return neo4j.int(value);
}
