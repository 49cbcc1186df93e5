// Original file: ../../proto/filigree/v1/control.proto


/**
 * Why nothing moves.
 */
export interface Standstill {
  /**
   * no_workers, paused, no_model, overloaded, disk_full or backoff.
   */
  'reason'?: (string);
  /**
   * One line for a person, with the command that helps.
   */
  'text'?: (string);
}

/**
 * Why nothing moves.
 */
export interface Standstill__Output {
  /**
   * no_workers, paused, no_model, overloaded, disk_full or backoff.
   */
  'reason': (string);
  /**
   * One line for a person, with the command that helps.
   */
  'text': (string);
}
