// Two versions of Filigree together, with the queue directory carried over:
//   node scripts/upgrade-check.mjs OLD_CHECKOUT NEW_CHECKOUT [FILINGS_DIR]
// Both checkouts must be built. The old coordinator begins and the new one takes over its queue and graph, first with old
// workers, then with new ones; then the other way round, back to the old version, with the queue but a graph of its own: an
// old version refuses a graph that a newer one has changed. Every filing must be processed, none failed, none twice in the
// graph.
import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const [oldCheckout, newCheckout, given] = process.argv.slice(2).map((word) => resolve(word));
if (oldCheckout === undefined || newCheckout === undefined) {
  console.error('usage: node scripts/upgrade-check.mjs OLD_CHECKOUT NEW_CHECKOUT [FILINGS_DIR]');
  process.exit(2);
}
const filings = given ?? join(newCheckout, 'samples');
const FOREIGN =
  /^(COORDINATOR|LISTEN|QUEUE_DIR|FILINGS_DIR|GRAPH|WORKER_ID|USE_AI_|INSECURE|METRICS|HEALTH|TLS_|TOKEN_)/;
const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !FOREIGN.test(name)));

const children = new Set();
const folders = [];
process.on('exit', () => {
  for (const child of children) child.kill('SIGKILL');
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

function fail(text) {
  console.error(`upgrade-check: ${text}`);
  process.exit(1);
}

const program = (checkout, name) => join(checkout, 'apps', name, 'bin', `${name}.js`);

/** Starts a command; resolves to it when it has printed the pattern. */
function start(cwd, checkout, name, args, pattern) {
  const child = spawn(process.execPath, [program(checkout, name), ...args], { cwd, env });
  children.add(child);
  const ended = new Promise((done) => child.once('close', done)).then(() => children.delete(child));
  return new Promise((done) => {
    let text = '';
    const hear = (data) => {
      text += data;
      const found = pattern.exec(text);
      if (found !== null) done({ child, ended, found });
    };
    child.stdout.on('data', hear);
    child.stderr.on('data', hear);
    void ended.then(() => pattern.test(text) || fail(`${name} of ${checkout} ended before ${pattern}\n${text}`));
  });
}

async function stop({ child, ended }) {
  child.kill('SIGTERM');
  await ended;
}

function ask(cwd, checkout, args) {
  const all = [program(checkout, 'coordinator'), ...args];
  const { status, stdout, stderr } = spawnSync(process.execPath, all, {
    cwd,
    env,
    encoding: 'utf8',
    maxBuffer: 2 ** 28,
  });
  if (status !== 0) fail(`coordinator ${args.join(' ')} of ${checkout} ended with ${status}\n${stdout}${stderr}`);
  return stdout.trimEnd().split('\n');
}

/** The coordinator of `first` begins, then that of `second` takes over the queue; the workers stay. */
async function takeOver(label, { first, second, workersOf, graph = '.filigree/graph.db' }) {
  const folder = mkdtempSync(join(tmpdir(), 'filigree-upgrade-'));
  folders.push(folder);
  const serve = (checkout, port, file) =>
    start(
      folder,
      checkout,
      'coordinator',
      ['serve', '--filings', filings, '--listen', `127.0.0.1:${port}`, '--metrics', 'off', '--graph', `sqlite:${file}`],
      /serving on 127\.0\.0\.1:(\d+)/,
    );
  const before = await serve(first, 0, '.filigree/graph.db');
  const port = before.found[1];
  const at = ['--coordinator', `127.0.0.1:${port}`];
  const worker = () => start(folder, workersOf, 'worker', ['connect', ...at, '--no-ai'], /connected to/);
  const workers = [await worker(), await worker()];
  const submitted = JSON.parse(ask(folder, first, ['submit', '--no-ai', '--json', ...at])[0]).submitted;
  await stop(before);

  const after = await serve(second, port, graph);
  const found = JSON.parse(ask(folder, first, ['status', '--json', ...at])[0]).jobs;
  // The client of either version asks the coordinator of the other.
  ask(folder, second, ['wait', '--json', ...at]);
  const { jobs } = JSON.parse(ask(folder, first, ['status', '--json', ...at])[0]);
  if (jobs.completed !== submitted || jobs.failed !== 0 || jobs.pending + jobs.processing !== 0) {
    fail(`${label}: ${JSON.stringify(jobs)}, expected ${submitted} completed and nothing else`);
  }
  // Once more, whole, now that nothing comes from the first coordinator.
  ask(folder, second, ['submit', '--no-ai', '--force', '--wait', '--json', ...at]);
  const dump = ask(folder, second, ['graph', 'dump', ...at]);
  const filed = dump.filter((line) => line.includes('"label":"Filing"') && line.includes('"accepted"')).length;
  if (filed !== submitted) fail(`${label}: the graph has ${filed} filings, expected ${submitted}`);
  for (const one of workers) await stop(one);
  await stop(after);
  console.log(
    `${label}: ${found.completed} of ${submitted} done just after the coordinator changed, ${found.processing} under way, ` +
      `${found.pending} pending; all ${submitted} completed, none failed, then all again with --force`,
  );
}

const up = { first: oldCheckout, second: newCheckout };
await takeOver('old workers with the new coordinator', { ...up, workersOf: oldCheckout });
await takeOver('new workers with the old coordinator', { ...up, workersOf: newCheckout });
await takeOver('back to the old coordinator', {
  first: newCheckout,
  second: oldCheckout,
  workersOf: newCheckout,
  graph: '.filigree/old.db',
});
