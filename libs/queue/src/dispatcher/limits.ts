// Every limit of the queue. None of them depends on how a worker means it: what is above a limit is cut to it, refused or
// counted as left out, as the place that reads it says.
import type { Random } from '@filigree/base';

/** So many failures end a job. */
export const FAILURE_LIMIT = 3;
/** So many leases lost after they were started end a job. */
export const LOSS_LIMIT = 5;
/** Leases of workers that were never heard after a restart are not counted as lost, up to so many grants of the job. */
export const UNHEARD_GRANTS = 20;
/** After this time an overloaded resource counts as a failure, in ms. */
export const OVERLOAD_LIMIT_MS = 30 * 60_000;
/** No worker may have a job, or all jobs of a resource, wait for longer than this at a time, in ms. */
export const MAX_RETRY_AFTER_MS = 10 * 60_000;
/** Leases that one worker holds at once, whatever it offers. */
export const MAX_SLOTS = 256;
/** A stage without progress for this long is taken for hung: its lease is not extended any more, in ms. */
export const STAGE_LIMIT_MS = 5 * 60_000;
/** No lease is extended beyond this age, whatever its beats say, in ms. */
export const LEASE_LIMIT_MS = 12 * 3_600_000;
/** A stream without a Hello is ended after this time, in ms. */
export const HELLO_WITHIN_MS = 10_000;
/** Deltas that wait for the store. Above the first, nothing is granted; above the second, no result is taken in. Bytes. */
export const GRAPH_BACKLOG_BYTES = 64 * 2 ** 20;
export const MAX_GRAPH_BACKLOG_BYTES = 256 * 2 ** 20;
/** Lines of one worker's log that are passed on, a second in the long run and at once. */
export const WORKER_LOG_PER_SECOND = 10;
export const WORKER_LOG_BURST = 100;
/** The same for all workers together. */
export const ALL_LOGS_PER_SECOND = 100;
export const ALL_LOGS_BURST = 1_000;
/** How often it is told that lines were left out, in ms. */
export const LEFT_OUT_EVERY_MS = 10_000;

const FIRST_BACKOFF_MS = 2_000;
const LONGEST_BACKOFF_MS = 60_000;

/** Full jitter: anywhere between nothing and a bound that doubles with each failure. */
export function backoffMs(failures: number, random: Random): number {
  return Math.round(random() * Math.min(LONGEST_BACKOFF_MS, FIRST_BACKOFF_MS * 2 ** (failures - 1)));
}

/** Trouble with the graph that comes back within this time is not told again, in ms. */
export const TELL_AGAIN_MS = 60_000;
