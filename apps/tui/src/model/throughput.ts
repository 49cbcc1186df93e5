// How fast filings settle: a smoothed rate for the time left, and a count for each stretch of the last minutes.

/** Length of one stretch of the history, milliseconds. */
export const BUCKET_MS = 5000;
/** Stretches kept: five minutes. */
export const BUCKETS = 60;
// An observation counts for 1/e of its weight after this long.
const SMOOTHING_MS = 15_000;
// A rate from less than this says nothing yet.
const MIN_EVIDENCE_MS = 2000;

/** Jobs that ended, as counted by the coordinator; both may fall when jobs are cleared or retried. */
export interface Ended {
  readonly completed: number;
  readonly failed: number;
}

export interface Throughput {
  /** What was counted last, and when (monotonic milliseconds); null before the first time. */
  readonly last: { readonly ended: Ended; readonly atMs: number } | null;
  /** Weighted jobs and weighted milliseconds; their quotient is the rate. */
  readonly jobs: number;
  readonly spanMs: number;
  /** Jobs that ended in stretch number `bucket - i`, newest first, at most BUCKETS. */
  readonly counts: readonly number[];
  /** Number of the newest stretch. */
  readonly bucket: number;
}

export const NO_THROUGHPUT: Throughput = { last: null, jobs: 0, spanMs: 0, counts: [], bucket: 0 };

/** Jobs that ended between two counts; a count that fell was cleared or retried and says nothing. */
function endedBetween(before: Ended, after: Ended): number {
  return Math.max(0, after.completed - before.completed) + Math.max(0, after.failed - before.failed);
}

/** The history up to stretch `bucket`, with empty stretches where nothing was heard. */
function shifted(throughput: Throughput, bucket: number): number[] {
  const ahead = bucket - throughput.bucket;
  if (ahead >= BUCKETS) return Array.from({ length: BUCKETS }, () => 0);
  return [...Array.from({ length: Math.max(0, ahead) }, () => 0), ...throughput.counts].slice(0, BUCKETS);
}

/** Adds `jobs` to the stretches between the two times, each in proportion to its part of them. */
function addToBuckets(counts: number[], newest: number, jobs: number, fromMs: number, toMs: number): void {
  if (toMs <= fromMs) {
    counts[0] = (counts[0] ?? 0) + jobs;
    return;
  }
  for (let index = 0; index < counts.length; index++) {
    const startMs = (newest - index) * BUCKET_MS;
    const overlap = Math.min(toMs, startMs + BUCKET_MS) - Math.max(fromMs, startMs);
    if (overlap <= 0) continue;
    counts[index] = (counts[index] ?? 0) + (jobs * overlap) / (toMs - fromMs);
  }
}

/**
 * What is known after the coordinator counted `ended` at `atMs` (monotonic). `resting` says that no job is pending or
 * running: the rate of a new run begins anew and is not pulled down by the pause before it.
 */
export function countEnded(before: Throughput, ended: Ended, atMs: number, resting: boolean): Throughput {
  const bucket = Math.floor(atMs / BUCKET_MS);
  if (before.last === null) return { ...NO_THROUGHPUT, last: { ended, atMs }, counts: [0], bucket };
  const passedMs = Math.max(0, atMs - before.last.atMs);
  const jobs = endedBetween(before.last.ended, ended);
  const decay = Math.exp(-passedMs / SMOOTHING_MS);
  const counts = shifted(before, bucket);
  if (jobs > 0) addToBuckets(counts, bucket, jobs, before.last.atMs, atMs);
  return {
    last: { ended, atMs },
    jobs: resting ? 0 : before.jobs * decay + jobs,
    spanMs: resting ? 0 : before.spanMs * decay + passedMs,
    counts,
    bucket,
  };
}

/** Jobs a second, smoothed; 0 while there is too little to tell. */
export function smoothRate(throughput: Throughput): number {
  return throughput.spanMs < MIN_EVIDENCE_MS ? 0 : (throughput.jobs / throughput.spanMs) * 1000;
}

/** Milliseconds until `remaining` jobs have ended at this rate; null where that cannot be told. An estimate. */
export function timeLeftMs(throughput: Throughput, remaining: number): number | null {
  const rate = smoothRate(throughput);
  return remaining <= 0 || rate <= 0.001 ? null : (remaining / rate) * 1000;
}

/** Jobs a second in each of the last `stretches`, oldest first, up to `nowMs`; the newest may be incomplete. */
export function history(throughput: Throughput, stretches: number, nowMs: number): number[] {
  const counts = shifted(throughput, Math.max(throughput.bucket, Math.floor(nowMs / BUCKET_MS)));
  const wanted = Math.min(stretches, BUCKETS);
  return Array.from({ length: wanted }, (_, index) => ((counts[wanted - 1 - index] ?? 0) / BUCKET_MS) * 1000);
}
