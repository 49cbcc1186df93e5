import { FiligreeError } from '@filigree/base';
import type {
  Beat,
  Capabilities,
  Completion,
  FactLine,
  Failure,
  Hello,
  JobSummary,
  WorkerFrame,
} from '@filigree/queue';
import type { Beat__Output } from '../generated/filigree/v1/Beat.ts';
import type { Capabilities__Output } from '../generated/filigree/v1/Capabilities.ts';
import type { Completed, Completed__Output } from '../generated/filigree/v1/Completed.ts';
import type { Failed } from '../generated/filigree/v1/Failed.ts';
import type { FactLine__Output } from '../generated/filigree/v1/FactLine.ts';
import type { Hello__Output } from '../generated/filigree/v1/Hello.ts';
import type { JobSummary__Output } from '../generated/filigree/v1/JobSummary.ts';
import type { WorkerFrame as WireFrame, WorkerFrame__Output } from '../generated/filigree/v1/WorkerFrame.ts';
import { boundedList, boundedMap, boundedName, boundedNumber } from '../bounds.ts';
import {
  MAX_COUNTS,
  MAX_COUNT_KEY_CHARS,
  MAX_FACTS,
  MAX_FACT_CHARS,
  MAX_FACT_NAME_CHARS,
  MAX_FAILURE_DETAIL_CHARS,
  MAX_FAILURE_MESSAGE_CHARS,
  MAX_FRAME_ENTRIES,
  MAX_HOST_CHARS,
  MAX_ID_CHARS,
  MAX_LABELS,
  MAX_LABEL_KEY_CHARS,
  MAX_LABEL_VALUE_CHARS,
  MAX_LOG_LINE_CHARS,
  MAX_NAME_CHARS,
  MAX_SECRET_CHARS,
  MAX_STAGE_CHARS,
} from '../limits.ts';
import type { DeltaAssembler } from './delta-parts.ts';
import { classFromWire, classToWire, modeFromWire, modeToWire } from './enums.ts';

// Worker to coordinator: the domain's frames to the wire and back. Nothing else knows the wire's shapes.

// Each may keep jobs from all workers for a while: there are no others.
const RESOURCES: readonly string[] = ['', 'neo4j', 'ollama', 'sec', 'disk'];
const LOG_LEVELS = ['debug', 'info', 'warn', 'error'] as const;
const NO_SUMMARY: JobSummary = {
  bytes: 0,
  readMs: 0,
  extractMs: 0,
  graphMs: 0,
  modelMs: 0,
  modelCalls: 0,
  modelCacheHits: 0,
  promptTokens: 0,
  outputTokens: 0,
  factsBySource: {},
  drops: {},
  nodes: 0,
  relationships: 0,
  ran: 'rules',
  textsCut: 0,
};

function capabilitiesToWire(capabilities: Capabilities): Capabilities__Output {
  return {
    model: capabilities.model ?? '',
    ai: modeToWire(capabilities.ai),
    writesGraph: capabilities.writesGraph,
    extractorVersion: capabilities.extractorVersion,
  };
}

function capabilitiesFromWire(wire: Capabilities__Output | null, place: string): Capabilities {
  if (wire === null) {
    throw new FiligreeError('USAGE', `${place} has no capabilities`, { remedy: 'send them with each Hello and Beat' });
  }
  return {
    model: wire.model === '' ? null : boundedName(wire.model, `${place}.capabilities.model`, MAX_NAME_CHARS),
    ai: modeFromWire(wire.ai, `${place}.capabilities.ai`),
    writesGraph: wire.writesGraph,
    extractorVersion: boundedName(wire.extractorVersion, `${place}.capabilities.extractor_version`, MAX_NAME_CHARS),
  };
}

/** One completion without the parts that travel before it. */
export function completionToWire(completion: Completion, last: Uint8Array, partCount: number): Completed {
  return {
    token: completion.token,
    summary: completion.summary,
    facts: [...completion.facts],
    delta: Buffer.from(last.buffer, last.byteOffset, last.byteLength),
    deltaBytes: completion.delta?.length ?? 0,
    deltaPartCount: partCount,
  };
}

export function failureToWire({ failureClass, ...rest }: Failure): Failed {
  return { ...rest, failureClass: classToWire(failureClass) };
}

/** A frame for the wire. Completions must have deltas of at most one part; `cutWorkerFrame` sees to larger ones. */
export function workerFrameToWire(frame: WorkerFrame): WireFrame {
  const wire: WireFrame = {};
  const { hello, beat } = frame;
  if (hello !== undefined) {
    wire.hello = { ...hello, capabilities: capabilitiesToWire(hello.capabilities), held: [...hello.held] };
  }
  if (frame.credit !== undefined) wire.credit = frame.credit;
  if (frame.started !== undefined) wire.started = [...frame.started];
  if (beat !== undefined) {
    wire.beat = { ...beat, leases: [...beat.leases], capabilities: capabilitiesToWire(beat.capabilities) };
  }
  if (frame.completed !== undefined) {
    wire.completed = frame.completed.map((completion) =>
      completionToWire(completion, completion.delta ?? new Uint8Array(0), 0),
    );
  }
  if (frame.failed !== undefined) {
    wire.failed = frame.failed.map(failureToWire);
  }
  if (frame.released !== undefined) wire.released = [...frame.released];
  if (frame.logs !== undefined) wire.logs = [...frame.logs];
  if (frame.goodbye === true) wire.goodbye = true;
  return wire;
}

function summaryFromWire(wire: JobSummary__Output | null): JobSummary {
  if (wire === null) return NO_SUMMARY;
  const counts = (map: Readonly<Record<string, number>>, field: string): Readonly<Record<string, number>> =>
    boundedMap(map, `JobSummary.${field}`, MAX_COUNTS, MAX_COUNT_KEY_CHARS, boundedNumber);
  boundedNumber(wire.bytes, 'JobSummary.bytes');
  boundedNumber(wire.readMs, 'JobSummary.read_ms');
  boundedNumber(wire.extractMs, 'JobSummary.extract_ms');
  boundedNumber(wire.graphMs, 'JobSummary.graph_ms');
  boundedNumber(wire.modelMs, 'JobSummary.model_ms');
  boundedNumber(wire.promptTokens, 'JobSummary.prompt_tokens');
  boundedNumber(wire.outputTokens, 'JobSummary.output_tokens');
  counts(wire.factsBySource, 'facts_by_source');
  counts(wire.drops, 'drops');
  return { ...wire, ran: wire.ran === 'model' ? 'model' : 'rules' };
}

// A fact is only shown: it is cut and not refused.
function factFromWire(wire: FactLine__Output): FactLine {
  return {
    ...wire,
    kind: wire.kind.slice(0, MAX_FACT_NAME_CHARS),
    source: wire.source.slice(0, MAX_FACT_NAME_CHARS),
    quote: wire.quote.slice(0, MAX_FACT_CHARS),
    text: wire.text.slice(0, MAX_FACT_CHARS),
  };
}

function completionFromWire(wire: Completed__Output, deltas: DeltaAssembler): Completion {
  return {
    token: wire.token,
    summary: summaryFromWire(wire.summary),
    facts: wire.facts.slice(0, MAX_FACTS).map(factFromWire),
    delta: deltas.take(wire.token, wire.delta, wire.deltaPartCount, wire.deltaBytes),
  };
}

function helloFromWire(wire: Hello__Output): Hello {
  if (wire.bootId === '') {
    throw new FiligreeError('USAGE', 'Hello.boot_id is empty', { remedy: 'choose a random one at each start' });
  }
  boundedName(wire.workerId, 'Hello.worker_id', MAX_ID_CHARS);
  boundedName(wire.bootId, 'Hello.boot_id', MAX_ID_CHARS);
  boundedName(wire.secret, 'Hello.secret', MAX_SECRET_CHARS);
  boundedName(wire.host, 'Hello.host', MAX_HOST_CHARS);
  boundedName(wire.version, 'Hello.version', MAX_NAME_CHARS);
  boundedMap(wire.labels, 'Hello.labels', MAX_LABELS, MAX_LABEL_KEY_CHARS, (value, field) =>
    boundedName(value, field, MAX_LABEL_VALUE_CHARS),
  );
  boundedList(wire.held, 'Hello.held', MAX_FRAME_ENTRIES);
  return { ...wire, capabilities: capabilitiesFromWire(wire.capabilities, 'Hello') };
}

function beatFromWire(wire: Beat__Output): Beat {
  boundedNumber(wire.loopLagMs, 'Beat.loop_lag_ms');
  boundedNumber(wire.rssBytes, 'Beat.rss_bytes');
  boundedNumber(wire.cpu, 'Beat.cpu');
  for (const { stage } of boundedList(wire.leases, 'Beat.leases', MAX_FRAME_ENTRIES)) {
    boundedName(stage, 'LeaseBeat.stage', MAX_STAGE_CHARS);
  }
  return { ...wire, capabilities: capabilitiesFromWire(wire.capabilities, 'Beat') };
}

function failureFromWire(wire: WorkerFrame__Output['failed'][number]): Failure {
  if (!RESOURCES.includes(wire.resource)) {
    throw new FiligreeError('USAGE', `Failed.resource is none of ${RESOURCES.slice(1).join(', ')}`, {
      remedy: 'leave it empty where another service failed',
      detail: { field: 'Failed.resource' },
    });
  }
  return {
    token: wire.token,
    failureClass: classFromWire(wire.failureClass),
    message: wire.message.slice(0, MAX_FAILURE_MESSAGE_CHARS),
    detail: wire.detail.slice(0, MAX_FAILURE_DETAIL_CHARS),
    resource: wire.resource,
    retryAfterMs: wire.retryAfterMs,
  };
}

/** A frame from the wire. Throws USAGE or TOO_LARGE for one that breaks the protocol. */
export function workerFrameFromWire(wire: WorkerFrame__Output, deltas: DeltaAssembler): WorkerFrame {
  boundedList(wire.started, 'WorkerFrame.started', MAX_FRAME_ENTRIES);
  boundedList(wire.completed, 'WorkerFrame.completed', MAX_FRAME_ENTRIES);
  boundedList(wire.failed, 'WorkerFrame.failed', MAX_FRAME_ENTRIES);
  boundedList(wire.released, 'WorkerFrame.released', MAX_FRAME_ENTRIES);
  boundedList(wire.deltaParts, 'WorkerFrame.delta_parts', MAX_FRAME_ENTRIES);
  for (const part of wire.deltaParts) deltas.add(part);
  return {
    ...(wire.hello !== null && { hello: helloFromWire(wire.hello) }),
    ...(wire.credit !== 0 && { credit: wire.credit }),
    ...(wire.started.length > 0 && { started: wire.started }),
    ...(wire.beat !== null && { beat: beatFromWire(wire.beat) }),
    ...(wire.completed.length > 0 && { completed: wire.completed.map((one) => completionFromWire(one, deltas)) }),
    ...(wire.failed.length > 0 && { failed: wire.failed.map(failureFromWire) }),
    ...(wire.released.length > 0 && { released: wire.released }),
    ...(wire.logs.length > 0 && {
      logs: wire.logs.map((line) => ({
        level: LOG_LEVELS.find((level) => level === line.level) ?? 'info',
        text: line.text.slice(0, MAX_LOG_LINE_CHARS),
      })),
    }),
    ...(wire.goodbye && { goodbye: true }),
  };
}
