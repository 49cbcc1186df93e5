import { createHash } from 'node:crypto';
import * as fc from 'fast-check';
import { FiligreeError } from '@filigree/base';
import type { Completion, CoordinatorFrame, JobSummary, WorkerFrame } from '@filigree/queue';
import { DELTA_PART_BYTES, MAX_DELTA_BYTES, MAX_FRAME_BYTES } from '../src/limits.ts';
import { services } from '../src/load.ts';
import { fromWireError, toWireError } from '../src/status.ts';
import { coordinatorFrameFromWire, coordinatorFrameToWire } from '../src/work/coordinator-frames.ts';
import { makeDeltaAssembler } from '../src/work/delta-parts.ts';
import type { DeltaAssembler } from '../src/work/delta-parts.ts';
import { makePartsMemory } from '../src/work/parts-memory.ts';
import { cutWorkerFrame } from '../src/work/cut.ts';
import { workerFrameFromWire } from '../src/work/worker-frames.ts';
import { mergeCoordinatorFrames, mergeWorkerFrames } from '../src/work/merge.ts';

const work = services.WorkerService.service.Work;

const SUMMARY: JobSummary = {
  bytes: 2 ** 40,
  readMs: 1.5,
  extractMs: 2.25,
  graphMs: 0,
  modelMs: 0,
  modelCalls: 0,
  modelCacheHits: 0,
  promptTokens: 0,
  outputTokens: 0,
  factsBySource: { 'roles/signature': 2 },
  drops: {},
  nodes: 3,
  relationships: 4,
  ran: 'rules',
  textsCut: 0,
};

function completion(token: number, deltaBytes: number | null): Completion {
  const delta = deltaBytes === null ? null : Buffer.alloc(deltaBytes, token % 251);
  return {
    token,
    summary: SUMMARY,
    facts: [{ kind: 'roles', text: 'é → x', quote: '“q”', start: 1, end: 4, source: 'signature' }],
    delta,
  };
}

function digested({ delta, ...rest }: Completion): object {
  return { ...rest, delta: delta === null ? null : createHash('sha256').update(delta).digest('hex') };
}

/** One that wants every token. */
const assembler = (): DeltaAssembler =>
  makeDeltaAssembler({ wants: () => true, memory: makePartsMemory(), caller: 'test' });

/** Through the wire, as a stream would carry it. */
function throughWorkerWire(frame: WorkerFrame): WorkerFrame[] {
  const deltas = assembler();
  return cutWorkerFrame(frame, MAX_FRAME_BYTES).map((wire) => {
    const bytes = work.requestSerialize(wire);
    expect(bytes.length).toBeLessThanOrEqual(MAX_FRAME_BYTES);
    return workerFrameFromWire(work.requestDeserialize(bytes), deltas);
  });
}

function throughCoordinatorWire(frame: CoordinatorFrame): CoordinatorFrame {
  return coordinatorFrameFromWire(work.responseDeserialize(work.responseSerialize(coordinatorFrameToWire(frame))));
}

const token = fc.integer({ min: 1, max: 2 ** 53 - 1 });

describe('frames on the wire', () => {
  it('carry every part of a worker frame over', () => {
    const capabilities = { model: null, ai: 'auto', writesGraph: false, extractorVersion: '7' } as const;
    const frame: WorkerFrame = {
      hello: {
        workerId: 'w',
        bootId: 'b',
        host: 'h',
        version: '1',
        slots: 3,
        ahead: 1,
        capabilities,
        labels: { a: 'b' },
        held: [2 ** 52],
        secret: 's',
      },
      credit: 3,
      started: [5],
      beat: {
        loopLagMs: 0.5,
        rssBytes: 2 ** 33,
        cpu: 0.25,
        leases: [{ token: 5, stage: 'reading', progress: 9 }],
        capabilities,
      },
      completed: [completion(6, 10), completion(7, null)],
      failed: [{ token: 8, failureClass: 'overloaded', message: 'm', detail: 'd', resource: 'neo4j', retryAfterMs: 5 }],
      released: [9],
      logs: [{ level: 'warn', text: 'slow' }],
      goodbye: true,
    };
    expect(throughWorkerWire(frame)).toEqual([frame]);
  });

  it('carry every part of a coordinator frame over', () => {
    const job = {
      jobId: 2 ** 40,
      runId: 'r',
      accession: '0000910662-10-000292',
      path: '2010/a.txt',
      root: 1,
      sizeBytes: 2 ** 34,
      mode: 'on',
    } as const;
    const frame: CoordinatorFrame = {
      welcome: {
        epoch: 4,
        leaseTtlMs: 30_000,
        beatEveryMs: 5000,
        graph: { kind: 'neo4j', id: 'g' },
        lost: [1],
        roots: ['/f'],
        secret: 's',
      },
      leases: [{ token: 2 ** 52 + 1, job, attempt: 2, msLeft: 29_000 }],
      beatAck: { lost: [3] },
      settled: [
        { token: 1, verdict: 'ACCEPTED' },
        { token: 2, verdict: 'DUPLICATE' },
        { token: 3, verdict: 'STALE' },
      ],
      cancel: [4],
      drain: true,
    };
    expect(throughCoordinatorWire(frame)).toEqual(frame);
  });

  it('cut large deltas into parts, keep every frame within its bound, and come together whole', () => {
    const sizes = [0, 1, DELTA_PART_BYTES, DELTA_PART_BYTES + 1, 3 * MAX_FRAME_BYTES + 17, 700_000];
    const completed = sizes.map((size, index) => completion(index + 1, size === 0 ? null : size));
    const frames = throughWorkerWire({ credit: 6, completed });
    expect(frames.length).toBeGreaterThan(3);
    // Digests: a difference of megabytes shows nothing.
    expect(frames.flatMap((frame) => frame.completed ?? []).map(digested)).toEqual(completed.map(digested));
    expect(frames.reduce((sum, frame) => sum + (frame.credit ?? 0), 0)).toBe(6);
  });

  it('carry credit and goodbye behind everything that they count for', () => {
    const completed = [completion(1, 3 * MAX_FRAME_BYTES), completion(2, 10)];
    const frames = throughWorkerWire({ credit: 2, goodbye: true, started: [3], completed });
    expect(frames.length).toBeGreaterThan(3);
    expect(frames[0]?.started).toEqual([3]);
    expect(frames.slice(0, -1).filter((frame) => (frame.credit ?? frame.goodbye) !== undefined)).toEqual([]);
    expect(frames.at(-1)).toMatchObject({ credit: 2, goodbye: true });
    expect(frames.at(-1)?.completed?.at(-1)?.token).toBe(2);
  });

  it('cut texts of megabytes with a mark, whatever field they stand in, so that every frame is taken', () => {
    const name = 'N\u{1f600}'.repeat(300_000);
    const fact = { kind: name, text: name, quote: name, start: 0, end: 1, source: name };
    const facts = Array.from({ length: 30 }, () => fact);
    const many = Object.fromEntries(Array.from({ length: 2000 }, (_, n) => [`kind ${String(n)}`, 1]));
    const summary = { ...SUMMARY, factsBySource: { [name]: 2, short: 1 }, drops: many };
    const failed = Array.from({ length: 200 }, (_, n) => ({
      token: 100 + n,
      failureClass: 'fatal' as const,
      message: name,
      detail: name,
      resource: '',
      retryAfterMs: 0,
    }));
    const logs = Array.from({ length: 200 }, () => ({ level: 'warn' as const, text: name }));
    const frames = throughWorkerWire({ completed: [{ ...completion(1, 10), facts, summary }], failed, logs });
    expect(frames.flatMap((frame) => frame.failed ?? [])).toHaveLength(200);
    expect(frames.flatMap((frame) => frame.logs ?? [])).toHaveLength(200);
    const [told] = frames.flatMap((frame) => frame.completed ?? []);
    expect(told?.facts).toHaveLength(20);
    const { text, source } = told!.facts[0]!;
    expect([text.length <= 400, text.endsWith('…'), source.length <= 160]).toEqual([true, true, true]);
    expect(text.slice(0, -1)).toMatch(/^(N\u{1f600})*N?$/u);
    expect(told?.summary.factsBySource).toEqual({ short: 1, '…': 2 });
    expect(Object.values(told!.summary.drops).reduce((sum, count) => sum + count, 0)).toBe(2000);
  });

  it('turn a result that is above every limit into a failure of its job, and carry the others', () => {
    const completed = [completion(1, 10), completion(2, MAX_DELTA_BYTES + 1), completion(3, 10)];
    const frames = throughWorkerWire({ completed, credit: 3 });
    expect(frames.flatMap((frame) => frame.completed ?? []).map(({ token }) => token)).toEqual([1, 3]);
    expect(frames.flatMap((frame) => frame.failed ?? [])).toMatchObject([
      { token: 2, failureClass: 'fatal', message: expect.stringMatching(/33554433 bytes, at most 33554432/) as string },
    ]);
    expect(frames.reduce((sum, frame) => sum + (frame.credit ?? 0), 0)).toBe(3);
  });

  it('refuse a delta whose parts are missing, out of order, or of another size', () => {
    const part = (index: number): { token: number; index: number; data: Uint8Array } => ({
      token: 1,
      index,
      data: Buffer.from('x'),
    });
    const deltas = assembler();
    deltas.add(part(0));
    expect(() => {
      deltas.add(part(2));
    }).toThrow('part 2 came, expected 1');
    expect(() => deltas.take(1, Buffer.from('y'), 2, 3)).toThrow('1 parts came, expected 2');
    deltas.add(part(0));
    expect(() => deltas.take(1, Buffer.from('y'), 1, 3)).toThrow('2 bytes came, expected 3');
  });

  it('begin a delta anew when its result is sent again', () => {
    const deltas = assembler();
    deltas.add({ token: 1, index: 0, data: Buffer.from('old') });
    deltas.add({ token: 1, index: 0, data: Buffer.from('ab') });
    expect(deltas.take(1, Buffer.from('c'), 1, 3)).toEqual(Buffer.from('abc'));
  });

  it('say the same merged as one after another', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.record({
            credit: fc.integer({ min: 1, max: 9 }),
            started: fc.array(token, { minLength: 1, maxLength: 3 }),
          }),
          { minLength: 1, maxLength: 5 },
        ),
        (frames) => {
          const merged = mergeWorkerFrames(frames as WorkerFrame[]);
          expect(merged.credit).toBe(frames.reduce((sum, frame) => sum + frame.credit, 0));
          expect(merged.started).toEqual(frames.flatMap((frame) => frame.started));
        },
      ),
    );
    const merged = mergeCoordinatorFrames([
      { beatAck: { lost: [1] }, settled: [{ token: 1, verdict: 'STALE' }] },
      { beatAck: { lost: [2] }, drain: true },
    ]);
    expect(merged).toEqual({ beatAck: { lost: [1, 2] }, settled: [{ token: 1, verdict: 'STALE' }], drain: true });
  });
});

describe('errors on the wire', () => {
  it('come back with code, remedy and detail, whatever characters they hold', () => {
    const error = new FiligreeError('NO_MATCH', 'no filing in „Ordner“ matches', {
      remedy: 'widen --year',
      detail: { scanned: 3 },
    });
    const wire = toWireError(error);
    const back = fromWireError(Object.assign(new Error(wire.details), wire), 'host:1');
    expect(back).toMatchObject({
      code: 'NO_MATCH',
      message: error.message,
      remedy: error.remedy,
      detail: error.detail,
    });
  });

  it('are INTERNAL when nobody foresaw them, and UNREACHABLE when nobody answers', () => {
    expect(fromWireError(toWireError(new Error('a bug')), 'x')).toMatchObject({ code: 'INTERNAL', message: 'a bug' });
    const refused = Object.assign(toWireError(new FiligreeError('UNREACHABLE', '')), {
      details: 'connect ECONNREFUSED',
    });
    refused.metadata.remove('filigree-error-bin');
    const error = fromWireError(refused, 'host:1');
    expect(error.code).toBe('UNREACHABLE');
    expect(error.message).toContain('host:1');
    expect(error.remedy).toContain('coordinator serve');
  });
});
