import { mkdirSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { benchDirectory, describeProbe, probeSync, whole } from './support/disk.mjs';
import { fleet, serve } from './support/processes.mjs';
import { openQueue, submit } from './support/queue-rig.mjs';

export const about = 'jobs per second from a coordinator to workers over gRPC, with 8 and with 64 jobs in flight';

export async function run(args) {
  const { values } = parseArgs({
    args,
    options: {
      dir: { type: 'string' },
      seconds: { type: 'string', default: '4' },
      jobs: { type: 'string', default: '600000' },
    },
  });
  const { dir, remove } = benchDirectory(values.dir);
  let coordinator = null;
  try {
    mkdirSync(`${dir}/filings`);
    console.log(describeProbe(probeSync(dir)));
    const queue = await openQueue(`${dir}/queue`);
    await submit(queue, 'run-1', 0, Number(values.jobs));
    await queue.journal.close();
    coordinator = await serve(dir, ['--filings', `${dir}/filings`]);
    for (const [workers, slots] of [
      [1, 8],
      [8, 8],
    ]) {
      const { perSecond, best } = await measure(coordinator, workers, slots, Number(values.seconds));
      const title = `${String(workers * slots).padStart(2)} in flight (${String(workers)} × ${String(slots)})`;
      console.log(`${title}: ${whole(perSecond)} jobs/s, ${whole(best)} in the best second`);
    }
  } finally {
    await coordinator?.stop();
    remove();
  }
}

/** The first second is for both processes to get warm. */
async function measure(coordinator, workers, slots, seconds) {
  const workersProcess = fleet(coordinator.endpoint.port, workers, slots);
  await workersProcess.next();
  let jobs = 0;
  let elapsedMs = 0;
  let best = 0;
  for (let second = 0; second < seconds; second += 1) {
    const line = await workersProcess.next();
    jobs += line.jobs;
    elapsedMs += line.elapsed_ms;
    best = Math.max(best, (line.jobs / line.elapsed_ms) * 1000);
  }
  await workersProcess.stop();
  return { perSecond: (jobs / elapsedMs) * 1000, best };
}
