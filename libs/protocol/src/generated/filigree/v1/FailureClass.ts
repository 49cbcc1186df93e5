// Original file: ../../proto/filigree/v1/worker.proto

/**
 * Why a job failed, and what that means for it.
 */
export const FailureClass = {
  /**
   * Not said; taken as retryable.
   */
  FAILURE_CLASS_UNSPECIFIED: 'FAILURE_CLASS_UNSPECIFIED',
  /**
   * Tried again after a backoff; three of these end the job.
   */
  FAILURE_CLASS_RETRYABLE: 'FAILURE_CLASS_RETRYABLE',
  /**
   * The filing itself is bad: the job has failed.
   */
  FAILURE_CLASS_FATAL: 'FAILURE_CLASS_FATAL',
  /**
   * A service says slow down: spends no attempt.
   */
  FAILURE_CLASS_OVERLOADED: 'FAILURE_CLASS_OVERLOADED',
  /**
   * The worker is unfit: the job is released and the worker drained.
   */
  FAILURE_CLASS_WORKER: 'FAILURE_CLASS_WORKER',
} as const;

/**
 * Why a job failed, and what that means for it.
 */
export type FailureClass =
  /**
   * Not said; taken as retryable.
   */
  | 'FAILURE_CLASS_UNSPECIFIED'
  | 0
  /**
   * Tried again after a backoff; three of these end the job.
   */
  | 'FAILURE_CLASS_RETRYABLE'
  | 1
  /**
   * The filing itself is bad: the job has failed.
   */
  | 'FAILURE_CLASS_FATAL'
  | 2
  /**
   * A service says slow down: spends no attempt.
   */
  | 'FAILURE_CLASS_OVERLOADED'
  | 3
  /**
   * The worker is unfit: the job is released and the worker drained.
   */
  | 'FAILURE_CLASS_WORKER'
  | 4

/**
 * Why a job failed, and what that means for it.
 */
export type FailureClass__Output = typeof FailureClass[keyof typeof FailureClass]
