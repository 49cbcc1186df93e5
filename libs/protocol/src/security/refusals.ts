import { systemClock } from '@filigree/base';
import type { Clock } from '@filigree/base';
import {
  MAX_REFUSED_PEERS,
  MAX_WAITING_REFUSALS,
  REFUSALS_AT_ONCE,
  REFUSALS_PER_SECOND,
  REFUSAL_DELAY_MS,
} from '../limits.ts';

/** Slows down whoever is refused often: so many answers at once, then so many a second, each address by itself. */
export interface Refusals {
  /** Calls `answer` when its turn has come; at once where too many wait already, for what waits costs memory. */
  answer(peer: string, answer: () => void): void;
}

export function makeRefusals(clock: Clock = systemClock): Refusals {
  const everyMs = 1000 / REFUSALS_PER_SECOND;
  // When each address has been answered all that it asked, were it at an even pace.
  const answeredMs = new Map<string, number>();
  let waiting = 0;
  return {
    answer(peer, answer) {
      const now = clock.monotonicMs();
      const evenMs = Math.max(answeredMs.get(peer) ?? 0, now) + everyMs;
      answeredMs.delete(peer);
      answeredMs.set(peer, Math.min(evenMs, now + REFUSALS_AT_ONCE * everyMs + REFUSAL_DELAY_MS));
      // The one that was not refused for longest.
      if (answeredMs.size > MAX_REFUSED_PEERS) answeredMs.delete(answeredMs.keys().next().value!);
      const delayMs = Math.min(REFUSAL_DELAY_MS, evenMs - now - REFUSALS_AT_ONCE * everyMs);
      if (delayMs <= 0 || waiting >= MAX_WAITING_REFUSALS) {
        answer();
        return;
      }
      waiting += 1;
      clock.after(delayMs, () => {
        waiting -= 1;
        answer();
      });
    },
  };
}
