import type { Random } from '@filigree/base';

/** How the monitor stands with the coordinator. Times are monotonic milliseconds. */
export type Link =
  | { readonly kind: 'connecting'; readonly attempt: number; readonly reason: string }
  | { readonly kind: 'live'; readonly sinceMs: number }
  | { readonly kind: 'lost'; readonly attempt: number; readonly retryAtMs: number; readonly reason: string };

const FIRST_DELAY_MS = 200;
const MOST_DELAY_MS = 5000;

/**
 * Milliseconds to wait before connection attempt number `attempt` (the first retry is 2): doubles from 200 ms to 5 s,
 * the upper half of it by chance, so that many monitors do not come back at once.
 */
export function retryDelayMs(attempt: number, random: Random): number {
  const full = Math.min(MOST_DELAY_MS, FIRST_DELAY_MS * 2 ** Math.min(16, Math.max(0, attempt - 2)));
  return full / 2 + random() * (full / 2);
}
