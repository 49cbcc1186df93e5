// Original file: ../../proto/filigree/v1/control.proto

import type { Long } from '@grpc/proto-loader';

/**
 * One event of the feed.
 */
export interface FeedEvent {
  /**
   * Rises by one; a gap means that some were left out.
   */
  'sequence'?: (number | string | Long);
  /**
   * Milliseconds since 1970 by the coordinator's clock.
   */
  'atMs'?: (number | string | Long);
  /**
   * joined, left, expired, reassigned, failed, retried, completed, paused, resumed, drained, run_started, run_ended, log.
   */
  'kind'?: (string);
  /**
   * The worker, or empty.
   */
  'worker'?: (string);
  /**
   * The job, or 0.
   */
  'jobId'?: (number | string | Long);
  /**
   * The filing, or empty.
   */
  'accession'?: (string);
  /**
   * One line for a person.
   */
  'text'?: (string);
}

/**
 * One event of the feed.
 */
export interface FeedEvent__Output {
  /**
   * Rises by one; a gap means that some were left out.
   */
  'sequence': (number);
  /**
   * Milliseconds since 1970 by the coordinator's clock.
   */
  'atMs': (number);
  /**
   * joined, left, expired, reassigned, failed, retried, completed, paused, resumed, drained, run_started, run_ended, log.
   */
  'kind': (string);
  /**
   * The worker, or empty.
   */
  'worker': (string);
  /**
   * The job, or 0.
   */
  'jobId': (number);
  /**
   * The filing, or empty.
   */
  'accession': (string);
  /**
   * One line for a person.
   */
  'text': (string);
}
