// Original file: ../../proto/filigree/v1/control.proto


/**
 * Why nothing moves.
 */
export interface Standstill {
  /**
   * no_worker, paused, no_model, no_credit, silent, overloaded, graph_behind, disk_full, draining, backoff or starting.
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
   * no_worker, paused, no_model, no_credit, silent, overloaded, graph_behind, disk_full, draining, backoff or starting.
   */
  'reason': (string);
  /**
   * One line for a person, with the command that helps.
   */
  'text': (string);
}
