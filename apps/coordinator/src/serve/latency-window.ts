/** Latencies of the last minute. Bounded: a count for each power of 2^(1/4) in each of six slots of ten seconds. */
export interface LatencyWindow {
  add(ms: number, nowMs: number): void;
  /** The latency that the given share (0 to 1) did not exceed, ms, within 10%; 0 when nothing was measured. */
  quantile(share: number, nowMs: number): number;
}

const SLOTS = 6;
const SLOT_MS = 10_000;
const BUCKETS = 96;
// The first bucket ends at 10 µs, the last one at about two minutes.
const FIRST_MS = 0.01;
const STEPS_PER_DOUBLING = 4;

function bucketOf(ms: number): number {
  if (ms <= FIRST_MS) return 0;
  return Math.min(BUCKETS - 1, Math.ceil(Math.log2(ms / FIRST_MS) * STEPS_PER_DOUBLING));
}

export function makeLatencyWindow(): LatencyWindow {
  const counts = Array.from({ length: SLOTS }, () => new Float64Array(BUCKETS));
  let slotNumber = 0;

  const advance = (nowMs: number): void => {
    const current = Math.floor(nowMs / SLOT_MS);
    const passed = Math.min(SLOTS, current - slotNumber);
    for (let step = 1; step <= passed; step++) counts[(current - passed + step) % SLOTS]!.fill(0);
    slotNumber = current;
  };

  return {
    add(ms, nowMs) {
      advance(nowMs);
      counts[slotNumber % SLOTS]![bucketOf(ms)]! += 1;
    },
    quantile(share, nowMs) {
      advance(nowMs);
      const sums = new Float64Array(BUCKETS);
      let total = 0;
      for (const slot of counts) {
        for (let bucket = 0; bucket < BUCKETS; bucket++) {
          sums[bucket]! += slot[bucket]!;
          total += slot[bucket]!;
        }
      }
      if (total === 0) return 0;
      let seen = 0;
      for (let bucket = 0; bucket < BUCKETS; bucket++) {
        seen += sums[bucket]!;
        if (seen >= share * total) return Math.round(FIRST_MS * 2 ** (bucket / STEPS_PER_DOUBLING) * 1000) / 1000;
      }
      return 0;
    },
  };
}
