// What the store's client and its thread say to each other.

import { FiligreeError } from '@filigree/base';
import type { ErrorCode, ErrorDetail } from '@filigree/base';
import type { WriteRequest, WriteResult } from '../store/store.ts';

/** Methods of the graph file that the thread runs by name. */
export type Method =
  | 'write'
  | 'raiseEpoch'
  | 'resolve'
  | 'clear'
  | 'query'
  | 'tables'
  | 'deltas'
  | 'nodes'
  | 'touching'
  | 'stated'
  | 'named'
  | 'filings'
  | 'events'
  | 'meta'
  | 'stats'
  | 'dumpOpen'
  | 'dumpNext'
  | 'dumpClose'
  | 'close';

export interface Request {
  readonly id: number;
  readonly method: Method;
  readonly args: readonly unknown[];
}

/** An error as it crosses the threads. */
export interface WireError {
  readonly code: ErrorCode;
  readonly message: string;
  readonly remedy: string;
  readonly detail: ErrorDetail;
}

export type Response =
  { readonly id: number; readonly value: unknown } | { readonly id: number; readonly error: WireError };

export type WireWriteResult =
  { readonly outcome: 'written' | 'stale' } | { readonly outcome: 'failed'; readonly error: WireError };

export function toWire(error: unknown): WireError {
  if (error instanceof FiligreeError)
    return { code: error.code, message: error.message, remedy: error.remedy, detail: error.detail };
  return {
    code: 'INTERNAL',
    message: error instanceof Error ? (error.stack ?? error.message) : String(error),
    remedy: '',
    detail: {},
  };
}

export function fromWire({ code, message, remedy, detail }: WireError): FiligreeError {
  return new FiligreeError(code, message, { remedy, detail });
}

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
