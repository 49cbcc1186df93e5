// Original file: ../../proto/filigree/v1/control.proto

import type { Long } from '@grpc/proto-loader';

/**
 * How a Submit goes.
 */
export interface SubmitProgress {
  /**
   * The run.
   */
  'runId'?: (string);
  /**
   * Files looked at so far.
   */
  'scanned'?: (number | string | Long);
  /**
   * Jobs added so far.
   */
  'submitted'?: (number | string | Long);
  /**
   * Filings that were queued, running or done before, so far.
   */
  'alreadyDone'?: (number | string | Long);
  /**
   * Files that are no filings.
   */
  'skipped'?: (number | string | Long);
  /**
   * Files that could not be read, as one line each, at most 20.
   */
  'unreadable'?: (string)[];
  /**
   * The run is closed and on disk; the last message.
   */
  'closed'?: (boolean);
}

/**
 * How a Submit goes.
 */
export interface SubmitProgress__Output {
  /**
   * The run.
   */
  'runId': (string);
  /**
   * Files looked at so far.
   */
  'scanned': (number);
  /**
   * Jobs added so far.
   */
  'submitted': (number);
  /**
   * Filings that were queued, running or done before, so far.
   */
  'alreadyDone': (number);
  /**
   * Files that are no filings.
   */
  'skipped': (number);
  /**
   * Files that could not be read, as one line each, at most 20.
   */
  'unreadable': (string)[];
  /**
   * The run is closed and on disk; the last message.
   */
  'closed': (boolean);
}
