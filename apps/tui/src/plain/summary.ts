import type { RunStatusView, StatusView } from '@filigree/protocol';

/** The last line of a run: the same keys as the other commands that wait for one. */
export interface RunSummary {
  readonly run: string;
  readonly processed: number;
  readonly failed: number;
  readonly cancelled: number;
  readonly already_done: number;
  readonly companies: number;
  readonly people: number;
  readonly events: number;
  readonly relationships: number;
  readonly elapsed_ms: number;
  readonly filings_per_second: number;
  readonly graph: string;
}

/** What came of `runs`, taken together; the graph's counts are those of the whole graph. */
export function summarize(runs: readonly RunStatusView[], status: StatusView): RunSummary {
  const sum = (pick: (run: RunStatusView) => number): number => runs.reduce((total, run) => total + pick(run), 0);
  const processed = sum((run) => run.jobs.completed);
  const failed = sum((run) => run.jobs.failed);
  const elapsedMs = runs.reduce((most, run) => Math.max(most, run.elapsedMs), 0);
  const { graph } = status;
  return {
    run: runs.map((run) => run.runId).join(','),
    processed,
    failed,
    cancelled: sum((run) => run.jobs.cancelled),
    already_done: sum((run) => run.alreadyDone),
    companies: graph.companies,
    people: graph.people,
    events: graph.events,
    relationships: graph.relationships,
    elapsed_ms: Math.round(elapsedMs),
    filings_per_second: elapsedMs === 0 ? 0 : Number((((processed + failed) * 1000) / elapsedMs).toFixed(2)),
    graph: graph.graph,
  };
}
