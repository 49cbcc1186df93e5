import type { Clock } from '@filigree/base';
import { MAX_WAITING_REFUSALS, REFUSALS_AT_ONCE, REFUSALS_PER_SECOND } from '../src/limits.ts';
import { makeRefusals } from '../src/security/refusals.ts';

describe('refusals', () => {
  /** Time passes when a test says so. */
  function manualClock(): { readonly clock: Clock; pass(ms: number): void; waiting(): number } {
    let nowMs = 1_000;
    let timers: { readonly atMs: number; readonly act: () => void }[] = [];
    const clock: Clock = {
      monotonicMs: () => nowMs,
      wallMs: () => nowMs,
      after: (ms, act) => {
        timers.push({ atMs: nowMs + ms, act });
        return { cancel: () => undefined };
      },
    };
    return {
      clock,
      pass(ms) {
        nowMs += ms;
        const due = timers.filter(({ atMs }) => atMs <= nowMs);
        timers = timers.filter(({ atMs }) => atMs > nowMs);
        for (const { act } of due) act();
      },
      waiting: () => timers.length,
    };
  }

  it('come at once a few times, then so many a second, each address by itself', () => {
    const time = manualClock();
    const refusals = makeRefusals(time.clock);
    let answered = 0;
    for (let i = 0; i < REFUSALS_AT_ONCE + 60; i++) refusals.answer('a', () => answered++);
    expect(answered).toBe(REFUSALS_AT_ONCE);
    let other = 0;
    refusals.answer('b', () => other++);
    expect(other).toBe(1);
    time.pass(1_000);
    expect(answered).toBe(REFUSALS_AT_ONCE + REFUSALS_PER_SECOND);
    time.pass(10_000);
    expect(answered).toBe(REFUSALS_AT_ONCE + 60);
  });

  it('wait in bounded number', () => {
    const time = manualClock();
    const refusals = makeRefusals(time.clock);
    let answered = 0;
    for (let i = 0; i < 3 * MAX_WAITING_REFUSALS; i++) refusals.answer('a', () => answered++);
    expect(time.waiting()).toBe(MAX_WAITING_REFUSALS);
    expect(answered).toBe(2 * MAX_WAITING_REFUSALS);
  });
});
