import { FiligreeError } from '@filigree/base';

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

/** The error of a request that failed in every attempt. */
export function requestError(url: string, attempts: number, cause: unknown): FiligreeError {
  const reason = cause instanceof Error ? cause.message || (cause as NodeJS.ErrnoException).code : String(cause);
  return new FiligreeError('UNREACHABLE', `${url}: ${reason ?? 'no answer'} (${attempts} attempts)`, {
    remedy: 'check the network and --sec-url, then start again: what is downloaded stays',
    cause,
  });
}
