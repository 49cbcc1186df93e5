// Original file: ../../proto/filigree/v1/worker.proto

import type { Hello as _filigree_v1_Hello, Hello__Output as _filigree_v1_Hello__Output } from '../../filigree/v1/Hello.ts';
import type { Beat as _filigree_v1_Beat, Beat__Output as _filigree_v1_Beat__Output } from '../../filigree/v1/Beat.ts';
import type { Completed as _filigree_v1_Completed, Completed__Output as _filigree_v1_Completed__Output } from '../../filigree/v1/Completed.ts';
import type { Failed as _filigree_v1_Failed, Failed__Output as _filigree_v1_Failed__Output } from '../../filigree/v1/Failed.ts';
import type { Log as _filigree_v1_Log, Log__Output as _filigree_v1_Log__Output } from '../../filigree/v1/Log.ts';
import type { DeltaPart as _filigree_v1_DeltaPart, DeltaPart__Output as _filigree_v1_DeltaPart__Output } from '../../filigree/v1/DeltaPart.ts';
import type { Long } from '@grpc/proto-loader';

/**
 * Worker to coordinator. A frame carries as many of each as were waiting when it was written and is never held back
 * to be filled. At most 1 MiB.
 */
export interface WorkerFrame {
  /**
   * Only in the first frame of a stream.
   */
  'hello'?: (_filigree_v1_Hello | null);
  /**
   * Leases that the worker will take in addition to what it was promised before; starts at 0 on each stream and never
   * exceeds the free slots.
   */
  'credit'?: (number);
  /**
   * Tokens whose processing has begun.
   */
  'started'?: (number | string | Long)[];
  /**
   * Liveness of the worker and of each lease.
   */
  'beat'?: (_filigree_v1_Beat | null);
  /**
   * Finished jobs; sent again until settled.
   */
  'completed'?: (_filigree_v1_Completed)[];
  /**
   * Failed jobs; sent again until settled.
   */
  'failed'?: (_filigree_v1_Failed)[];
  /**
   * Tokens given back unprocessed; sent again until settled.
   */
  'released'?: (number | string | Long)[];
  /**
   * Lines for the coordinator's log and the monitor.
   */
  'logs'?: (_filigree_v1_Log)[];
  /**
   * The worker leaves: it holds nothing any more and closes the stream after this frame.
   */
  'goodbye'?: (boolean);
  /**
   * Parts of deltas too large for one frame; they come before the Completed that ends them.
   */
  'deltaParts'?: (_filigree_v1_DeltaPart)[];
}

/**
 * Worker to coordinator. A frame carries as many of each as were waiting when it was written and is never held back
 * to be filled. At most 1 MiB.
 */
export interface WorkerFrame__Output {
  /**
   * Only in the first frame of a stream.
   */
  'hello': (_filigree_v1_Hello__Output | null);
  /**
   * Leases that the worker will take in addition to what it was promised before; starts at 0 on each stream and never
   * exceeds the free slots.
   */
  'credit': (number);
  /**
   * Tokens whose processing has begun.
   */
  'started': (number)[];
  /**
   * Liveness of the worker and of each lease.
   */
  'beat': (_filigree_v1_Beat__Output | null);
  /**
   * Finished jobs; sent again until settled.
   */
  'completed': (_filigree_v1_Completed__Output)[];
  /**
   * Failed jobs; sent again until settled.
   */
  'failed': (_filigree_v1_Failed__Output)[];
  /**
   * Tokens given back unprocessed; sent again until settled.
   */
  'released': (number)[];
  /**
   * Lines for the coordinator's log and the monitor.
   */
  'logs': (_filigree_v1_Log__Output)[];
  /**
   * The worker leaves: it holds nothing any more and closes the stream after this frame.
   */
  'goodbye': (boolean);
  /**
   * Parts of deltas too large for one frame; they come before the Completed that ends them.
   */
  'deltaParts': (_filigree_v1_DeltaPart__Output)[];
}
