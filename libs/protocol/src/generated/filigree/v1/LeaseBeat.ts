// Original file: ../../proto/filigree/v1/worker.proto

import type { Long } from '@grpc/proto-loader';

/**
 * One lease in a Beat.
 */
export interface LeaseBeat {
  /**
   * The lease's token.
   */
  'token'?: (number | string | Long);
  /**
   * reading, extracting, asking or writing.
   */
  'stage'?: (string);
  /**
   * Grows while the stage advances.
   */
  'progress'?: (number | string | Long);
}

/**
 * One lease in a Beat.
 */
export interface LeaseBeat__Output {
  /**
   * The lease's token.
   */
  'token': (number);
  /**
   * reading, extracting, asking or writing.
   */
  'stage': (string);
  /**
   * Grows while the stage advances.
   */
  'progress': (number);
}
