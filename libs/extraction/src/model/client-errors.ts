import { FiligreeError } from '@filigree/base';

export interface ServiceName {
  readonly name: string;
  readonly url: string;
  readonly model: string;
  /** The command that fetches the model. */
  readonly pullHint: string;
}

interface WithStatus {
  readonly status_code: number;
}

const hasStatus = (cause: unknown): cause is WithStatus =>
  typeof cause === 'object' && cause !== null && typeof (cause as Partial<WithStatus>).status_code === 'number';

/**
 * What went wrong at a model service, as one of our errors: 404 is a missing model, 429 and 503 say slow down, other
 * statuses are the service's own trouble, and everything without a status is the connection's.
 */
export function clientError(service: ServiceName, cause: unknown, signal: AbortSignal | undefined): FiligreeError {
  const where = `${service.name} at ${service.url}`;
  if (signal?.aborted === true) return new FiligreeError('CANCELLED', `${where}: the question was given up`, { cause });
  const said = cause instanceof Error ? cause.message : String(cause);
  if (!hasStatus(cause)) {
    const reason = cause instanceof Error && cause.cause instanceof Error ? cause.cause.message : said;
    return new FiligreeError('UNREACHABLE', `${where} cannot be reached: ${reason}`, {
      remedy: 'start it, or set OLLAMA_BASE_URL',
      detail: { resource: 'ollama' },
      cause,
    });
  }
  if (cause.status_code === 404) {
    return new FiligreeError('NOT_FOUND', `${where} has no model ${service.model}`, {
      remedy: `run \`${service.pullHint}\``,
      detail: { resource: 'ollama' },
      cause,
    });
  }
  const busy = cause.status_code === 503 || cause.status_code === 429;
  return new FiligreeError(
    busy ? 'OVERLOADED' : 'INTERNAL',
    `${where} answered ${cause.status_code}: ${said.slice(0, 200)}`,
    {
      remedy: busy ? 'it is tried again later' : 'see its log',
      detail: { resource: 'ollama', status: cause.status_code },
      cause,
    },
  );
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
