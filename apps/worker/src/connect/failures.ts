import { FiligreeError, describeError } from '@filigree/base';
import type { ErrorCode } from '@filigree/base';
import type { Failure, FailureClass } from '@filigree/queue';

/** What went wrong with a job, and where: `resource` is the service that failed (neo4j, ollama, disk), or empty. */
export interface Trouble {
  readonly code: ErrorCode;
  readonly message: string;
  readonly detail: string;
  readonly resource: string;
}

// What an error in processing means for the job. A filing that cannot be read stays so; what is not known may pass.
const CLASS_BY_CODE: Readonly<Partial<Record<ErrorCode, FailureClass>>> = {
  BAD_FILING: 'fatal',
  TOO_LARGE: 'fatal',
  NOT_FOUND: 'fatal',
  PERMISSION_DENIED: 'fatal',
  USAGE: 'fatal',
  OVERLOADED: 'overloaded',
  DISK_FULL: 'worker',
  LOCAL_STATE: 'worker',
};

// The same codes, said by a service: away is no fault of the job; a missing model or refused password is this worker's.
const CLASS_BY_SERVICE_CODE: Readonly<Partial<Record<ErrorCode, FailureClass>>> = {
  UNREACHABLE: 'overloaded',
  OVERLOADED: 'overloaded',
  NOT_FOUND: 'worker',
  UNAUTHENTICATED: 'worker',
  PERMISSION_DENIED: 'worker',
};

/** An error as trouble; `service` is where it came from, when the error does not say. */
export function troubleOf(error: unknown, service = ''): Trouble {
  const known = error instanceof FiligreeError ? error : null;
  const named = known?.detail['resource'];
  return {
    code: known?.code ?? 'INTERNAL',
    message: describeError(error),
    detail: error instanceof Error ? (error.stack ?? '') : '',
    resource: typeof named === 'string' ? named : known?.code === 'DISK_FULL' ? 'disk' : service,
  };
}

/** The message that tells the coordinator. */
export function failureOf(token: number, trouble: Trouble): Failure {
  const { code, message, detail, resource } = trouble;
  const byService = resource === '' || resource === 'disk' ? undefined : CLASS_BY_SERVICE_CODE[code];
  const failureClass = byService ?? CLASS_BY_CODE[code] ?? 'retryable';
  return { token, failureClass, message, detail, resource, retryAfterMs: 0 };
}
