// Original file: ../../proto/filigree/v1/control.proto

import type { AiMode as _filigree_v1_AiMode, AiMode__Output as _filigree_v1_AiMode__Output } from '../../filigree/v1/AiMode.ts';

/**
 * Which filings to queue and how.
 */
export interface SubmitRequest {
  /**
   * Chosen by the client (UUID), so that a Submit sent again is the same run.
   */
  'runId'?: (string);
  /**
   * Absolute directory that is, or lies in, a filings directory of serve; empty means all of them.
   */
  'filings'?: (string);
  /**
   * Filing year of the header; 0 means any.
   */
  'year'?: (number);
  /**
   * Form types, e.g. 6-K; empty means any.
   */
  'forms'?: (string)[];
  /**
   * CIKs, ten digits; empty means any.
   */
  'ciks'?: (string)[];
  /**
   * Part of a party's name; empty means any.
   */
  'company'?: (string);
  /**
   * Filed on or after this ISO date; empty means any.
   */
  'from'?: (string);
  /**
   * Filed on or before this ISO date; empty means any.
   */
  'to'?: (string);
  /**
   * At most this many filings; 0 means all.
   */
  'limit'?: (number);
  /**
   * Whether to use the model.
   */
  'mode'?: (_filigree_v1_AiMode);
  /**
   * Process again what was done before.
   */
  'force'?: (boolean);
  /**
   * Higher goes first; 0 is usual.
   */
  'priority'?: (number);
}

/**
 * Which filings to queue and how.
 */
export interface SubmitRequest__Output {
  /**
   * Chosen by the client (UUID), so that a Submit sent again is the same run.
   */
  'runId': (string);
  /**
   * Absolute directory that is, or lies in, a filings directory of serve; empty means all of them.
   */
  'filings': (string);
  /**
   * Filing year of the header; 0 means any.
   */
  'year': (number);
  /**
   * Form types, e.g. 6-K; empty means any.
   */
  'forms': (string)[];
  /**
   * CIKs, ten digits; empty means any.
   */
  'ciks': (string)[];
  /**
   * Part of a party's name; empty means any.
   */
  'company': (string);
  /**
   * Filed on or after this ISO date; empty means any.
   */
  'from': (string);
  /**
   * Filed on or before this ISO date; empty means any.
   */
  'to': (string);
  /**
   * At most this many filings; 0 means all.
   */
  'limit': (number);
  /**
   * Whether to use the model.
   */
  'mode': (_filigree_v1_AiMode__Output);
  /**
   * Process again what was done before.
   */
  'force': (boolean);
  /**
   * Higher goes first; 0 is usual.
   */
  'priority': (number);
}
