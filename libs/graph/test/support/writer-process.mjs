// A writer that is killed: writes filings one after the other from a file of requests, says each number, and never ends by itself.
import { readFileSync } from 'node:fs';
import { decodeDelta, openNeo4jStore, openSqliteStore, parseNeo4jSettings } from '@filigree/graph';

const [target, file] = process.argv.slice(2);
const store =
  target === 'neo4j' ? await openNeo4jStore(parseNeo4jSettings(process.env)) : await openSqliteStore(target);
const requests = JSON.parse(readFileSync(file, 'utf8'));
for (const [at, { delta, token }] of requests.entries()) {
  const writing = store.write([{ delta: decodeDelta(Buffer.from(delta, 'base64')), token }]);
  process.stdout.write(`${at}\n`);
  await writing;
}
process.stdout.write('end\n');
setInterval(() => undefined, 1000);
