// Original file: ../../proto/filigree/v1/control.proto

import type { Job as _filigree_v1_Job, Job__Output as _filigree_v1_Job__Output } from '../../filigree/v1/Job.ts';
import type { Attempt as _filigree_v1_Attempt, Attempt__Output as _filigree_v1_Attempt__Output } from '../../filigree/v1/Attempt.ts';
import type { JobSummary as _filigree_v1_JobSummary, JobSummary__Output as _filigree_v1_JobSummary__Output } from '../../filigree/v1/JobSummary.ts';
import type { FactLine as _filigree_v1_FactLine, FactLine__Output as _filigree_v1_FactLine__Output } from '../../filigree/v1/FactLine.ts';

/**
 * One job, whole.
 */
export interface JobDetail {
  /**
   * As in lists.
   */
  'job'?: (_filigree_v1_Job | null);
  /**
   * The newest attempts of this coordinator's life, oldest first, at most 20.
   */
  'attempts'?: (_filigree_v1_Attempt)[];
  /**
   * What the completion counted; absent before.
   */
  'summary'?: (_filigree_v1_JobSummary | null);
  /**
   * Facts of the completion, at most 20, while the coordinator remembers them.
   */
  'facts'?: (_filigree_v1_FactLine)[];
  /**
   * Detail of the last error: stack or response.
   */
  'errorDetail'?: (string);
}

/**
 * One job, whole.
 */
export interface JobDetail__Output {
  /**
   * As in lists.
   */
  'job': (_filigree_v1_Job__Output | null);
  /**
   * The newest attempts of this coordinator's life, oldest first, at most 20.
   */
  'attempts': (_filigree_v1_Attempt__Output)[];
  /**
   * What the completion counted; absent before.
   */
  'summary': (_filigree_v1_JobSummary__Output | null);
  /**
   * Facts of the completion, at most 20, while the coordinator remembers them.
   */
  'facts': (_filigree_v1_FactLine__Output)[];
  /**
   * Detail of the last error: stack or response.
   */
  'errorDetail': (string);
}
