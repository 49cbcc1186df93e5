import { mkdirSync, readFileSync } from 'node:fs';
import { constants, setPriority } from 'node:os';
import { parseArgs } from 'node:util';
import { openControlClient } from '@filigree/protocol';
import { benchDirectory } from './support/disk.mjs';
import { CLEAR, fleet, serve } from './support/processes.mjs';
import { openQueue, submit } from './support/queue-rig.mjs';

export const about = 'time to settle a completion, alone and beside hostile queries, dumps and questions';

// As libs/graph/test/door-sql.spec.ts asks them.
const HOSTILE = new URL('../libs/graph/test/fixtures/hostile-sql.json', import.meta.url);
// Seconds of a core; nothing of it is large.
const HEAVY = `SELECT count(*) FROM ${Array.from({ length: 5 }, (_, at) => `sqlite_schema s${String(at)}`).join(', ')}`;

export async function run(args) {
  const { values } = parseArgs({
    args,
    options: {
      dir: { type: 'string' },
      rounds: { type: 'string', default: '5' },
      seconds: { type: 'string', default: '6' },
      pace: { type: 'string', default: '20' },
    },
  });
  const { dir, remove } = benchDirectory(values.dir);
  let coordinator = null;
  let workers = null;
  try {
    mkdirSync(`${dir}/filings`);
    const queue = await openQueue(`${dir}/queue`);
    await submit(queue, 'run-1', 0, 200_000);
    await queue.journal.close();
    coordinator = await serve(dir, ['--filings', `${dir}/filings`]);
    workers = fleet(coordinator.endpoint.port, 2, 4, ['--deltas', '--settled', '--pace', values.pace]);
    const seconds = Number(values.seconds);
    await settlesOf(workers, seconds);
    // Who asks is on another machine; here it takes what the others leave.
    setPriority(constants.priority.PRIORITY_LOW);
    const ratios = { queries: [], questions: [] };
    for (let round = 0; round < Number(values.rounds) * 2; round += 1) {
      const kind = Object.keys(ratios)[round % 2];
      const alone = await settlesOf(workers, seconds);
      const asking = ask(coordinator.endpoint, dir, kind);
      await workers.next();
      const beside = await settlesOf(workers, seconds);
      const asked = await asking.stop();
      // What was asked last ends before the next second counts.
      await workers.next();
      const ratio = quantile(beside, 0.99) / quantile(alone, 0.99);
      ratios[kind].push(ratio);
      console.log(`alone ${describe(alone)}; beside ${describe(beside)}, ${asked}; p99 ${ratio.toFixed(2)} times`);
    }
    for (const [kind, found] of Object.entries(ratios)) {
      const median = quantile(found, 0.5).toFixed(2);
      console.log(`p99 beside ${kind}: ${median} times that without them (median of ${String(found.length)})`);
    }
  } finally {
    await workers?.stop();
    await coordinator?.stop();
    remove();
  }
}

async function settlesOf(workers, seconds) {
  const found = [];
  for (let second = 0; second < seconds; second += 1) found.push(...(await workers.next()).settled_ms);
  return found;
}

function quantile(values, q) {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * q))] ?? Number.NaN;
}

function describe(values) {
  const [p50, p99] = [0.5, 0.99].map((q) => quantile(values, q).toFixed(1));
  return `p50 ${p50} ms, p99 ${p99} ms of ${String(values.length)}`;
}

/** Clients that ask without a pause: hostile queries and one that is heavy, or the fixed questions and dumps. */
function ask(endpoint, dir, kind) {
  const hostile = JSON.parse(readFileSync(HOSTILE, 'utf8')).map((query) => query.replaceAll('{dir}', dir));
  const asks = {
    queries: [
      (client, at) => client.askGraph('query', { text: hostile[at % hostile.length] }, () => undefined),
      (client) => client.askGraph('query', { text: HEAVY }, () => undefined),
    ],
    questions: [
      (client) => client.askGraph('events', { from: '2024-01-01' }, () => undefined),
      (client) => client.askGraph('company', { name: 'Company' }, () => undefined),
      (client) => client.dumpGraph(() => undefined),
    ],
  };
  let count = 0;
  let isOver = false;
  const clients = [];
  const loops = asks[kind].map(async (once) => {
    const client = openControlClient(endpoint, CLEAR);
    clients.push(client);
    for (let at = 0; !isOver; at += 1) {
      await once(client, at).catch(() => undefined);
      count += 1;
    }
  });
  return {
    async stop() {
      isOver = true;
      for (const client of clients) client.close();
      await Promise.all(loops);
      return `${String(count)} ${kind}`;
    },
  };
}
