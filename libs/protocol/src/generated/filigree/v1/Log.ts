// Original file: ../../proto/filigree/v1/worker.proto


/**
 * A line of the worker's log.
 */
export interface Log {
  /**
   * debug, info, warn or error.
   */
  'level'?: (string);
  /**
   * One line.
   */
  'text'?: (string);
}

/**
 * A line of the worker's log.
 */
export interface Log__Output {
  /**
   * debug, info, warn or error.
   */
  'level': (string);
  /**
   * One line.
   */
  'text': (string);
}
