// Original file: ../../proto/filigree/v1/control.proto


/**
 * What it still holds.
 */
export interface DrainResponse {
  /**
   * Jobs.
   */
  'busy'?: (number);
}

/**
 * What it still holds.
 */
export interface DrainResponse__Output {
  /**
   * Jobs.
   */
  'busy': (number);
}
