// Original file: ../../proto/filigree/v1/control.proto


/**
 * What to wait for.
 */
export interface WaitRequest {
  /**
   * A run; empty means everything.
   */
  'runId'?: (string);
}

/**
 * What to wait for.
 */
export interface WaitRequest__Output {
  /**
   * A run; empty means everything.
   */
  'runId': (string);
}
