// Original file: ../../proto/filigree/v1/control.proto


/**
 * Which worker.
 */
export interface DrainRequest {
  /**
   * Its label.
   */
  'worker'?: (string);
}

/**
 * Which worker.
 */
export interface DrainRequest__Output {
  /**
   * Its label.
   */
  'worker': (string);
}
