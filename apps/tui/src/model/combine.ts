import type { FeedEventView, FeedFactView, WatchUpdateView, WorkerStatusView } from '@filigree/protocol';

/**
 * One update that says what `updates`, of one connection and in their order, say together; null for none. A coordinator
 * that speaks faster than the screen changes is so taken in at the pace of the screen.
 */
export function combineUpdates(updates: readonly WatchUpdateView[]): WatchUpdateView | null {
  const last = updates.at(-1);
  if (last === undefined || updates.length === 1) return last ?? null;
  const workers = new Map<string, WorkerStatusView>();
  const gone = new Set<string>();
  const events: FeedEventView[] = [];
  const facts: FeedFactView[] = [];
  for (const update of updates) {
    if (update.snapshot) {
      workers.clear();
      gone.clear();
    }
    for (const life of update.gone) {
      workers.delete(life);
      gone.add(life);
    }
    for (const worker of update.status.workers) {
      workers.set(worker.life, worker);
      gone.delete(worker.life);
    }
    events.push(...update.events);
    facts.push(...update.facts);
  }
  return {
    status: { ...last.status, workers: [...workers.values()] },
    snapshot: updates.some((update) => update.snapshot),
    gone: [...gone],
    events,
    facts,
  };
}
