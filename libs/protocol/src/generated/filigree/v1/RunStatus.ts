// Original file: ../../proto/filigree/v1/control.proto

import type { JobCounts as _filigree_v1_JobCounts, JobCounts__Output as _filigree_v1_JobCounts__Output } from '../../filigree/v1/JobCounts.ts';
import type { Long } from '@grpc/proto-loader';

/**
 * A run as its submitter sees it.
 */
export interface RunStatus {
  /**
   * The run.
   */
  'runId'?: (string);
  /**
   * Its scan is complete.
   */
  'closed'?: (boolean);
  /**
   * All its jobs are terminal and identity across filings is resolved.
   */
  'ended'?: (boolean);
  /**
   * Jobs of the run, by state.
   */
  'jobs'?: (_filigree_v1_JobCounts | null);
  /**
   * Filings that were there before.
   */
  'alreadyDone'?: (number | string | Long);
  /**
   * Milliseconds from its start to its end, or to now.
   */
  'elapsedMs'?: (number | string | Long);
}

/**
 * A run as its submitter sees it.
 */
export interface RunStatus__Output {
  /**
   * The run.
   */
  'runId': (string);
  /**
   * Its scan is complete.
   */
  'closed': (boolean);
  /**
   * All its jobs are terminal and identity across filings is resolved.
   */
  'ended': (boolean);
  /**
   * Jobs of the run, by state.
   */
  'jobs': (_filigree_v1_JobCounts__Output | null);
  /**
   * Filings that were there before.
   */
  'alreadyDone': (number);
  /**
   * Milliseconds from its start to its end, or to now.
   */
  'elapsedMs': (number);
}
