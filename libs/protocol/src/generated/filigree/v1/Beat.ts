// Original file: ../../proto/filigree/v1/worker.proto

import type { LeaseBeat as _filigree_v1_LeaseBeat, LeaseBeat__Output as _filigree_v1_LeaseBeat__Output } from '../../filigree/v1/LeaseBeat.ts';
import type { Capabilities as _filigree_v1_Capabilities, Capabilities__Output as _filigree_v1_Capabilities__Output } from '../../filigree/v1/Capabilities.ts';
import type { Long } from '@grpc/proto-loader';

/**
 * Extends the leases that it names, and no other.
 */
export interface Beat {
  /**
   * Lateness of the worker's event loop, milliseconds.
   */
  'loopLagMs'?: (number | string);
  /**
   * Resident memory, bytes.
   */
  'rssBytes'?: (number | string | Long);
  /**
   * Processor time since the last beat over the time passed; 1 is one core.
   */
  'cpu'?: (number | string);
  /**
   * Leases whose thread has advanced.
   */
  'leases'?: (_filigree_v1_LeaseBeat)[];
  /**
   * As in Hello, now.
   */
  'capabilities'?: (_filigree_v1_Capabilities | null);
}

/**
 * Extends the leases that it names, and no other.
 */
export interface Beat__Output {
  /**
   * Lateness of the worker's event loop, milliseconds.
   */
  'loopLagMs': (number);
  /**
   * Resident memory, bytes.
   */
  'rssBytes': (number);
  /**
   * Processor time since the last beat over the time passed; 1 is one core.
   */
  'cpu': (number);
  /**
   * Leases whose thread has advanced.
   */
  'leases': (_filigree_v1_LeaseBeat__Output)[];
  /**
   * As in Hello, now.
   */
  'capabilities': (_filigree_v1_Capabilities__Output | null);
}
