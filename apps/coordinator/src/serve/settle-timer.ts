import type { Clock } from '@filigree/base';
import type { CoordinatorFrame, WorkerFrame } from '@filigree/queue';

/** Measures from a Completed to its Settled. */
export interface SettleTimer {
  received(frame: WorkerFrame): void;
  sent(frame: CoordinatorFrame): void;
}

// A completion that is never answered (its stream went away) must not stay for ever.
const MAX_OPEN = 10_000;

export function makeSettleTimer(onSettled: (elapsedMs: number) => void, clock: Clock): SettleTimer {
  const open = new Map<number, number>();
  return {
    received(frame) {
      if (frame.completed === undefined) return;
      const nowMs = clock.monotonicMs();
      for (const { token } of frame.completed) if (!open.has(token)) open.set(token, nowMs);
      if (open.size > MAX_OPEN) open.clear();
    },
    sent(frame) {
      if (frame.settled === undefined) return;
      const nowMs = clock.monotonicMs();
      for (const { token } of frame.settled) {
        const receivedMs = open.get(token);
        if (receivedMs === undefined) continue;
        open.delete(token);
        onSettled(nowMs - receivedMs);
      }
    },
  };
}
