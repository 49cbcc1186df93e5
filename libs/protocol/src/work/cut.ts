import { clipped } from '@filigree/base';
import type { Completion, Failure, WorkerFrame } from '@filigree/queue';
import type { WorkerFrame as WireFrame } from '../generated/filigree/v1/WorkerFrame.ts';
import { MAX_DELTA_BYTES, MAX_LOG_LINE_CHARS } from '../limits.ts';
import { clippedCompletion, clippedFailure } from './clip.ts';
import { splitDelta } from './delta-parts.ts';
import { completionToWire, failureToWire, workerFrameToWire } from './worker-frames.ts';

// Room for what is small by its nature: a Hello, tokens, a beat.
const SMALL_BYTES = 64 * 1024;

/** A text in UTF-8: a UTF-16 unit is at most three bytes. */
const bytesOf = (text: string): number => 3 * text.length;

/** Bytes that a completion adds to a frame, roughly and not less than it will. */
function completionBytes(completion: Completion, deltaBytes: number): number {
  let bytes = 400 + deltaBytes;
  for (const fact of completion.facts) {
    bytes += 60 + bytesOf(fact.kind) + bytesOf(fact.text) + bytesOf(fact.quote) + bytesOf(fact.source);
  }
  for (const key of Object.keys(completion.summary.factsBySource)) bytes += 12 + bytesOf(key);
  for (const key of Object.keys(completion.summary.drops)) bytes += 12 + bytesOf(key);
  return bytes;
}

/** A completion that no coordinator takes ends as a failure of its job, which says so. */
function tooLarge({ token, delta }: Completion): Failure {
  const size = `the graph delta has ${String(delta?.length)} bytes, at most ${String(MAX_DELTA_BYTES)} can be sent`;
  return { token, failureClass: 'fatal', message: size, detail: '', resource: '', retryAfterMs: 0 };
}

/** Fills wire frames one after the other, each under `maxBytes`. */
class Frames {
  readonly done: WireFrame[] = [];
  current: WireFrame;
  #bytes: number;
  readonly #maxBytes: number;

  constructor(first: WireFrame, bytes: number, maxBytes: number) {
    this.current = first;
    this.#bytes = bytes;
    this.#maxBytes = maxBytes;
  }

  /** The frame that has room for so much more. */
  withRoom(bytes: number): WireFrame {
    if (this.#bytes > 0 && this.#bytes + bytes > this.#maxBytes) {
      this.done.push(this.current);
      this.current = {};
      this.#bytes = 0;
    }
    this.#bytes += bytes;
    return this.current;
  }
}

function addFailure(frames: Frames, failure: Failure): void {
  const fit = clippedFailure(failure);
  (frames.withRoom(60 + bytesOf(fit.message) + bytesOf(fit.detail)).failed ??= []).push(failureToWire(fit));
}

/**
 * One domain frame as the wire frames that carry it, each under `maxBytes`: what is small goes first, then log lines,
 * failures and results, each in its order; deltas above a part's size go as parts before their Completed. Credit and goodbye
 * close the last one: they count once everything before them is said. Texts above their limits are cut with a mark.
 */
export function cutWorkerFrame(frame: WorkerFrame, maxBytes: number): WireFrame[] {
  const { completed = [], failed = [], logs = [], credit, goodbye, ...small } = frame;
  if (completed.length + failed.length + logs.length === 0) return [workerFrameToWire(frame)];
  const frames = new Frames(workerFrameToWire(small), Math.min(SMALL_BYTES, maxBytes >> 1), maxBytes);
  for (const { level, text } of logs) {
    const line = { level, text: clipped(text, MAX_LOG_LINE_CHARS) };
    (frames.withRoom(20 + bytesOf(line.text)).logs ??= []).push(line);
  }
  for (const failure of failed) addFailure(frames, failure);
  for (const completion of completed) {
    const fit = clippedCompletion(completion);
    if (fit.delta !== null && fit.delta.length > MAX_DELTA_BYTES) {
      addFailure(frames, tooLarge(fit));
      continue;
    }
    const { parts, last } = splitDelta(fit.token, fit.delta);
    for (const { token, index, data: bytes } of parts) {
      const data = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
      (frames.withRoom(bytes.length + 40).deltaParts ??= []).push({ token, index, data });
    }
    const size = completionBytes(fit, last.length);
    (frames.withRoom(size).completed ??= []).push(completionToWire(fit, last, parts.length));
  }
  if (credit !== undefined) frames.current.credit = credit;
  if (goodbye === true) frames.current.goodbye = true;
  return [...frames.done, frames.current];
}
