import type { RunStatusView, StatusView } from '@filigree/protocol';

/** Waits for the end of what runs, or of the next thing that will. */
export interface RunWatch {
  /** Runs that had ended when we came; null before the first status. */
  readonly old: ReadonlySet<string> | null;
  /** Jobs without an open run (put back by retry) were seen. */
  readonly loose: boolean;
}

export const NOT_WATCHING: RunWatch = { old: null, loose: false };

export interface RunStep {
  readonly watch: RunWatch;
  /** Something has run since we came, and all of it has ended. */
  readonly ended: boolean;
  /** The runs that count: those that had not ended when we came. */
  readonly runs: readonly RunStatusView[];
  /** Nothing has run yet since we came. */
  readonly idle: boolean;
}

/** What `status` says of what we wait for. A coordinator that had nothing to do when we came is waited for. */
export function watchRuns(watch: RunWatch, status: StatusView): RunStep {
  const old = watch.old ?? new Set(status.runs.filter((run) => run.ended).map((run) => run.runId));
  const runs = status.runs.filter((run) => !old.has(run.runId));
  const unsettled = status.jobs.pending + status.jobs.processing;
  const open = status.runs.some((run) => !run.ended);
  const loose = watch.loose || (unsettled > 0 && !open);
  const idle = runs.length === 0 && !loose;
  return { watch: { old, loose }, runs, idle, ended: !idle && !open && unsettled === 0 };
}

/** The coordinator went away when every job was done and only its last word was missing. */
export function nearlyEnded(watch: RunWatch, status: StatusView): boolean {
  const { runs } = watchRuns(watch, status);
  return (
    runs.length > 0 && runs.every((run) => run.closed) && status.jobs.pending === 0 && status.jobs.processing === 0
  );
}
