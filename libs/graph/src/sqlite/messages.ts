// What the store's client and its thread say to each other.

import { fromWire, toWire } from '../store/wire-error.ts';
import type { WireError } from '../store/wire-error.ts';
import type { WriteRequest, WriteResult } from '../store/store.ts';

/** `read`: nothing will be changed, and this user may have no right to. */
export type Access = 'read' | 'write';

/** Methods of the graph file that the thread runs by name. */
export type Method =
  | 'write'
  | 'raiseEpoch'
  | 'resolve'
  | 'putLinks'
  | 'joinQueue'
  | 'clear'
  | 'readingUri'
  | 'tables'
  | 'deltas'
  | 'nodes'
  | 'touching'
  | 'stated'
  | 'named'
  | 'filings'
  | 'events'
  | 'meta'
  | 'answer'
  | 'stats'
  | 'dumpOpen'
  | 'dumpNext'
  | 'dumpClose'
  | 'close';

export type WireWriteResult =
  { readonly outcome: 'written' | 'stale' } | { readonly outcome: 'failed'; readonly error: WireError };

export function resultsToWire(results: readonly WriteResult[]): WireWriteResult[] {
  return results.map((result) =>
    result.outcome === 'failed' ? { outcome: 'failed', error: toWire(result.error) } : result,
  );
}

export function resultsFromWire(results: readonly WireWriteResult[]): WriteResult[] {
  return results.map((result) =>
    result.outcome === 'failed' ? { outcome: 'failed', error: fromWire(result.error) } : { outcome: result.outcome },
  );
}

export type { WriteRequest };
