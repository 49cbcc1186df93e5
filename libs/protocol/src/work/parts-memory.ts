import { FiligreeError } from '@filigree/base';
import { MAX_CALLER_PARTS_BYTES, MAX_PARTS_BYTES } from '../limits.ts';

/** Memory for parts of deltas that wait for their Completed, on all streams: so much for each caller, so much in all. */
export interface PartsMemory {
  /** Throws OVERLOADED where there is no room. */
  take(caller: string, bytes: number): void;
  giveBack(caller: string, bytes: number): void;
  /** Of all callers. */
  readonly bytes: number;
}

export function makePartsMemory(perCaller = MAX_CALLER_PARTS_BYTES, total = MAX_PARTS_BYTES): PartsMemory {
  const byCaller = new Map<string, number>();
  let all = 0;
  return {
    take(caller, bytes) {
      const own = (byCaller.get(caller) ?? 0) + bytes;
      if (own > perCaller || all + bytes > total) {
        throw new FiligreeError(
          'OVERLOADED',
          `${String(own)} bytes of deltas of this caller wait for their Completed`,
          {
            remedy: 'end each delta with its Completed; connect again and send it anew',
          },
        );
      }
      byCaller.set(caller, own);
      all += bytes;
    },
    giveBack(caller, bytes) {
      const own = (byCaller.get(caller) ?? 0) - bytes;
      all -= bytes;
      if (own > 0) byCaller.set(caller, own);
      else byCaller.delete(caller);
    },
    get bytes() {
      return all;
    },
  };
}
