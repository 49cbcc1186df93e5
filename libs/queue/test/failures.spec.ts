import { filing, Harness } from './support/harness.ts';

const job = (queue: Harness, jobId = 1) => queue.dispatcher.job(jobId, queue.nowMs);
const token = (queue: Harness): number => queue.leases().at(-1)!.token;
const MODEL = { model: 'llama3.2', ai: 'auto', writesGraph: true, extractorVersion: '1' } as const;

describe('failures', () => {
  it('are tried again after a backoff with jitter, and end the job at the third', () => {
    const queue = new Harness();
    const stream = queue.worker('w1', 1);
    queue.submit('run1', [filing(1)]);
    const waits: number[] = [];
    for (let i = 1; i <= 3; i++) {
      queue.fail(stream, token(queue), 'retryable');
      waits.push(job(queue)!.backoffMs);
      queue.frame(stream, { credit: 1 });
      queue.pass(10_000);
    }
    expect(job(queue)).toMatchObject({ state: 'failed', failures: 3, message: 'it broke' });
    // random() is 0.5 here: half of 2 s, then of 4 s.
    expect(waits).toEqual([1_000, 2_000, 0]);
    expect(queue.endedRuns).toHaveLength(1);
  });

  it('of an overloaded resource spend no attempt and slow its class down, then let one through', () => {
    const queue = new Harness();
    const stream = queue.worker('w1', 4);
    queue.submit(
      'run1',
      [1, 2, 3, 4, 5].map((n) => filing(n)),
    );
    for (const lease of queue.leases()) queue.fail(stream, lease.token, 'overloaded', 'neo4j');
    queue.frame(stream, { credit: 4 });
    expect(queue.leases()).toHaveLength(4);
    expect(job(queue)).toMatchObject({ state: 'pending', failures: 0 });
    expect(queue.dispatcher.status(queue.nowMs).standstill).toMatchObject({ reason: 'overloaded', resource: 'neo4j' });
    queue.pass(1_500);
    expect(queue.leases()).toHaveLength(5);
    queue.complete(stream, token(queue), null, 1);
    expect(queue.leases()).toHaveLength(7);
  });

  it('for want of Ollama leave jobs without a model alone', () => {
    const queue = new Harness();
    const stream = queue.worker('w1', 1, { capabilities: MODEL });
    queue.submit('run1', [filing(1)], { mode: 'on', model: 'llama3.2' });
    queue.fail(stream, token(queue), 'overloaded', 'ollama');
    queue.frame(stream, { credit: 1 });
    queue.submit('run2', [filing(2)], { mode: 'off' });
    expect(queue.leases().map(({ job: { jobId } }) => jobId)).toEqual([1, 2]);
  });

  it('of an overloaded resource count as failures after 30 minutes', () => {
    const queue = new Harness();
    const stream = queue.worker('w1', 1);
    queue.submit('run1', [filing(1)]);
    for (let i = 0; i < 4_000 && job(queue)?.state !== 'failed'; i++) {
      if (job(queue)?.state === 'processing') queue.fail(stream, token(queue), 'overloaded', 'sec');
      queue.frame(stream, { credit: 1 });
      queue.pass(1_000);
    }
    expect(job(queue)).toMatchObject({ state: 'failed', failures: 3 });
    expect(queue.nowMs).toBeGreaterThan(30 * 60_000);
  });

  describe('of a model service that refuses one job', () => {
    /** Jobs 1 to n on one worker with a model; job 1 is refused each time it runs, the others end well. */
    function runToEnd(count: number, answers: number): { readonly queue: Harness; readonly order: number[] } {
      const queue = new Harness();
      const stream = queue.worker('w1', 1, { capabilities: MODEL });
      queue.submit(
        'run1',
        Array.from({ length: count }, (_, n) => filing(n + 1)),
        { mode: 'on', model: 'llama3.2' },
      );
      const order: number[] = [];
      for (let step = 0; step < 200 && queue.endedRuns.length === 0; step++) {
        const { token: held, job: granted } = queue.leases().at(-1)!;
        if (queue.lastVerdict(held) === undefined) {
          order.push(granted.jobId);
          if (granted.jobId === 1) queue.fail(stream, held, 'overloaded', 'ollama');
          else queue.complete(stream, held, null, 0, { modelCalls: answers });
          queue.frame(stream, { credit: 1 });
        }
        queue.pass(200);
      }
      return { queue, order };
    }

    it('and answers others are its failures, and the others have their turn first', () => {
      const { queue, order } = runToEnd(6, 1);
      expect(order.slice(0, 3)).toEqual([1, 2, 3]);
      expect(order.filter((jobId) => jobId === 1)).toHaveLength(4);
      expect(job(queue)).toMatchObject({ state: 'failed', failures: 3, message: 'it broke' });
      expect(queue.nowMs).toBeLessThan(20_000);
    });

    it('spend no attempt while nothing shows that it answers anybody', () => {
      const { queue } = runToEnd(6, 0);
      expect(job(queue)).toMatchObject({ state: 'pending', failures: 0 });
    });
  });

  it('of an overloaded resource are forgotten when the job is cancelled', () => {
    const queue = new Harness();
    const stream = queue.worker('w1', 1);
    queue.submit('run1', [filing(1)]);
    queue.fail(stream, token(queue), 'overloaded', 'sec');
    queue.dispatcher.cancel({ jobIds: [1] }, () => undefined, queue.nowMs);
    queue.settle();
    queue.pass(60 * 60_000);
    const again = queue.worker('w2', 1);
    queue.submit('run2', [filing(1)]);
    queue.fail(again, token(queue), 'overloaded', 'sec');
    expect(job(queue)).toMatchObject({ state: 'pending', failures: 0 });
  });

  it('of the worker itself release the job, uncounted, and drain the worker', () => {
    const queue = new Harness();
    const stream = queue.worker('w1', 2);
    queue.submit('run1', [filing(1)]);
    queue.fail(stream, token(queue), 'worker', 'disk');
    expect(job(queue)).toMatchObject({ state: 'pending', failures: 0 });
    expect(queue.sent.some(({ stream: to, frame }) => to === stream && frame.drain === true)).toBe(true);
    expect(queue.dispatcher.status(queue.nowMs).standstill?.reason).toBe('draining');
    queue.worker('w2', 1);
    expect(job(queue)?.state).toBe('processing');
  });
});

describe('lost leases', () => {
  it('send a job, after two, only to a worker that is otherwise empty, which then gets nothing else', () => {
    const queue = new Harness();
    const stream = queue.worker('w1', 1);
    queue.submit('run1', [filing(1)]);
    for (let i = 0; i < 2; i++) {
      queue.frame(stream, { started: [token(queue)] });
      queue.pass(31_000);
      if (i === 0) queue.frame(stream, { credit: 1 });
    }
    queue.submit(
      'run2',
      [2, 3, 4].map((n) => filing(n)),
      { priority: 5 },
    );
    const busy = queue.worker('w2', 2);
    expect(queue.leases(busy).map(({ job: { jobId } }) => jobId)).toEqual([1]);
    queue.complete(busy, token(queue), null, 1);
    expect(queue.leases(busy)).toHaveLength(3);
  });

  it('empty a worker for such a job where none is empty', () => {
    const queue = new Harness();
    const stream = queue.worker('w1', 1);
    queue.submit('run1', [filing(1)]);
    queue.frame(stream, { started: [token(queue)] });
    queue.pass(31_000);
    queue.frame(stream, { credit: 1 });
    queue.frame(stream, { started: [token(queue)] });
    queue.close(stream);
    const other = queue.worker('w2', 2);
    queue.submit(
      'run2',
      [2, 3, 4, 5].map((n) => filing(n)),
    );
    queue.pass(2_500);
    expect(job(queue)).toMatchObject({ state: 'pending', losses: 2 });
    const [second, third] = queue.leases(other);
    queue.complete(other, second!.token, null, 1);
    expect(queue.leases(other)).toHaveLength(2);
    queue.complete(other, third!.token, null, 1);
    expect(queue.leases(other).at(-1)?.job.jobId).toBe(1);
  });

  it('do not keep such a job waiting for a worker that it hung: its slot never comes free', () => {
    const queue = new Harness();
    const held = (stream: number): number[] =>
      queue
        .leases(stream)
        .map((lease) => lease.token)
        .filter((each) => queue.lastVerdict(each) === undefined);
    const busy = queue.worker('busy', 0, { slots: 2 });
    queue.submit('run1', [filing(1)]);
    for (const id of ['h1', 'h2']) {
      const hung = queue.worker(id, 1);
      queue.frame(hung, { started: held(hung) });
      if (id === 'h2') {
        queue.submit(
          'run2',
          Array.from({ length: 20 }, (_, n) => filing(n + 2)),
        );
        queue.frame(busy, { credit: 2 });
        queue.frame(busy, { started: held(busy) });
      }
      // The worker lives and beats, but names the lease no more.
      for (let beats = 0; beats < 8; beats++) {
        queue.pass(5_000);
        queue.beat(hung, []);
        queue.beat(busy, held(busy));
      }
    }
    expect(job(queue)).toMatchObject({ state: 'pending', losses: 2 });
    for (let done = 0; done < 6 && job(queue)?.state === 'pending'; done++) {
      queue.complete(busy, held(busy)[0]!, null, 1);
    }
    expect(job(queue)).toMatchObject({ state: 'processing', worker: 'busy' });
  });
});

describe('jobs with --ai on', () => {
  it('wait for a worker with a model, and status says why', () => {
    const queue = new Harness();
    queue.worker('w1', 1);
    queue.submit('run1', [filing(1)], { mode: 'on', model: 'llama3.2' });
    expect(queue.dispatcher.status(queue.nowMs).standstill?.reason).toBe('no-model');
    const able = queue.worker('w2', 1, { capabilities: MODEL });
    expect(queue.leases(able)).toHaveLength(1);
    expect(queue.dispatcher.status(queue.nowMs).standstill).toBeNull();
  });
});
