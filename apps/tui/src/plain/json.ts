import type { StatusView, WatchUpdateView, WorkerStatusView } from '@filigree/protocol';

// The monitor's JSON has the words of `coordinator status --json`, so that one script reads both.

function snakeCase(name: string): string {
  return name.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}

/** The fields of a flat message in snake_case. */
function snakeKeys(value: object): Record<string, unknown> {
  return Object.fromEntries(Object.entries(value).map(([name, field]: [string, unknown]) => [snakeCase(name), field]));
}

function workerJson(worker: WorkerStatusView): unknown {
  const { current, model, ...rest } = worker;
  return {
    ...snakeKeys(rest),
    model: model === '' ? null : model,
    current: current.map(({ jobId, ...job }) => ({ job: jobId, ...snakeKeys(job) })),
  };
}

/** A status as one JSON object. */
export function statusJson(status: StatusView): Record<string, unknown> {
  return {
    jobs: status.jobs,
    workers: status.workers.map(workerJson),
    more_workers: status.moreWorkers,
    runs: status.runs.map(({ runId, ...run }) => ({ run: runId, ...snakeKeys(run) })),
    queue: snakeKeys(status.queue),
    // The names of rules, models and reasons are data and stay as they are.
    totals: snakeKeys(status.totals),
    graph: status.graph,
    overloaded: status.overloaded.map(snakeKeys),
    standstill: status.standstill,
    epoch: status.epoch,
    uptime_ms: status.uptimeMs,
    version: status.version,
  };
}

/** An update as one JSON object: a status, and what changed. Where `snapshot` is false, `workers` are those that changed. */
export function updateJson(update: WatchUpdateView): Record<string, unknown> {
  return {
    ...statusJson(update.status),
    snapshot: update.snapshot,
    gone: update.gone,
    events: update.events.map(({ jobId, ...event }) => ({ ...snakeKeys(event), job: jobId })),
    facts: update.facts.map(({ jobId, fact, ...about }) => ({ ...snakeKeys(about), job: jobId, fact })),
  };
}
