import { systemClock } from '@filigree/base';
import { randomUUID } from 'node:crypto';
import { createDispatcher, nodeDisk, openJournal } from '@filigree/queue';

export const SUMMARY = {
  bytes: 90_000,
  readMs: 1,
  extractMs: 5,
  graphMs: 0,
  modelMs: 0,
  modelCalls: 0,
  modelCacheHits: 0,
  promptTokens: 0,
  outputTokens: 0,
  factsBySource: {},
  drops: {},
  nodes: 12,
  relationships: 20,
  ran: 'rules',
  textsCut: 0,
};

const CAPABILITIES = { model: null, ai: 'off', writesGraph: true, extractorVersion: '1' };

const RUN_OPTIONS = {
  mode: 'off',
  priority: 0,
  force: false,
  graphId: 'bench',
  extractorVersion: '1',
  model: null,
  description: 'benchmark',
  submittedWallMs: 0,
};

/** A filing such as a scan finds, told apart by its number. */
export function filing(n) {
  const cik = 1_000_000 + (n % 7_000);
  // Company and sequence number together come again after seven million.
  const year = 24 + Math.floor(n / 7_000_000);
  const accession = `${String(cik).padStart(10, '0')}-${String(year)}-${String(n % 1_000_000).padStart(6, '0')}`;
  return {
    accession,
    path: `2024/QTR${String(1 + (n % 4))}/${String(cik)}/${accession}.txt`,
    root: 0,
    sizeBytes: 20_000 + ((n * 7_919) % 400_000),
    form: n % 3 === 0 ? '8-K' : '10-Q',
    filed: `2024-0${String(1 + (n % 9))}-1${String(n % 10)}`,
    company: `Company ${String(cik)} Holdings, Inc.`,
  };
}

/** Dispatcher and journal as `serve` connects them; workers are in this process and need no time for a job. */
export async function openQueue(dir, { fsync = 'strict' } = {}) {
  const workers = new Map();
  const clock = systemClock;
  const dispatcher = createDispatcher(
    { random: () => 0.5, newSecret: randomUUID, graph: { kind: 'neo4j', id: 'bench' }, roots: ['filings'] },
    {
      send: (streamId, frame) => workers.get(streamId)?.(frame),
      closeStream: () => undefined,
      writeGraph: () => undefined,
      needEpoch: () => undefined,
      runEnded: () => undefined,
      event: () => undefined,
    },
  );
  const startMs = performance.now();
  const journal = await openJournal({
    dir,
    disk: nodeDisk,
    clock,
    fsync,
    onSnapshotRow: dispatcher.loadRow,
    onRecord: dispatcher.replay,
    snapshot: dispatcher.snapshot,
    onDurable: (seq) => dispatcher.durable(seq, clock.monotonicMs()),
    onDiskFull: (isFull) => dispatcher.diskFull(isFull, clock.monotonicMs()),
    onFatal: (error) => {
      throw error;
    },
    onNotice: (text) => console.error(text),
  });
  dispatcher.open(journal, await journal.beginEpoch(0), clock.monotonicMs());
  const recoveredMs = performance.now() - startMs;
  return { dispatcher, journal, workers, recoveredMs, nowMs: () => clock.monotonicMs() };
}

/** Submits filings `[from, from + count)` as one run, as fast as they are acknowledged, four batches at a time. */
export async function submit(queue, runId, from, count, batchSize = 1_000) {
  const { dispatcher, nowMs } = queue;
  const asked = (act) => new Promise((resolve) => act(resolve));
  await asked((ack) => dispatcher.openRun(runId, RUN_OPTIONS, ack, nowMs()));
  let next = from;
  const lane = async () => {
    while (next < from + count) {
      const first = next;
      next = Math.min(next + batchSize, from + count);
      const filings = Array.from({ length: next - first }, (_, index) => filing(first + index));
      await asked((ack) => dispatcher.submitBatch(runId, filings, ack, nowMs()));
    }
  };
  await Promise.all([lane(), lane(), lane(), lane()]);
  await asked((ack) => dispatcher.closeRun(runId, ack, nowMs()));
}

let streams = 0;

/**
 * `workers` workers with `slots` slots each take and complete jobs until `limit` are settled. A job is completed one turn
 * of the event loop after its lease arrives, with everything else that arrived for that worker.
 */
export function drain(queue, workers, slots, limit) {
  const { dispatcher, nowMs } = queue;
  return new Promise((resolve) => {
    let settled = 0;
    let isOver = false;
    const startMs = performance.now();
    for (let worker = 0; worker < workers; worker += 1) {
      streams += 1;
      const streamId = streams;
      let leases = [];
      const answer = () => {
        const tokens = leases.map((lease) => lease.token);
        leases = [];
        const completed = tokens.map((token) => ({ token, summary: SUMMARY, facts: [], delta: null }));
        dispatcher.frame(streamId, { started: tokens, completed, credit: isOver ? 0 : tokens.length }, nowMs());
      };
      queue.workers.set(streamId, (frame) => {
        if (frame.settled !== undefined) {
          settled += frame.settled.length;
          if (settled >= limit && !isOver) {
            isOver = true;
            resolve({ settled, elapsedMs: performance.now() - startMs });
          }
        }
        if (frame.leases === undefined || frame.leases.length === 0 || isOver) return;
        if (leases.length === 0) setImmediate(answer);
        leases.push(...frame.leases);
      });
      dispatcher.streamOpened(streamId, '', nowMs());
      const hello = {
        workerId: `w${String(streamId)}`,
        bootId: `b${String(streamId)}`,
        host: 'bench',
        version: '1',
        slots,
        ahead: 0,
        labels: {},
        held: [],
      };
      dispatcher.frame(streamId, { hello: { ...hello, capabilities: CAPABILITIES }, credit: slots }, nowMs());
    }
  });
}
