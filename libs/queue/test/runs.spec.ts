import { filing, Harness, OPTIONS } from './support/harness.ts';

const ignore = (): void => undefined;
const three = [1, 2, 3].map((n) => filing(n));
const jobIds = (queue: Harness): number[] => queue.leases().map(({ job }) => job.jobId);

function finishAll(queue: Harness, stream: number): void {
  for (const { token } of [...queue.leases(stream)]) {
    if (queue.lastVerdict(token) === undefined) queue.complete(stream, token, null, 1);
  }
}

describe('runs', () => {
  it('of the same id are the same run', () => {
    const queue = new Harness();
    queue.submit('run1', three);
    queue.dispatcher.openRun('run1', { ...queue.dispatcher.run('run1')!.options, priority: 9 }, ignore, queue.nowMs);
    expect(() => {
      queue.dispatcher.submitBatch('run1', three, ignore, queue.nowMs);
    }).toThrow(/closed/);
    expect(queue.dispatcher.run('run1')).toMatchObject({ added: 3, closed: true, options: { priority: 0 } });
  });

  it('take a batch twice without adding anything, also after a crash in the middle of a scan', () => {
    const queue = new Harness();
    queue.dispatcher.openRun('run1', { ...OPTIONS, force: true }, ignore, queue.nowMs);
    queue.dispatcher.submitBatch('run1', three, ignore, queue.nowMs);
    queue.flush();
    queue.crash(2);
    queue.dispatcher.submitBatch('run1', [...three, filing(4), filing(4)], ignore, queue.nowMs);
    expect(queue.dispatcher.run('run1')).toMatchObject({ added: 4, repeated: 4 });
    expect(queue.dispatcher.counts().pending).toBe(4);
  });

  it('count what is already done, join what is under way, and queue again what failed', () => {
    const queue = new Harness();
    const stream = queue.worker('w1', 3);
    queue.submit('run1', three);
    const [first, second] = queue.leases();
    queue.complete(stream, first!.token);
    queue.fail(stream, second!.token, 'fatal');
    queue.submit('run2', [...three, filing(4)]);
    expect(queue.dispatcher.run('run2')).toMatchObject({ added: 1, requeued: 1, joined: 1, alreadyDone: 1 });
    expect(queue.dispatcher.run('run1')?.jobs).toMatchObject({ completed: 1, failed: 1, processing: 1 });
    queue.frame(stream, { credit: 3 });
    finishAll(queue, stream);
    expect(queue.endedRuns.map(({ runId }) => runId).sort()).toEqual(['run1', 'run2']);
    expect(queue.dispatcher.run('run2')?.jobs).toMatchObject({ completed: 3 });
  });

  it('tell apart what other rules or another model would have found', () => {
    const queue = new Harness();
    finishAll(queue, queue.worker('w1', 3));
    const stream = queue.worker('w2', 3);
    queue.submit('run1', three);
    finishAll(queue, stream);
    finishAll(queue, 1);
    const again = (runId: string, options: object): number => {
      queue.submit(runId, three, options);
      return queue.dispatcher.run(runId)!.alreadyDone;
    };
    expect(again('same', {})).toBe(3);
    expect(again('auto-without-model', { mode: 'auto' })).toBe(3);
    expect(again('other-version', { extractorVersion: '2' })).toBe(0);
    expect(again('other-graph', { graphId: 'g2' })).toBe(0);
    expect(again('with-model', { mode: 'auto', model: 'llama3.2' })).toBe(0);
    expect(again('forced', { force: true })).toBe(0);
  });

  it('say how many filings another version of the extraction has read for the same graph', () => {
    const queue = new Harness();
    const stream = queue.worker('w1', 3);
    queue.submit('run1', three);
    const [first, second] = queue.leases();
    queue.complete(stream, first!.token, null, 1);
    queue.fail(stream, second!.token, 'fatal');
    const readAgain = (runId: string, options: object): number => {
      const told: number[] = [];
      queue.dispatcher.openRun(runId, { ...OPTIONS, ...options }, ignore, queue.nowMs);
      queue.dispatcher.submitBatch(runId, [...three, filing(4)], (counts) => told.push(counts.readAgain), queue.nowMs);
      queue.settle();
      return told[0]!;
    };
    expect(readAgain('other-graph', { extractorVersion: '2', graphId: 'g2' })).toBe(0);
    expect(readAgain('same', {})).toBe(0);
    expect(readAgain('other-version', { extractorVersion: '2' })).toBe(1);
  });

  it('end when they are closed and all is terminal, which waits for backoff, and stay ended after a restart', () => {
    const queue = new Harness();
    const stream = queue.worker('w1', 1);
    queue.submit('run1', [filing(1)]);
    queue.fail(stream, queue.leases()[0]!.token, 'retryable');
    expect(queue.endedRuns).toHaveLength(0);
    queue.frame(stream, { credit: 1 });
    queue.pass(5_000);
    queue.complete(stream, queue.leases()[1]!.token);
    expect(queue.endedRuns).toHaveLength(1);
    queue.crash(2);
    expect(queue.endedRuns).toHaveLength(2);
    queue.dispatcher.runResolved('run1', queue.nowMs);
    queue.flush();
    queue.crash(3);
    expect(queue.endedRuns).toHaveLength(2);
    expect(queue.dispatcher.run('run1')).toMatchObject({ ended: true, resolved: true });
  });

  it('end anew, to be resolved anew, when a job of theirs is retried or completes late, also over a restart', () => {
    const queue = new Harness();
    let stream = queue.worker('w1', 1);
    queue.submit('run1', [filing(1)]);
    queue.fail(stream, queue.leases()[0]!.token, 'fatal');
    queue.dispatcher.runResolved('run1', queue.nowMs);
    queue.dispatcher.retry({ runId: 'run1' }, ignore, queue.nowMs);
    queue.settle();
    expect(queue.dispatcher.run('run1')).toMatchObject({ ended: false, resolved: false });
    queue.crash(2);
    stream = queue.worker('w1', 1);
    queue.complete(stream, queue.leases().at(-1)!.token);
    expect(queue.endedRuns).toHaveLength(2);
    expect(queue.dispatcher.run('run1')).toMatchObject({ ended: true, resolved: false });
    queue.crash(3);
    expect(queue.endedRuns).toHaveLength(3);
    queue.dispatcher.runResolved('run1', queue.nowMs);
    expect(queue.dispatcher.run('run1')?.resolved).toBe(true);
  });

  it('are told newest first, as many as are asked for', () => {
    const queue = new Harness();
    for (const runId of ['run1', 'run2', 'run3']) queue.submit(runId, []);
    expect(queue.dispatcher.runs(2).map(({ runId }) => runId)).toEqual(['run3', 'run2']);
    expect(queue.dispatcher.runs(9)).toHaveLength(3);
  });

  it('know the model that a worker has, while it has it', () => {
    const queue = new Harness();
    queue.worker('w1');
    expect(queue.dispatcher.model()).toBeNull();
    const capabilities = { model: 'llama3.2', ai: 'auto', writesGraph: true, extractorVersion: '1' } as const;
    const stream = queue.worker('w2', 1, { capabilities });
    expect(queue.dispatcher.model()).toBe('llama3.2');
    queue.frame(stream, { goodbye: true });
    expect(queue.dispatcher.model()).toBeNull();
  });

  it('without a single new filing end at once', () => {
    const queue = new Harness();
    queue.submit('run1', []);
    expect(queue.endedRuns.map(({ runId }) => runId)).toEqual(['run1']);
  });
});

describe('order', () => {
  it('is by priority, then as submitted, whatever the mode', () => {
    const queue = new Harness();
    queue.submit('low', [filing(1)], { priority: -5 });
    queue.submit('first', [filing(2)]);
    queue.submit('second', [filing(3)], { mode: 'auto' });
    queue.submit('third', [filing(4)]);
    queue.submit('high', [filing(5)], { priority: 5 });
    queue.worker('w1', 5);
    expect(jobIds(queue)).toEqual([5, 2, 3, 4, 1]);
  });

  it('changes with the priority of waiting jobs', () => {
    const queue = new Harness();
    queue.submit('run1', three);
    queue.dispatcher.setPriority({ jobIds: [3] }, 7, ignore, queue.nowMs);
    queue.worker('w1', 3);
    expect(jobIds(queue)).toEqual([3, 1, 2]);
  });

  it('lets jobs of one accession run one at a time, in the order submitted', () => {
    const queue = new Harness();
    const stream = queue.worker('w1', 4);
    for (const run of ['run1', 'run2', 'run3'])
      queue.submit(run, [filing(1)], { force: true, priority: run === 'run3' ? 9 : 0 });
    expect(jobIds(queue)).toEqual([1]);
    queue.fail(stream, queue.leases()[0]!.token, 'retryable');
    expect(jobIds(queue)).toEqual([1]);
    queue.pass(5_000);
    expect(jobIds(queue)).toEqual([1, 1]);
    queue.complete(stream, queue.leases()[1]!.token, null, 1);
    expect(jobIds(queue)).toEqual([1, 1, 2]);
    queue.dispatcher.cancel({ jobIds: [2] }, ignore, queue.nowMs);
    queue.flush();
    expect(jobIds(queue)).toEqual([1, 1, 2, 3]);
  });
});

describe('commands', () => {
  it('pause and resume, over a restart', () => {
    const queue = new Harness();
    queue.dispatcher.pause(ignore, queue.nowMs);
    queue.flush();
    queue.crash(2);
    queue.worker('w1', 3);
    queue.submit('run1', three);
    expect(jobIds(queue)).toEqual([]);
    expect(queue.dispatcher.status(queue.nowMs).standstill?.reason).toBe('paused');
    queue.dispatcher.resume(ignore, queue.nowMs);
    queue.flush();
    expect(jobIds(queue)).toEqual([1, 2, 3]);
  });

  it('cancel a running job at once in the books, and tell its worker', () => {
    const queue = new Harness();
    const stream = queue.worker('w1', 3);
    queue.submit('run1', three);
    let changed = -1;
    queue.dispatcher.cancel({ runId: 'run1' }, (n) => (changed = n), queue.nowMs);
    expect(queue.dispatcher.counts()).toMatchObject({ cancelled: 3, processing: 0 });
    queue.flush();
    expect(changed).toBe(3);
    expect(queue.lastFrame(stream)?.cancel).toHaveLength(3);
    queue.complete(stream, queue.leases()[0]!.token);
    expect(queue.lastVerdict(queue.leases()[0]!.token)).toBe('STALE');
  });

  it('drain a worker: nothing new for it', () => {
    const queue = new Harness();
    const stream = queue.worker('w1', 3);
    expect(queue.dispatcher.drain('w1', queue.nowMs)).toBe(1);
    expect(queue.lastFrame(stream)?.drain).toBe(true);
    queue.submit('run1', three);
    expect(jobIds(queue)).toEqual([]);
    expect(queue.dispatcher.drain('nobody', queue.nowMs)).toBe(0);
  });

  it('clear what has ended; its number never comes back, its run keeps the count', () => {
    const queue = new Harness();
    const stream = queue.worker('w1', 3);
    queue.submit('run1', three);
    finishAll(queue, stream);
    queue.dispatcher.clear({ states: ['completed'] }, ignore, queue.nowMs);
    queue.flush();
    queue.crash(2);
    expect(queue.dispatcher.jobs({}, null, 10, queue.nowMs).jobs).toEqual([]);
    expect(queue.dispatcher.run('run1')?.jobs.completed).toBe(3);
    queue.submit('run2', [filing(1)]);
    expect(queue.dispatcher.jobs({}, null, 10, queue.nowMs).jobs.map(({ jobId }) => jobId)).toEqual([4]);
  });

  it('stop granting while the disk is full, and go on by themselves', () => {
    const queue = new Harness();
    queue.worker('w1', 3);
    queue.dispatcher.diskFull(true, queue.nowMs);
    queue.submit('run1', three);
    expect(jobIds(queue)).toEqual([]);
    expect(queue.dispatcher.status(queue.nowMs).standstill?.reason).toBe('disk-full');
    queue.dispatcher.diskFull(false, queue.nowMs);
    queue.flush();
    expect(jobIds(queue)).toEqual([1, 2, 3]);
  });

  it('find jobs by what a person can say of them', () => {
    const queue = new Harness();
    queue.submit('run1', [
      filing(1, { company: 'Äpfel & Söhne AG', form: '10-K/A' }),
      filing(2, { filed: '2019-05-05' }),
      filing(3),
    ]);
    const find = (filter: object): number[] =>
      queue.dispatcher.jobs(filter, null, 10, queue.nowMs).jobs.map(({ jobId }) => jobId);
    expect(find({ company: 'söhne' })).toEqual([1]);
    expect(find({ form: '10-k/a' })).toEqual([1]);
    expect(find({ year: 2019 })).toEqual([2]);
    expect(find({ accession: filing(3).accession })).toEqual([3]);
    expect(find({ runId: 'none' })).toEqual([]);
    const page = queue.dispatcher.jobs({}, null, 2, queue.nowMs);
    expect(page.nextCursor).toBe(3);
    expect(queue.dispatcher.jobs({}, page.nextCursor, 2, queue.nowMs)).toMatchObject({
      jobs: [{ jobId: 3, ...filing(3) }],
      nextCursor: null,
    });
  });
});
