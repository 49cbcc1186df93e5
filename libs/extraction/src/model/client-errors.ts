import { FiligreeError } from '@filigree/base';
import { AnswerError, StatusError, answersAt } from './service-http.ts';

export interface ServiceName {
  readonly name: string;
  readonly url: string;
  readonly model: string;
  /** The command that fetches the model. */
  readonly pullHint: string;
  /** An address of it that answers at once, whatever else it does. */
  readonly livesAt: string;
}

// What Node says where no connection came about. Everything else happened on a connection.
const NOT_CONNECTED: ReadonlySet<string> = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'EADDRNOTAVAIL',
  'ETIMEDOUT',
  'UND_ERR_CONNECT_TIMEOUT',
]);

/** The error below fetch's "fetch failed", and the first of those of several addresses. */
function rootOf(cause: unknown): { readonly code: string; readonly reason: string } {
  const below = cause instanceof Error && cause.cause instanceof Error ? cause.cause : cause;
  const first = below instanceof AggregateError && below.errors[0] instanceof Error ? below.errors[0] : below;
  const code = first instanceof Error ? ((first as NodeJS.ErrnoException).code ?? '') : '';
  const message = first instanceof Error ? first.message : String(first);
  return { code, reason: message === '' ? code : message };
}

/**
 * What went wrong at a model service, as one of our errors: 404 is a missing model, 429 and 503 say slow down, other
 * statuses are the service's own trouble, and everything without a status is the connection's.
 */
export function clientError(service: ServiceName, cause: unknown, signal: AbortSignal | undefined): FiligreeError {
  const where = `${service.name} at ${service.url}`;
  if (signal?.aborted === true) return new FiligreeError('CANCELLED', `${where}: the question was given up`, { cause });
  if (cause instanceof AnswerError) {
    return new FiligreeError('UNREACHABLE', `${where} does not answer as it should: ${cause.message}`, {
      remedy: 'see its log, or set OLLAMA_BASE_URL',
      detail: { resource: 'ollama' },
      cause,
    });
  }
  if (!(cause instanceof StatusError)) return unreachable(service, `cannot be reached: ${rootOf(cause).reason}`, cause);
  const { status, message } = cause;
  if (status === 404) {
    return new FiligreeError('NOT_FOUND', `${where} has no model ${service.model}`, {
      remedy: `run \`${service.pullHint}\``,
      detail: { resource: 'ollama' },
      cause,
    });
  }
  const busy = status === 503 || status === 429;
  return new FiligreeError(busy ? 'OVERLOADED' : 'INTERNAL', `${where} answered ${String(status)}: ${message}`, {
    remedy: busy ? 'it is tried again later' : 'see its log',
    detail: { resource: 'ollama', status },
    cause,
  });
}

/**
 * What went wrong with one question. A service that speaks of an error or drops the connection, and answers right after,
 * lives: the failure (INTERNAL) is the question's. One that does not answer is away (UNREACHABLE). Else as `clientError`.
 */
export async function questionError(
  service: ServiceName,
  cause: unknown,
  signal: AbortSignal | undefined,
): Promise<FiligreeError> {
  if (signal?.aborted === true || cause instanceof StatusError) return clientError(service, cause, signal);
  const { code, reason } = rootOf(cause);
  if (NOT_CONNECTED.has(code)) return clientError(service, cause, signal);
  const broke =
    cause instanceof AnswerError
      ? `answered the question with an error: ${cause.message}`
      : `broke off its answer to the question: ${reason}`;
  if (!(await answersAt(service.livesAt)))
    return unreachable(service, `${broke}; it does not answer since then`, cause);
  return new FiligreeError('INTERNAL', `${service.name} at ${service.url} ${broke}`, {
    remedy: 'see its log',
    detail: { resource: 'ollama' },
    cause,
  });
}

function unreachable(service: ServiceName, what: string, cause: unknown): FiligreeError {
  return new FiligreeError('UNREACHABLE', `${service.name} at ${service.url} ${what}`, {
    remedy: 'start it, or set OLLAMA_BASE_URL',
    detail: { resource: 'ollama' },
    cause,
  });
}

/** Runs `act` with a signal that aborts with `outer` or after `limitMs`; leaves no timer behind. */
export async function withDeadline<T>(
  limitMs: number,
  outer: AbortSignal | undefined,
  act: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  const control = new AbortController();
  const abort = (): void => {
    control.abort();
  };
  if (outer?.aborted === true) abort();
  outer?.addEventListener('abort', abort, { once: true });
  const timer = setTimeout(abort, limitMs);
  try {
    return await act(control.signal);
  } finally {
    clearTimeout(timer);
    outer?.removeEventListener('abort', abort);
  }
}
