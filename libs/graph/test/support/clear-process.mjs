// Clears a graph, in a file or in the environment's Neo4j, to be killed meanwhile.
import { openNeo4jStore, openSqliteStore, parseNeo4jSettings } from '@filigree/graph';

const [target] = process.argv.slice(2);
const store =
  target === 'neo4j' ? await openNeo4jStore(parseNeo4jSettings(process.env)) : await openSqliteStore(target);
process.stdout.write('clearing\n');
await store.clear();
process.stdout.write('cleared\n');
await store.close();
