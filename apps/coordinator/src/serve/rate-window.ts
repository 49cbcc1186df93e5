/** How many a second, over the last ten seconds. */
export interface RateWindow {
  add(count: number, nowMs: number): void;
  perSecond(nowMs: number): number;
}

const SLOTS = 20;
const SLOT_MS = 500;

export function makeRateWindow(): RateWindow {
  const counts = new Float64Array(SLOTS);
  let slotNumber = -1;
  let startedMs = -1;

  const advance = (nowMs: number): void => {
    const current = Math.floor(nowMs / SLOT_MS);
    const passed = Math.min(SLOTS, current - slotNumber);
    for (let step = 1; step <= passed; step++) counts[(current - passed + step) % SLOTS] = 0;
    slotNumber = current;
  };

  return {
    add(count, nowMs) {
      // After a quiet time the rate is that of the new burst, not of the pause.
      if (startedMs < 0 || counts.every((slot) => slot === 0)) startedMs = nowMs;
      advance(nowMs);
      counts[slotNumber % SLOTS]! += count;
    },
    perSecond(nowMs) {
      if (startedMs < 0) return 0;
      advance(nowMs);
      const spanMs = Math.min(SLOTS * SLOT_MS, Math.max(1000, nowMs - startedMs));
      return counts.reduce((sum, count) => sum + count, 0) / (spanMs / 1000);
    },
  };
}
