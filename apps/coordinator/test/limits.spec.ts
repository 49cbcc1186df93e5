import { join } from 'node:path';
import { randomUUID } from 'node:crypto';
import { credentials } from '@grpc/grpc-js';
import { FiligreeError } from '@filigree/base';
import type { Clock } from '@filigree/base';
import { MAX_MESSAGE_BYTES, openControlClient, openWorkClient } from '@filigree/protocol';
import type { QueueStatus, WorkerView } from '@filigree/queue';
import { Bench, CLEAR, REPOSITORY } from '@filigree/testing';
import { MAX_COUNTED_NAMES, MAX_SHOWN_LEASES, MAX_SHOWN_WORKERS, SUBMIT_BURST } from '../src/serve/limits.ts';
import { makeMetrics } from '../src/serve/metrics.ts';
import { shownWorkers } from '../src/serve/status.ts';
import { makeSubmitGate } from '../src/serve/submit-gate.ts';
import { makeTotals } from '../src/serve/totals.ts';
import { callRaw } from './support/raw-call.ts';

const PATIENCE_MS = 300_000;

describe('a coordinator', () => {
  let bench: Bench;
  let address: string;
  let port: number;
  beforeAll(async () => {
    bench = await Bench.open();
    ({ address, port } = await bench.serve(join(REPOSITORY, 'samples')));
  }, PATIENCE_MS);
  afterAll(() => bench.end());

  it(
    'refuses a message above the stated size, whatever the RPC, and goes on',
    async () => {
      const message = new Uint8Array(MAX_MESSAGE_BYTES + 1);
      for (const path of [
        '/filigree.v1.WorkerService/Work',
        '/filigree.v1.WorkerService/ReadFiling',
        '/filigree.v1.ControlService/Submit',
        '/filigree.v1.ControlService/AskGraph',
      ]) {
        const outcome = await callRaw(address, credentials.createInsecure(), path, { message });
        expect({ path, outcome }).toEqual({ path, outcome: 'RESOURCE_EXHAUSTED' });
      }
      expect(await callRaw(address, credentials.createInsecure(), '/filigree.v1.ControlService/GetStatus')).toBe(
        'ANSWERED',
      );
    },
    PATIENCE_MS,
  );

  it(
    'ends the stream of a worker with a name of a megabyte, says which field it was, and shows nothing of it',
    async () => {
      const client = openWorkClient({ host: '127.0.0.1', port }, CLEAR);
      const control = openControlClient({ host: '127.0.0.1', port }, CLEAR);
      const refused = await new Promise<FiligreeError | null>((closed) => {
        const stream = client.openStream({ received: () => undefined, closed });
        const capabilities = { model: null, ai: 'off', writesGraph: false, extractorVersion: '1' } as const;
        const names = { workerId: 'x'.repeat(1_000_000), bootId: 'b', host: 'h', version: '1' };
        stream.send({ hello: { ...names, slots: 1, ahead: 0, capabilities, labels: {}, held: [] } });
      });
      expect(refused).toMatchObject({ code: 'USAGE', message: expect.stringMatching(/Hello\.worker_id/) as string });
      expect((await control.status()).workers).toEqual([]);
      client.close();
      control.close();
    },
    PATIENCE_MS,
  );

  it(
    'refuses more submits at once than it scans in good time, says so, and takes the others',
    async () => {
      const client = openControlClient({ host: '127.0.0.1', port }, CLEAR);
      const ask = {
        filings: '',
        year: 1990,
        forms: [],
        ciks: [],
        company: '',
        from: '',
        to: '',
        limit: 0,
        mode: 'off' as const,
        force: false,
        priority: 0,
      };
      const codes = await Promise.all(
        Array.from({ length: SUBMIT_BURST * 3 }, () =>
          client.submit({ ...ask, runId: randomUUID() }).then(
            () => 'done',
            (error: unknown) => (error instanceof FiligreeError ? `${error.code}: ${error.remedy}` : String(error)),
          ),
        ),
      );
      const refused = codes.filter((code) => code.startsWith('OVERLOADED'));
      expect(refused.length).toBeGreaterThan(0);
      expect(refused[0]).toMatch(/one submit takes any number of filings/);
      expect(codes.filter((code) => code.startsWith('NO_MATCH')).length).toBeGreaterThanOrEqual(SUBMIT_BURST);
      expect((await client.status()).jobs).toMatchObject({ pending: 0, failed: 0 });
      client.close();
    },
    PATIENCE_MS,
  );
});

const NO_COUNTS = {
  bytes: 0,
  readMs: 0,
  extractMs: 0,
  graphMs: 0,
  modelMs: 0,
  modelCalls: 0,
  modelCacheHits: 0,
  promptTokens: 0,
  outputTokens: 0,
  nodes: 0,
  relationships: 0,
  ran: 'rules',
  textsCut: 0,
} as const;
const COMPLETED = {
  kind: 'completed',
  jobId: 1,
  accession: '',
  worker: 'w',
  mode: 'off',
  facts: [],
  leaseMs: 1,
} as const;
const STATUS: QueueStatus = {
  epoch: 1,
  jobs: { pending: 0, processing: 0, completed: 0, failed: 0, cancelled: 0 },
  backoff: 0,
  workers: 0,
  slots: 0,
  busy: 0,
  writing: 0,
  paused: false,
  diskFull: false,
  completedHere: 0,
  failedHere: 0,
  lostHere: 0,
  graphBacklogBytes: 0,
  overloaded: [],
  standstill: null,
  revision: 0,
};

it('a status shows no more workers and jobs than fit into a message, and tells how many there are beyond', () => {
  const lease = { token: 1, jobId: 1, accession: '', stage: '', progress: 0, heldMs: 0, started: true, dueInMs: 0 };
  const worker = (held: number): Pick<WorkerView, 'leases'> => ({ leases: Array.from({ length: held }, () => lease) });
  const few = Array.from({ length: 5 }, () => worker(3));
  expect(shownWorkers(few)).toEqual({ workers: few, moreWorkers: 0 });
  const { workers, moreWorkers } = shownWorkers(Array.from({ length: MAX_SHOWN_WORKERS + 7 }, () => worker(256)));
  expect([workers.length, moreWorkers]).toEqual([MAX_SHOWN_WORKERS, 7]);
  expect(workers.reduce((sum, { leases }) => sum + leases.length, 0)).toBe(MAX_SHOWN_LEASES);
});

describe('the gate before submits', () => {
  it('lets a burst in, then so many a second, and no more than the burst after any rest', () => {
    let nowMs = 1_000;
    const clock = { monotonicMs: () => nowMs } as Clock;
    const gate = makeSubmitGate(clock, 2, 3);
    const entered = (tries: number): number => {
      let count = 0;
      for (let i = 0; i < tries; i++) {
        try {
          gate.enter();
          count += 1;
        } catch (error) {
          expect(error).toMatchObject({ code: 'OVERLOADED' });
        }
      }
      return count;
    };
    expect(entered(10)).toBe(3);
    nowMs += 1_000;
    expect(entered(10)).toBe(2);
    nowMs += 3_600_000;
    expect(entered(10)).toBe(3);
  });
});

describe('what workers count under names of their own', () => {
  const SUMMARY = { ...NO_COUNTS, drops: {}, factsBySource: {} };

  it('takes as many names as there is room for in totals and metrics; the rest is other', async () => {
    const totals = makeTotals();
    const metrics = makeMetrics({ status: () => STATUS, journalBytes: () => 0, uptimeMs: () => 0 });
    for (let i = 0; i < 3 * MAX_COUNTED_NAMES; i++) {
      const summary = { ...SUMMARY, drops: { [`d${String(i)}`]: 1 }, factsBySource: { [`roles/f${String(i)}`]: 1 } };
      totals.add(summary, false);
      metrics.event({ ...COMPLETED, summary });
    }
    const { drops, factsBySource } = totals.view();
    expect([drops['other'], factsBySource['other']]).toEqual([2 * MAX_COUNTED_NAMES, 2 * MAX_COUNTED_NAMES]);
    expect(Object.keys(drops)).toHaveLength(MAX_COUNTED_NAMES + 1);
    const text = await metrics.registry.metrics();
    expect(text.match(/^filigree_facts_total/gm)).toHaveLength(MAX_COUNTED_NAMES + 1);
    expect(text).toContain(`filigree_model_drops_total{reason="other"} ${String(2 * MAX_COUNTED_NAMES)}`);
  });

  it('counts under a name that every object has', () => {
    const totals = makeTotals();
    totals.add({ ...SUMMARY, drops: { constructor: 2, toString: 1 } }, false);
    expect({ ...totals.view().drops }).toEqual({ constructor: 2, toString: 1 });
  });
});
