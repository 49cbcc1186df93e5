// Everything that needs a database is in this one file: its tests empty the database, so no two may run at once.

import neo4j from 'neo4j-driver';
import { exportLines, openNeo4jStore, parseNeo4jSettings } from '@filigree/graph';
import type { QueryResult } from '@filigree/graph';
import { Door } from '../src/door/door.ts';
import { QUERY_LIMITS } from '../src/door/limits.ts';
import type { QueryLimits } from '../src/door/limits.ts';
import { cookbook } from './support/cookbook.ts';
import { chaos } from './support/chaos.ts';
import { conformance } from './support/conformance.ts';
import { delta, event } from './support/filings.ts';
import { makeNeo4jStores, neo4jIsThere } from './support/neo4j.ts';
import { fill, questions } from './support/questions.ts';
import { dumpOf, makeSqliteStores } from './support/stores.ts';
import { pushing } from './support/pushing.ts';
import { restoring } from './support/restoring.ts';
import { sharedDatabase } from './support/shared-database.ts';

/** Runs Cypher as a user of the database does, past the store; gives the rows. */
async function asUser(cypher: string): Promise<unknown[][]> {
  const { uri, user, password, database } = parseNeo4jSettings(process.env);
  const driver = neo4j.driver(uri, neo4j.auth.basic(user, password), { disableLosslessIntegers: true });
  try {
    const { records } = await driver.executeQuery(cypher, {}, { database });
    return records.map((record) => [...record.values()] as unknown[]);
  } finally {
    await driver.close();
  }
}

const onNeo4j = neo4jIsThere() ? describe : describe.skip;

onNeo4j('the Neo4j store', () => {
  conformance(makeNeo4jStores);
});

onNeo4j('questions to the Neo4j store', () => {
  questions(makeNeo4jStores);
});

onNeo4j('the Neo4j store under writers that die or come late', () => {
  chaos(makeNeo4jStores, () => 'neo4j');
});

onNeo4j('a Neo4j database that holds other things too', () => {
  sharedDatabase();
});

onNeo4j('a graph in Neo4j that is restored', () => {
  restoring(makeSqliteStores, makeNeo4jStores);
});

onNeo4j('a graph in SQLite that is restored from Neo4j', () => {
  restoring(makeNeo4jStores, makeSqliteStores);
});

onNeo4j('push', () => {
  pushing(makeSqliteStores, makeNeo4jStores);
});

onNeo4j('Neo4j', () => {
  const stores = makeNeo4jStores();
  afterAll(() => stores.done());

  it('is set up by many that start together, once', async () => {
    const store = await stores.fresh();
    await store.write([{ delta: delta(1), token: 1 }]);
    const id = await store.graphId();
    const opened = await Promise.all(Array.from({ length: 6 }, () => stores.again()));
    expect(new Set(await Promise.all(opened.map((one) => one.graphId())))).toEqual(new Set([id]));
    const count = "SHOW CONSTRAINTS YIELD name WHERE name STARTS WITH 'filigree_' RETURN count(*) AS count";
    expect(await asUser(count)).toEqual([[24]]);
  });

  it('does not let a query change anything', async () => {
    const store = await stores.fresh();
    await expect(store.query('CREATE (n:Company {id: "x"}) RETURN n')).rejects.toMatchObject({ code: 'USAGE' });
    expect(await dumpOf(store)).toEqual([]);
  });

  it('keeps whole numbers as integers and shares, sums and percents as floating point', async () => {
    const store = await stores.fresh();
    await fill(store);
    const types = 'RETURN DISTINCT valueType(r.start), valueType(r.percent), valueType(r.shares)';
    const { rows } = await store.query(`MATCH ()-[r:HOLDS]->() ${types}`);
    expect(rows).toEqual([['INTEGER NOT NULL', 'FLOAT NOT NULL', 'FLOAT NOT NULL']]);
  });

  it('takes an exported Cypher script for what it says, whatever characters a quote holds', async () => {
    const store = await stores.fresh();
    await store.write([
      {
        delta: delta(50, { events: [event(String.raw`O'Neil \u0027 says \\u0027 "so" \ ` + 'on\ntwo lines')] }),
        token: 50,
      },
    ]);
    const expected = await dumpOf(store);
    const script: string[] = [];
    for await (const line of exportLines('cypher', store.dump())) script.push(line);
    await store.clear();
    for (const statement of script) await asUser(statement);
    expect(await dumpOf(store)).toEqual(expected);
  });

  it('says that a database that is away cannot be reached, and that a login is refused', async () => {
    const settings = parseNeo4jSettings(process.env);
    await expect(openNeo4jStore({ ...settings, uri: 'bolt://127.0.0.1:1' })).rejects.toMatchObject({
      code: 'UNREACHABLE',
    });
    await expect(openNeo4jStore({ ...settings, password: 'wrong' })).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
  });
});

onNeo4j('a free query to Neo4j', () => {
  const stores = makeNeo4jStores();
  afterAll(() => stores.done());
  const asked = async (text: string, limits: Partial<QueryLimits> = {}, signal?: AbortSignal): Promise<QueryResult> => {
    const door = new Door({ ...QUERY_LIMITS, ...limits });
    try {
      return await door.ask({ kind: 'neo4j', settings: parseNeo4jSettings(process.env), text }, signal);
    } finally {
      await door.close();
    }
  };
  const endless = 'UNWIND range(1, 100000000) AS x UNWIND range(1, 100000000) AS y RETURN count(*) AS endless';

  it('may only read, whatever its words are: the transaction is in read mode', async () => {
    const store = await stores.fresh();
    const writing = [
      'CREATE (n:Company {id: "x"}) RETURN n',
      'MATCH (n) DETACH DELETE n',
      'CREATE USER x SET PASSWORD "xxxxxxxx"',
    ];
    await Promise.all(writing.map((query) => expect(asked(query)).rejects.toMatchObject({ code: 'USAGE' })));
    expect(await dumpOf(store)).toEqual([]);
    expect(await asUser('SHOW USERS YIELD user RETURN user')).toEqual([['neo4j']]);
  });

  it.each([
    ['rows', 'UNWIND range(1, 100) AS x RETURN x', { rows: 99 }, 'more than 99 rows'],
    [
      'bytes of a value',
      "RETURN reduce(s = 'x', i IN range(1, 10) | s + s)",
      { valueBytes: 999 },
      'more than 999 bytes',
    ],
    ['bytes of the answer', 'UNWIND range(1, 5000) AS x RETURN x', { answerBytes: 5000 }, 'more than 5000 bytes'],
    ['memory of its process', 'RETURN 1', { processBytes: 1000 }, 'more than 1000 bytes of memory'],
    ['time', endless, { timeMs: 2000 }, 'longer than 2 seconds'],
  ])('has a limit for %s', async (_name, query, limits, message) => {
    await expect(asked(query, limits)).rejects.toMatchObject({
      code: 'TOO_LARGE',
      message: expect.stringContaining(message) as string,
    });
  });

  it('is asked as NEO4J_QUERY_USER where that is set, and as nobody else', async () => {
    await stores.fresh();
    await asUser("CREATE OR REPLACE USER reader SET PASSWORD 'reader-test' CHANGE NOT REQUIRED");
    const login = { NEO4J_QUERY_USER: 'reader', NEO4J_QUERY_PASSWORD: 'reader-test' };
    const who =
      'SHOW TRANSACTIONS YIELD username, currentQuery WHERE currentQuery CONTAINS "AS endless" AND NOT currentQuery CONTAINS "SHOW" RETURN username';
    const store = await openNeo4jStore(parseNeo4jSettings({ ...process.env, ...login }));
    const answer = store.query(endless);
    answer.catch(() => undefined);
    let found: unknown[][] = [];
    while (found.length === 0) found = await asUser(who);
    expect(found).toEqual([['reader']]);
    await store.close();
    await expect(answer).rejects.toMatchObject({ code: 'CANCELLED' });
    await asUser('DROP USER reader');
  });

  it('ends in the database as well when nobody waits for it any more', async () => {
    const running =
      'SHOW TRANSACTIONS YIELD currentQuery WHERE currentQuery CONTAINS "AS endless" AND NOT currentQuery CONTAINS "SHOW" RETURN count(*) AS count';
    const until = async (count: number): Promise<void> => {
      while ((await asUser(running))[0]?.[0] !== count) continue;
    };
    const controller = new AbortController();
    const answer = asked(endless, {}, controller.signal);
    answer.catch(() => undefined);
    await until(1);
    controller.abort();
    await expect(answer).rejects.toMatchObject({ code: 'CANCELLED' });
    await until(0);
  });
});

onNeo4j('the page of useful Cypher', () => {
  const stores = makeNeo4jStores();
  const door = new Door({ ...QUERY_LIMITS, atOnce: 6, waiting: 100 });
  const answers = new Map<string, Promise<QueryResult>>();
  beforeAll(async () => {
    const store = await stores.fresh();
    await fill(store);
    await asUser('CALL db.index.fulltext.awaitEventuallyConsistentIndexRefresh()');
    // Each query has a process of low priority. One after the other they would wait for whatever else this machine does.
    const settings = parseNeo4jSettings(process.env);
    for (const [, text] of cookbook()) {
      const answer = door.ask({ kind: 'neo4j', settings, text });
      answer.catch(() => undefined);
      answers.set(text, answer);
    }
  });
  afterAll(async () => {
    await door.close();
    await stores.done();
  });

  it.each(cookbook())('%s: the query runs and finds something in a graph that has it', async (_, query) => {
    const { columns, rows } = await answers.get(query)!;
    expect(columns.length).toBeGreaterThan(0);
    expect(rows.length).toBeGreaterThan(0);
  });
});
