import { FiligreeError } from '@filigree/base';
import type { Proxy } from '@filigree/base';
import { ProxyError } from './proxied.ts';

/** Thrown when an answer broke off, is no document or is a server's failure: worth another try. */
export class IncompleteAnswer extends Error {
  override readonly name = 'IncompleteAnswer';
}

/** Thrown when the other side says to stop. */
export class RefusedAnswer extends Error {
  override readonly name = 'RefusedAnswer';
  /** What it said of how long, or null. */
  readonly retryAfterMs: number | null;

  constructor(reason: string, retryAfterMs: number | null) {
    super(reason);
    this.retryAfterMs = retryAfterMs;
  }
}

/** The error of a request that failed in every attempt, through `proxy` where one stands between. */
export function requestError(url: string, attempts: number, cause: unknown, proxy: Proxy | null): FiligreeError {
  const reason = cause instanceof Error ? cause.message || (cause as NodeJS.ErrnoException).code : String(cause);
  const via = proxy === null || cause instanceof ProxyError ? '' : `, through the proxy ${proxy.shown}`;
  const check = proxy === null ? 'the network and --sec-url' : `the proxy in ${proxy.variable}, or set NO_PROXY`;
  return new FiligreeError('UNREACHABLE', `${url}: ${reason ?? 'no answer'}${via} (${attempts} attempts)`, {
    remedy: `check ${check}, then start again: what is downloaded stays`,
    cause,
  });
}
