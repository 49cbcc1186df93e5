// npm run bench -- graph --clear [--filings N] [--workers 1,2,4] [--in-flight 1,8]: filings a second into the Neo4j of NEO4J_URI.
import { fork } from 'node:child_process';
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';

import { amendedAccession, filingText, readSubmission } from '@filigree/edgar';
import { extractByRules } from '@filigree/extraction';
import { buildDelta, decodeDelta, encodeDelta, openNeo4jStore, parseNeo4jSettings } from '@filigree/graph';

export const about = 'filings/s into Neo4j by 1, 2 and 4 worker processes, beside one statement at a time';

const KEYS = { Filing: 'accession', Sector: 'sic' };

function filesBelow(directory) {
  return readdirSync(directory, { withFileTypes: true }).flatMap((entry) => {
    const path = join(directory, entry.name);
    return entry.isDirectory() ? filesBelow(path) : [path];
  });
}

function deltaOf(path) {
  const file = readFileSync(path);
  const submission = readSubmission(file, path);
  const text = filingText(file, submission);
  return buildDelta(submission, extractByRules(submission, text), amendedAccession(submission, text));
}

/** The plain way: each node and each relationship merged in a query of its own. */
async function plain(deltas) {
  const { default: neo4j } = await import('neo4j-driver');
  const { uri, user, password, database } = parseNeo4jSettings(process.env);
  const driver = neo4j.driver(uri, neo4j.auth.basic(user, password));
  const session = driver.session({ database });
  const started = performance.now();
  for (const { nodes, relationships } of deltas) {
    for (const { label, id, properties } of nodes) {
      await session.run(`MERGE (n:${label} {${KEYS[label] ?? 'id'}: $id}) SET n += $properties`, { id, properties });
    }
    for (const { id, type, from, to, properties } of relationships) {
      const [a, b] = [nodes[from], nodes[to]];
      await session.run(
        `MATCH (a:${a.label} {${KEYS[a.label] ?? 'id'}: $from}) MATCH (b:${b.label} {${KEYS[b.label] ?? 'id'}: $to}) ` +
          `MERGE (a)-[r:${type} {id: $id}]->(b) SET r += $properties`,
        { id, from: a.id, to: b.id, properties },
      );
    }
  }
  const seconds = (performance.now() - started) / 1000;
  await session.close();
  await driver.close();
  return deltas.length / seconds;
}

/** One worker process: its share of the filings, so many at a time as it would have slots. */
async function worker(file, inFlight) {
  const requests = JSON.parse(readFileSync(file, 'utf8')).map(({ delta, token }) => ({
    delta: decodeDelta(Buffer.from(delta, 'base64')),
    token,
  }));
  const store = await openNeo4jStore(parseNeo4jSettings(process.env));
  await store.stats();
  process.send('ready');
  await new Promise((resolve) => process.once('message', resolve));
  let next = 0;
  const slot = async () => {
    for (let at = next++; at < requests.length; at = next++) {
      const [result] = await store.write([requests[at]]);
      if (result.outcome !== 'written') throw new Error(`a filing was ${result.outcome}`);
    }
  };
  await Promise.all(Array.from({ length: inFlight }, slot));
  process.send('done');
  await store.close();
}

function message(child, expected) {
  return new Promise((resolve, reject) => {
    child.once('message', (text) => (text === expected ? resolve() : reject(new Error(String(text)))));
    child.once('exit', (code) => (code === 0 ? resolve() : reject(new Error(`a worker ended with ${code}`))));
  });
}

async function measure(directory, requests, workers, inFlight) {
  const children = Array.from({ length: workers }, (_, n) => {
    const file = join(directory, `share-${n}.json`);
    writeFileSync(file, JSON.stringify(requests.filter((_request, at) => at % workers === n)));
    const args = ['graph', '--share', file, '--in-flight', String(inFlight)];
    return fork(join(import.meta.dirname, 'run.mjs'), args);
  });
  await Promise.all(children.map((child) => message(child, 'ready')));
  const started = performance.now();
  const done = children.map((child) => message(child, 'done'));
  for (const child of children) child.send('go');
  await Promise.all(done);
  const seconds = (performance.now() - started) / 1000;
  await Promise.all(
    children.map(
      (child) => new Promise((resolve) => (child.exitCode === null ? child.once('exit', resolve) : resolve())),
    ),
  );
  return requests.length / seconds;
}

export async function run(args) {
  const { values } = parseArgs({
    args,
    options: {
      clear: { type: 'boolean', default: false },
      files: { type: 'string' },
      filings: { type: 'string', default: '240' },
      plain: { type: 'string', default: '20' },
      workers: { type: 'string', default: '1,2,4' },
      'in-flight': { type: 'string', default: '1,8' },
      share: { type: 'string' },
    },
  });
  if (values.share !== undefined) {
    await worker(values.share, Number(values['in-flight']));
    return;
  }
  if (!values.clear) throw new Error('this benchmark empties the database of NEO4J_URI: say --clear if you mean it');
  const store = await openNeo4jStore(parseNeo4jSettings(process.env));
  const directory = mkdtempSync(join(tmpdir(), 'filigree-bench-graph-'));
  try {
    const source = values.files ?? join(dirname(import.meta.dirname), '..', 'shared', 'filings');
    const deltas = filesBelow(source).sort().slice(0, Number(values.filings)).map(deltaOf);
    const count = (key) => deltas.reduce((sum, delta) => sum + delta[key].length, 0);
    console.log(`${deltas.length} filings, ${count('nodes')} nodes and ${count('relationships')} relationships stated`);
    // Taken evenly from the whole, so that few stand for all. Every way is run once unmeasured: the database plans and warms up.
    const step = Math.max(1, Math.floor(deltas.length / Number(values.plain)));
    const few = deltas.filter((_, at) => at % step === 0).slice(0, Number(values.plain));
    let token = 1;
    for (const round of ['warming up', 'measured']) {
      await store.clear();
      const slow = await plain(few);
      if (round === 'measured')
        console.log(
          `one statement at a time    ${slow.toFixed(1).padStart(7)} filings/s (${few.length} of the filings)`,
        );
      for (const inFlight of values['in-flight'].split(',').map(Number)) {
        for (const workers of values.workers.split(',').map(Number)) {
          if (round === 'warming up' && workers > 1) continue;
          await store.clear();
          const requests = deltas.map((delta) => ({
            delta: Buffer.from(encodeDelta(delta)).toString('base64'),
            token: token++,
          }));
          const rate = await measure(directory, requests, workers, inFlight);
          if (round === 'warming up') continue;
          const name = `${workers} ${workers === 1 ? 'worker ' : 'workers'}, ${inFlight} at a time`;
          console.log(
            `${name.padEnd(26)} ${rate.toFixed(1).padStart(7)} filings/s, ${(rate / slow).toFixed(1)} times the plain way`,
          );
        }
      }
    }
    await store.clear();
  } finally {
    await store.close();
    rmSync(directory, { recursive: true, force: true });
  }
}
