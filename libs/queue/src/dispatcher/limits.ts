import type { Random } from '@filigree/base';

/** So many failures end a job. */
export const FAILURE_LIMIT = 3;
/** So many leases lost after they were started end a job. */
export const LOSS_LIMIT = 5;
/** Leases of workers that were never heard after a restart are not counted as lost, up to so many grants of the job. */
export const UNHEARD_GRANTS = 20;
/** After this time an overloaded resource counts as a failure, in ms. */
export const OVERLOAD_LIMIT_MS = 30 * 60_000;

const FIRST_BACKOFF_MS = 2_000;
const LONGEST_BACKOFF_MS = 60_000;

/** Full jitter: anywhere between nothing and a bound that doubles with each failure. */
export function backoffMs(failures: number, random: Random): number {
  return Math.round(random() * Math.min(LONGEST_BACKOFF_MS, FIRST_BACKOFF_MS * 2 ** (failures - 1)));
}
