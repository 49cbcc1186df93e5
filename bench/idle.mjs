import { randomUUID } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { open, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { benchDirectory, describeProbe, percentiles, probeSync } from './support/disk.mjs';
import { writeFiling } from './support/filings.mjs';
import { cpuMs, fleet, serve } from './support/processes.mjs';

export const about =
  'what idle workers cost, how soon a submitted job starts on one, how soon a killed worker loses its jobs';

// The coordinator takes 20 submits a second. Not evenly: nothing that it does on a timer may always meet a submit, or never.
const SUBMIT_EVERY_MS = 55;
const SUBMIT_JITTER_MS = 40;
// A new process compiles its code while it works; what follows is what a coordinator does all day.
const COLD_JOBS = 300;
const ARRIVALS = join(import.meta.dirname, 'support/arrivals.mjs');

export async function run(args) {
  const { values } = parseArgs({
    args,
    options: {
      dir: { type: 'string' },
      workers: { type: 'string', default: '1000' },
      seconds: { type: 'string', default: '20' },
      jobs: { type: 'string', default: '1300' },
    },
  });
  const { dir, remove } = benchDirectory(values.dir);
  const filings = `${dir}/filings`;
  mkdirSync(filings);
  const stops = [remove];
  try {
    console.log(describeProbe(probeSync(dir)));
    const coordinator = await serve(dir, ['--filings', filings], ARRIVALS);
    stops.unshift(coordinator.stop);
    const fleets = await connect(coordinator, Number(values.workers), 4, stops);
    await idle(coordinator, Number(values.workers), Number(values.seconds));
    await starts(coordinator, fleets, filings, Number(values.jobs));
    await killed(coordinator, fleets, filings, stops);
  } finally {
    for (const stop of stops) await stop();
  }
}

/** The workers, in a few processes; `started` resolves to the wall-clock time when one of them starts a filing's job. */
async function connect(coordinator, workers, processes, stops) {
  const each = Math.ceil(workers / processes);
  const waiting = new Map();
  for (let index = 0; index < processes; index += 1) {
    await connectFleet(coordinator, each, ['--announce'], stops, (line) => {
      waiting.get(line.started)?.(line.at_ms);
      waiting.delete(line.started);
    });
  }
  return { started: (accession) => new Promise((resolve) => waiting.set(accession, resolve)) };
}

/** A fleet, once all of it is connected; `onStart` gets each line that says what started. */
async function connectFleet(coordinator, workers, args, stops, onStart) {
  const one = fleet(coordinator.endpoint.port, workers, 1, args);
  stops.unshift(one.stop);
  for (let line = await one.next(); line !== null && line.welcomed < workers; line = await one.next());
  void (async () => {
    for (let line = await one.next(); line !== null; line = await one.next())
      if (line.started !== undefined) onStart(line);
  })();
  return one;
}

async function idle(coordinator, workers, seconds) {
  const beforeMs = cpuMs(coordinator.pid);
  const startMs = performance.now();
  await new Promise((resolve) => setTimeout(resolve, seconds * 1000));
  const share = (cpuMs(coordinator.pid) - beforeMs) / (performance.now() - startMs);
  console.log(`idle     ${String(workers)} workers cost the coordinator ${(share * 100).toFixed(2)}% of a core`);
}

/**
 * Submits `jobs` filings, one after the other. The time to the receipt of the lease by a worker, from the client's call and
 * from the arrival of that call at the coordinator. In between, waits of the same kind in this process alone: what the
 * machine adds by itself.
 */
async function starts(coordinator, fleets, filings, jobs) {
  const sinceCall = [];
  const sinceArrival = [];
  const alone = [];
  let arrivedMs = 0;
  const file = await open(`${filings}/../waits`, 'w');
  coordinator.onMessage((message) => (arrivedMs = message.at_ms));
  for (let number = 0; number < jobs; number += 1) {
    const { accession, dir } = writeFiling(filings, number);
    const started = fleets.started(accession);
    const calledMs = performance.timeOrigin + performance.now();
    await submit(coordinator, dir);
    const startedMs = await started;
    sinceCall.push(startedMs - calledMs);
    sinceArrival.push(startedMs - arrivedMs);
    await pause();
    alone.push(await waits(file, dir));
  }
  await file.close();
  const tell = (title, from, to) => {
    console.log(`${title}: ${describeTimes(sinceArrival.slice(from, to))} after submit arrived at the coordinator`);
    console.log(`${' '.repeat(title.length)}  ${describeTimes(sinceCall.slice(from, to))} after submit was called`);
  };
  const cold = Math.min(COLD_JOBS, jobs);
  tell(`start    first ${String(cold)} jobs`, 0, cold);
  if (jobs > cold) tell(`start    next ${String(jobs - cold)} jobs`, cold, jobs);
  console.log(`machine  8 stats and a synced write, one after the other, in between: ${describeTimes(alone)}`);
}

/** As many hand-overs to other threads as a scan and a commit make, ms. */
async function waits(file, dir) {
  const startMs = performance.now();
  for (let hop = 0; hop < 8; hop += 1) await stat(dir);
  await file.write(Buffer.alloc(1000, 1), 0, 1000, 0);
  await file.datasync();
  return performance.now() - startMs;
}

function pause() {
  return new Promise((resolve) => setTimeout(resolve, SUBMIT_EVERY_MS + Math.random() * SUBMIT_JITTER_MS));
}

function describeTimes(times) {
  const [p50, p90, p99] = percentiles(times, 0.5, 0.9, 0.99);
  return `p50 ${p50.toFixed(2)} ms, p90 ${p90.toFixed(2)} ms, p99 ${p99.toFixed(2)} ms`;
}

/** Workers that hold jobs are killed; the time until others have started those jobs. */
async function killed(coordinator, fleets, filings, stops) {
  const held = new Set();
  const victim = await connectFleet(coordinator, 250, ['--announce', '--hold'], stops, (line) =>
    held.add(line.started),
  );
  for (let number = 100_000; held.size < 5; number += 1) {
    await submit(coordinator, writeFiling(filings, number).dir);
    await pause();
  }
  const moved = Promise.all([...held].map((accession) => fleets.started(accession)));
  const killedMs = performance.timeOrigin + performance.now();
  await victim.stop('SIGKILL');
  const longestMs = Math.max(...(await moved)) - killedMs;
  console.log(`killed   ${String(held.size)} jobs of killed workers were on others after ${longestMs.toFixed(0)} ms`);
}

function submit(coordinator, filings) {
  const all = { year: 0, forms: [], ciks: [], company: '', from: '', to: '', limit: 0, force: false, priority: 0 };
  return coordinator.control.submit({ runId: randomUUID(), filings, mode: 'off', ...all });
}
