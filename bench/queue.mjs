import { spawnSync } from 'node:child_process';
import { readdirSync, statSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { benchDirectory, describeProbe, mebibytes, probeSync, whole } from './support/disk.mjs';
import { drain, openQueue, submit } from './support/queue-rig.mjs';

export const about = 'the queue in one process: submit, drain, memory, recovery and compaction of many jobs';

/** Each phase is a process of its own: what it holds in memory is its own. */
const PHASES = { submit: submitPhase, recover: recoverPhase, drain: drainPhase, compact: compactPhase };

export async function run(args) {
  const { values } = parseArgs({
    args,
    options: { dir: { type: 'string' }, jobs: { type: 'string', default: '1000000' }, phase: { type: 'string' } },
  });
  const jobs = Number(values.jobs);
  if (values.phase !== undefined) {
    await PHASES[values.phase](values.dir, jobs);
    return;
  }
  const { dir, remove } = benchDirectory(values.dir);
  try {
    console.log(describeProbe(probeSync(dir)));
    for (const phase of Object.keys(PHASES)) {
      const phaseArgs = [
        import.meta.dirname + '/run.mjs',
        'queue',
        '--phase',
        phase,
        '--dir',
        dir,
        '--jobs',
        String(jobs),
      ];
      const { status } = spawnSync(process.execPath, phaseArgs, { stdio: 'inherit' });
      if (status !== 0) throw new Error(`the phase ${phase} ended with ${String(status)}`);
    }
  } finally {
    remove();
  }
}

async function submitPhase(dir, jobs) {
  const queue = await openQueue(`${dir}/queue`);
  const startMs = performance.now();
  await submit(queue, 'run-1', 0, jobs);
  const seconds = (performance.now() - startMs) / 1000;
  console.log(
    `submit   ${whole(jobs / seconds)} jobs/s (${whole(jobs)} jobs); ${memory()}; ${directory(`${dir}/queue`, queue.journal)}`,
  );
  await queue.journal.close();
}

async function recoverPhase(dir, jobs) {
  const queue = await openQueue(`${dir}/queue`);
  const { pending } = queue.dispatcher.counts();
  if (pending !== jobs) throw new Error(`${String(pending)} of ${String(jobs)} jobs were recovered`);
  const { recovery } = queue.journal;
  const rows = `${whole(recovery.snapshotRows)} rows, ${whole(recovery.records)} records`;
  console.log(`recover  ${whole(jobs)} jobs in ${queue.recoveredMs.toFixed(0)} ms (${rows}); ${memory()}`);
  await queue.journal.close();
}

async function drainPhase(dir, jobs) {
  const queue = await openQueue(`${dir}/queue`);
  for (const [workers, slots] of [
    [1, 8],
    [8, 8],
  ]) {
    const before = queue.journal.stats();
    const { settled, elapsedMs } = await drain(queue, workers, slots, Math.min(100_000, jobs / 4));
    const batches = queue.journal.stats().batches - before.batches;
    const perSecond = (count) => `${whole((count / elapsedMs) * 1000)}`;
    const title = `drain    ${String(workers * slots).padStart(2)} in flight (${String(workers)} × ${String(slots)})`;
    console.log(`${title}: ${perSecond(settled)} jobs/s, ${perSecond(batches)} batches/s`);
  }
  await queue.journal.close();
}

async function compactPhase(dir, jobs) {
  const queue = await openQueue(`${dir}/queue`);
  const half = Math.floor(jobs / 2) - queue.dispatcher.counts().completed;
  await drain(queue, 8, 8, half);
  const startMs = performance.now();
  let longestMs = 0;
  let lastMs = startMs;
  const watch = setInterval(() => {
    longestMs = Math.max(longestMs, performance.now() - lastMs);
    lastMs = performance.now();
  }, 1);
  await queue.journal.compact();
  clearInterval(watch);
  const counts = queue.dispatcher.counts();
  const took = `${(performance.now() - startMs).toFixed(0)} ms, no turn longer than ${longestMs.toFixed(1)} ms`;
  console.log(
    `compact  ${whole(counts.completed)} completed, ${whole(counts.processing)} leased, ${whole(counts.pending)} pending in ${took}`,
  );
  console.log(`         ${directory(`${dir}/queue`, queue.journal)}; ${memory()}`);
  await queue.journal.close();
  const again = await openQueue(`${dir}/queue`);
  console.log(
    `recover  the same in ${again.recoveredMs.toFixed(0)} ms (${whole(again.journal.recovery.snapshotRows)} rows)`,
  );
  await again.journal.close();
}

function memory() {
  return `resident ${mebibytes(process.memoryUsage.rss())}, at most ${mebibytes(process.resourceUsage().maxRSS * 1024)}`;
}

function directory(dir, journal) {
  const bytes = readdirSync(dir).reduce((sum, name) => sum + statSync(`${dir}/${name}`).size, 0);
  return `directory ${mebibytes(bytes)}, snapshot ${mebibytes(journal.stats().snapshotBytes)}`;
}
