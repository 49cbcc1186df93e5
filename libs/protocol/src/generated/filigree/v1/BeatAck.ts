// Original file: ../../proto/filigree/v1/worker.proto

import type { Long } from '@grpc/proto-loader';

/**
 * The answer to a Beat.
 */
export interface BeatAck {
  /**
   * Tokens that were named and are lost.
   */
  'lost'?: (number | string | Long)[];
}

/**
 * The answer to a Beat.
 */
export interface BeatAck__Output {
  /**
   * Tokens that were named and are lost.
   */
  'lost': (number)[];
}
