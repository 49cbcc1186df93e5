import { conformance } from './support/conformance.ts';
import { makeNeo4jStores, neo4jIsThere } from './support/neo4j.ts';

const suite = neo4jIsThere() ? describe : describe.skip;

suite('the Neo4j store', () => {
  conformance(makeNeo4jStores);
});
