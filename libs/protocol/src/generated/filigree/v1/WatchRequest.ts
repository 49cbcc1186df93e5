// Original file: ../../proto/filigree/v1/control.proto


/**
 * What to watch.
 */
export interface WatchRequest {
  /**
   * Facts found travel too.
   */
  'facts'?: (boolean);
  /**
   * The worker whose log lines travel as events of kind log; empty means none.
   */
  'workerLog'?: (string);
}

/**
 * What to watch.
 */
export interface WatchRequest__Output {
  /**
   * Facts found travel too.
   */
  'facts': (boolean);
  /**
   * The worker whose log lines travel as events of kind log; empty means none.
   */
  'workerLog': (string);
}
