// Original file: ../../proto/filigree/v1/worker.proto

import type { AiMode as _filigree_v1_AiMode, AiMode__Output as _filigree_v1_AiMode__Output } from '../../filigree/v1/AiMode.ts';

/**
 * What a worker can do beyond rules; repeated in each Beat because a model may come and go.
 */
export interface Capabilities {
  /**
   * The model it can ask now; empty when none.
   */
  'model'?: (string);
  /**
   * The mode that the worker was started with.
   */
  'ai'?: (_filigree_v1_AiMode);
  /**
   * It writes the graph itself (Neo4j); false: the delta travels with Completed.
   */
  'writesGraph'?: (boolean);
  /**
   * Version of the extractor; part of what makes two jobs the same.
   */
  'extractorVersion'?: (string);
}

/**
 * What a worker can do beyond rules; repeated in each Beat because a model may come and go.
 */
export interface Capabilities__Output {
  /**
   * The model it can ask now; empty when none.
   */
  'model': (string);
  /**
   * The mode that the worker was started with.
   */
  'ai': (_filigree_v1_AiMode__Output);
  /**
   * It writes the graph itself (Neo4j); false: the delta travels with Completed.
   */
  'writesGraph': (boolean);
  /**
   * Version of the extractor; part of what makes two jobs the same.
   */
  'extractorVersion': (string);
}
