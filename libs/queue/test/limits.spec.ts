// What one worker can do to a queue, and no more.
import {
  HELLO_WITHIN_MS,
  LEASE_LIMIT_MS,
  LEFT_OUT_EVERY_MS,
  MAX_GRAPH_BACKLOG_BYTES,
  MAX_RETRY_AFTER_MS,
  MAX_SLOTS,
  STAGE_LIMIT_MS,
  WORKER_LOG_BURST,
  WORKER_LOG_PER_SECOND,
} from '../src/dispatcher/limits.ts';
import { filing, Harness } from './support/harness.ts';

const DAYS_MS = 86_400_000;
const filings = (count: number) => Array.from({ length: count }, (_, i) => filing(i + 1));

function refuse(queue: Harness, stream: number, token: number, failureClass: 'overloaded' | 'retryable'): void {
  const resource = failureClass === 'overloaded' ? 'neo4j' : '';
  const failure = { token, failureClass, message: 'no', detail: '', resource, retryAfterMs: 49 * DAYS_MS };
  queue.frame(stream, { failed: [failure] });
}

function beatFor(
  queue: Harness,
  stream: number,
  ms: number,
  said: (nth: number) => { stage: string; progress: number },
) {
  const { token } = queue.leases(stream)[0]!;
  const capabilities = { model: null, ai: 'auto' as const, writesGraph: true, extractorVersion: '1' };
  for (let nth = 0, endMs = queue.nowMs + ms; queue.nowMs < endMs; nth++) {
    queue.pass(4_000);
    const leases = [{ token, ...said(nth) }];
    queue.frame(stream, { beat: { loopLagMs: 0, rssBytes: 0, cpu: 0, leases, capabilities } });
  }
}

describe('a service that is said to ask for 49 days', () => {
  function shut(): { queue: Harness; stream: number } {
    const queue = new Harness();
    const stream = queue.worker('w1', 1);
    queue.submit('run1', filings(2));
    refuse(queue, stream, queue.leases()[0]!.token, 'overloaded');
    queue.frame(stream, { credit: 1 });
    return { queue, stream };
  }

  it('shuts granting for the limit at most, and is shown with who said it', () => {
    const { queue } = shut();
    const [said] = queue.dispatcher.status(queue.nowMs).overloaded;
    expect(said).toEqual({ resource: 'neo4j', opensInMs: MAX_RETRY_AFTER_MS, worker: 'w1' });
    expect(queue.dispatcher.status(queue.nowMs).standstill?.message).toContain('in 600 s');
    queue.pass(MAX_RETRY_AFTER_MS - 1_000);
    expect(queue.leases()).toHaveLength(1);
    queue.worker('w2', 1);
    queue.pass(2_000);
    expect(queue.leases().length).toBeGreaterThan(1);
    expect(queue.dispatcher.status(queue.nowMs).overloaded).toEqual([]);
  });

  it('is tried at once when a person says resume, the refused job as well', () => {
    const { queue } = shut();
    queue.worker('w2', 2);
    queue.sent.length = 0;
    queue.dispatcher.resume(() => undefined, queue.nowMs);
    queue.settle();
    expect(
      queue
        .leases()
        .map(({ job }) => job.jobId)
        .sort(),
    ).toEqual([1, 2]);
    expect(queue.dispatcher.status(queue.nowMs).overloaded).toEqual([]);
    expect(queue.events.at(-1)).toMatchObject({ kind: 'notice', text: expect.stringContaining('neo4j') as string });
  });

  it('keeps its job from nobody for longer after a restart, not even a job that an older version let wait', () => {
    const { queue } = shut();
    queue.crash(2);
    expect(queue.dispatcher.job(1, queue.nowMs)!.backoffMs).toBeLessThanOrEqual(MAX_RETRY_AFTER_MS);
  });
});

it('a refusal that names no service delays its own job, and no other', () => {
  const queue = new Harness();
  const stream = queue.worker('w1', 1);
  queue.submit('run1', filings(2));
  queue.fail(stream, queue.leases()[0]!.token, 'overloaded', '');
  queue.frame(stream, { credit: 1 });
  expect(queue.leases().map(({ job }) => job.jobId)).toEqual([1, 2]);
  expect(queue.dispatcher.job(1, queue.nowMs)).toMatchObject({ state: 'pending', failures: 0 });
  expect(queue.dispatcher.job(1, queue.nowMs)!.backoffMs).toBeGreaterThan(0);
});

it('results that the graph has no time for are not kept in memory beyond the limit: they are sent again', () => {
  const queue = new Harness({ graph: { kind: 'sqlite', id: 'g1' } });
  const stream = queue.worker('w1', 5);
  queue.submit('run1', filings(5));
  const tokens = queue.leases().map(({ token }) => token);
  const delta = new Uint8Array(MAX_GRAPH_BACKLOG_BYTES / 4);
  for (const token of tokens.slice(0, 4)) queue.complete(stream, token, delta);
  const again = (): void => {
    queue.complete(stream, tokens[4]!, delta);
  };
  expect(again).toThrow(expect.objectContaining({ code: 'OVERLOADED' }) as Error);
  expect(queue.writes).toHaveLength(4);
  // What lists no delta is heard meanwhile.
  queue.beat(stream, [tokens[4]!]);
  queue.dispatcher.graphWritten(tokens[0]!, { ok: true }, queue.nowMs);
  expect(again).not.toThrow();
  expect(queue.writes).toHaveLength(5);
});

it('a failure that asks for 49 days delays its job by the limit', () => {
  const queue = new Harness();
  const stream = queue.worker('w1', 1);
  queue.submit('run1', filings(1));
  refuse(queue, stream, queue.leases()[0]!.token, 'retryable');
  expect(queue.dispatcher.job(1, queue.nowMs)!.backoffMs).toBe(MAX_RETRY_AFTER_MS);
});

it('a worker that offers four billion slots holds no more leases than the limit, whatever its credit', () => {
  const queue = new Harness();
  const stream = queue.worker('greedy', 4_294_967_295);
  queue.submit('run1', filings(MAX_SLOTS + 50));
  expect(queue.leases(stream)).toHaveLength(MAX_SLOTS);
  queue.frame(stream, { credit: 4_294_967_295 });
  expect(queue.leases(stream)).toHaveLength(MAX_SLOTS);
  expect(queue.dispatcher.workers(queue.nowMs)[0]!.slots).toBe(MAX_SLOTS);
});

describe('a lease', () => {
  it('is lost when its beats say the same for the limit of a stage, and its job goes to another worker', () => {
    const queue = new Harness();
    const stream = queue.worker('stuck', 1);
    queue.submit('run1', filings(1));
    beatFor(queue, stream, STAGE_LIMIT_MS - 10_000, () => ({ stage: 'extracting', progress: 7 }));
    const other = queue.worker('w2', 1);
    expect(queue.leases(other)).toHaveLength(0);
    beatFor(queue, stream, 60_000, () => ({ stage: 'extracting', progress: 7 }));
    queue.beat(other, []);
    expect(queue.leases(other)).toHaveLength(1);
  });

  it('is not kept by coming back on new streams either', () => {
    const queue = new Harness();
    queue.worker('stuck', 1);
    queue.submit('run1', filings(1));
    const { token } = queue.leases()[0]!;
    for (let ms = 0; ms < STAGE_LIMIT_MS + 60_000; ms += 10_000) {
      queue.pass(10_000);
      queue.worker('stuck', 0, { held: [token] });
    }
    queue.worker('w2', 1);
    expect(queue.leases()).toHaveLength(2);
  });

  it('lives through an hour of stages that advance', () => {
    const queue = new Harness();
    const stream = queue.worker('w1', 1);
    queue.submit('run1', filings(1));
    beatFor(queue, stream, 3_600_000, (nth) => ({ stage: 'asking', progress: Math.floor(nth / 60) }));
    expect(queue.dispatcher.workers(queue.nowMs)[0]!.busy).toBe(1);
  });

  it('ends at the limit of its age, however its beats advance', () => {
    const queue = new Harness();
    const stream = queue.worker('liar', 1);
    queue.submit('run1', filings(1));
    beatFor(queue, stream, LEASE_LIMIT_MS + 60_000, (nth) => ({ stage: 'asking', progress: nth }));
    expect(queue.dispatcher.workers(queue.nowMs)[0]!.busy).toBe(0);
  });
});

describe('a stream on which nobody says Hello', () => {
  it('is ended in time; one with a Hello is not', () => {
    const queue = new Harness();
    const honest = queue.worker('w1', 1);
    queue.dispatcher.streamOpened(99, 'somebody', queue.nowMs);
    queue.pass(HELLO_WITHIN_MS - 1_000);
    expect(queue.closedStreams).toEqual([]);
    queue.pass(7_000);
    expect(queue.closedStreams).toEqual([99]);
    expect(queue.dispatcher.workers(queue.nowMs)[0]).toMatchObject({ id: 'w1', connected: true });
    expect(honest).not.toBe(99);
  });
});

describe('the log of a worker', () => {
  const lines = (count: number) => Array.from({ length: count }, () => ({ level: 'info' as const, text: 'again' }));
  const logged = (queue: Harness) => queue.events.filter((event) => event.kind === 'worker-log');

  it('passes in so many lines a second, and how many were left out is told', () => {
    const queue = new Harness();
    const stream = queue.worker('loud', 1);
    queue.frame(stream, { logs: lines(50_000) });
    expect(logged(queue)).toHaveLength(WORKER_LOG_BURST);
    queue.pass(1_000);
    queue.frame(stream, { logs: lines(1_000) });
    expect(logged(queue)).toHaveLength(WORKER_LOG_BURST + WORKER_LOG_PER_SECOND);
    queue.beat(stream, []);
    queue.pass(LEFT_OUT_EVERY_MS + 6_000);
    const told = logged(queue).at(-1) as { text: string };
    expect(told.text).toContain(String(51_000 - WORKER_LOG_BURST - WORKER_LOG_PER_SECOND));
  });

  it('tells what it left out when the worker leaves', () => {
    const queue = new Harness();
    const stream = queue.worker('loud', 1);
    queue.frame(stream, { logs: lines(WORKER_LOG_BURST + 3), goodbye: true });
    expect(logged(queue).at(-1)).toMatchObject({ text: expect.stringMatching(/^3 lines/) as string });
  });
});

describe('a worker that takes no job', () => {
  it('writes nothing to the disk, however often it comes under a new name', () => {
    const queue = new Harness();
    const before = queue.records.length;
    for (let i = 0; i < 500; i++) queue.close(queue.worker(`w${String(i)}`, 4));
    expect(queue.records).toHaveLength(before);
  });
});
