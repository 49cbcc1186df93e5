// Original file: ../../proto/filigree/v1/control.proto

import type { CurrentJob as _filigree_v1_CurrentJob, CurrentJob__Output as _filigree_v1_CurrentJob__Output } from '../../filigree/v1/CurrentJob.ts';
import type { Long } from '@grpc/proto-loader';

/**
 * One connected worker, or one whose leases are still live.
 */
export interface WorkerStatus {
  /**
   * Its label, with a number where another live worker has the same: `twin`, `twin (2)`.
   */
  'id'?: (string);
  /**
   * Tells this life of it from its others; made by the coordinator, and good for nothing else.
   */
  'life'?: (string);
  /**
   * Host name.
   */
  'host'?: (string);
  /**
   * Software version.
   */
  'version'?: (string);
  /**
   * Jobs it can process at once.
   */
  'slots'?: (number);
  /**
   * Jobs it holds.
   */
  'busy'?: (number);
  /**
   * Jobs it completed since it connected first.
   */
  'completed'?: (number | string | Long);
  /**
   * Jobs it failed.
   */
  'failed'?: (number | string | Long);
  /**
   * Milliseconds since it was heard.
   */
  'beatAgeMs'?: (number | string | Long);
  /**
   * Lateness of its event loop, milliseconds.
   */
  'loopLagMs'?: (number | string);
  /**
   * Resident memory, bytes.
   */
  'rssBytes'?: (number | string | Long);
  /**
   * Share of one core.
   */
  'cpu'?: (number | string);
  /**
   * The stream is open.
   */
  'connected'?: (boolean);
  /**
   * It takes nothing new.
   */
  'draining'?: (boolean);
  /**
   * The model that it can ask; empty when none.
   */
  'model'?: (string);
  /**
   * What it works on.
   */
  'current'?: (_filigree_v1_CurrentJob)[];
}

/**
 * One connected worker, or one whose leases are still live.
 */
export interface WorkerStatus__Output {
  /**
   * Its label, with a number where another live worker has the same: `twin`, `twin (2)`.
   */
  'id': (string);
  /**
   * Tells this life of it from its others; made by the coordinator, and good for nothing else.
   */
  'life': (string);
  /**
   * Host name.
   */
  'host': (string);
  /**
   * Software version.
   */
  'version': (string);
  /**
   * Jobs it can process at once.
   */
  'slots': (number);
  /**
   * Jobs it holds.
   */
  'busy': (number);
  /**
   * Jobs it completed since it connected first.
   */
  'completed': (number);
  /**
   * Jobs it failed.
   */
  'failed': (number);
  /**
   * Milliseconds since it was heard.
   */
  'beatAgeMs': (number);
  /**
   * Lateness of its event loop, milliseconds.
   */
  'loopLagMs': (number);
  /**
   * Resident memory, bytes.
   */
  'rssBytes': (number);
  /**
   * Share of one core.
   */
  'cpu': (number);
  /**
   * The stream is open.
   */
  'connected': (boolean);
  /**
   * It takes nothing new.
   */
  'draining': (boolean);
  /**
   * The model that it can ask; empty when none.
   */
  'model': (string);
  /**
   * What it works on.
   */
  'current': (_filigree_v1_CurrentJob__Output)[];
}
