// Tokens can be guessed, boot ids and labels seen: none of them gives anybody what is another's.
import { filing, Harness } from './support/harness.ts';

const job = (queue: Harness) => queue.dispatcher.job(1, queue.nowMs);
const welcomeOf = (queue: Harness, stream: number) =>
  queue.sent.find((sent) => sent.stream === stream && sent.frame.welcome !== undefined)?.frame.welcome;

/** One worker with the only job, started, and its token. */
function scene(): { queue: Harness; owner: number; token: number } {
  const queue = new Harness({ graph: { kind: 'sqlite', id: 'g1' } });
  const owner = queue.worker('w1', 1, {}, 'certificate 1');
  queue.submit('run1', [filing(1)]);
  const { token } = queue.leases(owner)[0]!;
  queue.frame(owner, { started: [token] });
  return { queue, owner, token };
}

const DELTA = new Uint8Array([1]);

describe('another worker', () => {
  it.each<[string, (queue: Harness, stream: number, token: number) => void]>([
    ['completes', (queue, stream, token) => queue.complete(stream, token, DELTA)],
    ['fails', (queue, stream, token) => queue.fail(stream, token, 'fatal')],
    ['says that it is unfit for', (queue, stream, token) => queue.fail(stream, token, 'worker')],
    ['gives back', (queue, stream, token) => queue.frame(stream, { released: [token] })],
    ['beats for', (queue, stream, token) => queue.beat(stream, [token])],
    ['starts', (queue, stream, token) => queue.frame(stream, { started: [token] })],
  ])('that %s a guessed token changes nothing, and its holder goes on', (_, act) => {
    const { queue, owner, token } = scene();
    const other = queue.worker('w2', 0, { slots: 1 }, 'certificate 2');
    const before = job(queue);
    act(queue, other, token);
    expect(job(queue)).toEqual(before);
    expect(queue.writes).toEqual([]);
    expect(queue.verdicts().filter(({ verdict }) => verdict !== 'STALE')).toEqual([]);
    expect(
      queue.sent.filter(({ stream }) => stream === other).flatMap(({ frame }) => frame.beatAck?.lost ?? []),
    ).toEqual(queue.lastFrame(other)?.beatAck === undefined ? [] : [token]);
    expect(queue.dispatcher.workers(queue.nowMs).find(({ id }) => id === 'w2')).toMatchObject({
      failed: 0,
      draining: false,
    });
    queue.complete(owner, token, DELTA);
    queue.dispatcher.graphWritten(token, { ok: true }, queue.nowMs);
    queue.flush();
    expect(queue.sent.at(-1)).toMatchObject({ stream: owner, frame: { settled: [{ token, verdict: 'ACCEPTED' }] } });
  });

  it('is told STALE for a job that is over as well, and nothing of how it ended', () => {
    const { queue, owner, token } = scene();
    queue.fail(owner, token, 'fatal');
    const other = queue.worker('w2', 0, { slots: 1 });
    queue.complete(other, token, DELTA);
    queue.fail(other, token, 'retryable');
    expect(queue.sent.filter(({ stream }) => stream === other).flatMap(({ frame }) => frame.settled ?? [])).toEqual([
      { token, verdict: 'STALE' },
      { token, verdict: 'STALE' },
    ]);
    expect(queue.writes).toEqual([]);
  });

  it.each([
    ['without a secret', { secret: '' }],
    ['with a secret that it made up', { secret: 'secret 2' }],
  ])("that comes with another's boot id, %s, is another worker and ends nobody's stream", (_, proof) => {
    const { queue, owner, token } = scene();
    const other = queue.worker('w1', 0, { slots: 1, held: [token], ...proof }, 'certificate 1');
    expect(queue.closedStreams).toEqual([]);
    expect(welcomeOf(queue, other)).toMatchObject({ lost: [token] });
    expect(welcomeOf(queue, other)?.secret).not.toBe(welcomeOf(queue, owner)?.secret);
    queue.complete(other, token, DELTA);
    queue.frame(other, { goodbye: true });
    expect(job(queue)).toMatchObject({ state: 'processing', token });
    queue.complete(owner, token, DELTA);
    expect(queue.writes).toMatchObject([{ token }]);
  });

  it("that has another's secret but other credentials gets nothing by it", () => {
    const { queue, owner, token } = scene();
    const { secret } = welcomeOf(queue, owner)!;
    const other = queue.worker('w1', 0, { slots: 1, held: [token], secret }, 'certificate 2');
    expect(queue.closedStreams).toEqual([]);
    expect(welcomeOf(queue, other)).toMatchObject({ lost: [token] });
    expect(welcomeOf(queue, other)?.secret).not.toBe(secret);
  });

  it('cannot end the time that a worker has to come back, unless it came in with the same credentials', () => {
    const { queue, owner, token } = scene();
    queue.close(owner);
    queue.worker('w1', 1, { bootId: 'stranger' }, 'certificate 2');
    expect(job(queue)).toMatchObject({ state: 'processing', token });
    const back = queue.worker('w1', 0, { held: [token] }, 'certificate 1');
    expect(welcomeOf(queue, back)).toMatchObject({ lost: [] });
    expect(job(queue)).toMatchObject({ state: 'processing', token, losses: 0 });
  });

  it('gets nothing after a restart of the coordinator either, while the holder takes its job up again', () => {
    const { queue, owner, token } = scene();
    const { secret } = welcomeOf(queue, owner)!;
    queue.crash(2);
    const other = queue.worker('w9', 1, { bootId: 'boot-w1', held: [token], secret: '' }, 'certificate 1');
    const thief = queue.worker('w1', 1, { held: [token], secret }, 'certificate 2');
    for (const stream of [other, thief]) expect(welcomeOf(queue, stream)).toMatchObject({ lost: [token] });
    queue.complete(other, token, DELTA);
    expect(job(queue)).toMatchObject({ state: 'processing', token });
    const back = queue.worker('w1', 0, { held: [token] }, 'certificate 1');
    expect(welcomeOf(queue, back)).toMatchObject({ lost: [], secret });
    queue.complete(back, token, DELTA);
    queue.dispatcher.graphWritten(token, { ok: true }, queue.nowMs);
    queue.flush();
    expect(queue.lastVerdict(token)).toBe('ACCEPTED');
  });
});

describe('a boot', () => {
  it('is known again long after it was given up, and its result still counts', () => {
    for (const restarts of [false, true]) {
      const { queue, owner, token } = scene();
      queue.close(owner);
      queue.pass(60_000);
      expect(queue.dispatcher.workers(queue.nowMs)).toEqual([]);
      if (restarts) queue.crash(2);
      const back = queue.worker('w1', 0, { held: [token] }, 'certificate 1');
      expect(welcomeOf(queue, back)).toMatchObject({ lost: [] });
      queue.complete(back, token, DELTA);
      expect(queue.writes).toMatchObject([{ token }]);
    }
  });

  it('without a secret, as older workers are, begins anew; its leases go back at once, uncounted', () => {
    const { queue, owner, token } = scene();
    queue.close(owner);
    const back = queue.worker('w1', 1, { held: [token], secret: '' }, 'certificate 1');
    expect(welcomeOf(queue, back)).toMatchObject({ lost: [token] });
    expect(queue.leases(back)).toHaveLength(1);
    expect(job(queue)).toMatchObject({ state: 'processing', losses: 0, failures: 0, grants: 2 });
  });

  it('of a directory that knows no secrets can be taken over by nobody, and its time runs out uncounted', () => {
    const { queue, token } = scene();
    const boot = queue.records.findIndex(({ type }) => type === 7);
    queue.records[boot] = { type: 7, payload: Buffer.from([1, 10, ...Buffer.from('boot-w1\nw1')]) };
    queue.crash(2);
    expect(job(queue)).toMatchObject({ state: 'processing', worker: 'w1' });
    expect(queue.dispatcher.holds(1, token, '')).toBe(false);
    const back = queue.worker('w1', 0, { slots: 1, held: [token], secret: 'boot 1' }, 'certificate 1');
    expect(welcomeOf(queue, back)).toMatchObject({ lost: [token] });
    queue.pass(31_000);
    expect(job(queue)).toMatchObject({ state: 'pending', losses: 0 });
  });

  it('alone may read the filing of its job', () => {
    const { queue, owner, token } = scene();
    const { secret } = welcomeOf(queue, owner)!;
    const other = welcomeOf(queue, queue.worker('w2', 0, { slots: 1 }))!;
    const may = (jobId: number, read: number, proof: string): boolean => queue.dispatcher.holds(jobId, read, proof);
    expect([may(1, token, secret), may(2, token, secret), may(1, token + 1, secret)]).toEqual([true, false, false]);
    expect([may(1, token, other.secret), may(1, token, ''), may(0, 0, '')]).toEqual([false, false, false]);
    queue.crash(2);
    expect(may(1, token, secret)).toBe(true);
  });

  it('leaves neither its id nor its secret in views, events or on the disk, and nothing at all without a job', () => {
    const { queue } = scene();
    const before = queue.records.length;
    for (let i = 0; i < 50; i++) queue.frame(queue.worker(`idle${String(i)}`), { goodbye: true });
    expect(queue.records).toHaveLength(before);
    const seen = JSON.stringify([
      queue.dispatcher.workers(queue.nowMs),
      queue.dispatcher.status(queue.nowMs),
      queue.events,
    ]);
    const written = Buffer.concat(queue.records.map(({ payload }) => payload)).toString('latin1');
    for (const hidden of ['boot-w1', 'secret 1']) {
      expect(seen).not.toContain(hidden);
      expect(written).not.toContain(hidden);
    }
    const lives = queue.dispatcher.workers(queue.nowMs).map(({ life }) => life);
    expect(new Set(lives).size).toBe(lives.length);
  });
});
