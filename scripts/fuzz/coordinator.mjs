// A coordinator between an honest run and peers that say random things; at the end it must live, be no larger than a bound,
// and hold the graph of a quiet run.
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { openControlClient } from '@filigree/protocol';
import { CLEAR } from '@filigree/testing';
import { fuzzClient } from './client.mjs';
import { fuzzWorker } from './worker.mjs';

const ROOT = resolve(import.meta.dirname, '../..');
const COORDINATOR = join(ROOT, 'apps/coordinator/bin/coordinator.js');
const WORKER = join(ROOT, 'apps/worker/bin/worker.js');

const PEERS = 6;
const HONEST_WORKERS = 2;
const MAX_GROWTH_MB = 200;
const FINAL_MS = 300_000;
const SUBMIT = {
  filings: '',
  year: 0,
  forms: [],
  ciks: [],
  company: '',
  from: '',
  to: '',
  limit: 0,
  mode: 'off',
  force: true,
  priority: 100,
};

const sleep = (ms) => new Promise((done) => setTimeout(done, ms));
const megabytes = (kilobytes) => Math.round(kilobytes / 1024);

/** Starts a program; `ended` resolves with how it ended. */
function start(script, args, cwd) {
  const child = spawn(process.execPath, [script, ...args], { cwd, stdio: ['ignore', 'pipe', 'pipe'] });
  child.said = '';
  const keep = (data) => (child.said = (child.said + data).slice(-20_000));
  child.stdout.on('data', keep);
  child.stderr.on('data', keep);
  child.hasEnded = false;
  child.ended = new Promise((done) => child.on('exit', (code, signal) => done({ code, signal })));
  void child.ended.then(() => (child.hasEnded = true));
  return child;
}

/** Runs a command to its end; the digest of what it prints. */
async function digestOf(args, cwd) {
  const child = spawn(process.execPath, [COORDINATOR, ...args], { cwd, stdio: ['ignore', 'pipe', 'inherit'] });
  const digest = createHash('sha256');
  child.stdout.on('data', (data) => digest.update(data));
  const code = await new Promise((done) => child.on('close', done));
  if (code !== 0) throw new Error(`coordinator ${args.join(' ')} ended with ${code}`);
  return digest.digest('hex');
}

async function quietRun(home, filings) {
  await digestOf(['load-graph', '--filings', filings, '--no-ai', '--workers', '2', '--metrics', 'off', '--json'], home);
  return digestOf(['graph', 'dump', '--graph', `sqlite:${join(home, '.filigree/graph.db')}`], home);
}

async function residentKilobytes(pid) {
  const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '');
  return Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? 0);
}

async function serve(home, filings) {
  const args = ['serve', '--listen', '127.0.0.1:0', '--filings', filings, '--metrics', 'off'];
  const child = start(COORDINATOR, args, home);
  for (;;) {
    const found = /serving on (127\.0\.0\.1:(\d+))/.exec(child.said);
    if (found !== null) return { child, address: found[1], port: Number(found[2]) };
    if (child.hasEnded) throw new Error(`the coordinator did not start: ${child.said}`);
    await sleep(50);
  }
}

/** Fuzzes a coordinator for so many minutes; 0 when all is as it should be, else 1. */
export async function fuzzCoordinator({ kind, minutes, seed, filings }) {
  console.error(`fuzz: ${kind}, ${minutes} min, --seed ${seed}, filings of ${filings}`);
  const homes = [await mkdtemp(join(tmpdir(), 'filigree-quiet-')), await mkdtemp(join(tmpdir(), 'filigree-fuzz-'))];
  const children = [];
  try {
    const quiet = await quietRun(homes[0], filings);
    const { child, address, port } = await serve(homes[1], filings);
    children.push(child);
    const result = await beside({ kind, minutes, seed, home: homes[1], child, address, port, children });
    const wrong = [...result.wrong];
    if (!child.hasEnded) {
      const dump = await digestOf(['graph', 'dump', '--coordinator', address], homes[1]);
      if (dump !== quiet) wrong.push('the graph is not that of the quiet run');
    }
    console.log(`fuzz: ${kind}: ${JSON.stringify(result.figures)}`);
    for (const line of wrong) console.error(`fuzz: --seed ${seed}: ${line}`);
    if (wrong.length === 0) return 0;
    const keep = join(ROOT, 'fuzz-failures');
    await mkdir(keep, { recursive: true });
    await writeFile(join(keep, `${kind}-${seed}.log`), `${wrong.join('\n')}\n\n${child.said}`);
    return 1;
  } finally {
    for (const child of children) child.kill('SIGKILL');
    await Promise.all(children.map((child) => child.ended));
    for (const home of homes) await rm(home, { recursive: true, force: true });
  }
}

async function beside({ kind, minutes, seed, home, child, address, port, children }) {
  const client = openControlClient({ host: '127.0.0.1', port }, CLEAR);
  const workers = [];
  // Good workers are started again as a supervisor would: a random request may drain them.
  const keepWorkers = () => {
    for (let nth = 0; nth < HONEST_WORKERS; nth++) {
      if (workers[nth]?.hasEnded === false || child.hasEnded) continue;
      workers[nth] = start(WORKER, ['connect', '--coordinator', address, '--no-ai', '--id', `honest-${nth + 1}`], home);
      children.push(workers[nth]);
    }
  };
  keepWorkers();
  await honestPass(client, 'first', keepWorkers, FINAL_MS, child);
  const startKb = await residentKilobytes(child.pid);
  const figures = { start_mb: megabytes(startKb), most_mb: 0, end_mb: 0, messages: 0, honest_passes: 0 };
  const untilMs = performance.now() + minutes * 60_000;
  const isOver = () => performance.now() > untilMs || child.hasEnded;
  const fuzz = kind === 'worker' ? fuzzWorker : fuzzClient;
  const peers = Array.from({ length: PEERS }, (_, nth) => fuzz({ address, seed: `${seed}/${nth}`, isOver }));
  const watch = (async () => {
    while (!isOver()) {
      figures.most_mb = Math.max(figures.most_mb, megabytes(await residentKilobytes(child.pid)));
      await sleep(500);
    }
  })();
  for (let nth = 0; !isOver(); nth++) {
    if (await honestPass(client, `pass-${nth}`, keepWorkers, untilMs - performance.now(), child))
      figures.honest_passes++;
  }
  figures.messages = (await Promise.all(peers)).reduce((sum, count) => sum + count, 0);
  await watch;
  const wrong = [];
  if (child.hasEnded) wrong.push(`the coordinator ended: ${JSON.stringify(await child.ended)}`);
  else {
    // What random requests left waiting, for a model that nobody has, is no part of the honest run.
    await client.resume();
    await client.cancel({ jobIds: [], state: 'pending', runId: '' });
    if (!(await honestPass(client, 'last', keepWorkers, FINAL_MS, child))) {
      wrong.push(`the honest run did not complete: ${JSON.stringify((await client.status()).jobs)}`);
    }
    figures.end_mb = megabytes(await residentKilobytes(child.pid));
  }
  const growth = Math.max(figures.most_mb, figures.end_mb) - figures.start_mb;
  if (growth > MAX_GROWTH_MB) wrong.push(`the coordinator grew by ${growth} MB, ${MAX_GROWTH_MB} at most`);
  client.close();
  return { figures, wrong };
}

/** All filings once more, as a patient operator has it done: true when each of them was completed in time. */
async function honestPass(client, name, keepWorkers, withinMs, child) {
  const endMs = performance.now() + withinMs;
  const runId = `honest-${name}`;
  let submitted = false;
  while (performance.now() < endMs && !child.hasEnded) {
    keepWorkers();
    try {
      // Somebody may have paused the queue, or said of a service that it is overloaded for weeks.
      await client.resume();
      if (!submitted) await client.submit({ ...SUBMIT, runId });
      submitted = true;
      const run = (await client.status()).runs.find((one) => one.runId === runId);
      if (run?.ended === true) return run.jobs.completed > 0 && run.jobs.failed + run.jobs.cancelled === 0;
    } catch (error) {
      if (error?.code !== 'OVERLOADED' && error?.code !== 'UNREACHABLE') throw error;
    }
    await sleep(200);
  }
  return false;
}
