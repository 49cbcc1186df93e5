// Original file: ../../proto/filigree/v1/control.proto

import type { Long } from '@grpc/proto-loader';

/**
 * Which job.
 */
export interface GetJobRequest {
  /**
   * Its number; 0 when accession is given.
   */
  'jobId'?: (number | string | Long);
  /**
   * Its filing: the newest job of it.
   */
  'accession'?: (string);
}

/**
 * Which job.
 */
export interface GetJobRequest__Output {
  /**
   * Its number; 0 when accession is given.
   */
  'jobId': (number);
  /**
   * Its filing: the newest job of it.
   */
  'accession': (string);
}
