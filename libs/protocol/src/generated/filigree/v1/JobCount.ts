// Original file: ../../proto/filigree/v1/control.proto

import type { Long } from '@grpc/proto-loader';

/**
 * How many jobs it was.
 */
export interface JobCount {
  /**
   * Jobs.
   */
  'jobs'?: (number | string | Long);
}

/**
 * How many jobs it was.
 */
export interface JobCount__Output {
  /**
   * Jobs.
   */
  'jobs': (number);
}
