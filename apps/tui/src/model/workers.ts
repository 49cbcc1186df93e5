import type { Heard } from './monitor.ts';

/** What the list of workers can be ordered by. */
export const WORKER_SORTS = ['id', 'busy', 'done', 'failed', 'beat', 'lag'] as const;
export type WorkerSort = (typeof WORKER_SORTS)[number];

/** Milliseconds since the worker was heard by the coordinator, as of `nowMs`. */
export function beatAgeMs(heard: Heard, nowMs: number): number {
  return heard.worker.beatAgeMs + Math.max(0, nowMs - heard.atMs);
}

const compareText = new Intl.Collator('en', { numeric: true }).compare;

const BY: Readonly<Record<WorkerSort, (a: Heard, b: Heard) => number>> = {
  id: () => 0,
  busy: (a, b) => b.worker.busy - a.worker.busy,
  done: (a, b) => b.worker.completed - a.worker.completed,
  failed: (a, b) => b.worker.failed - a.worker.failed,
  beat: (a, b) => b.worker.beatAgeMs - b.atMs - (a.worker.beatAgeMs - a.atMs),
  lag: (a, b) => b.worker.loopLagMs - a.worker.loopLagMs,
};

/** The words that a filter looks at. */
function matches(heard: Heard, words: readonly string[]): boolean {
  const { worker } = heard;
  const text = [
    worker.id,
    worker.host,
    worker.version,
    worker.model,
    worker.draining ? 'draining' : '',
    worker.connected ? '' : 'gone',
    ...worker.current.flatMap((job) => [job.accession, job.company, job.form, job.stage]),
  ]
    .join('\n')
    .toLowerCase();
  return words.every((word) => text.includes(word));
}

/** The workers that match every word of `filter`, ordered by `sort` and then by id. */
export function listWorkers(
  workers: ReadonlyMap<string, Heard>,
  filter: string,
  sort: WorkerSort,
  reversed: boolean,
): Heard[] {
  const words = filter.toLowerCase().split(/\s+/).filter(Boolean);
  const found = [...workers.values()].filter((heard) => words.length === 0 || matches(heard, words));
  const sign = reversed ? -1 : 1;
  return found.sort(
    (a, b) =>
      sign * (BY[sort](a, b) || compareText(a.worker.id, b.worker.id)) || compareText(a.worker.life, b.worker.life),
  );
}
