import type { Clock } from '@filigree/base';
import type { GraphStats, GraphStore } from '@filigree/graph';
import { makeGraphTotals } from '../src/serve/graph-totals.ts';

const stats = (companies: number): GraphStats =>
  ({ nodes: { Company: companies }, relationships: {} }) as unknown as GraphStats;

/** Totals over a store whose counts are answered by hand, on a clock that stands where it is put. */
function bench(): {
  readonly totals: ReturnType<typeof makeGraphTotals>;
  readonly answers: ((stats: GraphStats) => void)[];
  pass(ms: number): void;
} {
  const answers: ((stats: GraphStats) => void)[] = [];
  const timers: { readonly atMs: number; readonly act: () => void }[] = [];
  let nowMs = 0;
  const clock: Clock = {
    monotonicMs: () => nowMs,
    wallMs: () => nowMs,
    after(delayMs, act) {
      const timer = { atMs: nowMs + delayMs, act };
      timers.push(timer);
      return { cancel: () => void timers.splice(timers.indexOf(timer), 1) };
    },
  };
  const store = { stats: () => new Promise<GraphStats>((answer) => answers.push(answer)) } as unknown as GraphStore;
  return {
    totals: makeGraphTotals(store, { kind: 'sqlite', file: 'graph.db' }, clock, '/tmp'),
    answers,
    pass(ms) {
      nowMs += ms;
      for (const timer of [...timers]) if (timer.atMs <= nowMs) timer.act();
    },
  };
}

describe('the counts of the graph', () => {
  it('are waited for by who asks first, and by who asks when they are old', async () => {
    const { totals, answers, pass } = bench();
    const first = totals.settled();
    answers[0]!(stats(7));
    await first;
    expect(totals.recent().companies).toBe(7);

    totals.changed();
    pass(60_000);
    const later = totals.settled();
    answers[1]!(stats(8));
    await later;
    expect(totals.recent().companies).toBe(8);
    await totals.settled();
    expect(answers).toHaveLength(2);
  });

  it('are not waited for longer than a moment', async () => {
    const { totals, pass } = bench();
    const settled = totals.settled();
    pass(5000);
    await settled;
    expect(totals.recent().companies).toBe(0);
  });
});
