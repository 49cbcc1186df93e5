import { filing, Harness } from './support/harness.ts';

describe('credit', () => {
  it('is never exceeded, and never counts more than the free slots', () => {
    const queue = new Harness();
    const stream = queue.worker('w1', 2);
    queue.frame(stream, { credit: 50 });
    queue.submit(
      'run1',
      [1, 2, 3, 4, 5].map((n) => filing(n)),
    );
    expect(queue.leases()).toHaveLength(2);
    queue.frame(stream, { credit: 1 });
    expect(queue.leases()).toHaveLength(2);
  });

  it('starts at nothing on each stream', () => {
    const queue = new Harness();
    queue.worker('w1', 3);
    const again = queue.worker('w1', 0);
    queue.submit('run1', [filing(1)]);
    expect(queue.leases(again)).toHaveLength(0);
  });

  it('wakes one worker for one job, however many are idle', () => {
    const queue = new Harness();
    for (let i = 0; i < 50; i++) queue.worker(`w${String(i)}`, 2);
    queue.sent.length = 0;
    queue.submit('run1', [filing(1)]);
    expect(queue.sent).toHaveLength(1);
  });

  it('spreads a burst over the workers', () => {
    const queue = new Harness();
    const streams = ['w1', 'w2', 'w3', 'w4'].map((id) => queue.worker(id, 4));
    queue.submit(
      'run1',
      [1, 2, 3, 4, 5, 6, 7, 8].map((n) => filing(n)),
    );
    expect(streams.map((stream) => queue.leases(stream).length)).toEqual([2, 2, 2, 2]);
  });
});

describe('slots that read ahead', () => {
  const filings = (count: number) => Array.from({ length: count }, (_, i) => filing(i + 1));

  it('are filled while more waits than all workers do at once', () => {
    const queue = new Harness();
    const streams = ['w1', 'w2'].map((id) => queue.worker(id, 3, { ahead: 1 }));
    queue.submit('run1', filings(20));
    expect(streams.map((stream) => queue.leases(stream).length)).toEqual([3, 3]);
  });

  it('stay empty towards the end: a job waits for the first worker that is free', () => {
    const queue = new Harness();
    const [first, second] = ['w1', 'w2'].map((id) => queue.worker(id, 2, { ahead: 1 })) as [number, number];
    queue.submit('run1', filings(3));
    expect([queue.leases(first).length, queue.leases(second).length]).toEqual([1, 1]);
    queue.complete(second, queue.leases(second)[0]!.token, null, 1);
    expect([queue.leases(first).length, queue.leases(second).length]).toEqual([1, 2]);
  });

  it.each<[string, (queue: Harness, stream: number) => void]>([
    ['leaves', (queue, stream) => queue.frame(stream, { released: [queue.leases(stream)[0]!.token], goodbye: true })],
    ['loses its stream', (queue, stream) => queue.close(stream)],
    [
      'is drained',
      (queue) => {
        queue.dispatcher.drain('w2', queue.nowMs);
        queue.settle();
      },
    ],
  ])('count for those that are there: when one %s, there is more to do for the others', (_, end) => {
    const queue = new Harness();
    const first = queue.worker('w1', 2, { ahead: 1 });
    const other = queue.worker('w2', 8, { ahead: 7 });
    queue.submit('run1', filings(4));
    expect(queue.leases(first)).toHaveLength(1);
    end(queue, other);
    expect(queue.leases(first)).toHaveLength(2);
  });

  it('are judged by what the workers may take: those without a model do not count for jobs that need one', () => {
    const queue = new Harness();
    const able = { model: 'llama3.2', ai: 'auto', writesGraph: true, extractorVersion: '1' } as const;
    const model = queue.worker('w1', 2, { ahead: 1, capabilities: able });
    for (let i = 0; i < 30; i++) queue.worker(`plain${String(i)}`, 1);
    queue.submit('run1', filings(5), { mode: 'on' });
    expect(queue.leases(model)).toHaveLength(2);
  });

  it('are judged by the jobs of their kind: others that wait leave a job that needs a model where it is', () => {
    const queue = new Harness();
    const able = { model: 'llama3.2', ai: 'auto', writesGraph: true, extractorVersion: '1' } as const;
    const [first, second] = ['w1', 'w2'].map((id) => queue.worker(id, 2, { ahead: 1, capabilities: able })) as [
      number,
      number,
    ];
    queue.submit('run1', filings(4), { mode: 'on' });
    expect([queue.leases(first).length, queue.leases(second).length]).toEqual([1, 1]);
    queue.submit(
      'run2',
      Array.from({ length: 20 }, (_, i) => filing(100 + i)),
      { mode: 'off', priority: -1 },
    );
    const modes = [first, second].flatMap((stream) => queue.leases(stream).map(({ job }) => job.mode));
    expect(modes.filter((mode) => mode === 'on')).toHaveLength(2);
  });

  it('are never all that a worker has', () => {
    const queue = new Harness();
    const stream = queue.worker('w1', 2, { ahead: 9 });
    queue.submit('run1', filings(1));
    expect(queue.leases(stream)).toHaveLength(1);
  });
});

describe('credit that comes before the result which frees its slot', () => {
  it('is kept until then, as when a large result takes several frames', () => {
    const queue = new Harness();
    const stream = queue.worker('w1', 2);
    queue.submit(
      'run1',
      [1, 2, 3, 4].map((n) => filing(n)),
    );
    const [first, second] = queue.leases(stream).map((lease) => lease.token) as [number, number];
    queue.frame(stream, { credit: 1 });
    expect(queue.leases(stream)).toHaveLength(2);
    queue.complete(stream, first);
    expect(queue.leases(stream)).toHaveLength(3);
    queue.complete(stream, second);
    expect(queue.leases(stream)).toHaveLength(3);
  });

  it('never makes more leases than slots, however much of it comes', () => {
    const queue = new Harness();
    const stream = queue.worker('w1', 2);
    queue.submit(
      'run1',
      Array.from({ length: 9 }, (_, n) => filing(n + 1)),
    );
    for (let i = 0; i < 5; i++) queue.frame(stream, { credit: 1000 });
    expect(queue.leases(stream)).toHaveLength(2);
    queue.complete(stream, queue.leases(stream)[0]!.token);
    expect(queue.leases(stream)).toHaveLength(3);
    expect(queue.dispatcher.workers(queue.nowMs)[0]?.busy).toBe(2);
  });
});

describe('a standstill', () => {
  const reason = (queue: Harness) => queue.dispatcher.status(queue.nowMs).standstill;

  it('is told when a worker asks for no jobs although it has slots free, also while others work', () => {
    const queue = new Harness();
    queue.worker('w1', 0, { slots: 4 });
    queue.submit('run1', [filing(1), filing(2)]);
    expect(reason(queue)).toMatchObject({
      reason: 'no-credit',
      message: 'worker w1: no jobs asked for, with 4 slots free',
    });
    queue.worker('w2', 1);
    expect(reason(queue)?.reason).toBe('no-credit');
    expect(queue.leases()).toHaveLength(1);
  });

  it('is told when no worker has a slot, or those with one are silent', () => {
    const queue = new Harness();
    const none = queue.worker('w1', 0);
    queue.submit('run1', [filing(1)]);
    expect(reason(queue)).toMatchObject({ reason: 'no-credit', message: 'no worker has a slot' });
    queue.frame(none, { goodbye: true });
    const hangs = queue.worker('w2', 1);
    queue.frame(hangs, { started: [queue.leases(hangs)[0]!.token] });
    queue.pass(31_000);
    expect(reason(queue)).toMatchObject({ reason: 'silent', message: 'worker w2: not heard since a lease ran out' });
  });

  it('is none while all slots are taken', () => {
    const queue = new Harness();
    queue.worker('w1', 1);
    queue.submit('run1', [filing(1), filing(2)]);
    expect(reason(queue)).toBeNull();
  });

  it('is told when the graph is behind, and when an epoch is being stored', () => {
    const queue = new Harness({
      graph: { kind: 'sqlite', id: 'g1' },
      maxGraphBacklogBytes: 2 << 20,
      tokensPerEpoch: 2,
    });
    const stream = queue.worker('w1', 1);
    queue.submit('run1', [filing(1), filing(2), filing(3)]);
    queue.complete(stream, queue.leases()[0]!.token, new Uint8Array(2 << 20), 1);
    expect(reason(queue)).toMatchObject({
      reason: 'graph-behind',
      message: '1 results, 2 MiB, wait for the graph to be written',
    });
    queue.dispatcher.graphWritten(queue.leases()[0]!.token, { ok: true }, queue.nowMs);
    queue.flush();
    queue.complete(stream, queue.leases()[1]!.token, new Uint8Array(1), 1);
    expect(reason(queue)?.reason).toBe('starting');
  });
});
