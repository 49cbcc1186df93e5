// Original file: ../../proto/filigree/v1/control.proto

import type { Status as _filigree_v1_Status, Status__Output as _filigree_v1_Status__Output } from '../../filigree/v1/Status.ts';
import type { FeedEvent as _filigree_v1_FeedEvent, FeedEvent__Output as _filigree_v1_FeedEvent__Output } from '../../filigree/v1/FeedEvent.ts';
import type { FeedFact as _filigree_v1_FeedFact, FeedFact__Output as _filigree_v1_FeedFact__Output } from '../../filigree/v1/FeedFact.ts';

/**
 * What changed since the last message.
 */
export interface WatchUpdate {
  /**
   * Everything but workers; always present, it is small.
   */
  'status'?: (_filigree_v1_Status | null);
  /**
   * The workers of status are all there are (snapshot), else only those that changed.
   */
  'snapshot'?: (boolean);
  /**
   * Lives of workers that are gone.
   */
  'gone'?: (string)[];
  /**
   * New events, oldest first, at most 200 a message.
   */
  'events'?: (_filigree_v1_FeedEvent)[];
  /**
   * New facts, oldest first, at most 100 a message.
   */
  'facts'?: (_filigree_v1_FeedFact)[];
}

/**
 * What changed since the last message.
 */
export interface WatchUpdate__Output {
  /**
   * Everything but workers; always present, it is small.
   */
  'status': (_filigree_v1_Status__Output | null);
  /**
   * The workers of status are all there are (snapshot), else only those that changed.
   */
  'snapshot': (boolean);
  /**
   * Lives of workers that are gone.
   */
  'gone': (string)[];
  /**
   * New events, oldest first, at most 200 a message.
   */
  'events': (_filigree_v1_FeedEvent__Output)[];
  /**
   * New facts, oldest first, at most 100 a message.
   */
  'facts': (_filigree_v1_FeedFact__Output)[];
}
