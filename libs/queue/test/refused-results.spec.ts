import type { WorkerFrame } from '@filigree/queue';
import { SessionBench, lease } from './support/session-bench.ts';

describe('a result that the coordinator refuses', () => {
  /** A coordinator that ends the stream of whoever tells it of `poison`, and settles everything else. */
  function coordinate(
    bench: SessionBench,
    isPoison: (frame: WorkerFrame) => boolean,
  ): { waits: number[]; failed: unknown[] } {
    const waits: number[] = [];
    const failed: unknown[] = [];
    for (let streams = 0; streams < 12; streams++) {
      bench.open();
      let settled: { token: number; verdict: 'ACCEPTED' }[];
      do {
        const frames = bench.take();
        if (frames.some(isPoison)) {
          waits.push(bench.session.closed(bench.stream, 'Completed has too much of everything', true));
          bench.clock.pass(waits.at(-1)!);
          break;
        }
        failed.push(...frames.flatMap((frame) => frame.failed ?? []));
        const ends = frames.flatMap((frame) => [...(frame.completed ?? []), ...(frame.failed ?? [])]);
        settled = ends.map(({ token }) => ({ token, verdict: 'ACCEPTED' }));
        if (settled.length === 0) return { waits, failed };
        bench.receive({ settled });
      } while (settled.length > 0);
    }
    throw new Error(`12 streams, and no end: ${JSON.stringify(waits)}`);
  }

  it('becomes a fatal failure of its job, is told with the reason, and costs no other result', () => {
    const bench = new SessionBench(4).open();
    bench.receive({ leases: [1, 2, 3, 4].map(lease) });
    bench.session.closed(bench.stream, 'reset');
    for (const token of [1, 2, 3]) bench.complete(token);
    bench.clock.pass(200);
    bench.take();
    const poisoned = (frame: WorkerFrame): boolean => frame.completed?.some(({ token }) => token === 2) === true;
    const { waits, failed } = coordinate(bench, poisoned);
    expect(failed).toMatchObject([
      {
        token: 2,
        failureClass: 'fatal',
        message: expect.stringMatching(/refuses .* too much of everything/) as string,
      },
    ]);
    expect(waits.length).toBeLessThanOrEqual(3);
    expect([bench.session.unsettled, bench.session.running]).toEqual([0, 1]);
  });

  it('is given back in silence where even its failure is refused', () => {
    const bench = new SessionBench().open();
    bench.receive({ leases: [lease(1)] });
    bench.complete(1);
    const poisoned = (frame: WorkerFrame): boolean => (frame.completed ?? frame.failed) !== undefined;
    bench.session.closed(bench.stream, 'reset');
    bench.clock.pass(200);
    bench.take();
    const { waits } = coordinate(bench, poisoned);
    expect(waits.length).toBeLessThanOrEqual(4);
    expect(bench.session.unsettled).toBe(0);
  });

  it('is not blamed for what else was refused: one that is refused once goes through the second time', () => {
    const bench = new SessionBench().open();
    bench.receive({ leases: [lease(1)] });
    bench.session.closed(bench.stream, 'reset');
    bench.complete(1);
    bench.clock.pass(200);
    let refusals = 0;
    const { failed } = coordinate(bench, (frame) => frame.completed !== undefined && refusals++ === 0);
    expect(failed).toEqual([]);
    expect(bench.session.unsettled).toBe(0);
  });
});
