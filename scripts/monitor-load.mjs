// Measures the monitor against 500 scripted workers with 200 updates a second, in a terminal of 120x40: frames a second,
// processor time, full clears, and how soon a key is answered. Needs a build (npm run build) and util-linux' script.
//   node scripts/monitor-load.mjs [SECONDS]   prints JSON

import { spawn } from 'node:child_process';
import { readFileSync, readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { NO_GRAPH, NO_TOTALS, controlServiceDefinition, makeControlService } from '../libs/protocol/dist/index.js';

const { Server, ServerCredentials } = createRequire(new URL('../libs/protocol/package.json', import.meta.url))(
  '@grpc/grpc-js',
);

const WORKERS = 500;
const UPDATES_PER_SECOND = 200;
const JOBS = 100_000;
const COLUMNS = 120;
const ROWS = 40;
const SECONDS = Number(process.argv[2] ?? 20);
// The clock of /proc ticks this often on Linux.
const TICKS_PER_SECOND = 100;

const sleep = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

let completed = 20_000;
let sequence = 0;
const stages = ['reading', 'extracting', 'asking', 'writing'];

function makeWorker(index, tick) {
  const jobId = 1000 + ((index * 7 + tick) % JOBS);
  return {
    id: `worker-${index}`,
    life: `boot-${index}`,
    host: `host-${index % 16}`,
    version: '0.1.0',
    slots: 2,
    busy: 1 + (tick % 2),
    completed: tick + index,
    failed: index % 97 === 0 ? 1 : 0,
    beatAgeMs: tick % 5000,
    loopLagMs: (tick % 30) / 2,
    rssBytes: 150_000_000,
    cpu: 0.8,
    connected: true,
    draining: false,
    model: '',
    current: [0, 1].slice(0, 1 + (tick % 2)).map((slot) => ({
      jobId: jobId + slot,
      accession: `0000910662-10-${String((jobId + slot) % 1_000_000).padStart(6, '0')}`,
      path: `2010/${jobId + slot}.txt`,
      company: index % 2 === 0 ? 'ROYAL BANK OF SCOTLAND GROUP PLC' : 'Telefónica, S.A.',
      form: '6-K',
      stage: stages[(tick + slot) % 4],
      elapsedMs: (tick * 37) % 9000,
    })),
  };
}

function makeStatus(workers) {
  const jobs = { pending: JOBS - completed - 800, processing: 800, completed, failed: 12, cancelled: 0 };
  return {
    jobs,
    workers,
    runs: [{ runId: 'load-run', closed: true, ended: false, jobs, alreadyDone: 0, elapsedMs: sequence * 10 }],
    epoch: 1,
    uptimeMs: Math.round(performance.now()),
    totals: NO_TOTALS,
    graph: { ...NO_GRAPH, graph: 'sqlite:graph.db', companies: completed, people: completed * 2 },
    queue: {
      paused: false,
      diskFull: false,
      draining: false,
      fsyncP50Ms: 0.14,
      fsyncP99Ms: 0.9,
      settleP50Ms: 1.1,
      settleP99Ms: 4.2,
      expired: 0,
      ratePerSecond: 200,
      modelP50Ms: 0,
    },
    standstill: [],
    version: '0.1.0',
  };
}

/** Each message carries one changed worker, one event and one fact: nothing is coalesced on this side. */
async function watch(_ask, emit, signal) {
  const all = Array.from({ length: WORKERS }, (_, index) => makeWorker(index, 0));
  await emit({ status: makeStatus(all), snapshot: true, gone: [], events: [], facts: [] });
  const startMs = performance.now();
  let sent = 0;
  while (!signal.aborted) {
    const due = Math.floor(((performance.now() - startMs) / 1000) * UPDATES_PER_SECOND);
    for (; sent < due && !signal.aborted; sent++) {
      completed++;
      sequence++;
      const worker = makeWorker(sequence % WORKERS, sequence);
      const [job] = worker.current;
      const about = { jobId: job.jobId, accession: job.accession };
      const text = `Person ${sequence} → Chief Executive, Company ${sequence % 99}, appointed`;
      await emit({
        status: makeStatus([worker]),
        snapshot: false,
        gone: [],
        events: [{ ...about, sequence, atMs: Date.now(), kind: 'completed', worker: worker.id, text: 'in 0.4 s' }],
        facts: [
          {
            ...about,
            company: job.company,
            path: job.path,
            cik: '0000844150',
            fact: { kind: 'roles', text, quote: text, start: 0, end: 9, source: 'appointment' },
          },
        ],
      });
    }
    await sleep(2);
  }
}

function listJobs(ask) {
  const first = ask.page === 0 ? JOBS : ask.page;
  const jobs = Array.from({ length: Math.min(ask.limit, first) }, (_, index) => ({
    jobId: first - index,
    accession: `0000910662-10-${String(first - index).padStart(6, '0')}`,
    path: `2010/${first - index}.txt`,
    state: 'completed',
    form: '6-K',
    filed: '2010-03-01',
    company: 'ROYAL BANK OF SCOTLAND GROUP PLC',
    sizeBytes: 240_000,
    mode: 'off',
    attempts: 1,
    failures: 0,
    losses: 0,
    worker: 'worker-1',
    error: '',
    notBeforeMs: 0,
    priority: 0,
    runId: 'load-run',
  }));
  return Promise.resolve({ jobs, nextPage: Math.max(0, first - ask.limit), total: JOBS });
}

async function serve() {
  const server = new Server();
  const service = makeControlService({ watch, listJobs, status: () => Promise.resolve(makeStatus([])) }, console.error);
  server.addService(controlServiceDefinition, service);
  const port = await new Promise((resolve, reject) => {
    server.bindAsync('127.0.0.1:0', ServerCredentials.createInsecure(), (error, bound) =>
      error === null ? resolve(bound) : reject(error),
    );
  });
  return { server, port };
}

/** The monitor in a terminal of its own; what it writes comes with its time. */
function openMonitor(port) {
  const bin = fileURLToPath(new URL('../apps/tui/bin/tui.js', import.meta.url));
  const line = `stty cols ${COLUMNS} rows ${ROWS}; exec "${process.execPath}" "${bin}" --coordinator 127.0.0.1:${port}`;
  const child = spawn('script', ['-qfc', line, '/dev/null'], { env: { ...process.env, TERM: 'xterm-256color' } });
  const writes = [];
  child.stdout.on('data', (chunk) => writes.push({ atMs: performance.now(), text: chunk.toString() }));
  return { child, writes };
}

/** The node process below `script`. */
function monitorPid(parent) {
  const children = new Map();
  for (const name of readdirSync('/proc').filter((entry) => /^\d+$/.test(entry))) {
    try {
      const stat = readFileSync(`/proc/${name}/stat`, 'utf8');
      const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
      children.set(Number(fields[1]), [...(children.get(Number(fields[1])) ?? []), Number(name)]);
    } catch {
      // A process that has ended meanwhile.
    }
  }
  const below = (pid) => (children.get(pid) ?? []).flatMap((child) => [child, ...below(child)]);
  return below(parent).find((pid) => readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('tui.js'));
}

function cpuSeconds(pid) {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return (Number(fields[11]) + Number(fields[12])) / TICKS_PER_SECOND;
}

const FRAME = '\u001b[?2026h';
const count = (text, part) => text.split(part).length - 1;

/** Frames in any one second, at most. */
function mostInASecond(frames) {
  return frames.reduce((most, from) => Math.max(most, frames.filter((at) => at >= from && at < from + 1000).length), 0);
}

/** Presses a key and gives the milliseconds until `expected`, which only this key brings, is on its way to the screen. */
async function answerMs(monitor, key, expected) {
  let seen = monitor.writes.length;
  const pressedMs = performance.now();
  monitor.child.stdin.write(key);
  while (performance.now() - pressedMs < 2000) {
    for (; seen < monitor.writes.length; seen++) {
      if (monitor.writes[seen].text.includes(expected)) return monitor.writes[seen].atMs - pressedMs;
    }
    await sleep(1);
  }
  return Infinity;
}

/** Watches for a while. `keys` are pressed one after the other; those with an answer to expect are timed. */
async function measure(monitor, pid, keys, everyMs) {
  const from = monitor.writes.length;
  const cpu = cpuSeconds(pid);
  const startMs = performance.now();
  const latencies = [];
  for (let turn = 0; performance.now() - startMs < SECONDS * 1000; turn++) {
    if (keys.length === 0) {
      await sleep(250);
      continue;
    }
    const pressedMs = performance.now();
    const [key, expected] = keys[turn % keys.length];
    if (expected === undefined) monitor.child.stdin.write(key);
    else latencies.push(await answerMs(monitor, key, expected));
    await sleep(Math.max(0, everyMs - (performance.now() - pressedMs)));
  }
  const seconds = (performance.now() - startMs) / 1000;
  const writes = monitor.writes.slice(from);
  const text = writes.map((each) => each.text).join('');
  const frames = writes.flatMap((each) => Array.from({ length: count(each.text, FRAME) }, () => each.atMs));
  latencies.sort((a, b) => a - b);
  const quantile = (part) => Math.round(latencies[Math.floor((latencies.length - 1) * part)] ?? 0);
  return {
    frames_per_second: Number((frames.length / seconds).toFixed(2)),
    most_frames_in_a_second: mostInASecond(frames),
    share_of_a_core: Number(((cpuSeconds(pid) - cpu) / seconds).toFixed(3)),
    full_clears: (text.match(/\u001b\[[23]J|\u001bc/g) ?? []).length,
    bytes_per_frame: Math.round(text.length / Math.max(1, frames.length)),
    ...(latencies.length === 0
      ? {}
      : { keys: latencies.length, key_ms: { p50: quantile(0.5), p95: quantile(0.95), max: quantile(1) } }),
  };
}

const { server, port } = await serve();
const monitor = openMonitor(port);
try {
  while (!monitor.writes.some((each) => each.text.includes('live'))) await sleep(50);
  await sleep(3000);
  const pid = monitorPid(monitor.child.pid);
  const results = {
    workers: WORKERS,
    updates_per_second: UPDATES_PER_SECOND,
    columns: COLUMNS,
    rows: ROWS,
    seconds: SECONDS,
  };
  results.overview = await measure(monitor, pid, [], 0);
  monitor.child.stdin.write('2');
  await sleep(1000);
  results.workers_view = await measure(monitor, pid, [], 0);
  const views = [
    ['4', '[4 Events'],
    ['5', '[5 Facts'],
    ['1', '[1 Overview'],
    ['2', '[2 Workers'],
  ];
  results.views_by_4_keys_a_second = await measure(monitor, pid, views, 250);
  results.rows_by_30_keys_a_second = await measure(monitor, pid, [['j']], 33);
  monitor.child.stdin.write('q');
  process.stdout.write(`${JSON.stringify(results, null, 2)}\n`);
} finally {
  monitor.child.kill();
  server.forceShutdown();
}
