// Original file: ../../proto/filigree/v1/control.proto

import type { Long } from '@grpc/proto-loader';

/**
 * Health of the queue.
 */
export interface QueueHealth {
  /**
   * Granting is paused by a person.
   */
  'paused'?: (boolean);
  /**
   * The disk of the leases file is full: nothing is acknowledged.
   */
  'diskFull'?: (boolean);
  /**
   * The coordinator is shutting down.
   */
  'draining'?: (boolean);
  /**
   * fdatasync, median over the last minute, milliseconds.
   */
  'fsyncP50Ms'?: (number | string);
  /**
   * fdatasync, 99th percentile over the last minute, milliseconds.
   */
  'fsyncP99Ms'?: (number | string);
  /**
   * From Completed to Settled, median over the last minute, milliseconds.
   */
  'settleP50Ms'?: (number | string);
  /**
   * From Completed to Settled, 99th percentile, milliseconds.
   */
  'settleP99Ms'?: (number | string);
  /**
   * Leases that expired since the coordinator started.
   */
  'expired'?: (number | string | Long);
  /**
   * Jobs settled in the last ten seconds, a second.
   */
  'ratePerSecond'?: (number | string);
  /**
   * Wait for the model, median over the last minute, milliseconds; 0 when none was asked.
   */
  'modelP50Ms'?: (number | string);
}

/**
 * Health of the queue.
 */
export interface QueueHealth__Output {
  /**
   * Granting is paused by a person.
   */
  'paused': (boolean);
  /**
   * The disk of the leases file is full: nothing is acknowledged.
   */
  'diskFull': (boolean);
  /**
   * The coordinator is shutting down.
   */
  'draining': (boolean);
  /**
   * fdatasync, median over the last minute, milliseconds.
   */
  'fsyncP50Ms': (number);
  /**
   * fdatasync, 99th percentile over the last minute, milliseconds.
   */
  'fsyncP99Ms': (number);
  /**
   * From Completed to Settled, median over the last minute, milliseconds.
   */
  'settleP50Ms': (number);
  /**
   * From Completed to Settled, 99th percentile, milliseconds.
   */
  'settleP99Ms': (number);
  /**
   * Leases that expired since the coordinator started.
   */
  'expired': (number);
  /**
   * Jobs settled in the last ten seconds, a second.
   */
  'ratePerSecond': (number);
  /**
   * Wait for the model, median over the last minute, milliseconds; 0 when none was asked.
   */
  'modelP50Ms': (number);
}
