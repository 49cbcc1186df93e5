import type { AiMode, JobState } from '@filigree/queue';
import type { CurrentJob__Output } from '../generated/filigree/v1/CurrentJob.ts';
import type { FactLine__Output } from '../generated/filigree/v1/FactLine.ts';
import type { FeedEvent__Output } from '../generated/filigree/v1/FeedEvent.ts';
import type { FeedFact__Output } from '../generated/filigree/v1/FeedFact.ts';
import type { Attempt__Output } from '../generated/filigree/v1/Attempt.ts';
import type { GraphTotals__Output } from '../generated/filigree/v1/GraphTotals.ts';
import type { Job__Output } from '../generated/filigree/v1/Job.ts';
import type { JobCounts__Output } from '../generated/filigree/v1/JobCounts.ts';
import type { JobSummary__Output } from '../generated/filigree/v1/JobSummary.ts';
import type { OverloadedResource__Output } from '../generated/filigree/v1/OverloadedResource.ts';
import type { QueueHealth__Output } from '../generated/filigree/v1/QueueHealth.ts';
import type { RunStatus__Output } from '../generated/filigree/v1/RunStatus.ts';
import type { Standstill__Output } from '../generated/filigree/v1/Standstill.ts';
import type { SubmitProgress__Output } from '../generated/filigree/v1/SubmitProgress.ts';
import type { Totals__Output } from '../generated/filigree/v1/Totals.ts';
import type { WorkerStatus__Output } from '../generated/filigree/v1/WorkerStatus.ts';

// What commands, monitor and coordinator see of the control service: the messages with nothing missing. The fields are
// described in control.proto.

export type JobCounts = Readonly<JobCounts__Output>;
export type CurrentJobView = Readonly<CurrentJob__Output>;
export type WorkerStatusView = Readonly<WorkerStatus__Output>;
export type TotalsView = Readonly<Totals__Output>;
export type GraphTotalsView = Readonly<GraphTotals__Output>;
export type QueueHealthView = Readonly<QueueHealth__Output>;
export type StandstillView = Readonly<Standstill__Output>;
export type OverloadedView = Readonly<OverloadedResource__Output>;
export type FeedEventView = Readonly<FeedEvent__Output>;
export type SubmitProgressView = Readonly<SubmitProgress__Output>;
export type AttemptView = Readonly<Attempt__Output>;
export type FactView = Readonly<FactLine__Output>;
export type JobSummaryView = Readonly<JobSummary__Output>;

export type RunStatusView = Readonly<Omit<RunStatus__Output, 'jobs'>> & { readonly jobs: JobCounts };

export type FeedFactView = Readonly<Omit<FeedFact__Output, 'fact'>> & { readonly fact: FactView };

export interface StatusView {
  readonly jobs: JobCounts;
  readonly workers: readonly WorkerStatusView[];
  /** How many there are beyond those. */
  readonly moreWorkers: number;
  readonly runs: readonly RunStatusView[];
  readonly epoch: number;
  readonly uptimeMs: number;
  readonly totals: TotalsView;
  readonly graph: GraphTotalsView;
  readonly queue: QueueHealthView;
  readonly standstill: readonly StandstillView[];
  /** Services that said slow down. */
  readonly overloaded: readonly OverloadedView[];
  readonly version: string;
}

export interface WatchUpdateView {
  readonly status: StatusView;
  readonly snapshot: boolean;
  readonly gone: readonly string[];
  readonly events: readonly FeedEventView[];
  readonly facts: readonly FeedFactView[];
}

export interface WaitUpdateView {
  readonly jobs: JobCounts;
  readonly alreadyDone: number;
  readonly ended: boolean;
  readonly elapsedMs: number;
  readonly ratePerSecond: number;
  readonly standstill: readonly StandstillView[];
  readonly graph: GraphTotalsView;
  readonly totals: TotalsView;
}

export type ControlJobView = Readonly<Omit<Job__Output, 'mode' | 'state'>> & {
  readonly mode: AiMode;
  readonly state: JobState;
};

export interface JobListView {
  readonly jobs: readonly ControlJobView[];
  /** 0 at the end. */
  readonly nextPage: number;
  readonly total: number;
}

export interface JobDetailView {
  readonly job: ControlJobView;
  readonly attempts: readonly AttemptView[];
  readonly summary: JobSummaryView | null;
  readonly facts: readonly FactView[];
  readonly errorDetail: string;
}

/** Which filings to queue, and how; empty or zero means any. */
export interface SubmitAsk {
  readonly runId: string;
  readonly filings: string;
  readonly year: number;
  readonly forms: readonly string[];
  readonly ciks: readonly string[];
  readonly company: string;
  readonly from: string;
  readonly to: string;
  readonly limit: number;
  readonly mode: AiMode;
  readonly force: boolean;
  readonly priority: number;
}

export interface ListJobsAsk {
  readonly state: string;
  readonly form: string;
  readonly company: string;
  readonly text: string;
  readonly runId: string;
  readonly limit: number;
  readonly page: number;
}

export interface JobSelectionAsk {
  readonly jobIds: readonly number[];
  readonly state: string;
  readonly runId: string;
}

export interface WatchAsk {
  readonly facts: boolean;
  readonly workerLog: string;
}
