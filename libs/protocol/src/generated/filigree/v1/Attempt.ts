// Original file: ../../proto/filigree/v1/control.proto

import type { Long } from '@grpc/proto-loader';

/**
 * One grant of a job and how it ended.
 */
export interface Attempt {
  /**
   * The lease's token.
   */
  'token'?: (number | string | Long);
  /**
   * The worker.
   */
  'worker'?: (string);
  /**
   * Milliseconds since 1970 by the coordinator's clock; 0 when it was before this coordinator's life.
   */
  'grantedAtMs'?: (number | string | Long);
  /**
   * Milliseconds it lasted.
   */
  'elapsedMs'?: (number | string | Long);
  /**
   * running, completed, failed, expired, released or cancelled.
   */
  'outcome'?: (string);
  /**
   * The error, one line.
   */
  'error'?: (string);
}

/**
 * One grant of a job and how it ended.
 */
export interface Attempt__Output {
  /**
   * The lease's token.
   */
  'token': (number);
  /**
   * The worker.
   */
  'worker': (string);
  /**
   * Milliseconds since 1970 by the coordinator's clock; 0 when it was before this coordinator's life.
   */
  'grantedAtMs': (number);
  /**
   * Milliseconds it lasted.
   */
  'elapsedMs': (number);
  /**
   * running, completed, failed, expired, released or cancelled.
   */
  'outcome': (string);
  /**
   * The error, one line.
   */
  'error': (string);
}
