// Original file: ../../proto/filigree/v1/control.proto

import type { JobCounts as _filigree_v1_JobCounts, JobCounts__Output as _filigree_v1_JobCounts__Output } from '../../filigree/v1/JobCounts.ts';
import type { Standstill as _filigree_v1_Standstill, Standstill__Output as _filigree_v1_Standstill__Output } from '../../filigree/v1/Standstill.ts';
import type { GraphTotals as _filigree_v1_GraphTotals, GraphTotals__Output as _filigree_v1_GraphTotals__Output } from '../../filigree/v1/GraphTotals.ts';
import type { Totals as _filigree_v1_Totals, Totals__Output as _filigree_v1_Totals__Output } from '../../filigree/v1/Totals.ts';
import type { Long } from '@grpc/proto-loader';

/**
 * How it stands.
 */
export interface WaitUpdate {
  /**
   * Jobs of what is waited for.
   */
  'jobs'?: (_filigree_v1_JobCounts | null);
  /**
   * Filings that were there before.
   */
  'alreadyDone'?: (number | string | Long);
  /**
   * It has ended; the last message.
   */
  'ended'?: (boolean);
  /**
   * Milliseconds since the run began; of everything, since the first run began that had not ended when the wait began.
   */
  'elapsedMs'?: (number | string | Long);
  /**
   * Jobs settled a second, over the last ten seconds.
   */
  'ratePerSecond'?: (number | string);
  /**
   * Why it stands still; empty while it moves.
   */
  'standstill'?: (_filigree_v1_Standstill)[];
  /**
   * In the last message: what the graph holds.
   */
  'graph'?: (_filigree_v1_GraphTotals | null);
  /**
   * In the last message: what was counted.
   */
  'totals'?: (_filigree_v1_Totals | null);
}

/**
 * How it stands.
 */
export interface WaitUpdate__Output {
  /**
   * Jobs of what is waited for.
   */
  'jobs': (_filigree_v1_JobCounts__Output | null);
  /**
   * Filings that were there before.
   */
  'alreadyDone': (number);
  /**
   * It has ended; the last message.
   */
  'ended': (boolean);
  /**
   * Milliseconds since the run began; of everything, since the first run began that had not ended when the wait began.
   */
  'elapsedMs': (number);
  /**
   * Jobs settled a second, over the last ten seconds.
   */
  'ratePerSecond': (number);
  /**
   * Why it stands still; empty while it moves.
   */
  'standstill': (_filigree_v1_Standstill__Output)[];
  /**
   * In the last message: what the graph holds.
   */
  'graph': (_filigree_v1_GraphTotals__Output | null);
  /**
   * In the last message: what was counted.
   */
  'totals': (_filigree_v1_Totals__Output | null);
}
