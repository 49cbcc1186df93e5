// Original file: ../../proto/filigree/v1/control.proto

import type { Long } from '@grpc/proto-loader';

/**
 * Which jobs to act on.
 */
export interface JobSelection {
  /**
   * By number.
   */
  'jobIds'?: (number | string | Long)[];
  /**
   * All of this state: failed or cancelled for Retry, pending or processing for Cancel.
   */
  'state'?: (string);
  /**
   * Only jobs of this run; empty means any.
   */
  'runId'?: (string);
}

/**
 * Which jobs to act on.
 */
export interface JobSelection__Output {
  /**
   * By number.
   */
  'jobIds': (number)[];
  /**
   * All of this state: failed or cancelled for Retry, pending or processing for Cancel.
   */
  'state': (string);
  /**
   * Only jobs of this run; empty means any.
   */
  'runId': (string);
}
