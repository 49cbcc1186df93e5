import { SessionBench, lease } from './support/session-bench.ts';

describe('the worker session', () => {
  it('says hello, then offers its slots, and starts what it is given', () => {
    const bench = new SessionBench().open();
    const [hello, credit] = bench.take();
    expect(hello?.hello).toMatchObject({ bootId: 'b1', slots: 2, ahead: 1, held: [] });
    expect(credit).toEqual({ credit: 2 });
    bench.receive({ leases: [lease(1), lease(2)] });
    expect(bench.started).toEqual([1, 2]);
    expect(bench.take()).toEqual([{ started: [1, 2] }]);
  });

  it('offers the slot again in the frame that carries the result', () => {
    const bench = new SessionBench().open();
    bench.receive({ leases: [lease(1)] });
    bench.take();
    bench.complete(1);
    expect(bench.take()).toMatchObject([{ completed: [{ token: 1 }], credit: 1 }]);
  });

  it('gives back what it has no slot for', () => {
    const bench = new SessionBench(1).open();
    bench.receive({ leases: [lease(1), lease(2)] });
    expect(bench.started).toEqual([1]);
    expect(bench.take().at(-1)).toEqual({ started: [1], released: [2] });
  });

  it('sends results again on every new stream until they are settled, and holds them till then', () => {
    const bench = new SessionBench().open();
    bench.receive({ leases: [lease(1), lease(2)] });
    bench.complete(1);
    for (let i = 0; i < 2; i++) {
      bench.session.closed(bench.stream, 'reset');
      bench.clock.pass(5_000);
      bench.take();
      bench.open();
      const [hello, again] = bench.take();
      expect(hello?.hello?.held).toEqual([1, 2]);
      expect(again).toMatchObject({ completed: [{ token: 1 }], credit: 1 });
    }
    bench.receive({ settled: [{ token: 1, verdict: 'DUPLICATE' }] });
    expect([bench.session.unsettled, bench.session.running]).toEqual([0, 1]);
  });

  it('does not go on with a lease whose cancellation came in the same frame', () => {
    const bench = new SessionBench().open();
    bench.receive({ leases: [lease(1), lease(2)], cancel: [1] });
    expect(bench.aborted).toEqual([1]);
    bench.complete(1);
    bench.complete(2);
    expect(bench.sent.flatMap((frame) => frame.completed ?? []).map(({ token }) => token)).toEqual([2]);
  });

  it('stops a job that is another worker’s by now, says nothing of it, and offers the slot when it has stopped', () => {
    const bench = new SessionBench().open();
    bench.receive({ leases: [lease(1), lease(2)] });
    bench.take();
    bench.receive({ cancel: [1] });
    bench.receive({ beatAck: { lost: [1] } });
    expect(bench.aborted).toEqual([1]);
    bench.session.jobEnded({ kind: 'released', token: 1 });
    expect(bench.take()).toEqual([{ credit: 1 }]);
  });

  it('drops results that Welcome calls lost', () => {
    const bench = new SessionBench().open();
    bench.receive({ leases: [lease(1)] });
    bench.session.closed(bench.stream, 'reset');
    bench.complete(1);
    bench.clock.pass(200);
    bench.take();
    bench.open([1]);
    expect(bench.take().some((frame) => frame.completed !== undefined)).toBe(false);
    expect(bench.session.unsettled).toBe(0);
  });

  it('beats every 5 s with leases and every 30 s without', () => {
    const bench = new SessionBench().open();
    bench.take();
    bench.clock.pass(59_000);
    expect(bench.take().filter((frame) => frame.beat !== undefined)).toHaveLength(1);
    bench.receive({ leases: [lease(1)] });
    bench.take();
    bench.clock.pass(20_500);
    const beats = bench.take().flatMap((frame) => frame.beat ?? []);
    expect(beats).toHaveLength(4);
    expect(beats.every((beat) => beat.leases[0]?.token === 1)).toBe(true);
  });

  it('no longer names a job whose stage has not advanced for 5 minutes, and names it again when it does', () => {
    const bench = new SessionBench().open();
    bench.receive({ leases: [lease(1)] });
    const named = (): number =>
      bench
        .take()
        .flatMap((frame) => frame.beat ?? [])
        .at(-1)?.leases.length ?? -1;
    for (let minute = 0; minute < 10; minute++) {
      bench.clock.pass(60_000);
      bench.session.progress(1, 'extracting', minute);
    }
    expect(named()).toBe(1);
    bench.clock.pass(306_000);
    expect(named()).toBe(0);
    bench.session.progress(1, 'writing', 0);
    bench.clock.pass(6_000);
    expect(named()).toBe(1);
  });

  it('reconnects after 100 ms, rising to 2 s, and anew after a success', () => {
    const bench = new SessionBench();
    const waits = [1, 2, 3, 4, 5, 6, 7].map(() => {
      const ms = bench.session.closed(bench.stream, 'refused');
      bench.clock.pass(ms);
      return ms;
    });
    expect(waits).toEqual([100, 200, 400, 800, 1600, 2000, 2000]);
    bench.open();
    expect(bench.session.closed(bench.stream, 'reset')).toBe(100);
  });

  it('waits longer each time while streams are opened and lost at once, and begins anew after one that lasted', () => {
    const bench = new SessionBench();
    const waits = [1, 2, 3, 4, 5, 6, 7].map(() => {
      bench.open();
      const ms = bench.session.closed(bench.stream, 'reset');
      bench.clock.pass(ms);
      return ms;
    });
    expect(waits).toEqual([100, 200, 400, 800, 1600, 2000, 2000]);
    bench.open();
    bench.clock.pass(10_000);
    expect(bench.session.closed(bench.stream, 'reset')).toBe(100);
  });

  it('gives up a stream that brings no Welcome', () => {
    const bench = new SessionBench();
    bench.session.opened(bench.stream);
    bench.clock.pass(10_100);
    expect(bench.connects).toEqual([1, 2]);
  });

  it('ignores frames of a stream that it has left', () => {
    const bench = new SessionBench().open();
    const old = bench.stream;
    bench.session.closed(old, 'reset');
    bench.clock.pass(100);
    bench.session.received(old, { leases: [lease(9)] });
    expect(bench.started).toEqual([]);
  });

  it('drains: takes nothing new, finishes, waits for the settlement, says goodbye', () => {
    const bench = new SessionBench().open();
    bench.receive({ leases: [lease(1)] });
    bench.take();
    bench.receive({ drain: true });
    bench.receive({ leases: [lease(2)] });
    bench.complete(1);
    expect(bench.take()).toMatchObject([{ released: [2] }, { completed: [{ token: 1 }] }]);
    expect(bench.finished).toBe(0);
    bench.receive({ settled: [1, 2].map((token) => ({ token, verdict: 'ACCEPTED' as const })) });
    expect(bench.take()).toEqual([{ goodbye: true }]);
    expect(bench.finished).toBe(1);
    expect(bench.clock.waiting).toBe(0);
  });

  it('stops: gives back what runs, and leaves in time even when nobody answers', () => {
    const bench = new SessionBench().open();
    bench.receive({ leases: [lease(1)] });
    bench.take();
    bench.session.stop(3_000);
    bench.session.stop(3_000);
    expect(bench.aborted).toEqual([1]);
    bench.session.jobEnded({
      kind: 'failed',
      failure: { token: 1, failureClass: 'retryable', message: 'aborted', detail: '', resource: '', retryAfterMs: 0 },
    });
    expect(bench.take()).toEqual([{ released: [1] }]);
    bench.clock.pass(3_000);
    expect(bench.take()).toEqual([{ goodbye: true }]);
    expect([bench.finished, bench.clock.waiting]).toEqual([1, 0]);
  });
});
