import { FiligreeError } from '@filigree/base';
import { DELTA_PART_BYTES, MAX_DELTA_BYTES } from '../limits.ts';

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
  /** Throws USAGE for a part out of order, TOO_LARGE above the maximum. */
  add(part: DeltaPart): void;
  /** The whole delta, or null when there is none. Forgets the parts. Throws USAGE when parts or bytes are missing. */
  take(token: number, last: Uint8Array, partCount: number, sizeBytes: number): Uint8Array | null;
}

function broken(token: number, what: string): FiligreeError {
  return new FiligreeError('USAGE', `the delta of token ${String(token)}: ${what}`, {
    remedy: 'send the parts of a delta in order, on one stream, before its Completed',
  });
}

export function makeDeltaAssembler(): DeltaAssembler {
  const waiting = new Map<number, Uint8Array[]>();
  let waitingBytes = 0;

  const drop = (token: number): Uint8Array[] => {
    const parts = waiting.get(token) ?? [];
    waiting.delete(token);
    for (const part of parts) waitingBytes -= part.length;
    return parts;
  };

  return {
    add(part) {
      // A result that is sent again begins anew at part 0.
      if (part.index === 0) drop(part.token);
      const parts = waiting.get(part.token) ?? [];
      if (part.index !== parts.length)
        throw broken(part.token, `part ${String(part.index)} came, expected ${String(parts.length)}`);
      waitingBytes += part.data.length;
      if (waitingBytes > 2 * MAX_DELTA_BYTES) {
        throw new FiligreeError('TOO_LARGE', `deltas of ${String(waitingBytes)} bytes wait on one stream`, {
          remedy: `end each delta with its Completed; one may have ${String(MAX_DELTA_BYTES)} bytes`,
        });
      }
      parts.push(part.data);
      waiting.set(part.token, parts);
    },
    take(token, last, partCount, sizeBytes) {
      const parts = drop(token);
      if (sizeBytes === 0) return null;
      if (parts.length !== partCount) {
        throw broken(token, `${String(parts.length)} parts came, expected ${String(partCount)}`);
      }
      const whole = parts.length === 0 ? last : Buffer.concat([...parts, last]);
      if (whole.length !== sizeBytes) {
        throw broken(token, `${String(whole.length)} bytes came, expected ${String(sizeBytes)}`);
      }
      return whole;
    },
  };
}
