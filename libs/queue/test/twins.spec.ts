// Two live workers under one id.
import { filing, Harness } from './support/harness.ts';

const ids = (queue: Harness): string[] => queue.dispatcher.workers(queue.nowMs).map(({ id }) => id);

describe('two live workers with one id', () => {
  it('are told apart in every view, and the log warns of them', () => {
    const queue = new Harness();
    queue.worker('twin', 1, { bootId: 'a', host: 'h1' });
    expect(queue.events.filter(({ kind }) => kind === 'notice')).toEqual([]);
    queue.worker('twin', 1, { bootId: 'b', host: 'h2' });
    expect(ids(queue)).toEqual(['twin', 'twin (2)']);
    expect(queue.events.at(-1)).toMatchObject({
      kind: 'notice',
      level: 'warn',
      text: expect.stringMatching(/twin.*h2.*twin \(2\).*--id/) as string,
    });
  });

  it('are drained one at a time', () => {
    const queue = new Harness();
    queue.worker('twin', 1, { bootId: 'a' });
    queue.worker('twin', 1, { bootId: 'b' });
    expect(queue.dispatcher.drain('twin (2)', queue.nowMs)).toBe(1);
    expect(queue.dispatcher.workers(queue.nowMs).map(({ draining }) => draining)).toEqual([false, true]);
  });

  it('both keep their leases over a restart of the coordinator', () => {
    const queue = new Harness();
    queue.worker('twin', 1, { bootId: 'a' });
    queue.worker('twin', 1, { bootId: 'b' });
    queue.submit('run1', [filing(1), filing(2)]);
    const tokens = queue.leases().map(({ token }) => token);
    queue.start(2);
    queue.worker('twin', 0, { bootId: 'a', held: [tokens[0]!] });
    queue.worker('twin', 0, { bootId: 'b', held: [tokens[1]!] });
    queue.pass(40_000);
    expect(queue.events.filter(({ kind }) => kind === 'worker-lost')).toEqual([]);
    expect(ids(queue)).toEqual(['twin', 'twin (2)']);
  });

  it('leave their names to who comes later', () => {
    const queue = new Harness();
    queue.worker('twin', 1, { bootId: 'a' });
    const second = queue.worker('twin', 1, { bootId: 'b' });
    queue.frame(second, { goodbye: true });
    queue.worker('twin', 1, { bootId: 'c' });
    expect(ids(queue)).toEqual(['twin', 'twin (2)']);
  });
});

it('a worker that was restarted is no twin: what its former life held is free at once', () => {
  const queue = new Harness();
  const first = queue.worker('w1', 1, { bootId: 'a' });
  queue.submit('run1', [filing(1)]);
  queue.close(first);
  const again = queue.worker('w1', 1, { bootId: 'b' });
  expect(queue.leases(again)).toHaveLength(1);
  expect(ids(queue)).toEqual(['w1']);
});
