// Original file: ../../proto/filigree/v1/worker.proto

import type { Long } from '@grpc/proto-loader';

// Original file: ../../proto/filigree/v1/worker.proto

/**
 * What became of it.
 */
export const _filigree_v1_Settled_Verdict = {
  /**
   * Not said.
   */
  VERDICT_UNSPECIFIED: 'VERDICT_UNSPECIFIED',
  /**
   * It counts.
   */
  VERDICT_ACCEPTED: 'VERDICT_ACCEPTED',
  /**
   * It had been accepted before.
   */
  VERDICT_DUPLICATE: 'VERDICT_DUPLICATE',
  /**
   * The job belongs to a newer token or has ended.
   */
  VERDICT_STALE: 'VERDICT_STALE',
} as const;

/**
 * What became of it.
 */
export type _filigree_v1_Settled_Verdict =
  /**
   * Not said.
   */
  | 'VERDICT_UNSPECIFIED'
  | 0
  /**
   * It counts.
   */
  | 'VERDICT_ACCEPTED'
  | 1
  /**
   * It had been accepted before.
   */
  | 'VERDICT_DUPLICATE'
  | 2
  /**
   * The job belongs to a newer token or has ended.
   */
  | 'VERDICT_STALE'
  | 3

/**
 * What became of it.
 */
export type _filigree_v1_Settled_Verdict__Output = typeof _filigree_v1_Settled_Verdict[keyof typeof _filigree_v1_Settled_Verdict]

/**
 * The fate of a result.
 */
export interface Settled {
  /**
   * The lease's token.
   */
  'token'?: (number | string | Long);
  /**
   * What became of it.
   */
  'verdict'?: (_filigree_v1_Settled_Verdict);
}

/**
 * The fate of a result.
 */
export interface Settled__Output {
  /**
   * The lease's token.
   */
  'token': (number);
  /**
   * What became of it.
   */
  'verdict': (_filigree_v1_Settled_Verdict__Output);
}
