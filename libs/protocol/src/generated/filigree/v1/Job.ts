// Original file: ../../proto/filigree/v1/control.proto

import type { AiMode as _filigree_v1_AiMode, AiMode__Output as _filigree_v1_AiMode__Output } from '../../filigree/v1/AiMode.ts';
import type { Long } from '@grpc/proto-loader';

/**
 * A job in a list.
 */
export interface Job {
  /**
   * Its number.
   */
  'jobId'?: (number | string | Long);
  /**
   * The filing.
   */
  'accession'?: (string);
  /**
   * Path below its filings directory.
   */
  'path'?: (string);
  /**
   * pending, processing, completed, failed or cancelled.
   */
  'state'?: (string);
  /**
   * Form type.
   */
  'form'?: (string);
  /**
   * Filing date, ISO.
   */
  'filed'?: (string);
  /**
   * First party's name.
   */
  'company'?: (string);
  /**
   * Size of the file, bytes.
   */
  'sizeBytes'?: (number | string | Long);
  /**
   * Whether the model is used.
   */
  'mode'?: (_filigree_v1_AiMode);
  /**
   * Grants so far.
   */
  'attempts'?: (number);
  /**
   * Failures that count (limit 3).
   */
  'failures'?: (number);
  /**
   * Leases lost after Started (limit 5).
   */
  'losses'?: (number);
  /**
   * The worker that holds or last held it.
   */
  'worker'?: (string);
  /**
   * The last error, one line; empty when none.
   */
  'error'?: (string);
  /**
   * Milliseconds until it may be granted again; 0 when it may now.
   */
  'notBeforeMs'?: (number | string | Long);
  /**
   * Higher goes first.
   */
  'priority'?: (number);
  /**
   * The run that asked first.
   */
  'runId'?: (string);
}

/**
 * A job in a list.
 */
export interface Job__Output {
  /**
   * Its number.
   */
  'jobId': (number);
  /**
   * The filing.
   */
  'accession': (string);
  /**
   * Path below its filings directory.
   */
  'path': (string);
  /**
   * pending, processing, completed, failed or cancelled.
   */
  'state': (string);
  /**
   * Form type.
   */
  'form': (string);
  /**
   * Filing date, ISO.
   */
  'filed': (string);
  /**
   * First party's name.
   */
  'company': (string);
  /**
   * Size of the file, bytes.
   */
  'sizeBytes': (number);
  /**
   * Whether the model is used.
   */
  'mode': (_filigree_v1_AiMode__Output);
  /**
   * Grants so far.
   */
  'attempts': (number);
  /**
   * Failures that count (limit 3).
   */
  'failures': (number);
  /**
   * Leases lost after Started (limit 5).
   */
  'losses': (number);
  /**
   * The worker that holds or last held it.
   */
  'worker': (string);
  /**
   * The last error, one line; empty when none.
   */
  'error': (string);
  /**
   * Milliseconds until it may be granted again; 0 when it may now.
   */
  'notBeforeMs': (number);
  /**
   * Higher goes first.
   */
  'priority': (number);
  /**
   * The run that asked first.
   */
  'runId': (string);
}
