// Everything that needs a database is in this one file: its tests empty the database, so no two may run at once.

import { readFileSync } from 'node:fs';
import neo4j from 'neo4j-driver';
import { exportLines, openNeo4jStore, parseNeo4jSettings } from '@filigree/graph';
import type { GraphStore } from '@filigree/graph';
import { chaos } from './support/chaos.ts';
import { conformance } from './support/conformance.ts';
import { delta, event } from './support/filings.ts';
import { makeNeo4jStores, neo4jIsThere } from './support/neo4j.ts';
import { fill, questions } from './support/questions.ts';
import { dumpOf, makeSqliteStores } from './support/stores.ts';
import { pushing } from './support/pushing.ts';
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

/** Headings and queries of the page. */
function cookbook(): [string, string][] {
  const page = readFileSync(new URL('../../../docs/cypher.md', import.meta.url), 'utf8');
  return page
    .split(/^## /m)
    .slice(1)
    .flatMap((section) =>
      [...section.matchAll(/```cypher\n([\s\S]*?)```/g)].map((match): [string, string] => [
        section.split('\n')[0] ?? '',
        match[1] ?? '',
      ]),
    );
}

onNeo4j('the page of useful Cypher', () => {
  const stores = makeNeo4jStores();
  let store: GraphStore;
  beforeAll(async () => {
    store = await stores.fresh();
    await fill(store);
    await store.query('CALL db.index.fulltext.awaitEventuallyConsistentIndexRefresh()');
  });
  afterAll(() => stores.done());

  it.each(cookbook())('%s: the query runs and finds something in a graph that has it', async (_, query) => {
    const { columns, rows } = await store.query(query);
    expect(columns.length).toBeGreaterThan(0);
    expect(rows.length).toBeGreaterThan(0);
  });
});
