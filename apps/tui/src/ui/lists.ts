import type { ControlJobView, FeedEventView, FeedFactView } from '@filigree/protocol';
import type { Fed, Heard } from '../model/monitor.ts';
import { listWorkers } from '../model/workers.ts';
import { loadedJobs } from './job-pages.ts';
import type { ListId, State } from './state.ts';

// What each list shows, in its order. The handler of keys and the views look at the same rows.

export function workerRows({ monitor, ui }: State): readonly Heard[] {
  return listWorkers(monitor.workers, ui.filters.workers, ui.workerSort, ui.workersReversed);
}

export function jobRows({ ui }: State): readonly ControlJobView[] {
  return loadedJobs(ui.jobs);
}

/** Events that match the filter, newest first. */
export function eventRows({ monitor, ui }: State): readonly Fed<FeedEventView>[] {
  return newestFirst(monitor.events, ui.filters.events, (event) => [
    event.kind,
    event.worker,
    event.accession,
    event.text,
    event.jobId === 0 ? '' : String(event.jobId),
  ]);
}

/** Facts that match the filter, newest first. */
export function factRows({ monitor, ui }: State): readonly Fed<FeedFactView>[] {
  return newestFirst(monitor.facts, ui.filters.facts, (fact) => [
    fact.fact.kind,
    fact.fact.text,
    fact.fact.source,
    fact.company,
    fact.accession,
  ]);
}

function newestFirst<T>(
  feed: readonly Fed<T>[],
  filter: string,
  texts: (value: T) => readonly string[],
): readonly Fed<T>[] {
  const words = filter.toLowerCase().split(/\s+/).filter(Boolean);
  const rows: Fed<T>[] = [];
  for (let index = feed.length - 1; index >= 0; index--) {
    const fed = feed[index]!;
    if (words.length > 0) {
      const text = texts(fed.value).join('\n').toLowerCase();
      if (!words.every((word) => text.includes(word))) continue;
    }
    rows.push(fed);
  }
  return rows;
}

/** The keys of the rows of a list. */
export function listKeys(state: State, list: ListId): readonly string[] {
  switch (list) {
    case 'workers':
      return workerRows(state).map((heard) => heard.worker.life);
    case 'jobs':
      return jobRows(state).map((job) => String(job.jobId));
    case 'events':
      return eventRows(state).map((fed) => String(fed.serial));
    case 'facts':
      return factRows(state).map((fed) => String(fed.serial));
  }
}

/** How many rows a list has before its filter, and after it. */
export function listCounts(state: State, list: ListId): { readonly shown: number; readonly all: number } {
  const { monitor, ui } = state;
  switch (list) {
    case 'workers':
      return { shown: workerRows(state).length, all: monitor.workers.size };
    case 'jobs': {
      const counts = monitor.status?.jobs;
      const all =
        counts === undefined
          ? ui.jobs.total
          : counts.pending + counts.processing + counts.completed + counts.failed + counts.cancelled;
      return { shown: ui.jobs.total, all };
    }
    case 'events':
      return { shown: eventRows(state).length, all: monitor.events.length };
    case 'facts':
      return { shown: factRows(state).length, all: monitor.facts.length };
  }
}
