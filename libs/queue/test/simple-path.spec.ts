import { filing, Harness } from './support/harness.ts';

describe('the simple path', () => {
  it('grants a submitted job to a worker with credit and settles its completion', () => {
    const queue = new Harness();
    const stream = queue.worker('w1', 2);
    queue.submit('run1', [filing(1), filing(2), filing(3)]);
    const [first, second] = queue.leases(stream);
    expect(queue.leases()).toHaveLength(2);
    expect(first?.job).toMatchObject({
      jobId: 1,
      accession: filing(1).accession,
      path: filing(1).path,
      sizeBytes: 1001,
    });
    queue.frame(stream, { started: [first!.token, second!.token] });
    queue.complete(stream, first!.token, null, 1);
    expect(queue.lastVerdict(first!.token)).toBe('ACCEPTED');
    expect(queue.leases()).toHaveLength(3);
    queue.complete(stream, second!.token);
    queue.complete(stream, queue.leases()[2]!.token);
    expect(queue.dispatcher.counts()).toEqual({ pending: 0, processing: 0, completed: 3, failed: 0, cancelled: 0 });
    expect(queue.endedRuns.map(({ runId }) => runId)).toEqual(['run1']);
  });

  it('remembers everything durable in the next life, and nothing else', () => {
    const queue = new Harness();
    const stream = queue.worker('w1', 1);
    queue.submit('run1', [filing(1), filing(2)]);
    const token = queue.leases()[0]!.token;
    queue.complete(stream, token, null, 1);
    queue.sync = false;
    queue.complete(stream, queue.leases()[1]!.token);
    expect(queue.verdicts()).toHaveLength(1);
    queue.crash(2);
    expect(queue.dispatcher.counts()).toMatchObject({ completed: 1, processing: 1 });
  });
});
