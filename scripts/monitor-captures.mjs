// Captures the monitor of a real run into docs/monitor: a coordinator and three workers over real filings, one kill -9
// of the coordinator in the middle, monitors at three sizes. Needs a build (npm run build) and tmux.
//   node scripts/monitor-captures.mjs [FILINGS]

import { CLEAR } from '@filigree/testing';
import { execFileSync, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { hostname, tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { openControlClient } from '../libs/protocol/dist/index.js';
import { screenSvg } from './monitor-svg.mjs';
import { openTerminals } from './monitor-tmux.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const filings = resolve(process.argv[2] ?? join(root, '../shared/filings'));
const docs = join(root, 'docs/monitor');
const SIZES = [
  { columns: 80, rows: 24 },
  { columns: 120, rows: 40 },
  { columns: 200, rows: 60 },
];
const WORKERS = 3;

const sleep = (ms) => new Promise((done) => setTimeout(done, ms));
const bin = (app) => join(root, `apps/${app}/bin/${app}.js`);
const nameOf = ({ columns, rows }) => `${columns}x${rows}`;

async function freePort() {
  const server = createServer();
  await new Promise((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address();
  await new Promise((done) => server.close(done));
  return port;
}

const directory = mkdtempSync(join(tmpdir(), 'monitor-captures-'));
const port = await freePort();
const address = `127.0.0.1:${port}`;
const children = new Set();
// What the programs said last, for when something goes wrong.
let said = '';
const terminals = openTerminals('monitor-captures');
const client = openControlClient({ host: '127.0.0.1', port }, CLEAR);

function start(app, ...args) {
  const child = spawn(process.execPath, [bin(app), ...args], { cwd: directory, stdio: ['ignore', 'ignore', 'pipe'] });
  children.add(child);
  child.stderr.on('data', (chunk) => (said = `${said}${chunk}`.slice(-4000)));
  child.once('exit', () => children.delete(child));
  return child;
}

const serve = () => start('coordinator', 'serve', '--listen', address, '--filings', filings, '--metrics', 'off');

const coordinator = (...args) =>
  execFileSync(process.execPath, [bin('coordinator'), ...args, '--coordinator', address, '--json'], {
    cwd: directory,
    encoding: 'utf8',
  });

async function waitForStatus(what, test, timeoutMs = 300_000) {
  const endMs = performance.now() + timeoutMs;
  for (;;) {
    const status = await client.status().catch(() => null);
    if (status !== null && test(status)) return status;
    if (performance.now() > endMs) throw new Error(`the coordinator does not come to: ${what}`);
    await sleep(200);
  }
}

/** The numbers of a status that stand on the screen. */
function numbers({ jobs, graph, workers, epoch }) {
  const { companies, people, events, filings: read, relationships } = graph;
  return {
    jobs: { ...jobs },
    graph: { companies, people, events, filings: read, relationships },
    workers: workers.map(({ id, completed, failed }) => ({ id, completed, failed })),
    epoch,
  };
}

/** Without what is of this machine: its name, and the port that was free on it. Columns keep their places. */
function anonymous(text) {
  const host = hostname();
  return text
    .replaceAll(address, '127.0.0.1:50051'.padEnd(address.length))
    .replaceAll(new RegExp(`\\b${host}\\b( *)`, 'g'), (_, space) => 'host-a'.padEnd(host.length + space.length));
}

function save(name, text) {
  const lines = anonymous(text)
    .split('\n')
    .map((line) => line.trimEnd());
  writeFileSync(join(docs, `${name}.txt`), `${lines.join('\n').trimEnd()}\n`);
}

const figures = { middle: {}, rest: {} };

/** The screen of one moment, between two looks at the books. */
async function captureMiddle(size) {
  const before = numbers(await client.status());
  // A frame is at most a third of a second old.
  await sleep(700);
  const name = nameOf(size);
  save(`middle-${name}`, terminals.capture(name));
  if (size.columns === 120) {
    writeFileSync(join(docs, 'monitor.svg'), screenSvg(anonymous(terminals.capture(name, true)), size));
  }
  figures.middle[name] = { before, after: numbers(await client.status()) };
}

async function captureView(key, title, name) {
  terminals.press('120x40', key);
  const isThere = (text) => text.includes(title) && !/… (loading|asking)/.test(text);
  save(name, await terminals.waitFor('120x40', title, isThere));
}

/** True when the screen has these totals of the graph. */
function showsGraph(text, { companies, people, events, filings: read, relationships }) {
  const count = (name, value) => new RegExp(`${name} +${value.toLocaleString('en-US')}\\b`).test(text);
  return (
    count('companies', companies) &&
    count('people', people) &&
    count('events', events) &&
    count('filings', read) &&
    count('relationships', relationships)
  );
}

try {
  mkdirSync(docs, { recursive: true });
  let server = serve();
  await waitForStatus('it answers', () => true);
  for (let number = 1; number <= WORKERS; number++) {
    start('worker', 'connect', '--coordinator', address, '--id', `worker-${number}`, '--concurrency', '2', '--no-ai');
  }
  await waitForStatus('all workers are there', (status) => status.workers.length === WORKERS);
  for (const size of SIZES) {
    terminals.start(nameOf(size), size, [process.execPath, bin('tui'), '--coordinator', address]);
  }
  for (const size of SIZES) await terminals.waitFor(nameOf(size), 'live', (text) => text.includes('● live'));
  const { submitted } = JSON.parse(coordinator('submit', '--no-ai').trim().split('\n').at(-1));
  const done = (status) => status.jobs.completed + status.jobs.failed;

  await waitForStatus('a third is done', (status) => done(status) > submitted * 0.35);
  for (const size of SIZES) await captureMiddle(size);
  await captureView('2', 'current filing', 'workers-120x40');
  await captureView('3', 'accession', 'jobs-120x40');
  await captureView('4', 'UTC', 'events-120x40');
  await captureView('5', 'found by', 'facts-120x40');
  await captureView('Enter', 'Passage', 'fact-120x40');
  await captureView('?', 'this help', 'help-120x40');
  terminals.press('120x40', 'Escape', '1');

  server.kill('SIGKILL');
  save(
    'lost-120x40',
    await terminals.waitFor('120x40', 'the loss', (text) => /connection lost, attempt \d/.test(text)),
  );
  server = serve();
  save('back-120x40', await terminals.waitFor('120x40', 'its return', (text) => /● live.*epoch 2/.test(text)));

  await waitForStatus('the end', (status) => status.runs.length > 0 && status.runs.every((run) => run.ended));
  // The graph is counted at most every two seconds.
  await sleep(5000);
  figures.rest = numbers(JSON.parse(coordinator('status')));
  for (const size of SIZES) {
    const isThere = (text) => text.includes('ended after') && showsGraph(text, figures.rest.graph);
    save(`rest-${nameOf(size)}`, await terminals.waitFor(nameOf(size), 'the end with its numbers', isThere));
  }
  const once = execFileSync(process.execPath, [bin('tui'), '--once', '--coordinator', address], { encoding: 'utf8' });
  save('once', once);
  writeFileSync(join(docs, 'figures.json'), `${JSON.stringify(figures, null, 2)}\n`);
} catch (error) {
  process.stderr.write(`${said}\n`);
  throw error;
} finally {
  terminals.close();
  client.close();
  const ends = [...children].map((child) => new Promise((ended) => child.once('exit', ended)));
  for (const child of children) child.kill('SIGKILL');
  await Promise.all(ends);
  rmSync(directory, { recursive: true, force: true });
}
