// Original file: ../../proto/filigree/v1/worker.proto

import type { JobSummary as _filigree_v1_JobSummary, JobSummary__Output as _filigree_v1_JobSummary__Output } from '../../filigree/v1/JobSummary.ts';
import type { FactLine as _filigree_v1_FactLine, FactLine__Output as _filigree_v1_FactLine__Output } from '../../filigree/v1/FactLine.ts';
import type { Long } from '@grpc/proto-loader';

/**
 * A job is done.
 */
export interface Completed {
  /**
   * The lease's token.
   */
  'token'?: (number | string | Long);
  /**
   * What was counted.
   */
  'summary'?: (_filigree_v1_JobSummary | null);
  /**
   * For the live feed of the monitor, at most 20.
   */
  'facts'?: (_filigree_v1_FactLine)[];
  /**
   * The graph delta, or its last part where delta_parts came before; empty when the worker wrote the graph itself.
   */
  'delta'?: (Buffer | Uint8Array | string);
  /**
   * Size of the whole delta in bytes; 0 when there is none.
   */
  'deltaBytes'?: (number | string | Long);
  /**
   * Number of delta_parts that came before on this stream.
   */
  'deltaPartCount'?: (number);
}

/**
 * A job is done.
 */
export interface Completed__Output {
  /**
   * The lease's token.
   */
  'token': (number);
  /**
   * What was counted.
   */
  'summary': (_filigree_v1_JobSummary__Output | null);
  /**
   * For the live feed of the monitor, at most 20.
   */
  'facts': (_filigree_v1_FactLine__Output)[];
  /**
   * The graph delta, or its last part where delta_parts came before; empty when the worker wrote the graph itself.
   */
  'delta': (Buffer);
  /**
   * Size of the whole delta in bytes; 0 when there is none.
   */
  'deltaBytes': (number);
  /**
   * Number of delta_parts that came before on this stream.
   */
  'deltaPartCount': (number);
}
