// Clears the graph of the environment's Neo4j, to be killed meanwhile.
import { openNeo4jStore, parseNeo4jSettings } from '@filigree/graph';

const store = await openNeo4jStore(parseNeo4jSettings(process.env));
process.stdout.write('clearing\n');
await store.clear();
process.stdout.write('cleared\n');
await store.close();
