// What a hostile peer may say, field by field. Each frame and request goes through the wire's own bytes.
import type { WorkerFrame as WireFrame } from '../src/generated/filigree/v1/WorkerFrame.ts';
import type { Hello } from '../src/generated/filigree/v1/Hello.ts';
import type { SubmitRequest } from '../src/generated/filigree/v1/SubmitRequest.ts';
import { controlServiceDefinition, workerServiceDefinition } from '../src/index.ts';
import { listFromWire, questionFromWire, selectionFromWire, submitFromWire } from '../src/control/convert.ts';
import {
  DELTA_PART_BYTES,
  MAX_ARGUMENTS_CHARS,
  MAX_COUNTS,
  MAX_DELTA_BYTES,
  MAX_FACT_CHARS,
  MAX_FACT_NAME_CHARS,
  MAX_FAILURE_DETAIL_CHARS,
  MAX_FAILURE_MESSAGE_CHARS,
  MAX_FILTERS,
  MAX_FILTER_CHARS,
  MAX_FRAME_ENTRIES,
  MAX_HOST_CHARS,
  MAX_ID_CHARS,
  MAX_JOB_IDS,
  MAX_LABELS,
  MAX_LABEL_KEY_CHARS,
  MAX_LABEL_VALUE_CHARS,
  MAX_LOG_LINE_CHARS,
  MAX_NAME_CHARS,
  MAX_PATH_CHARS,
  MAX_STAGE_CHARS,
} from '../src/limits.ts';
import { toWireError } from '../src/status.ts';
import { makeDeltaAssembler } from '../src/work/delta-parts.ts';
import { makeFrameWriter } from '../src/work/frame-writer.ts';
import { makePartsMemory } from '../src/work/parts-memory.ts';
import { workerFrameFromWire } from '../src/work/worker-frames.ts';

const long = (chars: number): string => 'x'.repeat(chars);
const many = <T>(count: number, item: T): T[] => Array.from({ length: count }, () => item);
const CAPABILITIES = { model: '', ai: 'AI_MODE_OFF', writesGraph: false, extractorVersion: '1' } as const;
const HELLO = { workerId: 'w', bootId: 'b', host: 'h', version: '1', slots: 1, capabilities: CAPABILITIES };

function read(frame: WireFrame): ReturnType<typeof workerFrameFromWire> {
  const method = workerServiceDefinition['Work']!;
  const deltas = makeDeltaAssembler({ wants: () => true, memory: makePartsMemory(), caller: 'test' });
  const wire = method.requestDeserialize(method.requestSerialize(frame)) as Parameters<typeof workerFrameFromWire>[0];
  return workerFrameFromWire(wire, deltas);
}

const hello = (more: Hello): WireFrame => ({ hello: { ...HELLO, ...more } });
const beat = (more: NonNullable<WireFrame['beat']>): WireFrame => ({ beat: { capabilities: CAPABILITIES, ...more } });
const counts = (count: number): Record<string, number> =>
  Object.fromEntries(Array.from({ length: count }, (_, i) => [`kind/source-${String(i)}`, 1]));
const completed = (summary: object): WireFrame => ({ completed: [{ token: 1, summary }] });

/** Field, a frame at the limit, a frame beyond it. */
const FRAMES: readonly (readonly [field: string, good: WireFrame, bad: WireFrame])[] = [
  ['Hello.worker_id', hello({ workerId: long(MAX_ID_CHARS) }), hello({ workerId: long(1 << 20) })],
  ['Hello.worker_id', hello({ workerId: 'ä – 1' }), hello({ workerId: 'a\nb' })],
  ['Hello.boot_id', hello({ bootId: long(MAX_ID_CHARS) }), hello({ bootId: long(MAX_ID_CHARS + 1) })],
  ['Hello.boot_id', hello({ bootId: 'b' }), hello({ bootId: '' })],
  ['Hello.boot_id', hello({ bootId: 'b' }), hello({ bootId: 'b\nother' })],
  ['Hello.host', hello({ host: long(MAX_HOST_CHARS) }), hello({ host: long(MAX_HOST_CHARS + 1) })],
  ['Hello.version', hello({ version: long(MAX_NAME_CHARS) }), hello({ version: long(MAX_NAME_CHARS + 1) })],
  [
    'Hello.labels',
    hello({ labels: Object.fromEntries(many(MAX_LABELS, 0).map((_, i) => [`k${String(i)}`, 'v'])) }),
    hello({ labels: Object.fromEntries(many(MAX_LABELS + 1, 0).map((_, i) => [`k${String(i)}`, 'v'])) }),
  ],
  [
    'a key of Hello.labels',
    hello({ labels: { [long(MAX_LABEL_KEY_CHARS)]: 'v' } }),
    hello({ labels: { [long(MAX_LABEL_KEY_CHARS + 1)]: 'v' } }),
  ],
  [
    'a value of Hello.labels',
    hello({ labels: { k: long(MAX_LABEL_VALUE_CHARS) } }),
    hello({ labels: { k: long(MAX_LABEL_VALUE_CHARS + 1) } }),
  ],
  ['Hello.held', hello({ held: many(MAX_FRAME_ENTRIES, 1) }), hello({ held: many(MAX_FRAME_ENTRIES + 1, 1) })],
  [
    'Hello.capabilities.model',
    hello({ capabilities: { ...CAPABILITIES, model: long(MAX_NAME_CHARS) } }),
    hello({ capabilities: { ...CAPABILITIES, model: long(MAX_NAME_CHARS + 1) } }),
  ],
  [
    'Beat.capabilities.extractor_version',
    beat({}),
    beat({ capabilities: { ...CAPABILITIES, extractorVersion: long(MAX_NAME_CHARS + 1) } }),
  ],
  ['Beat.loop_lag_ms', beat({ loopLagMs: 1e9 }), beat({ loopLagMs: Number.NaN })],
  ['Beat.cpu', beat({ cpu: 0.5 }), beat({ cpu: -1 })],
  ['Beat.rss_bytes', beat({ rssBytes: 2 ** 40 }), beat({ rssBytes: 2 ** 63 })],
  [
    'Beat.leases',
    beat({ leases: many(MAX_FRAME_ENTRIES, { token: 1 }) }),
    beat({ leases: many(MAX_FRAME_ENTRIES + 1, { token: 1 }) }),
  ],
  [
    'LeaseBeat.stage',
    beat({ leases: [{ token: 1, stage: long(MAX_STAGE_CHARS) }] }),
    beat({ leases: [{ token: 1, stage: long(MAX_STAGE_CHARS + 1) }] }),
  ],
  ['WorkerFrame.started', { started: many(MAX_FRAME_ENTRIES, 1) }, { started: many(MAX_FRAME_ENTRIES + 1, 1) }],
  ['WorkerFrame.released', { released: many(MAX_FRAME_ENTRIES, 1) }, { released: many(MAX_FRAME_ENTRIES + 1, 1) }],
  ['WorkerFrame.failed', { failed: [] }, { failed: many(MAX_FRAME_ENTRIES + 1, { token: 1 }) }],
  ['WorkerFrame.completed', { completed: [] }, { completed: many(MAX_FRAME_ENTRIES + 1, { token: 1 }) }],
  [
    'Failed.resource',
    { failed: [{ token: 1, resource: 'neo4j' }] },
    { failed: [{ token: 1, resource: 'everything' }] },
  ],
  ['JobSummary.model_ms', completed({ modelMs: 1 }), completed({ modelMs: -1 })],
  ['JobSummary.read_ms', completed({ readMs: 1 }), completed({ readMs: Number.POSITIVE_INFINITY })],
  ['JobSummary.bytes', completed({ bytes: 1 }), completed({ bytes: 2 ** 63 })],
  ['JobSummary.drops', completed({ drops: counts(MAX_COUNTS) }), completed({ drops: counts(MAX_COUNTS + 1) })],
  ['a key of JobSummary.facts_by_source', completed({}), completed({ factsBySource: { [long(1 << 20)]: 1 } })],
];

describe('a frame of a worker', () => {
  it.each(FRAMES)('is taken up to the bound of %s and refused beyond it, with the field in the message', (...row) => {
    const [field, good, bad] = row;
    expect(() => read(good)).not.toThrow();
    let refusal: unknown = null;
    try {
      read(bad);
    } catch (error) {
      refusal = error;
    }
    expect(refusal).toMatchObject({ code: 'USAGE', message: expect.stringContaining(field) as string });
    expect((refusal as Error).message.length).toBeLessThan(200);
  });

  it('is cut where it is only shown: facts, failures, log lines', () => {
    const fact = { kind: long(1e6), source: long(1e6), text: long(1e6), quote: long(1e6) };
    const [completion] = read({ completed: [{ token: 1, facts: [fact] }] }).completed!;
    expect(
      Object.values(completion!.facts[0]!)
        .filter((value) => typeof value === 'string')
        .map((s) => s.length),
    ).toEqual(expect.arrayContaining([MAX_FACT_NAME_CHARS, MAX_FACT_NAME_CHARS, MAX_FACT_CHARS, MAX_FACT_CHARS]));
    const [failure] = read({ failed: [{ token: 1, message: long(1e6), detail: long(1e6) }] }).failed!;
    expect([failure!.message.length, failure!.detail.length]).toEqual([
      MAX_FAILURE_MESSAGE_CHARS,
      MAX_FAILURE_DETAIL_CHARS,
    ]);
    expect(read({ logs: [{ level: 'info', text: long(1e6) }] }).logs![0]!.text).toHaveLength(MAX_LOG_LINE_CHARS);
  });
});

describe('a request of a client', () => {
  const SUBMIT = { runId: 'r', mode: 'AI_MODE_OFF' } as const;
  const via = (path: string, request: object): never => {
    const method = controlServiceDefinition[path]!;
    return method.requestDeserialize(method.requestSerialize(request)) as never;
  };
  const submit = (more: SubmitRequest) => () => submitFromWire(via('Submit', { ...SUBMIT, ...more }));
  const list = (more: object) => () => listFromWire(via('ListJobs', more));
  const select = (more: object) => () => selectionFromWire(via('Retry', more));
  const ask = (more: object) => () => questionFromWire(via('AskGraph', more));

  it.each([
    ['run_id', submit({}), submit({ runId: long(65) })],
    ['SubmitRequest.filings', submit({ filings: `/${long(100)}` }), submit({ filings: long(MAX_PATH_CHARS + 1) })],
    ['SubmitRequest.forms', submit({ forms: ['6-K'] }), submit({ forms: many(MAX_FILTERS + 1, '6-K') })],
    ['SubmitRequest.forms', submit({ forms: ['6-K'] }), submit({ forms: [long(MAX_FILTER_CHARS + 1)] })],
    ['SubmitRequest.ciks', submit({ ciks: ['1'] }), submit({ ciks: many(MAX_FILTERS + 1, '1') })],
    ['SubmitRequest.company', submit({ company: 'Ä' }), submit({ company: long(MAX_FILTER_CHARS + 1) })],
    ['SubmitRequest.from', submit({ from: '2024-01-01' }), submit({ from: long(1 << 20) })],
    ['ListJobsRequest.text', list({ text: long(MAX_FILTER_CHARS) }), list({ text: long(MAX_FILTER_CHARS + 1) })],
    ['ListJobsRequest.company', list({}), list({ company: long(1 << 20) })],
    ['ListJobsRequest.form', list({}), list({ form: 'a\u0000' })],
    ['ListJobsRequest.run_id', list({}), list({ runId: long(1 << 20) })],
    ['ListJobsRequest.page', list({ page: 7 }), list({ page: 2 ** 63 })],
    ['JobSelection.job_ids', select({ jobIds: many(MAX_JOB_IDS, 1) }), select({ jobIds: many(MAX_JOB_IDS + 1, 1) })],
    ['JobSelection.run_id', select({}), select({ runId: long(1 << 20) })],
    ['AskGraphRequest.question', ask({ question: 'stats' }), ask({ question: long(1 << 20) })],
    [
      'AskGraphRequest.arguments_json',
      ask({ argumentsJson: `"${long(MAX_ARGUMENTS_CHARS - 2)}"` }),
      ask({ argumentsJson: `"${long(MAX_ARGUMENTS_CHARS)}"` }),
    ],
  ])('is refused beyond the bound of %s', (field, good, bad) => {
    expect(good).not.toThrow();
    expect(bad).toThrow(field);
  });
});

describe('parts of a delta', () => {
  const PART = Buffer.alloc(DELTA_PART_BYTES);

  it('are not kept for a token that was never granted, and cost the stream nothing', () => {
    const memory = makePartsMemory();
    const deltas = makeDeltaAssembler({ wants: (token) => token === 1, memory, caller: 'test' });
    for (let index = 0; index < 1000; index++) deltas.add({ token: 99, index, data: PART });
    expect(memory.bytes).toBe(0);
    // What was not kept can never pass for a delta, nor for the word of a worker that wrote the graph itself.
    expect(deltas.take(99, PART, 1000, 1001 * PART.length)).toHaveLength(0);
    deltas.add({ token: 1, index: 0, data: PART });
    expect(memory.bytes).toBe(PART.length);
  });

  it('are dropped when their token is lost or the stream ends', () => {
    const memory = makePartsMemory();
    const wanted = new Set([1, 2]);
    const deltas = makeDeltaAssembler({ wants: (token) => wanted.has(token), memory, caller: 'test' });
    deltas.add({ token: 1, index: 0, data: PART });
    wanted.delete(1);
    deltas.add({ token: 2, index: 0, data: PART });
    expect(memory.bytes).toBe(PART.length);
    deltas.clear();
    expect(memory.bytes).toBe(0);
  });

  it('are refused when they are empty or larger than a part is', () => {
    const deltas = makeDeltaAssembler({ wants: () => true, memory: makePartsMemory(), caller: 'test' });
    expect(() => {
      deltas.add({ token: 1, index: 0, data: Buffer.alloc(0) });
    }).toThrow('a part of 0 bytes');
    expect(() => {
      deltas.add({ token: 1, index: 0, data: Buffer.alloc(DELTA_PART_BYTES + 1) });
    }).toThrow(String(DELTA_PART_BYTES + 1));
  });

  it('are bounded for each caller, however many streams it opens, and for all', () => {
    const memory = makePartsMemory(MAX_DELTA_BYTES, 2 * MAX_DELTA_BYTES);
    const fill = (caller: string): number => {
      let kept = 0;
      for (let stream = 0; stream < 10; stream++) {
        const deltas = makeDeltaAssembler({ wants: () => true, memory, caller });
        try {
          for (let index = 0; index < 50; index++, kept++) deltas.add({ token: 1, index, data: PART });
        } catch (error) {
          expect(error).toMatchObject({ code: 'OVERLOADED' });
        }
      }
      return kept * PART.length;
    };
    expect([fill('a'), fill('b'), fill('c')]).toEqual([MAX_DELTA_BYTES, MAX_DELTA_BYTES, 0]);
  });
});

it('a worker that is answered more than it reads is ended by what the answers list, not only by their number', () => {
  let overflowed = 0;
  const writer = makeFrameWriter<number, number>({
    sink: { write: () => false, once: () => undefined },
    merge: (frames) => frames.reduce((sum, frame) => sum + frame, 0),
    cut: (frame) => [frame],
    onOverflow: () => overflowed++,
    entries: (frame) => frame,
    maxEntries: 100,
  });
  writer.send(60);
  writer.send(40);
  expect(overflowed).toBe(0);
  writer.send(1);
  expect(overflowed).toBe(1);
});

it('an error with half a character in it can be written into a header', () => {
  const { details } = toWireError(new Error('run_id is \ud83d'));
  expect(() => encodeURI(details)).not.toThrow();
});
