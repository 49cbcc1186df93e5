// Original file: ../../proto/filigree/v1/worker.proto

import type { Long } from '@grpc/proto-loader';

/**
 * A part of a delta, at most 256 KiB.
 */
export interface DeltaPart {
  /**
   * The lease's token.
   */
  'token'?: (number | string | Long);
  /**
   * 0, 1, 2, ...
   */
  'index'?: (number);
  /**
   * The bytes.
   */
  'data'?: (Buffer | Uint8Array | string);
}

/**
 * A part of a delta, at most 256 KiB.
 */
export interface DeltaPart__Output {
  /**
   * The lease's token.
   */
  'token': (number);
  /**
   * 0, 1, 2, ...
   */
  'index': (number);
  /**
   * The bytes.
   */
  'data': (Buffer);
}
