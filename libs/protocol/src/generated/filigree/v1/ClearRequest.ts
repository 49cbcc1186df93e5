// Original file: ../../proto/filigree/v1/control.proto


/**
 * What to forget.
 */
export interface ClearRequest {
  /**
   * completed, failed, cancelled; empty means all three.
   */
  'states'?: (string)[];
}

/**
 * What to forget.
 */
export interface ClearRequest__Output {
  /**
   * completed, failed, cancelled; empty means all three.
   */
  'states': (string)[];
}
