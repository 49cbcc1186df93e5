import type { Emit, WatchAsk, WatchUpdateView, WorkerStatusView } from '@filigree/protocol';
import { statusView } from './status.ts';
import type { StatusSources } from './status.ts';
import { nextChange } from './waiting.ts';

const EVENTS_A_MESSAGE = 200;
const FACTS_A_MESSAGE = 100;
const LEAST_MS = 100;
// Beat ages and elapsed times move although nothing happens.
const MOST_MS = 1000;

/** A worker as it was last told, without what changes by itself. */
function fingerprint(worker: WorkerStatusView): string {
  return JSON.stringify({ ...worker, beatAgeMs: 0, current: worker.current.map((job) => ({ ...job, elapsedMs: 0 })) });
}

/**
 * A snapshot, then what changed, at most ten messages a second and never more than the receiver reads: what happens
 * while one is on its way is in the next.
 */
export async function watchAll(
  ask: WatchAsk,
  sources: StatusSources,
  emit: Emit<WatchUpdateView>,
  signal: AbortSignal,
): Promise<void> {
  const { feed } = sources;
  let told = new Map<string, { print: string; atMs: number }>();
  let sequence = Math.max(0, feed.lastSequence - EVENTS_A_MESSAGE);
  let fact = Math.max(0, feed.lastFact - FACTS_A_MESSAGE);
  let snapshot = true;
  await sources.graph.settled();
  while (!signal.aborted) {
    const status = statusView(sources);
    const nowMs = sources.clock.monotonicMs();
    const seen = new Map<string, { print: string; atMs: number }>();
    const changed = status.workers.filter((worker) => {
      const print = fingerprint(worker);
      const before = told.get(worker.life);
      const isOld =
        before === undefined || before.print !== print || (worker.busy > 0 && nowMs - before.atMs >= MOST_MS);
      seen.set(worker.life, isOld ? { print, atMs: nowMs } : before);
      return isOld;
    });
    const events = feed.eventsAfter(sequence, EVENTS_A_MESSAGE);
    const facts = ask.facts ? feed.factsAfter(fact, FACTS_A_MESSAGE).facts : [];
    sequence = feed.lastSequence;
    fact = feed.lastFact;
    const gone = [...told.keys()].filter((life) => !seen.has(life));
    told = seen;
    await emit({
      status: { ...status, workers: snapshot ? status.workers : changed },
      snapshot,
      gone,
      events: events.filter((event) => event.kind !== 'log' || event.worker === '' || event.worker === ask.workerLog),
      facts,
    });
    snapshot = false;
    await nextChange(sources, LEAST_MS, MOST_MS, signal);
  }
}
