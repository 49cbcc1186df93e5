// Original file: ../../proto/filigree/v1/control.proto

import type { JobCounts as _filigree_v1_JobCounts, JobCounts__Output as _filigree_v1_JobCounts__Output } from '../../filigree/v1/JobCounts.ts';
import type { WorkerStatus as _filigree_v1_WorkerStatus, WorkerStatus__Output as _filigree_v1_WorkerStatus__Output } from '../../filigree/v1/WorkerStatus.ts';
import type { RunStatus as _filigree_v1_RunStatus, RunStatus__Output as _filigree_v1_RunStatus__Output } from '../../filigree/v1/RunStatus.ts';
import type { Totals as _filigree_v1_Totals, Totals__Output as _filigree_v1_Totals__Output } from '../../filigree/v1/Totals.ts';
import type { GraphTotals as _filigree_v1_GraphTotals, GraphTotals__Output as _filigree_v1_GraphTotals__Output } from '../../filigree/v1/GraphTotals.ts';
import type { QueueHealth as _filigree_v1_QueueHealth, QueueHealth__Output as _filigree_v1_QueueHealth__Output } from '../../filigree/v1/QueueHealth.ts';
import type { Standstill as _filigree_v1_Standstill, Standstill__Output as _filigree_v1_Standstill__Output } from '../../filigree/v1/Standstill.ts';
import type { OverloadedResource as _filigree_v1_OverloadedResource, OverloadedResource__Output as _filigree_v1_OverloadedResource__Output } from '../../filigree/v1/OverloadedResource.ts';
import type { Long } from '@grpc/proto-loader';

/**
 * The state of everything.
 */
export interface Status {
  /**
   * Jobs by state.
   */
  'jobs'?: (_filigree_v1_JobCounts | null);
  /**
   * Workers, by id; the first 1,000, and of what they work on the first 3,000 jobs.
   */
  'workers'?: (_filigree_v1_WorkerStatus)[];
  /**
   * Runs, newest first, at most 20.
   */
  'runs'?: (_filigree_v1_RunStatus)[];
  /**
   * The coordinator's life.
   */
  'epoch'?: (number);
  /**
   * Milliseconds since it started.
   */
  'uptimeMs'?: (number | string | Long);
  /**
   * What was counted.
   */
  'totals'?: (_filigree_v1_Totals | null);
  /**
   * The graph.
   */
  'graph'?: (_filigree_v1_GraphTotals | null);
  /**
   * The queue.
   */
  'queue'?: (_filigree_v1_QueueHealth | null);
  /**
   * Why nothing moves; empty while it does.
   */
  'standstill'?: (_filigree_v1_Standstill)[];
  /**
   * Software version of the coordinator.
   */
  'version'?: (string);
  /**
   * Services that said slow down; empty while none does. Resume tries them at once.
   */
  'overloaded'?: (_filigree_v1_OverloadedResource)[];
  /**
   * Workers beyond those.
   */
  'moreWorkers'?: (number);
}

/**
 * The state of everything.
 */
export interface Status__Output {
  /**
   * Jobs by state.
   */
  'jobs': (_filigree_v1_JobCounts__Output | null);
  /**
   * Workers, by id; the first 1,000, and of what they work on the first 3,000 jobs.
   */
  'workers': (_filigree_v1_WorkerStatus__Output)[];
  /**
   * Runs, newest first, at most 20.
   */
  'runs': (_filigree_v1_RunStatus__Output)[];
  /**
   * The coordinator's life.
   */
  'epoch': (number);
  /**
   * Milliseconds since it started.
   */
  'uptimeMs': (number);
  /**
   * What was counted.
   */
  'totals': (_filigree_v1_Totals__Output | null);
  /**
   * The graph.
   */
  'graph': (_filigree_v1_GraphTotals__Output | null);
  /**
   * The queue.
   */
  'queue': (_filigree_v1_QueueHealth__Output | null);
  /**
   * Why nothing moves; empty while it does.
   */
  'standstill': (_filigree_v1_Standstill__Output)[];
  /**
   * Software version of the coordinator.
   */
  'version': (string);
  /**
   * Services that said slow down; empty while none does. Resume tries them at once.
   */
  'overloaded': (_filigree_v1_OverloadedResource__Output)[];
  /**
   * Workers beyond those.
   */
  'moreWorkers': (number);
}
