// Original file: ../../proto/filigree/v1/control.proto

import type { Long } from '@grpc/proto-loader';

/**
 * Jobs by state.
 */
export interface JobCounts {
  /**
   * Waiting for a worker, or for its not-before time.
   */
  'pending'?: (number | string | Long);
  /**
   * Leased.
   */
  'processing'?: (number | string | Long);
  /**
   * Done.
   */
  'completed'?: (number | string | Long);
  /**
   * Ended with an error.
   */
  'failed'?: (number | string | Long);
  /**
   * Taken back.
   */
  'cancelled'?: (number | string | Long);
}

/**
 * Jobs by state.
 */
export interface JobCounts__Output {
  /**
   * Waiting for a worker, or for its not-before time.
   */
  'pending': (number);
  /**
   * Leased.
   */
  'processing': (number);
  /**
   * Done.
   */
  'completed': (number);
  /**
   * Ended with an error.
   */
  'failed': (number);
  /**
   * Taken back.
   */
  'cancelled': (number);
}
