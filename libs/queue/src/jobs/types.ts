import type { Situation } from '../dispatcher/table.ts';
import type { AiMode } from '../session/frames.ts';

/** The names of a job's states, everywhere: protocol, commands, monitor, metrics. */
export type JobState = 'pending' | 'processing' | 'completed' | 'failed' | 'cancelled';

export const JOB_STATES: readonly JobState[] = ['pending', 'processing', 'completed', 'failed', 'cancelled'];

/** One filing as the scan found it. */
export interface Filing {
  readonly accession: string;
  /** Relative to the filings directory numbered `root`, with forward slashes. */
  readonly path: string;
  readonly root: number;
  readonly sizeBytes: number;
  /** Form type as the header has it, e.g. `8-K/A`. */
  readonly form: string;
  /** Filing date `YYYY-MM-DD`, or empty where the header has none. */
  readonly filed: string;
  /** Name of the first filer or issuer; kept to 60 bytes, for the filters of `jobs`. */
  readonly company: string;
}

/** How a run's jobs are to be processed; fixed when the run is opened. */
export interface RunOptions {
  readonly mode: AiMode;
  /** −100 (last) to 100 (first); jobs of one priority start in the order submitted. */
  readonly priority: number;
  /** Queue filings again although they are completed. */
  readonly force: boolean;
  /** Id of the graph that the results go to. */
  readonly graphId: string;
  readonly extractorVersion: string;
  /** The model that would run for `on` and `auto`: the workers' own where they have one, else the configured one; null when `auto` would use rules. */
  readonly model: string | null;
  /** One line for people: what was asked for. */
  readonly description: string;
  /** Wall-clock milliseconds when it was asked for; only shown. */
  readonly submittedWallMs: number;
}

/** What one batch of filings, or a whole run, came to. */
export interface SubmitCounts {
  /** New jobs. */
  readonly added: number;
  /** Failed or cancelled jobs that were queued again. */
  readonly requeued: number;
  /** Found pending or processing from another run; they count to this run as well. */
  readonly joined: number;
  readonly alreadyDone: number;
  /** Already in this very run: the same accession twice, or the batch again. */
  readonly repeated: number;
}

/** What one batch of filings came to, with a count that the run does not keep. */
export interface BatchCounts extends SubmitCounts {
  /** Of the added and requeued ones, those that another version of the extraction has read for the same graph. */
  readonly readAgain: number;
}

export interface RunView extends SubmitCounts {
  readonly runId: string;
  readonly options: RunOptions;
  /** The scan is over: no job will be added. */
  readonly closed: boolean;
  /** Jobs of this run by state; `alreadyDone` ones are not among them. */
  readonly jobs: Readonly<Record<JobState, number>>;
  /** Closed and all its jobs are terminal. */
  readonly ended: boolean;
  /** Ended, and identity across filings is resolved. */
  readonly resolved: boolean;
}

export interface JobView {
  readonly jobId: number;
  readonly runId: string;
  readonly accession: string;
  readonly path: string;
  readonly root: number;
  readonly sizeBytes: number;
  readonly form: string;
  readonly filed: string;
  readonly company: string;
  readonly state: JobState;
  /** The state, and what became of its newest token. */
  readonly situation: Situation;
  readonly mode: AiMode;
  readonly priority: number;
  readonly grants: number;
  readonly failures: number;
  readonly losses: number;
  /** Newest token, 0 before the first grant. */
  readonly token: number;
  /** Label of the worker that holds it, or that ended it last; empty before the first grant. */
  readonly worker: string;
  /** Milliseconds until it may be granted again; 0 when it may be now, or is not pending. */
  readonly backoffMs: number;
  /** Last failure, or why it waits; empty otherwise. */
  readonly message: string;
  /** Stage of a running job, as its worker says it; empty otherwise. */
  readonly stage: string;
}

/** All that are given must hold. */
export interface JobFilter {
  readonly states?: readonly JobState[];
  readonly runId?: string;
  readonly accession?: string;
  readonly jobIds?: readonly number[];
  /** Exact form type, case folded. */
  readonly form?: string;
  /** Part of the company's name, case folded. */
  readonly company?: string;
  /** Year of the filing date. */
  readonly year?: number;
  /** Label of the worker that holds or ended it. */
  readonly worker?: string;
}

export interface JobPage {
  readonly jobs: readonly JobView[];
  /** Give it to the next call; null at the end. */
  readonly nextCursor: number | null;
}
