// What the door lets through to Neo4j, by its words; how Neo4j itself answers is in conformance-neo4j.spec.ts.

import { readFileSync } from 'node:fs';
import { checkCypher } from '../src/door/cypher/check.ts';
import { QUERY_LIMITS } from '../src/door/limits.ts';
import { cookbook } from './support/cookbook.ts';

const hostile = JSON.parse(
  readFileSync(new URL('./fixtures/hostile-cypher.json', import.meta.url), 'utf8'),
) as string[];

describe('the door before Neo4j', () => {
  it('lets in nothing that loads, writes, administers, or calls what it does not know, however it is spelled', () => {
    expect(hostile.length).toBeGreaterThan(100);
    const letIn = hostile.filter((query) => {
      try {
        checkCypher(query);
        return true;
      } catch (error) {
        expect(error).toMatchObject({ code: 'USAGE' });
        return false;
      }
    });
    expect(letIn).toEqual([]);
  });

  it.each(cookbook())('lets in the query of the documentation: %s', (_heading, query) => {
    expect(() => {
      checkCypher(query);
    }).not.toThrow();
  });

  it.each([
    'MATCH (n:Set {use: 1})-[r:CREATE|DELETE]->() WHERE n.load = 1 AND n.`call` = 2 RETURN n.create AS created, {set: 1, call: 2}',
    "RETURN 'LOAD CSV' AS a, \"CALL apoc.load.json('x')\" AS b, 'it\\'s; \\\\' AS c // LOAD CSV",
    'CALL db.labels() YIELD label RETURN label;',
    'MATCH (c:Company) CALL { WITH c MATCH (c)<-[w:WORKS_AT]-() RETURN count(w) AS posts } RETURN c.name, posts',
    "RETURN date.truncate('month', date('2010-02-03')), duration.between(date('2010-01-01'), date('2010-02-01')).days",
    'MATCH p = (:Company)-[:OWNS*1..3]->() RETURN [n IN nodes(p) WHERE n.name =~ "A.*" | n.name][0..2], 1.5e3, .5, 0x1F',
    'MATCH (n:`größer`) WHERE n.name <> "日本" RETURN count{(n)--()} AS c, n{.name, .id} ORDER BY c DESC SKIP 1 LIMIT 2',
    'EXPLAIN MATCH (n) RETURN n',
  ])('lets in what only reads: %s', (query) => {
    expect(() => {
      checkCypher(query);
    }).not.toThrow();
  });

  it('has a limit for the length of a query', () => {
    expect(() => {
      checkCypher(`RETURN '${'x'.repeat(QUERY_LIMITS.textBytes)}'`);
    }).toThrow(/longer than 65536 bytes/);
  });
});
