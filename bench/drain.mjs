import { mkdirSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { benchDirectory, describeProbe, probeSync, whole } from './support/disk.mjs';
import { cpuMs, fleet, serve } from './support/processes.mjs';
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
      const found = await measure(coordinator, workers, slots, Number(values.seconds));
      const title = `${String(workers * slots).padStart(2)} in flight (${String(workers)} × ${String(slots)})`;
      const cpu = `processor time a job: coordinator ${found.coordinatorUs.toFixed(0)} µs, workers ${found.workersUs.toFixed(0)} µs`;
      console.log(
        `${title}: ${whole(found.perSecond)} jobs/s, ${whole(found.best)} in the best second, ${found.jobsPerFrame.toFixed(1)} a frame; ${cpu}`,
      );
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
  let frames = 0;
  let elapsedMs = 0;
  let best = 0;
  const coordinatorMs = cpuMs(coordinator.pid);
  const workersMs = cpuMs(workersProcess.pid);
  for (let second = 0; second < seconds; second += 1) {
    const line = await workersProcess.next();
    jobs += line.jobs;
    frames += line.frames;
    elapsedMs += line.elapsed_ms;
    best = Math.max(best, (line.jobs / line.elapsed_ms) * 1000);
  }
  const usPerJob = (pid, beforeMs) => ((cpuMs(pid) - beforeMs) / jobs) * 1000;
  const result = {
    perSecond: (jobs / elapsedMs) * 1000,
    best,
    jobsPerFrame: jobs / frames,
    coordinatorUs: usPerJob(coordinator.pid, coordinatorMs),
    workersUs: usPerJob(workersProcess.pid, workersMs),
  };
  await workersProcess.stop();
  return result;
}
