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
  /**
   * Files that could not be read, all of them.
   */
  'unreadableFiles'?: (number | string | Long);
  /**
   * Files whose filing was found before, under another path.
   */
  'copies'?: (number | string | Long);
  /**
   * Of filings of which not every copy is whole: which copy was chosen, as one line each, at most 20.
   */
  'choices'?: (string)[];
  /**
   * Filings of which not every copy is whole.
   */
  'chosen'?: (number | string | Long);
  /**
   * Of the jobs added so far, those of filings that another version of the extraction has read for this graph.
   */
  'readAgain'?: (number | string | Long);
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
  /**
   * Files that could not be read, all of them.
   */
  'unreadableFiles': (number);
  /**
   * Files whose filing was found before, under another path.
   */
  'copies': (number);
  /**
   * Of filings of which not every copy is whole: which copy was chosen, as one line each, at most 20.
   */
  'choices': (string)[];
  /**
   * Filings of which not every copy is whole.
   */
  'chosen': (number);
  /**
   * Of the jobs added so far, those of filings that another version of the extraction has read for this graph.
   */
  'readAgain': (number);
}
