import fc from 'fast-check';
import type { FeedEventView, WatchUpdateView, WorkerStatusView } from '@filigree/protocol';
import { FEED_LIMIT, FINISHED_LIMIT, NO_MONITOR, reduceMonitor } from '../src/model/monitor.ts';
import type { Monitor, MonitorEvent } from '../src/model/monitor.ts';
import { event, fact, status, watchUpdate, worker } from './builders.ts';

/** A coordinator as simple as can be: everything it knows, and what a watcher has been told. */
class Coordinator {
  epoch = 1;
  sequence = 0;
  workers = new Map<string, WorkerStatusView>();
  told = new Set<string>();
  isNew = true;
  facts = 0;

  restart(): void {
    this.epoch++;
    this.sequence = 0;
    this.workers.clear();
    this.drop();
  }

  drop(): void {
    this.told.clear();
    this.isNew = true;
  }

  update(
    changed: readonly WorkerStatusView[],
    gone: readonly string[],
    kinds: readonly string[],
    facts: number,
  ): WatchUpdateView {
    for (const one of changed) this.workers.set(one.life, one);
    for (const life of gone) this.workers.delete(life);
    const events: FeedEventView[] = kinds.map((kind) => event(++this.sequence, { kind }));
    const snapshot = this.isNew;
    const workers = snapshot ? [...this.workers.values()] : changed.filter((one) => this.workers.has(one.life));
    this.isNew = false;
    return watchUpdate({
      status: status({ epoch: this.epoch, workers }),
      snapshot,
      gone,
      events,
      facts: Array.from({ length: facts }, () => fact(++this.facts, `fact ${String(this.facts)}`)),
    });
  }
}

const lives = ['a', 'b', 'c', 'd'];
const step = fc.oneof(
  fc.record({
    kind: fc.constant('update' as const),
    changed: fc.array(fc.record({ id: fc.constantFrom(...lives), completed: fc.nat(1000) }), { maxLength: 4 }),
    gone: fc.uniqueArray(fc.constantFrom(...lives.map((id) => `boot-${id}`)), { maxLength: 2 }),
    events: fc.array(fc.constantFrom('completed', 'failed', 'joined', 'log'), { maxLength: 5 }),
    facts: fc.nat(3),
  }),
  fc.record({ kind: fc.constant('lost' as const) }),
  fc.record({ kind: fc.constant('restart' as const) }),
);

describe('what the monitor knows', () => {
  it('is what the coordinator knows, after any sequence of updates, losses and restarts', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
        const coordinator = new Coordinator();
        const allEvents: string[] = [];
        let monitor: Monitor = NO_MONITOR;
        let nowMs = 0;
        const tell = (happened: MonitorEvent): void => {
          nowMs += 100;
          monitor = reduceMonitor(monitor, happened, nowMs);
        };
        for (const each of steps) {
          if (each.kind === 'update') {
            const changed = each.changed.map(({ id, completed }) => worker(id, { completed }));
            const update = coordinator.update(changed, each.gone, each.events, each.facts);
            allEvents.push(...update.events.map((one) => `${String(coordinator.epoch)}:${String(one.sequence)}`));
            tell({ type: 'update', update });
            expect(monitor.link.kind).toBe('live');
            const known = [...monitor.workers.values()].map((heard) => heard.worker);
            expect(new Map(known.map((one) => [one.life, one.completed]))).toEqual(
              new Map([...coordinator.workers.values()].map((one) => [one.life, one.completed])),
            );
          } else {
            const before = monitor;
            if (each.kind === 'restart') coordinator.restart();
            else coordinator.drop();
            tell({ type: 'lost', attempt: 2, retryAtMs: nowMs + 100, reason: 'gone' });
            expect(monitor.workers).toBe(before.workers);
            expect(monitor.link.kind).toBe('lost');
          }
          expect(monitor.events).toHaveLength(Math.min(FEED_LIMIT, allEvents.length));
          expect(monitor.facts).toHaveLength(Math.min(FEED_LIMIT, coordinator.facts));
          const serials = [...monitor.events, ...monitor.facts].map((fed) => fed.serial);
          expect(new Set(serials).size).toBe(serials.length);
        }
      }),
    );
  });

  it('shows an event once, although a snapshot after a lost connection tells it again', () => {
    const first = watchUpdate({ snapshot: true, events: [event(1), event(2)], facts: [fact(1, 'A'), fact(1, 'B')] });
    const again = watchUpdate({
      snapshot: true,
      events: [event(1), event(2), event(3)],
      facts: [fact(1, 'A'), fact(1, 'B'), fact(2, 'C')],
    });
    let monitor = reduceMonitor(NO_MONITOR, { type: 'update', update: first }, 0);
    monitor = reduceMonitor(monitor, { type: 'lost', attempt: 2, retryAtMs: 9, reason: 'x' }, 1);
    monitor = reduceMonitor(monitor, { type: 'update', update: again }, 2);
    expect(monitor.events.map((fed) => fed.value.sequence)).toEqual([1, 2, 3]);
    expect(monitor.facts.map((fed) => fed.value.fact.text)).toEqual(['A', 'B', 'C']);
  });

  it('keeps the newest thousand events and facts', () => {
    let monitor = NO_MONITOR;
    for (let batch = 0; batch < 12; batch++) {
      const events = Array.from({ length: 200 }, (_, index) => event(batch * 200 + index + 1));
      monitor = reduceMonitor(monitor, { type: 'update', update: watchUpdate({ events }) }, batch);
    }
    expect(monitor.events).toHaveLength(FEED_LIMIT);
    expect(monitor.events.at(-1)?.value.sequence).toBe(2400);
    expect(monitor.events[0]?.value.sequence).toBe(2400 - FEED_LIMIT + 1);
  });

  it('remembers the last filings of each worker, newest first', () => {
    const events = Array.from({ length: 30 }, (_, index) =>
      event(index + 1, { worker: index % 2 === 0 ? 'w1' : 'w2' }),
    );
    const monitor = reduceMonitor(NO_MONITOR, { type: 'update', update: watchUpdate({ events }) }, 0);
    expect(
      monitor.finished
        .get('w1')
        ?.map((one) => one.sequence)
        .slice(0, 3),
    ).toEqual([29, 27, 25]);
    expect(monitor.finished.get('w2')?.length).toBeLessThanOrEqual(FINISHED_LIMIT);
  });
});
