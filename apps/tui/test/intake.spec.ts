import fc from 'fast-check';
import { combineUpdates } from '../src/model/combine.ts';
import { NO_MONITOR, reduceMonitor } from '../src/model/monitor.ts';
import type { Monitor, MonitorEvent } from '../src/model/monitor.ts';
import { INTAKE_MS, makeIntake } from '../src/shell/intake.ts';
import { event, fact, status, watchUpdate, worker } from './builders.ts';
import { FakeClock } from './fake-clock.ts';

const ids = ['a', 'b', 'c', 'd'];
const updates = fc
  .array(
    fc.record({
      snapshot: fc.boolean(),
      changed: fc.array(fc.tuple(fc.constantFrom(...ids), fc.nat(99)), { maxLength: 4 }),
      gone: fc.uniqueArray(fc.constantFrom(...ids.map((id) => `boot-${id}`)), { maxLength: 2 }),
      events: fc.nat(3),
    }),
    { minLength: 1, maxLength: 12 },
  )
  .map((all) => {
    let sequence = 0;
    return all.map(({ snapshot, changed, gone, events }) =>
      watchUpdate({
        snapshot,
        gone,
        status: status({ workers: changed.map(([id, completed]) => worker(id, { completed })) }),
        events: Array.from({ length: events }, () => event(++sequence)),
        facts: Array.from({ length: events }, () => fact(sequence, `fact ${String(sequence)}`)),
      }),
    );
  });

/** What of a monitor must not depend on how its updates were packed. */
function essence(monitor: Monitor): unknown {
  return {
    workers: new Map([...monitor.workers].map(([life, heard]) => [life, heard.worker])),
    events: monitor.events.map((fed) => fed.value.sequence),
    facts: new Set(monitor.facts.map((fed) => fed.value.fact.text)),
    status: monitor.status,
  };
}

describe('updates taken in together', () => {
  it('say the same as one by one', () => {
    fc.assert(
      fc.property(updates, (all) => {
        let one = NO_MONITOR;
        for (const update of all) one = reduceMonitor(one, { type: 'update', update }, 0);
        const combined = reduceMonitor(NO_MONITOR, { type: 'update', update: combineUpdates(all)! }, 0);
        expect(essence(combined)).toEqual(essence(one));
      }),
    );
  });

  it('are nothing when there are none', () => {
    expect(combineUpdates([])).toBeNull();
  });
});

describe('the intake', () => {
  it('passes the first update at once and gathers what comes within a tenth of a second', () => {
    const clock = new FakeClock();
    const seen: MonitorEvent[] = [];
    const intake = makeIntake(clock, (happened) => seen.push(happened));
    for (let tick = 0; tick < 200; tick++) {
      intake.take({ type: 'update', update: watchUpdate({ events: [event(tick + 1)] }) });
      clock.pass(5);
    }
    clock.pass(INTAKE_MS);
    expect(seen.length).toBeLessThanOrEqual(12);
    const sequences = seen
      .flatMap((each) => (each.type === 'update' ? each.update.events : []))
      .map((one) => one.sequence);
    expect(sequences).toEqual(Array.from({ length: 200 }, (_, index) => index + 1));
  });

  it('passes everything that came before a loss before the loss', () => {
    const clock = new FakeClock();
    const seen: string[] = [];
    const intake = makeIntake(clock, (happened) => seen.push(happened.type));
    intake.take({ type: 'update', update: watchUpdate() });
    intake.take({ type: 'update', update: watchUpdate() });
    intake.take({ type: 'lost', attempt: 2, retryAtMs: 0, reason: '' });
    expect(seen).toEqual(['update', 'update', 'lost']);
    intake.take({ type: 'update', update: watchUpdate() });
    intake.stop();
    intake.stop();
    clock.pass(1000);
    expect(seen).toHaveLength(3);
    expect(clock.waiting).toBe(0);
  });
});
