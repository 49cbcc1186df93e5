// Original file: ../../proto/filigree/v1/worker.proto

import type { Long } from '@grpc/proto-loader';

/**
 * The coordinator's side of the introduction.
 */
export interface Welcome {
  /**
   * The coordinator's life; tokens are epoch * 2^32 + a counter.
   */
  'epoch'?: (number);
  /**
   * A lease not named in a Beat for this long is lost, milliseconds.
   */
  'leaseTtlMs'?: (number);
  /**
   * How often to beat while holding leases, milliseconds.
   */
  'beatEveryMs'?: (number);
  /**
   * sqlite: send the delta; neo4j: write it yourself.
   */
  'graphKind'?: (string);
  /**
   * Identity of the graph.
   */
  'graphId'?: (string);
  /**
   * Tokens of held that belong to this worker no longer.
   */
  'lost'?: (number | string | Long)[];
  /**
   * The filings directories, in the order of Lease.root: a worker that sees the same disk reads them itself.
   */
  'roots'?: (string)[];
  /**
   * Belongs to this boot alone; show it in later Hellos and in ReadFiling, and to nobody else.
   */
  'secret'?: (string);
}

/**
 * The coordinator's side of the introduction.
 */
export interface Welcome__Output {
  /**
   * The coordinator's life; tokens are epoch * 2^32 + a counter.
   */
  'epoch': (number);
  /**
   * A lease not named in a Beat for this long is lost, milliseconds.
   */
  'leaseTtlMs': (number);
  /**
   * How often to beat while holding leases, milliseconds.
   */
  'beatEveryMs': (number);
  /**
   * sqlite: send the delta; neo4j: write it yourself.
   */
  'graphKind': (string);
  /**
   * Identity of the graph.
   */
  'graphId': (string);
  /**
   * Tokens of held that belong to this worker no longer.
   */
  'lost': (number)[];
  /**
   * The filings directories, in the order of Lease.root: a worker that sees the same disk reads them itself.
   */
  'roots': (string)[];
  /**
   * Belongs to this boot alone; show it in later Hellos and in ReadFiling, and to nobody else.
   */
  'secret': (string);
}
