// Every limit of the coordinator's own memory, log and pace. Those of messages are in libs/protocol, those of jobs in libs/queue.

/** So many submits a second are taken in the long run, and so many at once after a quiet time: each may scan a directory. */
export const SUBMITS_PER_SECOND = 20;
export const SUBMIT_BURST = 100;
/** Connections to the metrics at once. */
export const MAX_METRICS_CONNECTIONS = 100;
/** Lines of one kind in the coordinator's log, a second in the long run and at once. */
export const LOG_PER_SECOND = 20;
export const LOG_BURST = 500;
/** How often it is told how many lines were left out, ms. */
export const LEFT_OUT_EVERY_MS = 10_000;
/** Different names under which workers count facts and drops, for metrics and totals; what comes later is `other`. */
export const MAX_COUNTED_NAMES = 500;
/** Events, facts and ends of attempts that are remembered. */
export const KEPT_EVENTS = 1000;
export const KEPT_FACTS = 500;
export const KEPT_ATTEMPTS = 5000;
/** Workers of a status, and jobs that they hold: a message has its limit. */
export const MAX_SHOWN_WORKERS = 1_000;
export const MAX_SHOWN_LEASES = 3_000;
/** Jobs of one page of a list, and matches that are counted for it. */
export const MAX_PAGE_JOBS = 1000;
export const MAX_COUNTED_JOBS = 100_000;
