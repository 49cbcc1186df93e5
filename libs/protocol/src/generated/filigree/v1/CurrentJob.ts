// Original file: ../../proto/filigree/v1/control.proto

import type { Long } from '@grpc/proto-loader';

/**
 * One job that a worker holds.
 */
export interface CurrentJob {
  /**
   * The job's number.
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
   * First party's name; may be empty.
   */
  'company'?: (string);
  /**
   * Form type.
   */
  'form'?: (string);
  /**
   * reading, extracting, asking or writing.
   */
  'stage'?: (string);
  /**
   * Milliseconds since the grant.
   */
  'elapsedMs'?: (number | string | Long);
}

/**
 * One job that a worker holds.
 */
export interface CurrentJob__Output {
  /**
   * The job's number.
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
   * First party's name; may be empty.
   */
  'company': (string);
  /**
   * Form type.
   */
  'form': (string);
  /**
   * reading, extracting, asking or writing.
   */
  'stage': (string);
  /**
   * Milliseconds since the grant.
   */
  'elapsedMs': (number);
}
