// A database that Filigree shares with others: their nodes, relationships, indexes; and clearing that is interrupted or has company.

import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import neo4j from 'neo4j-driver';
import type { Driver } from 'neo4j-driver';
import { openNeo4jStore, parseNeo4jSettings } from '@filigree/graph';
import type { GraphDelta, GraphStore } from '@filigree/graph';
import { delta, event, role, world } from './filings.ts';
import { makeNeo4jStores } from './neo4j.ts';
import { dumpOf, makeSqliteStores } from './stores.ts';

const OWN = `CREATE (:Company {name: 'Own Data Ltd', id: 'own-1'})-[:OWNS]->(:Plant {name: 'Plant 1'})
  CREATE (:Person {name: 'Own Person', id: 'own-p'}) CREATE (:Company {title: 'Supplier Ltd'})-[:SUPPLIES]->(:Plant {name: 'Plant 2'})`;
const OWN_NODES = 5;

export function sharedDatabase(): void {
  const stores = makeNeo4jStores();
  const embedded = makeSqliteStores();
  let driver: Driver;
  let expected: string[];

  const cypher = async (text: string): Promise<Record<string, unknown>[]> => {
    const { database } = parseNeo4jSettings(process.env);
    return (await driver.executeQuery(text, {}, { database })).records.map((record) => record.toObject());
  };
  const writeAll = (store: GraphStore, deltas: readonly GraphDelta[], firstToken: number): Promise<unknown> =>
    Promise.all(deltas.map((one, at) => store.write([{ delta: one, token: firstToken + at }])));

  beforeAll(async () => {
    const { uri, user, password } = parseNeo4jSettings(process.env);
    driver = neo4j.driver(uri, neo4j.auth.basic(user, password), { disableLosslessIntegers: true });
    const quiet = await embedded.fresh();
    await writeAll(quiet, world(), 1);
    await quiet.resolve();
    expected = await dumpOf(quiet);
  });
  afterEach(async () => {
    await cypher('MATCH (n) WHERE n._lock IS NULL AND NOT n:FiligreeGraph AND NOT n:FiligreeStatement DETACH DELETE n');
  });
  afterAll(async () => {
    await driver.close();
    await stores.done();
    await embedded.done();
  });

  it('neither dumps, counts, links nor finds nodes and relationships of others', async () => {
    const store = await stores.fresh();
    await cypher(OWN);
    await writeAll(store, world(), 1);
    await cypher("MATCH (c:Company {cik: '0000001001'}) CREATE (c)-[:OWNS]->(:Plant {name: 'Plant 3'})");
    await store.resolve();
    expect(await dumpOf(store)).toEqual(expected);
    const { nodes, relationships } = await store.stats();
    expect({ companies: nodes.Company, people: nodes.Person, owns: relationships.OWNS }).toEqual({
      companies: 4,
      people: 2,
      owns: 1,
    });
    expect(await store.named('Company', ['own'])).toEqual([]);
    expect(await store.nodes([{ label: 'Company', id: 'own-1' }])).toEqual([]);
    expect(await store.touching([{ label: 'Company', id: 'cik:0000001001' }], ['OWNS'])).toHaveLength(1);
  });

  it('clears only what Filigree wrote, counts what stays, and fills again', async () => {
    const store = await stores.fresh();
    await cypher(OWN);
    await writeAll(store, world(), 1);
    expect(await store.clear()).toEqual({ foreignNodes: OWN_NODES, heldNodes: 0, heldBy: [] });
    expect(await dumpOf(store)).toEqual([]);
    expect(await cypher('MATCH (n) WHERE NOT n:FiligreeGraph RETURN count(n) AS count')).toEqual([
      { count: OWN_NODES },
    ]);
    expect(await cypher('MATCH ()-[r]->() RETURN type(r) AS type ORDER BY type')).toEqual([
      { type: 'OWNS' },
      { type: 'SUPPLIES' },
    ]);
    await writeAll(store, world(), 1);
    await store.resolve();
    expect(await dumpOf(store)).toEqual(expected);
  });

  it('leaves a node to the relationship of others that holds it, when the graph is cleared', async () => {
    const store = await stores.fresh();
    await writeAll(store, world(), 1);
    await cypher("MATCH (c:Company {cik: '0000001001'}) CREATE (c)-[:SUPPLIES]->(:Plant {name: 'Plant 2'})");
    expect(await store.clear()).toEqual({ foreignNodes: 2, heldNodes: 1, heldBy: ['SUPPLIES'] });
    expect(await dumpOf(store)).toEqual([]);
    expect(await cypher('MATCH (c:Company)-[:SUPPLIES]->(p:Plant) RETURN c.name AS company, p.name AS plant')).toEqual([
      { company: 'ACME GROUP PLC', plant: 'Plant 2' },
    ]);
    await writeAll(store, world(), 1);
    await store.resolve();
    expect(await dumpOf(store)).toEqual(expected);
  });

  it('replaces a filing one of whose nodes a relationship of others holds', async () => {
    const store = await stores.fresh();
    await store.write([{ delta: delta(1, { events: [event('A dividend of $1')] }), token: 1 }]);
    await cypher("MATCH (e:Event) CREATE (e)<-[:READ]-(:Note {text: 'seen'})");
    expect(await store.write([{ delta: delta(1), token: 2 }])).toEqual([{ outcome: 'written' }]);
    expect((await store.stats()).nodes.Event).toBe(0);
    expect(await cypher('MATCH (e:Event)<-[:READ]-() RETURN e.quote AS quote')).toEqual([
      { quote: 'A dividend of $1' },
    ]);
  });

  it('is filled to the graph of a quiet run after a clear that was killed in its midst', async () => {
    const store = await stores.fresh();
    await writeAll(store, world(), 1);
    const id = await store.graphId();
    const session = driver.session();
    const holding = session.beginTransaction();
    try {
      // There it stops, whatever of the graph it has taken away by then.
      await holding.run('MATCH (e:Event) SET e._lock = true');
      const program = fileURLToPath(new URL('./clear-process.mjs', import.meta.url));
      const child = spawn(process.execPath, [program, 'neo4j'], { stdio: ['ignore', 'ignore', 'inherit'] });
      const ended = new Promise<void>((resolve) =>
        child.once('exit', () => {
          resolve();
        }),
      );
      const waits =
        "SHOW TRANSACTIONS YIELD status WHERE status STARTS WITH 'Blocked' OR status = 'Closing' RETURN count(*) AS count";
      for (let seen = 0; seen < 20; seen = (await cypher(waits))[0]?.['count'] === 0 ? 0 : seen + 1)
        expect(child.exitCode).toBeNull();
      child.kill('SIGKILL');
      await ended;
    } finally {
      await holding.rollback();
      await session.close();
    }
    // What was on its way when the connection was cut ends by itself.
    while ((await cypher('SHOW TRANSACTIONS')).length > 1) await cypher('RETURN 1');
    // What a queue knows as done is known for a graph's id.
    expect(await store.graphId()).not.toBe(id);
    await writeAll(store, world(), 100);
    await store.resolve();
    expect(await dumpOf(store)).toEqual(expected);
  });

  it('may be cleared while others write: each filing is there as a whole or not at all', async () => {
    const deltas = Array.from({ length: 20 }, (_, at) =>
      delta(at + 1, { roles: [role('Ana Botelho', 'Acme Widgets plc')], events: [event(`Event ${String(at)}`)] }),
    );
    const quiet = await stores.fresh();
    await writeAll(quiet, deltas, 1);
    const whole = await dumpOf(quiet);
    const store = await stores.fresh();
    const other = await stores.again();
    const clearing = await stores.again();
    const writing = [writeAll(store, deltas.slice(0, 10), 1), writeAll(other, deltas.slice(10), 1)];
    await Promise.all([...writing, clearing.clear(), clearing.clear()]);
    const { nodes, relationships } = await store.stats();
    expect(relationships.WORKS_AT).toBe(nodes.Filing);
    expect(relationships.REPORTS).toBe(nodes.Filing);
    await writeAll(store, deltas, 100);
    expect(await dumpOf(store)).toEqual(whole);
  });

  it('replaces a filing where more filings state one of its nodes than the driver gets at once', async () => {
    const store = await stores.fresh();
    await store.write([{ delta: delta(1), token: 1 }]);
    const other = "{accession: 'other ' + i, node: 'Sector 3711', rank: '', names: [], properties: '{}'}";
    await cypher(`UNWIND range(1, 2500) AS i CREATE (:FiligreeStatement ${other})`);
    const now = delta(1, { events: [event('A dividend of $1')] });
    expect(await store.write([{ delta: now, token: 2 }])).toEqual([{ outcome: 'written' }]);
    await store.clear();
    expect(await cypher('MATCH (n) WHERE NOT n:FiligreeGraph RETURN count(n) AS count')).toEqual([{ count: 0 }]);
  });

  it('removes a graph that an exported script made, and nodes that no filing states any more', async () => {
    const store = await stores.fresh();
    await writeAll(store, world(), 1);
    await cypher('MATCH (x:FiligreeStatement) DELETE x');
    await cypher('MATCH (f:Filing) DETACH DELETE f');
    expect(await store.clear()).toMatchObject({ foreignNodes: 0, heldNodes: 0 });
    expect(await cypher('MATCH (n) WHERE NOT n:FiligreeGraph RETURN count(n) AS count')).toEqual([{ count: 0 }]);
  });

  const cases = fileURLToPath(new URL('../../../../../shared/cases/', import.meta.url));
  const onCases = ((): jest.It => {
    if (existsSync(cases)) return it;
    process.stderr.write(`SKIPPED: ${cases} is absent, its databases are not made\n`);
    return it.skip;
  })();
  /** Runs the statements of a case. */
  const make = async (name: string): Promise<void> => {
    const text = readFileSync(`${cases}${name}.cypher`, 'utf8').replace(/^\/\/.*$/gm, '');
    for (const statement of text.split(';')) if (statement.replace(/\/\/.*/, '').trim() !== '') await cypher(statement);
  };

  onCases('clears beside the nodes and relationships of the case', async () => {
    const store = await stores.fresh();
    await make('03-neo4j-clear-foreign');
    const own = await cypher('MATCH (n) WHERE n._lock IS NULL AND NOT n:FiligreeGraph RETURN count(n) AS count');
    await writeAll(store, world(), 1);
    await store.resolve();
    expect(await dumpOf(store)).toEqual(expected);
    expect((await store.clear()).foreignNodes).toBe(own[0]?.['count']);
    expect(await dumpOf(store)).toEqual([]);
  });

  onCases.each([
    ['15-neo4j-index-first', 'DROP INDEX own_person'],
    ['15-neo4j-duplicates-first', 'MATCH (n:Person) WHERE n._lock IS NULL DELETE n'],
  ])('is not set up in the database of the case %s, says what to do, and is then', async (name, mend) => {
    await stores.fresh();
    await cypher('DROP CONSTRAINT filigree_person');
    await make(name);
    try {
      await expect(setUp()).rejects.toMatchObject({
        code: 'LOCAL_STATE',
        remedy: expect.stringContaining('graph setup'),
      });
    } finally {
      await cypher(mend);
    }
    await setUp();
    expect(await constraints('Person')).toEqual([{ count: 1 }]);
  });

  const setUp = (): Promise<void> => openNeo4jStore(parseNeo4jSettings(process.env)).then((store) => store.close());
  const constraints = (label: string): Promise<unknown> =>
    cypher(`SHOW CONSTRAINTS YIELD labelsOrTypes WHERE labelsOrTypes = ['${label}'] RETURN count(*) AS count`);

  it.each([
    ['an index of the user on the key', 'CREATE INDEX own_person FOR (p:Person) ON (p.id)', 'DROP INDEX own_person'],
    [
      'an index of the user under the name',
      'CREATE INDEX filigree_person FOR (p:Pet) ON (p.id)',
      'DROP INDEX filigree_person',
    ],
    [
      'a constraint of the user under the name',
      'CREATE CONSTRAINT filigree_person FOR (p:Pet) REQUIRE p.id IS UNIQUE',
      'DROP CONSTRAINT filigree_person',
    ],
  ])('says what to drop where %s stands in the way of a constraint', async (_, obstacle, remedy) => {
    await stores.fresh();
    await cypher('DROP CONSTRAINT filigree_person');
    await cypher(obstacle);
    try {
      const refused = expect(setUp()).rejects;
      await refused.toMatchObject({ code: 'LOCAL_STATE', remedy: expect.stringContaining(`run ${remedy} in Neo4j`) });
    } finally {
      await cypher(remedy);
    }
    await setUp();
    expect(await constraints('Person')).toEqual([{ count: 1 }]);
  });

  it('says how to find nodes that share a key, which no constraint can be made for', async () => {
    await stores.fresh();
    await cypher('DROP CONSTRAINT filigree_person');
    await cypher("CREATE (:Person {id: 'p1'}), (:Person {id: 'p1'})");
    try {
      await expect(setUp()).rejects.toMatchObject({
        code: 'LOCAL_STATE',
        message: expect.stringMatching(/1 values of \(:Person \{id\}\)/),
        remedy: expect.stringMatching(/^MATCH \(x:Person\).*coordinator graph setup/),
      });
    } finally {
      await cypher("MATCH (p:Person {id: 'p1'}) DELETE p");
    }
    await setUp();
    expect(await constraints('Person')).toEqual([{ count: 1 }]);
  });
}
