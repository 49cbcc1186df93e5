// Original file: ../../proto/filigree/v1/worker.proto

import type { AiMode as _filigree_v1_AiMode, AiMode__Output as _filigree_v1_AiMode__Output } from '../../filigree/v1/AiMode.ts';
import type { Long } from '@grpc/proto-loader';

/**
 * The right to one job until a deadline.
 */
export interface Lease {
  /**
   * Only ever rises; who holds an older one lost the job. Below 2^53.
   */
  'token'?: (number | string | Long);
  /**
   * The job's number.
   */
  'jobId'?: (number | string | Long);
  /**
   * The run that asked first.
   */
  'runId'?: (string);
  /**
   * The filing, e.g. 0000910662-10-000292, or sha256:... .
   */
  'accession'?: (string);
  /**
   * Below the filings directory numbered root, with forward slashes.
   */
  'path'?: (string);
  /**
   * Index into Welcome.roots.
   */
  'root'?: (number);
  /**
   * Size of the file, bytes.
   */
  'sizeBytes'?: (number | string | Long);
  /**
   * Whether to use the model.
   */
  'mode'?: (_filigree_v1_AiMode);
  /**
   * 1 for the first grant.
   */
  'attempt'?: (number);
  /**
   * Milliseconds until the deadline; no clock is shared.
   */
  'msLeft'?: (number);
}

/**
 * The right to one job until a deadline.
 */
export interface Lease__Output {
  /**
   * Only ever rises; who holds an older one lost the job. Below 2^53.
   */
  'token': (number);
  /**
   * The job's number.
   */
  'jobId': (number);
  /**
   * The run that asked first.
   */
  'runId': (string);
  /**
   * The filing, e.g. 0000910662-10-000292, or sha256:... .
   */
  'accession': (string);
  /**
   * Below the filings directory numbered root, with forward slashes.
   */
  'path': (string);
  /**
   * Index into Welcome.roots.
   */
  'root': (number);
  /**
   * Size of the file, bytes.
   */
  'sizeBytes': (number);
  /**
   * Whether to use the model.
   */
  'mode': (_filigree_v1_AiMode__Output);
  /**
   * 1 for the first grant.
   */
  'attempt': (number);
  /**
   * Milliseconds until the deadline; no clock is shared.
   */
  'msLeft': (number);
}
