// Original file: ../../proto/filigree/v1/worker.proto

import type { FailureClass as _filigree_v1_FailureClass, FailureClass__Output as _filigree_v1_FailureClass__Output } from '../../filigree/v1/FailureClass.ts';
import type { Long } from '@grpc/proto-loader';

/**
 * A job failed.
 */
export interface Failed {
  /**
   * The lease's token.
   */
  'token'?: (number | string | Long);
  /**
   * What kind of failure.
   */
  'failureClass'?: (_filigree_v1_FailureClass);
  /**
   * One line for a person.
   */
  'message'?: (string);
  /**
   * Stack or response, for the log.
   */
  'detail'?: (string);
  /**
   * neo4j, ollama, sec, disk, or empty.
   */
  'resource'?: (string);
  /**
   * The service's own wish, milliseconds; 0 when it has none.
   */
  'retryAfterMs'?: (number);
}

/**
 * A job failed.
 */
export interface Failed__Output {
  /**
   * The lease's token.
   */
  'token': (number);
  /**
   * What kind of failure.
   */
  'failureClass': (_filigree_v1_FailureClass__Output);
  /**
   * One line for a person.
   */
  'message': (string);
  /**
   * Stack or response, for the log.
   */
  'detail': (string);
  /**
   * neo4j, ollama, sec, disk, or empty.
   */
  'resource': (string);
  /**
   * The service's own wish, milliseconds; 0 when it has none.
   */
  'retryAfterMs': (number);
}
