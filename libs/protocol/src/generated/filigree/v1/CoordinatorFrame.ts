// Original file: ../../proto/filigree/v1/worker.proto

import type { Welcome as _filigree_v1_Welcome, Welcome__Output as _filigree_v1_Welcome__Output } from '../../filigree/v1/Welcome.ts';
import type { Lease as _filigree_v1_Lease, Lease__Output as _filigree_v1_Lease__Output } from '../../filigree/v1/Lease.ts';
import type { BeatAck as _filigree_v1_BeatAck, BeatAck__Output as _filigree_v1_BeatAck__Output } from '../../filigree/v1/BeatAck.ts';
import type { Settled as _filigree_v1_Settled, Settled__Output as _filigree_v1_Settled__Output } from '../../filigree/v1/Settled.ts';
import type { Long } from '@grpc/proto-loader';

/**
 * Coordinator to worker.
 */
export interface CoordinatorFrame {
  /**
   * Only in the first frame, the answer to Hello.
   */
  'welcome'?: (_filigree_v1_Welcome | null);
  /**
   * New leases, never more than the credit left.
   */
  'leases'?: (_filigree_v1_Lease)[];
  /**
   * The answer to a Beat.
   */
  'beatAck'?: (_filigree_v1_BeatAck | null);
  /**
   * What became of Completed, Failed and Released.
   */
  'settled'?: (_filigree_v1_Settled)[];
  /**
   * Tokens whose jobs were cancelled: stop before the graph write if that is possible.
   */
  'cancel'?: (number | string | Long)[];
  /**
   * Finish what you hold, take nothing new, then leave.
   */
  'drain'?: (boolean);
}

/**
 * Coordinator to worker.
 */
export interface CoordinatorFrame__Output {
  /**
   * Only in the first frame, the answer to Hello.
   */
  'welcome': (_filigree_v1_Welcome__Output | null);
  /**
   * New leases, never more than the credit left.
   */
  'leases': (_filigree_v1_Lease__Output)[];
  /**
   * The answer to a Beat.
   */
  'beatAck': (_filigree_v1_BeatAck__Output | null);
  /**
   * What became of Completed, Failed and Released.
   */
  'settled': (_filigree_v1_Settled__Output)[];
  /**
   * Tokens whose jobs were cancelled: stop before the graph write if that is possible.
   */
  'cancel': (number)[];
  /**
   * Finish what you hold, take nothing new, then leave.
   */
  'drain': (boolean);
}
