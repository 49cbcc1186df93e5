import fc from 'fast-check';
import {
  BUCKET_MS,
  BUCKETS,
  NO_THROUGHPUT,
  countEnded,
  history,
  smoothRate,
  timeLeftMs,
} from '../src/model/throughput.ts';
import type { Throughput } from '../src/model/throughput.ts';

/** Counts a steady stream of `perSecond` jobs for `seconds`, told ten times a second. */
function steady(from: Throughput, perSecond: number, seconds: number, startMs: number): Throughput {
  let throughput = from;
  for (let tick = 0; tick <= seconds * 10; tick++) {
    const completed = Math.floor((tick / 10) * perSecond);
    throughput = countEnded(throughput, { completed, failed: 0 }, startMs + tick * 100, false);
  }
  return throughput;
}

describe('throughput', () => {
  it('comes to the true rate of a steady stream and tells the time left from it', () => {
    const throughput = steady(NO_THROUGHPUT, 20, 60, 10_000);
    expect(smoothRate(throughput)).toBeGreaterThan(19.5);
    expect(smoothRate(throughput)).toBeLessThan(20.5);
    expect(Math.round(timeLeftMs(throughput, 100)! / 1000)).toBe(5);
  });

  it('says nothing before there is evidence, or when nothing is left', () => {
    const early = steady(NO_THROUGHPUT, 20, 1, 0);
    expect(timeLeftMs(early, 100)).toBeNull();
    expect(timeLeftMs(steady(NO_THROUGHPUT, 20, 30, 0), 0)).toBeNull();
  });

  it('begins anew after a rest, so that a pause does not make a run look slow', () => {
    let throughput = steady(NO_THROUGHPUT, 20, 30, 0);
    for (let tick = 0; tick < 600; tick++) {
      throughput = countEnded(throughput, { completed: 600, failed: 0 }, 30_000 + tick * 100, true);
    }
    let completed = 600;
    for (let tick = 1; tick <= 40; tick++) {
      completed += 2;
      throughput = countEnded(throughput, { completed, failed: 0 }, 90_000 + tick * 100, false);
    }
    expect(smoothRate(throughput)).toBeGreaterThan(18);
  });

  it('takes a count that falls (cleared, retried) for nothing at all', () => {
    let throughput = countEnded(NO_THROUGHPUT, { completed: 1000, failed: 5 }, 0, false);
    throughput = countEnded(throughput, { completed: 0, failed: 0 }, 1000, false);
    throughput = countEnded(throughput, { completed: 3, failed: 0 }, 2000, false);
    expect(history(throughput, BUCKETS, 2000).reduce((sum, rate) => sum + rate, 0) * (BUCKET_MS / 1000)).toBeCloseTo(3);
  });

  it('puts every job that ended into exactly the stretches in which it may have ended', () => {
    const steps = fc.array(fc.record({ waitMs: fc.integer({ min: 0, max: 20_000 }), jobs: fc.nat(50) }), {
      minLength: 1,
      maxLength: 14,
    });
    fc.assert(
      fc.property(steps, fc.nat(100_000), (all, startMs) => {
        let throughput = countEnded(NO_THROUGHPUT, { completed: 0, failed: 0 }, startMs, false);
        let nowMs = startMs;
        let completed = 0;
        for (const { waitMs, jobs } of all) {
          nowMs += waitMs;
          completed += jobs;
          throughput = countEnded(throughput, { completed, failed: 0 }, nowMs, false);
        }
        const rates = history(throughput, BUCKETS, nowMs);
        expect(rates).toHaveLength(BUCKETS);
        // All of it is within the history: 14 steps of 20 s are less than five minutes.
        expect(rates.reduce((sum, rate) => sum + rate, 0) * (BUCKET_MS / 1000)).toBeCloseTo(completed, 6);
        for (const rate of rates) expect(rate).toBeGreaterThanOrEqual(0);
      }),
    );
  });
});
