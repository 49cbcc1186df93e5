import type { GraphTrouble } from '@filigree/queue';
import { filing, Harness } from './support/harness.ts';

const FULL: GraphTrouble = { isFull: true, stopsGranting: true, message: 'no space is left', remedy: 'make room' };
const UNRESOLVED: GraphTrouble = { isFull: false, stopsGranting: false, message: 'not resolved', remedy: 'wait' };

function told(queue: Harness): string[] {
  return queue.events.flatMap((event) => (event.kind === 'notice' ? [event.text] : []));
}

describe('a graph that cannot be written', () => {
  it('stops granting, is what stands in the way also where nothing is pending, and lets all go on when it is over', () => {
    const queue = new Harness();
    queue.worker('w1', 2);
    queue.dispatcher.graphStands(FULL, queue.nowMs);
    expect(queue.dispatcher.status(queue.nowMs)).toMatchObject({
      diskFull: true,
      standstill: {
        reason: 'disk-full',
        message: 'no space is left',
        remedy: 'make room; the queue goes on by itself',
      },
    });
    queue.submit('run1', [filing(1), filing(2)]);
    expect(queue.leases()).toHaveLength(0);
    queue.dispatcher.graphStands(null, queue.nowMs);
    queue.flush();
    expect(queue.leases()).toHaveLength(2);
    expect(queue.dispatcher.status(queue.nowMs)).toMatchObject({ diskFull: false, standstill: null });
  });

  it('goes on granting where only identity across filings waits', () => {
    const queue = new Harness();
    queue.worker('w1', 1);
    queue.dispatcher.graphStands(UNRESOLVED, queue.nowMs);
    queue.submit('run1', [filing(1)]);
    expect(queue.leases()).toHaveLength(1);
    expect(queue.dispatcher.status(queue.nowMs)).toMatchObject({ diskFull: false, standstill: { reason: 'graph' } });
  });

  it('is told once however often it is met, and not again within a minute where it comes and goes', () => {
    const queue = new Harness();
    const stands = (trouble: GraphTrouble | null): void => {
      queue.dispatcher.graphStands(trouble, queue.nowMs);
    };
    for (let n = 0; n < 5; n++) stands(FULL);
    expect(told(queue)).toEqual(['no space is left; make room; trying again by itself']);
    for (let n = 0; n < 5; n++) {
      stands(null);
      stands(FULL);
    }
    expect(told(queue).slice(1)).toEqual(['the graph takes what it is given again']);
    queue.pass(61_000);
    stands(FULL);
    stands(UNRESOLVED);
    expect(told(queue).slice(2)).toEqual([
      'no space is left; make room; trying again by itself',
      'not resolved; wait; trying again by itself',
    ]);
  });
});
