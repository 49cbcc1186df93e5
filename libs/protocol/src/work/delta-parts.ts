import { FiligreeError } from '@filigree/base';
import { DELTA_PART_BYTES, MAX_DELTA_BYTES, MAX_STREAM_PARTS_BYTES } from '../limits.ts';
import type { PartsMemory } from './parts-memory.ts';

/** One piece of a delta that is too large for a frame. */
export interface DeltaPart {
  readonly token: number;
  /** 0, 1, 2, ... */
  readonly index: number;
  readonly data: Uint8Array;
}

/** What travels with Completed: nothing, all of a small delta, or the last part of a large one. */
export interface SplitDelta {
  readonly parts: readonly DeltaPart[];
  readonly last: Uint8Array;
  readonly sizeBytes: number;
}

/** Cuts a delta into parts of at most DELTA_PART_BYTES; the last one goes with Completed. */
export function splitDelta(token: number, delta: Uint8Array | null): SplitDelta {
  if (delta === null) return { parts: [], last: new Uint8Array(0), sizeBytes: 0 };
  const parts: DeltaPart[] = [];
  let start = 0;
  while (delta.length - start > DELTA_PART_BYTES) {
    parts.push({ token, index: parts.length, data: delta.subarray(start, start + DELTA_PART_BYTES) });
    start += DELTA_PART_BYTES;
  }
  return { parts, last: delta.subarray(start), sizeBytes: delta.length };
}

/** Collects the parts of one stream until their Completed comes. Bounded: a peer cannot fill the memory. */
export interface DeltaAssembler {
  /** Drops a part whose token is not wanted. Throws USAGE for a part out of order, TOO_LARGE or OVERLOADED above a limit. */
  add(part: DeltaPart): void;
  /** The whole delta, or null when there is none. Forgets the parts. Throws USAGE when parts or bytes are missing. */
  take(token: number, last: Uint8Array, partCount: number, sizeBytes: number): Uint8Array | null;
  /** The stream has ended: forgets everything. */
  clear(): void;
}

export interface DeltaAssemblerOptions {
  /** True for a token whose result would count if this stream sent it now. Parts of others are not kept. */
  readonly wants: (token: number) => boolean;
  readonly memory: PartsMemory;
  /** Whose memory it is. */
  readonly caller: string;
}

// What stands for a delta whose parts were not wanted: no store takes it, so that its result can never count.
const NOT_KEPT = new Uint8Array(0);

function broken(token: number, what: string): FiligreeError {
  return new FiligreeError('USAGE', `the delta of token ${String(token)}: ${what}`, {
    remedy: 'send the parts of a delta in order, on one stream, before its Completed',
  });
}

export function makeDeltaAssembler({ wants, memory, caller }: DeltaAssemblerOptions): DeltaAssembler {
  const waiting = new Map<number, Uint8Array[]>();
  let waitingBytes = 0;

  const drop = (token: number): Uint8Array[] => {
    const parts = waiting.get(token) ?? [];
    waiting.delete(token);
    const bytes = parts.reduce((sum, part) => sum + part.length, 0);
    waitingBytes -= bytes;
    if (bytes > 0) memory.giveBack(caller, bytes);
    return parts;
  };

  return {
    add(part) {
      // A result that is sent again begins anew at part 0.
      if (part.index === 0) {
        drop(part.token);
        // What was lost or cancelled meanwhile ends no more.
        for (const token of [...waiting.keys()]) if (!wants(token)) drop(token);
      }
      if (!wants(part.token)) {
        drop(part.token);
        return;
      }
      if (part.data.length === 0 || part.data.length > DELTA_PART_BYTES) {
        throw broken(
          part.token,
          `a part of ${String(part.data.length)} bytes, expected 1 to ${String(DELTA_PART_BYTES)}`,
        );
      }
      const parts = waiting.get(part.token) ?? [];
      if (part.index !== parts.length)
        throw broken(part.token, `part ${String(part.index)} came, expected ${String(parts.length)}`);
      if (waitingBytes + part.data.length > MAX_STREAM_PARTS_BYTES) {
        throw new FiligreeError('TOO_LARGE', `deltas of ${String(waitingBytes)} bytes wait on one stream`, {
          remedy: `end each delta with its Completed; one may have ${String(MAX_DELTA_BYTES)} bytes`,
        });
      }
      memory.take(caller, part.data.length);
      waitingBytes += part.data.length;
      parts.push(part.data);
      waiting.set(part.token, parts);
    },
    take(token, last, partCount, sizeBytes) {
      const parts = drop(token);
      if (sizeBytes === 0) return null;
      if (parts.length === 0 && partCount > 0 && !wants(token)) return NOT_KEPT;
      if (parts.length !== partCount) {
        throw broken(token, `${String(parts.length)} parts came, expected ${String(partCount)}`);
      }
      const whole = parts.length === 0 ? last : Buffer.concat([...parts, last]);
      if (whole.length !== sizeBytes) {
        throw broken(token, `${String(whole.length)} bytes came, expected ${String(sizeBytes)}`);
      }
      return whole;
    },
    clear() {
      for (const token of [...waiting.keys()]) drop(token);
    },
  };
}
