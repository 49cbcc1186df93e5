// Original file: ../../proto/filigree/v1/control.proto


/**
 * A question to the graph.
 */
export interface AskGraphRequest {
  /**
   * company, person, filing, events, stats, query or resolve.
   */
  'question'?: (string);
  /**
   * Its arguments as a JSON object.
   */
  'argumentsJson'?: (string);
}

/**
 * A question to the graph.
 */
export interface AskGraphRequest__Output {
  /**
   * company, person, filing, events, stats, query or resolve.
   */
  'question': (string);
  /**
   * Its arguments as a JSON object.
   */
  'argumentsJson': (string);
}
