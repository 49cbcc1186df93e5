// Original file: ../../proto/filigree/v1/control.proto


/**
 * Lines without their newline, as many as were ready, at most 256 KiB.
 */
export interface GraphLines {
  /**
   * JSON, one object a line.
   */
  'lines'?: (string)[];
}

/**
 * Lines without their newline, as many as were ready, at most 256 KiB.
 */
export interface GraphLines__Output {
  /**
   * JSON, one object a line.
   */
  'lines': (string)[];
}
