// Chaos with real processes: a coordinator and workers over real filings, killed and stopped at random moments while jobs
// keep coming; at the end every job must be completed and the graph must equal that of a quiet run.
//   npm run chaos -- --minutes 3 --filings DIR [--workers 4] [--seed N] [--keep]
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';

const { values } = parseArgs({
  options: {
    minutes: { type: 'string', default: '3' },
    filings: { type: 'string', default: 'samples' },
    workers: { type: 'string', default: '4' },
    seed: { type: 'string', default: String(Date.now() % 1_000_000) },
    keep: { type: 'boolean', default: false },
  },
});
const minutes = positive('minutes');
const workerCount = positive('workers');
const filings = resolve(values.filings);
const random = mulberry32(positive('seed'));
const root = resolve(import.meta.dirname, '..');
const COORDINATOR = join(root, 'apps/coordinator/bin/coordinator.js');
const WORKER = join(root, 'apps/worker/bin/worker.js');
const alive = new Set();

function positive(name) {
  const value = Number(values[name]);
  if (Number.isFinite(value) && value > 0) return value;
  console.error(`chaos: --${name} ${values[name]} is no number above zero`);
  process.exit(2);
}

// Mulberry32, a small generator that a seed replays: the same schedule of kills, though processes keep their own pace.
function mulberry32(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const say = (text) => console.log(`${((performance.now() - began) / 1000).toFixed(1).padStart(6)} s  ${text}`);
const sleep = (ms) => new Promise((done) => setTimeout(done, ms));
const between = (low, high) => low + random() * (high - low);
const began = performance.now();

function start(script, args, cwd) {
  const child = spawn(process.execPath, [script, ...args], { cwd, stdio: ['ignore', 'ignore', 'pipe'] });
  child.tail = '';
  child.stderr.on('data', (data) => (child.tail = (child.tail + data).slice(-4000)));
  child.ended = new Promise((done) => child.on('exit', (code, signal) => done({ code, signal })));
  void child.ended.then(() => alive.delete(child));
  alive.add(child);
  return child;
}

/** Runs a command to its end; gives its last line of stdout as JSON, or a hash of all of it. */
function run(args, cwd, { hash = false, allowed = [0] } = {}) {
  return new Promise((done, fail) => {
    const child = spawn(process.execPath, [COORDINATOR, ...args], { cwd, stdio: ['ignore', 'pipe', 'pipe'] });
    const digest = createHash('sha256');
    let out = '';
    let err = '';
    let lines = 0;
    child.stdout.on('data', (data) => {
      if (hash) {
        digest.update(data);
        lines += data.toString('latin1').split('\n').length - 1;
      } else out += data;
    });
    child.stderr.on('data', (data) => (err += data));
    child.on('exit', (code) => {
      if (!allowed.includes(code))
        fail(new Error(`coordinator ${args.join(' ')} ended with ${code}: ${err.slice(-2000)}`));
      else done(hash ? { digest: digest.digest('hex'), lines } : JSON.parse(out.trim().split('\n').at(-1) ?? 'null'));
    });
  });
}

function freePort() {
  return new Promise((done) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => done(port));
    });
  });
}

async function quietRun(home) {
  await run(['load-graph', '--filings', filings, '--no-ai', '--workers', '2', '--metrics', 'off', '--json'], home);
  return run(['graph', 'dump', '--graph', `sqlite:${join(home, '.filigree/graph.db')}`], home, { hash: true });
}

async function chaosRun(home) {
  const address = `127.0.0.1:${await freePort()}`;
  const serve = () =>
    start(COORDINATOR, ['serve', '--listen', address, '--filings', filings, '--metrics', 'off'], home);
  let number = 0;
  const enlist = () => start(WORKER, ['connect', '--coordinator', address, '--id', `w${++number}`, '--no-ai'], home);
  let coordinator = serve();
  const workers = Array.from({ length: workerCount }, enlist);
  const counts = { 'kill worker': 0, 'stop worker': 0, 'kill coordinator': 0, 'stop coordinator': 0 };
  const until = performance.now() + minutes * 60_000;

  const keepSubmitting = async () => {
    let submits = 0;
    while (performance.now() < until) {
      const status = await run(['status', '--coordinator', address, '--json'], home).catch(() => null);
      const waiting = status === null ? Infinity : status.jobs.pending + status.jobs.processing;
      if (waiting < 200) {
        const args = ['submit', '--coordinator', address, '--no-ai', '--force', '--json'];
        if (
          await run(args, home).then(
            () => true,
            () => false,
          )
        )
          submits += 1;
      }
      await sleep(200);
    }
    return submits;
  };

  const kinds = Object.keys(counts);
  const torment = async () => {
    while (performance.now() < until) {
      await sleep(between(500, 3500));
      const kind = kinds[Math.floor(random() * kinds.length)];
      const at = Math.floor(random() * workers.length);
      counts[kind] += 1;
      if (kind === 'kill worker') {
        workers[at].kill('SIGKILL');
        await workers[at].ended;
        workers[at] = enlist();
      } else if (kind === 'stop worker') {
        const stopped = workers[at];
        stopped.kill('SIGSTOP');
        // Short stops, and some that outlast the lease's 30 s.
        const pause = random() < 0.2 ? between(31_000, 36_000) : between(500, 8_000);
        say(`stop worker for ${(pause / 1000).toFixed(1)} s`);
        void sleep(pause).then(() => stopped.kill('SIGCONT'));
        continue;
      } else if (kind === 'kill coordinator') {
        coordinator.kill('SIGKILL');
        await coordinator.ended;
        coordinator = serve();
      } else {
        coordinator.kill('SIGSTOP');
        await sleep(between(300, 6_000));
        coordinator.kill('SIGCONT');
      }
      say(kind);
    }
  };

  const [submits] = await Promise.all([keepSubmitting(), torment()]);
  say(`quiet again: ${JSON.stringify(counts)}, ${submits} submits were answered`);
  for (const worker of workers) worker.kill('SIGCONT');
  await sleep(1000);
  // What was cut short while the graph was being written is in the books as pending; wait for all of it.
  await run(['submit', '--coordinator', address, '--no-ai', '--json'], home);
  await run(['wait', '--coordinator', address, '--json'], home, { allowed: [0, 1] });
  const { jobs } = await run(['status', '--coordinator', address, '--json'], home);
  const dump = await run(['graph', 'dump', '--coordinator', address], home, { hash: true });
  for (const child of [...workers, coordinator]) child.kill('SIGTERM');
  await Promise.all([...workers, coordinator].map((child) => child.ended));
  return { counts, jobs, dump, submits };
}

async function main() {
  const homes = [await mkdtemp(join(tmpdir(), 'filigree-quiet-')), await mkdtemp(join(tmpdir(), 'filigree-chaos-'))];
  const files = (await readdir(filings, { recursive: true })).length;
  say(`seed ${values.seed}, ${minutes} min, ${workerCount} workers, ${files} entries in ${values.filings}`);
  try {
    const quiet = await quietRun(homes[0]);
    say(`quiet run: ${quiet.lines} lines in the dump`);
    const chaos = await chaosRun(homes[1]);
    const kills = Object.values(chaos.counts).reduce((sum, count) => sum + count, 0);
    const left = chaos.jobs.pending + chaos.jobs.processing + chaos.jobs.failed + chaos.jobs.cancelled;
    const wrong = [];
    if (left > 0) wrong.push(`jobs not completed: ${JSON.stringify(chaos.jobs)}`);
    if (chaos.jobs.completed === 0) wrong.push('no job was completed');
    if (chaos.dump.digest !== quiet.digest)
      wrong.push(`the graphs differ: ${chaos.dump.lines} lines, quiet ${quiet.lines}`);
    say(
      `${kills} kills and stops; jobs ${JSON.stringify(chaos.jobs)}; graph ${chaos.dump.digest === quiet.digest ? 'equal' : 'DIFFERS'}`,
    );
    for (const line of wrong) console.error(`chaos: ${line}`);
    process.exitCode = wrong.length === 0 ? 0 : 1;
  } finally {
    for (const child of alive) child.kill('SIGKILL');
    if (!values.keep) await Promise.all(homes.map((home) => rm(home, { recursive: true, force: true })));
  }
}

await main();
