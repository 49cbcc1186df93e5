// Original file: ../../proto/filigree/v1/control.proto

import type { Long } from '@grpc/proto-loader';

/**
 * What the graph holds.
 */
export interface GraphTotals {
  /**
   * sqlite or neo4j, with the file or the address (never a password).
   */
  'graph'?: (string);
  /**
   * Company nodes.
   */
  'companies'?: (number | string | Long);
  /**
   * Person nodes.
   */
  'people'?: (number | string | Long);
  /**
   * Event nodes.
   */
  'events'?: (number | string | Long);
  /**
   * Filing nodes.
   */
  'filings'?: (number | string | Long);
  /**
   * Relationships of all types.
   */
  'relationships'?: (number | string | Long);
  /**
   * Nodes of all labels.
   */
  'nodes'?: (number | string | Long);
}

/**
 * What the graph holds.
 */
export interface GraphTotals__Output {
  /**
   * sqlite or neo4j, with the file or the address (never a password).
   */
  'graph': (string);
  /**
   * Company nodes.
   */
  'companies': (number);
  /**
   * Person nodes.
   */
  'people': (number);
  /**
   * Event nodes.
   */
  'events': (number);
  /**
   * Filing nodes.
   */
  'filings': (number);
  /**
   * Relationships of all types.
   */
  'relationships': (number);
  /**
   * Nodes of all labels.
   */
  'nodes': (number);
}
