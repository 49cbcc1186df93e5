// Original file: ../../proto/filigree/v1/worker.proto

import type { Capabilities as _filigree_v1_Capabilities, Capabilities__Output as _filigree_v1_Capabilities__Output } from '../../filigree/v1/Capabilities.ts';
import type { Long } from '@grpc/proto-loader';

/**
 * Who the worker is and what it still holds.
 */
export interface Hello {
  /**
   * A label for people, HOST-PID by default.
   */
  'workerId'?: (string);
  /**
   * Identity of this life of the process; a restarted worker has a new one. It proves nothing: secret does.
   */
  'bootId'?: (string);
  /**
   * Host name.
   */
  'host'?: (string);
  /**
   * Version of the worker's software.
   */
  'version'?: (string);
  /**
   * Leases it may hold at once.
   */
  'slots'?: (number);
  /**
   * What it can do.
   */
  'capabilities'?: (_filigree_v1_Capabilities | null);
  /**
   * Free labels of the operator.
   */
  'labels'?: ({[key: string]: string});
  /**
   * Every token of this boot that is not settled, finished ones included.
   */
  'held'?: (number | string | Long)[];
  /**
   * Of the slots, those that only read ahead while the others are busy; filled only while more jobs wait than all workers
   * can do at once. 0 when each slot is as good as the next.
   */
  'ahead'?: (number);
  /**
   * Welcome.secret of an earlier stream of this boot; empty on the first. Without it, or with other credentials than then,
   * the worker begins anew: nothing of held is taken up again.
   */
  'secret'?: (string);
}

/**
 * Who the worker is and what it still holds.
 */
export interface Hello__Output {
  /**
   * A label for people, HOST-PID by default.
   */
  'workerId': (string);
  /**
   * Identity of this life of the process; a restarted worker has a new one. It proves nothing: secret does.
   */
  'bootId': (string);
  /**
   * Host name.
   */
  'host': (string);
  /**
   * Version of the worker's software.
   */
  'version': (string);
  /**
   * Leases it may hold at once.
   */
  'slots': (number);
  /**
   * What it can do.
   */
  'capabilities': (_filigree_v1_Capabilities__Output | null);
  /**
   * Free labels of the operator.
   */
  'labels': ({[key: string]: string});
  /**
   * Every token of this boot that is not settled, finished ones included.
   */
  'held': (number)[];
  /**
   * Of the slots, those that only read ahead while the others are busy; filled only while more jobs wait than all workers
   * can do at once. 0 when each slot is as good as the next.
   */
  'ahead': (number);
  /**
   * Welcome.secret of an earlier stream of this boot; empty on the first. Without it, or with other credentials than then,
   * the worker begins anew: nothing of held is taken up again.
   */
  'secret': (string);
}
