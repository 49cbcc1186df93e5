import type { Clock, Timer } from '@filigree/base';
import type { WatchUpdateView } from '@filigree/protocol';
import { combineUpdates } from '../model/combine.ts';
import type { MonitorEvent } from '../model/monitor.ts';

/** Updates are taken in at most this often, milliseconds. */
export const INTAKE_MS = 100;

/** Gathers updates that come faster than they are needed. Everything else passes at once, after what came before it. */
export interface Intake {
  take(event: MonitorEvent): void;
  /** Drops what waits; may be called twice. */
  stop(): void;
}

export function makeIntake(clock: Clock, send: (event: MonitorEvent) => void): Intake {
  let waiting: WatchUpdateView[] = [];
  let timer: Timer | null = null;
  let passedMs = -Infinity;

  const pass = (): void => {
    timer?.cancel();
    timer = null;
    const update = combineUpdates(waiting);
    waiting = [];
    if (update === null) return;
    passedMs = clock.monotonicMs();
    send({ type: 'update', update });
  };

  return {
    take(event) {
      if (event.type !== 'update') {
        pass();
        send(event);
        return;
      }
      waiting.push(event.update);
      const waitMs = passedMs + INTAKE_MS - clock.monotonicMs();
      if (waitMs <= 0) pass();
      else timer ??= clock.after(waitMs, pass);
    },
    stop() {
      timer?.cancel();
      timer = null;
      waiting = [];
    },
  };
}
