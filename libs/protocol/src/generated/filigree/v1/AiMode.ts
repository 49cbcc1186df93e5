// Original file: ../../proto/filigree/v1/worker.proto

/**
 * Whether a job uses the local model.
 */
export const AiMode = {
  /**
   * Not said; the receiver refuses it.
   */
  AI_MODE_UNSPECIFIED: 'AI_MODE_UNSPECIFIED',
  /**
   * The model where the worker has one, else rules.
   */
  AI_MODE_AUTO: 'AI_MODE_AUTO',
  /**
   * Waits for a worker with the model.
   */
  AI_MODE_ON: 'AI_MODE_ON',
  /**
   * Rules only.
   */
  AI_MODE_OFF: 'AI_MODE_OFF',
} as const;

/**
 * Whether a job uses the local model.
 */
export type AiMode =
  /**
   * Not said; the receiver refuses it.
   */
  | 'AI_MODE_UNSPECIFIED'
  | 0
  /**
   * The model where the worker has one, else rules.
   */
  | 'AI_MODE_AUTO'
  | 1
  /**
   * Waits for a worker with the model.
   */
  | 'AI_MODE_ON'
  | 2
  /**
   * Rules only.
   */
  | 'AI_MODE_OFF'
  | 3

/**
 * Whether a job uses the local model.
 */
export type AiMode__Output = typeof AiMode[keyof typeof AiMode]
