// Original file: ../../proto/filigree/v1/worker.proto

import type { Long } from '@grpc/proto-loader';

/**
 * What a worker counted while it processed one filing.
 */
export interface JobSummary {
  /**
   * Size of the filing, bytes.
   */
  'bytes'?: (number | string | Long);
  /**
   * Milliseconds spent reading the container and making text.
   */
  'readMs'?: (number | string);
  /**
   * Milliseconds spent in rules.
   */
  'extractMs'?: (number | string);
  /**
   * Milliseconds spent writing the graph.
   */
  'graphMs'?: (number | string);
  /**
   * Milliseconds spent waiting for the model.
   */
  'modelMs'?: (number | string);
  /**
   * Requests to the model.
   */
  'modelCalls'?: (number);
  /**
   * Answers that came from the cache.
   */
  'modelCacheHits'?: (number);
  /**
   * Tokens given to the model.
   */
  'promptTokens'?: (number | string | Long);
  /**
   * Tokens that it answered with.
   */
  'outputTokens'?: (number | string | Long);
  /**
   * Facts kept, by kind/source, e.g. roles/signature-block.
   */
  'factsBySource'?: ({[key: string]: number});
  /**
   * Facts that checks refused, facts of models dropped, and parts of filings that give none, by reason.
   */
  'drops'?: ({[key: string]: number});
  /**
   * Nodes in this filing's delta.
   */
  'nodes'?: (number);
  /**
   * Relationships in this filing's delta.
   */
  'relationships'?: (number);
  /**
   * rules or model: what ran.
   */
  'ran'?: (string);
  /**
   * Texts of the filing that were above a bound, and cut with an ellipsis at the end.
   */
  'textsCut'?: (number);
}

/**
 * What a worker counted while it processed one filing.
 */
export interface JobSummary__Output {
  /**
   * Size of the filing, bytes.
   */
  'bytes': (number);
  /**
   * Milliseconds spent reading the container and making text.
   */
  'readMs': (number);
  /**
   * Milliseconds spent in rules.
   */
  'extractMs': (number);
  /**
   * Milliseconds spent writing the graph.
   */
  'graphMs': (number);
  /**
   * Milliseconds spent waiting for the model.
   */
  'modelMs': (number);
  /**
   * Requests to the model.
   */
  'modelCalls': (number);
  /**
   * Answers that came from the cache.
   */
  'modelCacheHits': (number);
  /**
   * Tokens given to the model.
   */
  'promptTokens': (number);
  /**
   * Tokens that it answered with.
   */
  'outputTokens': (number);
  /**
   * Facts kept, by kind/source, e.g. roles/signature-block.
   */
  'factsBySource': ({[key: string]: number});
  /**
   * Facts that checks refused, facts of models dropped, and parts of filings that give none, by reason.
   */
  'drops': ({[key: string]: number});
  /**
   * Nodes in this filing's delta.
   */
  'nodes': (number);
  /**
   * Relationships in this filing's delta.
   */
  'relationships': (number);
  /**
   * rules or model: what ran.
   */
  'ran': (string);
  /**
   * Texts of the filing that were above a bound, and cut with an ellipsis at the end.
   */
  'textsCut': (number);
}
