// Original file: ../../proto/filigree/v1/control.proto

import type { Long } from '@grpc/proto-loader';

/**
 * A service that said slow down: no job that needs it is granted for a while.
 */
export interface OverloadedResource {
  /**
   * neo4j, ollama, sec or disk.
   */
  'resource'?: (string);
  /**
   * Milliseconds until its jobs are tried again; ten minutes at most.
   */
  'opensInMs'?: (number | string | Long);
  /**
   * The worker that was refused last.
   */
  'worker'?: (string);
}

/**
 * A service that said slow down: no job that needs it is granted for a while.
 */
export interface OverloadedResource__Output {
  /**
   * neo4j, ollama, sec or disk.
   */
  'resource': (string);
  /**
   * Milliseconds until its jobs are tried again; ten minutes at most.
   */
  'opensInMs': (number);
  /**
   * The worker that was refused last.
   */
  'worker': (string);
}
