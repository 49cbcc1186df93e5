// A queue that was put back to what it was at an earlier moment, and a graph that is another one.

import { filing, Harness } from './support/harness.ts';

describe('a queue that is restored from a copy', () => {
  it('answers STALE to results of the life that was lost, and gives their jobs out again', () => {
    const queue = new Harness();
    queue.submit('run1', [filing(1), filing(2)]);
    const copied = queue.records.length;
    const stream = queue.worker('w1', 2);
    queue.complete(stream, queue.leases()[0]!.token);
    const [, lost] = queue.leases();
    // The copy was made before anything was granted, and was given an epoch above all that could be lost.
    queue.records.length = copied;
    queue.start(500);
    expect(queue.dispatcher.counts()).toMatchObject({ completed: 0, processing: 0 });

    const back = queue.worker('w1', 2, { held: [lost!.token] });
    const welcome = queue.sent.find((sent) => sent.stream === back && sent.frame.welcome !== undefined);
    expect(welcome?.frame.welcome?.lost).toEqual([lost!.token]);
    queue.complete(back, lost!.token);
    expect(queue.lastVerdict(lost!.token)).toBe('STALE');
    const again = queue.leases(back);
    expect(again).toHaveLength(2);
    expect(again.map(({ token }) => Math.floor(token / 2 ** 32))).toEqual(again.map(() => 500));
    for (const { token } of again) queue.complete(back, token);
    expect(queue.dispatcher.counts()).toMatchObject({ completed: 2, pending: 0 });
  });
});

describe('a graph that was cleared or restored while the queue goes on', () => {
  it('takes an epoch above all that wrote it before anything more is granted, and is told of once', () => {
    const queue = new Harness();
    const stream = queue.worker('w1', 1);
    queue.dispatcher.graphIs('g1', queue.nowMs);
    expect(queue.epochsAsked).toBe(0);
    queue.dispatcher.graphIs('g2', queue.nowMs);
    queue.dispatcher.graphIs('g2', queue.nowMs);
    expect(queue.epochsAsked).toBe(1);
    queue.submit('run1', [filing(1)], { graphId: 'g2' });
    expect(queue.leases(stream)).toEqual([]);
    queue.dispatcher.epochStored(500, queue.nowMs);
    queue.settle();
    expect(queue.leases(stream).map(({ token }) => Math.floor(token / 2 ** 32))).toEqual([500]);
    expect(queue.lastFrame(queue.worker('w2'))?.welcome?.graph.id).toBe('g2');
    expect(queue.events.filter((event) => event.kind === 'notice')).toHaveLength(1);
  });
});
