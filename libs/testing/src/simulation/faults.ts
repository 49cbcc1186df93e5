// What goes wrong, when, and that it stops.
import type { World } from './world.ts';

/** Faults from now until the plan's calm, one after the other. */
export function scheduleFaults(world: World): void {
  const { time, chance, plan } = world;
  const next = (): void => {
    time.after(plan.faultEveryMs * 2 * chance.next(), () => {
      if (world.isCalm) return;
      world.faults++;
      oneFault(world);
      next();
    });
  };
  next();
  if (plan.losesQueue !== 'never')
    time.after(chance.between(5_000, plan.calmMs * 0.9), () => {
      loseQueue(world);
    });
}

function oneFault(world: World): void {
  const { chance, plan } = world;
  const ofCoordinator = [
    () => {
      killCoordinator(world, 'kill');
    },
    () => {
      killCoordinator(world, 'power');
    },
    () => {
      killCoordinator(world, 'power');
    },
    () => {
      diskFault(world);
    },
    () => {
      diskFault(world);
    },
    () => {
      const ms = chance.skewed(1_500, 90_000);
      world.log(`coordinator is stopped for ${ms.toFixed(0)} ms`);
      world.coordinator?.process.stopFor(ms);
    },
  ];
  const ofOthers = [
    killWorker,
    stopWorker,
    stopWorker,
    breakLink,
    breakLink,
    breakLinks,
    worsenNetwork,
    overload,
    jumpClocks,
    command,
    command,
  ];
  const isOfCoordinator = !plan.sparesCoordinator && chance.flip(0.4);
  chance.pick(isOfCoordinator ? ofCoordinator : ofOthers)?.(world);
}

function killWorker(world: World): void {
  const worker = world.chance.pick(world.workers);
  world.log(`worker ${String(worker?.bootId)} is killed`);
  worker?.kill();
}

function stopWorker(world: World): void {
  const { chance } = world;
  // One that works, if there is one: to stop an idle one shows little.
  const worker = chance.pick(world.workers.filter(({ holds }) => holds.size > 0)) ?? chance.pick(world.workers);
  const ms = chance.flip(0.5) ? chance.skewed(500, 20_000) : chance.between(20_000, 120_000);
  world.log(`worker ${String(worker?.bootId)} is stopped for ${ms.toFixed(0)} ms`);
  worker?.process.stopFor(ms);
}

function breakLinks(world: World): void {
  for (let i = 0; i < 3; i++) breakLink(world);
}

function worsenNetwork(world: World): void {
  const { chance } = world;
  world.network.faults.repeats = chance.next() * 0.3;
  world.network.faults.reorders = chance.next() * 0.3;
  world.network.faults.delayMs = chance.skewed(2, 2_000);
  world.log(`the network: ${JSON.stringify(world.network.faults)}`);
}

function overload(world: World): void {
  world.overloadedUntilMs = world.time.nowMs + world.chance.between(1_000, 20_000);
  world.log('the graph or the model is overloaded');
}

function jumpClocks(world: World): void {
  const { chance } = world;
  world.coordinator?.process.jumpWall(chance.between(-1e9, 1e9));
  for (const worker of world.workers) worker.process.jumpWall(chance.between(-1e9, 1e9));
  world.log('the wall clocks jump');
}

function killCoordinator(world: World, how: 'kill' | 'power'): void {
  if (world.coordinator !== null) world.coordinatorDied(world.coordinator, how);
}

function breakLink(world: World): void {
  const { chance } = world;
  const link = chance.pick([...world.network.links]);
  if (link === undefined) return;
  const kind = chance.int(0, 2);
  world.log(`stream ${String(link.id)} ${kind === 0 ? 'breaks' : 'is half-open'}`);
  if (kind === 0) {
    link.break(chance.skewed(1, 500), chance.skewed(1, 500));
    return;
  }
  if (kind === 1 || chance.flip(0.5)) link.upIsDead = true;
  if (kind === 2) link.downIsDead = true;
  // Keepalive finds it out, on one side or the other.
  world.time.after(chance.skewed(2_000, 60_000), () => {
    link.break(chance.skewed(1, 30_000), chance.skewed(1, 30_000));
  });
}

function diskFault(world: World): void {
  const { chance, disk } = world;
  if (chance.flip(0.3)) {
    world.log('the disk fails once');
    disk.faults.ioError = true;
    return;
  }
  world.log('the disk is full');
  disk.faults.full = true;
  world.time.after(chance.skewed(100, 15_000), () => {
    world.log('the disk has room');
    disk.faults.full = false;
  });
}

/** What people do meanwhile. */
function command(world: World): void {
  const { chance } = world;
  world.coordinator?.call((dispatcher, nowMs) => {
    const kind = chance.int(0, 5);
    const job = chance.pick(dispatcher.jobs({}, null, 1_000, nowMs).jobs);
    const done = (changed: number): void => {
      world.log(`command ${String(kind)} changed ${String(changed)}`);
    };
    if (kind === 0) {
      dispatcher.pause(done, nowMs);
      world.coordinator?.process.after(chance.between(500, 20_000), () => {
        world.coordinator?.call((current, thenMs) => {
          current.resume(done, thenMs);
        });
      });
    } else if (kind === 1 && job !== undefined) {
      world.invariants.cancelled(job.jobId);
      dispatcher.cancel({ jobIds: [job.jobId] }, done, nowMs);
    } else if (kind === 2) dispatcher.retry({}, done, nowMs);
    else if (kind === 3 && job !== undefined)
      dispatcher.setPriority({ accession: job.accession }, chance.int(-9, 9), done, nowMs);
    else if (kind === 4 && job !== undefined) {
      for (const id of [job.accession]) world.invariants.forgotten.add(id);
      dispatcher.clear({ accession: job.accession }, done, nowMs);
    } else if (kind === 5) dispatcher.drain(chance.pick(world.plan.workers)!.id, nowMs);
  });
}

/** The queue directory is deleted, or put back as it was, in front of today's graph. */
function loseQueue(world: World): void {
  const backup = world.plan.losesQueue === 'restored' ? world.disk.copy() : null;
  const lose = (): void => {
    killCoordinator(world, 'power');
    world.log(backup === null ? 'the queue directory is deleted' : 'an old queue directory is put back');
    world.disk.replace(backup);
    world.invariants.reset();
    for (const client of world.clients) client.forget();
  };
  if (backup === null || world.coordinator !== null) {
    world.time.after(backup === null ? 0 : world.chance.between(5_000, 30_000), () => {
      if (!world.isCalm) lose();
    });
  }
}

/** All faults stop: everything is up, nothing is lost any more. */
export function calm(world: World): void {
  world.log('calm');
  world.isCalm = true;
  world.overloadedUntilMs = 0;
  world.disk.faults.full = false;
  world.disk.faults.ioError = false;
  Object.assign(world.network.faults, { repeats: 0, reorders: 0, delayMs: Math.min(50, world.network.faults.delayMs) });
  for (const link of [...world.network.links]) {
    if (link.upIsDead || link.downIsDead) link.break(10, 10);
  }
  const resume = (): void => {
    const life = world.coordinator;
    if (life?.isServing !== true) world.time.after(500, resume);
    else
      life.call((dispatcher, nowMs) => {
        dispatcher.resume(() => undefined, nowMs);
      });
  };
  resume();
}
