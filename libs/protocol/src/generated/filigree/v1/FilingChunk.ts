// Original file: ../../proto/filigree/v1/worker.proto

import type { Long } from '@grpc/proto-loader';

/**
 * A piece of a filing, in order, at most 256 KiB.
 */
export interface FilingChunk {
  /**
   * The bytes.
   */
  'data'?: (Buffer | Uint8Array | string);
  /**
   * In the first chunk: size of the whole file, bytes.
   */
  'sizeBytes'?: (number | string | Long);
  /**
   * In the last chunk: SHA-256 of the whole file, 32 bytes.
   */
  'sha256'?: (Buffer | Uint8Array | string);
}

/**
 * A piece of a filing, in order, at most 256 KiB.
 */
export interface FilingChunk__Output {
  /**
   * The bytes.
   */
  'data': (Buffer);
  /**
   * In the first chunk: size of the whole file, bytes.
   */
  'sizeBytes': (number);
  /**
   * In the last chunk: SHA-256 of the whole file, 32 bytes.
   */
  'sha256': (Buffer);
}
