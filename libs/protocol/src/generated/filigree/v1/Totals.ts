// Original file: ../../proto/filigree/v1/control.proto

import type { Long } from '@grpc/proto-loader';

/**
 * What the workers counted, summed since the coordinator started.
 */
export interface Totals {
  /**
   * Bytes of filings processed.
   */
  'bytes'?: (number | string | Long);
  /**
   * Requests to models.
   */
  'modelCalls'?: (number | string | Long);
  /**
   * Answers from caches.
   */
  'modelCacheHits'?: (number | string | Long);
  /**
   * Tokens given to models.
   */
  'promptTokens'?: (number | string | Long);
  /**
   * Tokens answered.
   */
  'outputTokens'?: (number | string | Long);
  /**
   * Seconds spent waiting for models.
   */
  'modelSeconds'?: (number | string);
  /**
   * Facts kept, by kind/source.
   */
  'factsBySource'?: ({[key: string]: number | string | Long});
  /**
   * Facts that checks refused, facts of models dropped, and parts of filings that give none, by reason.
   */
  'drops'?: ({[key: string]: number | string | Long});
  /**
   * Jobs that ran with rules although auto would have used a model.
   */
  'autoWithoutModel'?: (number | string | Long);
  /**
   * Texts of filings that were above a bound, and cut with an ellipsis at the end.
   */
  'textsCut'?: (number | string | Long);
}

/**
 * What the workers counted, summed since the coordinator started.
 */
export interface Totals__Output {
  /**
   * Bytes of filings processed.
   */
  'bytes': (number);
  /**
   * Requests to models.
   */
  'modelCalls': (number);
  /**
   * Answers from caches.
   */
  'modelCacheHits': (number);
  /**
   * Tokens given to models.
   */
  'promptTokens': (number);
  /**
   * Tokens answered.
   */
  'outputTokens': (number);
  /**
   * Seconds spent waiting for models.
   */
  'modelSeconds': (number);
  /**
   * Facts kept, by kind/source.
   */
  'factsBySource': ({[key: string]: number});
  /**
   * Facts that checks refused, facts of models dropped, and parts of filings that give none, by reason.
   */
  'drops': ({[key: string]: number});
  /**
   * Jobs that ran with rules although auto would have used a model.
   */
  'autoWithoutModel': (number);
  /**
   * Texts of filings that were above a bound, and cut with an ellipsis at the end.
   */
  'textsCut': (number);
}
