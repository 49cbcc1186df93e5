// Original file: ../../proto/filigree/v1/worker.proto

import type { Long } from '@grpc/proto-loader';

/**
 * Asks for the bytes of one filing.
 */
export interface ReadFilingRequest {
  /**
   * The job's number.
   */
  'jobId'?: (number | string | Long);
  /**
   * The token that this worker holds for it.
   */
  'token'?: (number | string | Long);
  /**
   * Welcome.secret of the worker that holds it.
   */
  'secret'?: (string);
}

/**
 * Asks for the bytes of one filing.
 */
export interface ReadFilingRequest__Output {
  /**
   * The job's number.
   */
  'jobId': (number);
  /**
   * The token that this worker holds for it.
   */
  'token': (number);
  /**
   * Welcome.secret of the worker that holds it.
   */
  'secret': (string);
}
