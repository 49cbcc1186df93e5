import { filing, Harness } from './support/harness.ts';

const state = (queue: Harness, jobId = 1): string | undefined => queue.dispatcher.job(jobId, queue.nowMs)?.situation;
const token = (queue: Harness, at = -1): number => queue.leases().at(at)!.token;

describe('nothing is told before it is on disk', () => {
  it('holds back leases, settlements and acknowledgements until their records are durable', () => {
    const queue = new Harness();
    const stream = queue.worker('w1', 1);
    queue.sync = false;
    const acknowledged: unknown[] = [];
    queue.submit('run1', [filing(1)]);
    queue.dispatcher.closeRun('run1', (run) => acknowledged.push(run), queue.nowMs);
    expect(queue.leases()).toHaveLength(0);
    expect(acknowledged).toHaveLength(0);
    queue.flush();
    expect(queue.leases()).toHaveLength(1);
    expect(acknowledged).toHaveLength(1);
    queue.complete(stream, token(queue));
    queue.complete(stream, token(queue));
    expect(queue.verdicts()).toHaveLength(0);
    queue.flush();
    expect(queue.verdicts().map(({ verdict }) => verdict)).toEqual(['ACCEPTED', 'DUPLICATE']);
  });

  it('appends a settlement and the grant that refills its slot together', () => {
    const queue = new Harness();
    const stream = queue.worker('w1', 1);
    queue.submit('run1', [filing(1), filing(2)]);
    queue.sync = false;
    const before = queue.records.length;
    queue.complete(stream, token(queue), null, 1);
    expect(queue.records.slice(before).map(({ type }) => type)).toEqual([10, 8]);
    queue.sent.length = 0;
    queue.flush();
    expect(queue.sent).toHaveLength(1);
    expect(queue.sent[0]?.frame).toMatchObject({ settled: [{ verdict: 'ACCEPTED' }], leases: [{ job: { jobId: 2 } }] });
  });
});

describe('a lease', () => {
  it('lasts as long as beats name it, and not longer', () => {
    const queue = new Harness();
    const stream = queue.worker('w1', 1);
    queue.submit('run1', [filing(1)]);
    const held = token(queue);
    for (let i = 0; i < 120; i++) {
      queue.beat(stream, [held]);
      queue.pass(5_000);
    }
    queue.beat(stream, [held]);
    expect(state(queue)).toBe('started');
    for (let i = 0; i < 5; i++) {
      queue.pass(5_000);
      queue.beat(stream, []);
    }
    expect(state(queue)).toBe('started');
    queue.pass(5_500);
    expect(state(queue)).toBe('reclaimed');
  });

  it('that is not started within 5 s is revoked, uncounted, and its worker is told', () => {
    const queue = new Harness();
    const stream = queue.worker('w1', 1);
    queue.submit('run1', [filing(1)]);
    queue.pass(5_300);
    expect(queue.dispatcher.job(1, queue.nowMs)).toMatchObject({ state: 'pending', losses: 0, grants: 1 });
    expect(queue.lastFrame(stream)?.cancel).toEqual([token(queue)]);
  });

  it('lost to a stopped worker is STALE once another took the job, and ACCEPTED if none did', () => {
    for (const isTaken of [true, false]) {
      const queue = new Harness();
      const stopped = queue.worker('w1', 1);
      queue.submit('run1', [filing(1)]);
      const old = token(queue);
      queue.frame(stopped, { started: [old] });
      queue.pass(31_000);
      if (isTaken) queue.worker('w2', 1);
      queue.complete(stopped, old, null, 1);
      expect(queue.lastVerdict(old)).toBe(isTaken ? 'STALE' : 'ACCEPTED');
      expect(state(queue)).toBe(isTaken ? 'leased' : 'completed');
      queue.submit('run2', [filing(2)]);
      expect(queue.leases(stopped).at(-1)?.job.jobId).toBe(2);
    }
  });

  it('that was lost is said to go to another worker, which a retry after a failure is not', () => {
    const queue = new Harness();
    const first = queue.worker('w1', 1);
    queue.submit('run1', [filing(1)]);
    queue.frame(first, { started: [token(queue)] });
    queue.close(first);
    queue.pass(3_000);
    const second = queue.worker('w2', 1);
    const reassigned = (): unknown[] => queue.events.filter(({ kind }) => kind === 'reassigned');
    const accession = filing(1).accession;
    expect(reassigned()).toEqual([{ kind: 'reassigned', jobId: 1, accession, worker: 'w2', from: 'w1' }]);
    queue.fail(second, token(queue), 'retryable');
    queue.frame(second, { credit: 1 });
    queue.pass(5_000);
    expect(queue.leases()).toHaveLength(3);
    expect(reassigned()).toHaveLength(1);
  });

  it('does not expire because the coordinator itself was stopped', () => {
    const queue = new Harness();
    const stream = queue.worker('w1', 1);
    queue.submit('run1', [filing(1)]);
    queue.beat(stream, [token(queue)]);
    queue.pass(20_000).at(queue.nowMs + 60_000);
    queue.beat(stream, [token(queue)]);
    queue.pass(1_000);
    expect(state(queue)).toBe('started');
    queue.pass(15_000).at(queue.nowMs + 60_000);
    queue.dispatcher.tick(queue.nowMs);
    queue.pass(10_000);
    expect(state(queue)).toBe('started');
  });
});

describe('a stream that drops', () => {
  it('leaves its leases for 2 s to the boot that comes back with them', () => {
    const queue = new Harness();
    const stream = queue.worker('w1', 2);
    queue.submit('run1', [filing(1), filing(2)]);
    const [kept, missing] = queue.leases().map((lease) => lease.token);
    queue.close(stream);
    queue.pass(1_500);
    const back = queue.worker('w1', 0, { slots: 2, held: [kept!] });
    expect(queue.lastFrame(back)?.welcome).toMatchObject({ lost: [] });
    expect(state(queue, 1)).toBe('started');
    expect(queue.dispatcher.job(2, queue.nowMs)).toMatchObject({ state: 'pending', losses: 0 });
    queue.complete(back, kept!);
    expect(queue.lastVerdict(kept!)).toBe('ACCEPTED');
    expect(missing).toBeDefined();
  });

  it('frees its jobs after 2 s, and at once for a new boot of the same worker', () => {
    const queue = new Harness();
    const stream = queue.worker('w1', 1);
    queue.submit('run1', [filing(1)]);
    queue.frame(stream, { started: [token(queue)] });
    queue.close(stream);
    queue.pass(1_900);
    expect(state(queue)).toBe('started');
    const next = queue.worker('w1', 1, { bootId: 'another' });
    expect(queue.leases(next)).toHaveLength(1);
    queue.close(next);
    queue.pass(2_300);
    expect(state(queue)).toBe('reclaimed');
  });

  it('is ignored when a newer stream of the same boot is there', () => {
    const queue = new Harness();
    const old = queue.worker('w1', 1);
    queue.submit('run1', [filing(1)]);
    const held = token(queue);
    queue.worker('w1', 0, { held: [held] });
    expect(queue.closedStreams).toEqual([old]);
    queue.complete(old, held);
    queue.close(old);
    expect(state(queue)).toBe('started');
    expect(queue.verdicts()).toHaveLength(0);
  });

  it('gives everything back at once after a goodbye, uncounted', () => {
    const queue = new Harness();
    const stream = queue.worker('w1', 1);
    queue.submit('run1', [filing(1)]);
    queue.frame(stream, { started: [token(queue)] });
    queue.frame(stream, { goodbye: true });
    expect(queue.dispatcher.job(1, queue.nowMs)).toMatchObject({ state: 'pending', losses: 0 });
    expect(queue.dispatcher.workers(queue.nowMs)).toEqual([]);
  });
});

describe('after a restart of the coordinator', () => {
  it('nothing that a worker may hold is granted for a full TTL, then it is, and no loss is counted', () => {
    const queue = new Harness();
    const stream = queue.worker('w1', 1);
    queue.submit('run1', [filing(1)]);
    queue.frame(stream, { started: [token(queue)] });
    queue.pass(1_000);
    queue.crash(2);
    queue.worker('w2', 4);
    queue.pass(29_000);
    expect(queue.leases()).toHaveLength(1);
    queue.pass(1_500);
    expect(queue.leases()).toHaveLength(2);
    expect(Math.floor(token(queue) / 2 ** 32)).toBe(2);
    expect(queue.dispatcher.job(1, queue.nowMs)).toMatchObject({ losses: 0, grants: 2 });
  });

  it('a worker goes on with what it holds, and what it does not hold is pending', () => {
    const queue = new Harness();
    queue.worker('w1', 2);
    queue.submit('run1', [filing(1), filing(2)]);
    const held = token(queue, 0);
    queue.crash(2);
    const back = queue.worker('w1', 0, { slots: 2, held: [held, 77] });
    expect(queue.lastFrame(back)?.welcome).toMatchObject({ epoch: 2, lost: [77] });
    expect([state(queue, 1), state(queue, 2)]).toEqual(['started', 'reclaimed']);
    queue.complete(back, held);
    expect(queue.lastVerdict(held)).toBe('ACCEPTED');
  });

  it('refuses an epoch that does not rise', () => {
    const queue = new Harness();
    queue.worker('w1', 1);
    queue.submit('run1', [filing(1)]);
    expect(() => {
      queue.crash(1);
    }).toThrow(/epoch 1 is not above 1/);
  });
});

it('asks for a new epoch when the tokens of one are used up, and grants nothing meanwhile', () => {
  const queue = new Harness({ tokensPerEpoch: 2 });
  queue.worker('w1', 4);
  queue.submit(
    'run1',
    [1, 2, 3, 4].map((n) => filing(n)),
  );
  expect([queue.leases().length, queue.epochsAsked]).toEqual([2, 1]);
  queue.dispatcher.epochStored(2, queue.nowMs);
  queue.flush();
  expect(queue.leases().map((lease) => Math.floor(lease.token / 2 ** 32))).toEqual([1, 1, 2, 2]);
});
