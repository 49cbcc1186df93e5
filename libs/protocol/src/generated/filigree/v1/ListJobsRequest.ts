// Original file: ../../proto/filigree/v1/control.proto

import type { Long } from '@grpc/proto-loader';

/**
 * Which jobs to list.
 */
export interface ListJobsRequest {
  /**
   * pending, processing, completed, failed, cancelled; empty means all.
   */
  'state'?: (string);
  /**
   * Form type; empty means any.
   */
  'form'?: (string);
  /**
   * Part of the company's name; empty means any.
   */
  'company'?: (string);
  /**
   * Part of accession, path, company or error; empty means any.
   */
  'text'?: (string);
  /**
   * A run; empty means any.
   */
  'runId'?: (string);
  /**
   * At most this many, 1 to 1000; 0 means 100.
   */
  'limit'?: (number);
  /**
   * next_page of the page before; 0 begins.
   */
  'page'?: (number | string | Long);
}

/**
 * Which jobs to list.
 */
export interface ListJobsRequest__Output {
  /**
   * pending, processing, completed, failed, cancelled; empty means all.
   */
  'state': (string);
  /**
   * Form type; empty means any.
   */
  'form': (string);
  /**
   * Part of the company's name; empty means any.
   */
  'company': (string);
  /**
   * Part of accession, path, company or error; empty means any.
   */
  'text': (string);
  /**
   * A run; empty means any.
   */
  'runId': (string);
  /**
   * At most this many, 1 to 1000; 0 means 100.
   */
  'limit': (number);
  /**
   * next_page of the page before; 0 begins.
   */
  'page': (number);
}
