// Original file: ../../proto/filigree/v1/control.proto

import type { Job as _filigree_v1_Job, Job__Output as _filigree_v1_Job__Output } from '../../filigree/v1/Job.ts';
import type { Long } from '@grpc/proto-loader';

/**
 * A page of jobs.
 */
export interface ListJobsResponse {
  /**
   * The jobs.
   */
  'jobs'?: (_filigree_v1_Job)[];
  /**
   * Pass it as page to go on; 0 at the end.
   */
  'nextPage'?: (number | string | Long);
  /**
   * Jobs that match in all, counted up to 100,000.
   */
  'total'?: (number | string | Long);
}

/**
 * A page of jobs.
 */
export interface ListJobsResponse__Output {
  /**
   * The jobs.
   */
  'jobs': (_filigree_v1_Job__Output)[];
  /**
   * Pass it as page to go on; 0 at the end.
   */
  'nextPage': (number);
  /**
   * Jobs that match in all, counted up to 100,000.
   */
  'total': (number);
}
