import { Metadata, status as Status } from '@grpc/grpc-js';
import type { ServiceError } from '@grpc/grpc-js';
import { FiligreeError } from '@filigree/base';
import type { ErrorCode, ErrorDetail, Proxy } from '@filigree/base';

const STATUS_BY_CODE: Readonly<Record<ErrorCode, Status>> = {
  USAGE: Status.INVALID_ARGUMENT,
  NOT_FOUND: Status.NOT_FOUND,
  NO_MATCH: Status.NOT_FOUND,
  BAD_FILING: Status.DATA_LOSS,
  UNREACHABLE: Status.UNAVAILABLE,
  OVERLOADED: Status.RESOURCE_EXHAUSTED,
  UNAUTHENTICATED: Status.UNAUTHENTICATED,
  PERMISSION_DENIED: Status.PERMISSION_DENIED,
  TOO_LARGE: Status.OUT_OF_RANGE,
  WRONG_STATE: Status.FAILED_PRECONDITION,
  LOCAL_STATE: Status.FAILED_PRECONDITION,
  CORRUPT: Status.DATA_LOSS,
  DISK_FULL: Status.RESOURCE_EXHAUSTED,
  CANCELLED: Status.CANCELLED,
  INTERNAL: Status.INTERNAL,
};

// What a status means when the other side is not ours and sends no code of its own.
const CODE_BY_STATUS: Readonly<Partial<Record<Status, ErrorCode>>> = {
  [Status.INVALID_ARGUMENT]: 'USAGE',
  [Status.NOT_FOUND]: 'NOT_FOUND',
  [Status.DEADLINE_EXCEEDED]: 'UNREACHABLE',
  [Status.UNAVAILABLE]: 'UNREACHABLE',
  [Status.RESOURCE_EXHAUSTED]: 'OVERLOADED',
  [Status.UNAUTHENTICATED]: 'UNAUTHENTICATED',
  [Status.PERMISSION_DENIED]: 'PERMISSION_DENIED',
  [Status.OUT_OF_RANGE]: 'TOO_LARGE',
  [Status.FAILED_PRECONDITION]: 'WRONG_STATE',
  [Status.DATA_LOSS]: 'CORRUPT',
  [Status.CANCELLED]: 'CANCELLED',
};

// Keys that end in -bin carry bytes: an error may hold any text, a plain header only ASCII.
const KEY = 'filigree-error-bin';
const MAX_TRAILER_BYTES = 4096;
// How grpc-js says, on either side, that a message is above the limit; its status is that of an overload.
const TOO_LARGE_MESSAGE = /^(Received message larger than max|Attempted to send message with a size larger than) /;
// How OpenSSL names the alert (RFC 8446, 6) with which the other side ended a handshake.
const TLS_ALERT = /\balert ((?:certificate|bad certificate|unknown ca|unsupported certificate)[a-z ]*):/;

/** What a gRPC handler gives to its callback or emits as an error. */
export interface WireError extends Partial<ServiceError> {
  readonly code: Status;
  readonly details: string;
  readonly metadata: Metadata;
}

/** An error as status and trailing metadata, which carry code, remedy and detail. Unknown errors become INTERNAL. */
export function toWireError(error: unknown): WireError {
  const known =
    error instanceof FiligreeError
      ? error
      : new FiligreeError('INTERNAL', error instanceof Error ? error.message : String(error), {
          remedy: "see the coordinator's log",
        });
  const metadata = new Metadata();
  const full = Buffer.from(JSON.stringify({ code: known.code, remedy: known.remedy, detail: known.detail }));
  const short = Buffer.from(JSON.stringify({ code: known.code, remedy: '', detail: {} }));
  metadata.set(KEY, full.length > MAX_TRAILER_BYTES ? short : full);
  return Object.assign(new Error(known.message), {
    code: STATUS_BY_CODE[known.code],
    details: wellFormed(known.message.slice(0, MAX_TRAILER_BYTES)),
    metadata,
  });
}

// A cut may leave half of a surrogate pair, and so may a peer: gRPC throws where it should write one into a header.
function wellFormed(text: string): string {
  return Buffer.from(text).toString();
}

function isServiceError(error: unknown): error is ServiceError {
  return error instanceof Error && 'code' in error && 'metadata' in error && 'details' in error;
}

interface Trailer {
  readonly code?: ErrorCode;
  readonly remedy?: string;
  readonly detail?: ErrorDetail;
}

function trailerOf(error: ServiceError): Trailer {
  const [value] = error.metadata.get(KEY);
  if (!Buffer.isBuffer(value)) return {};
  try {
    const parsed: unknown = JSON.parse(value.toString());
    return typeof parsed === 'object' && parsed !== null ? parsed : {};
  } catch {
    // A peer that sends nonsense here still sent a status, which is what counts.
    return {};
  }
}

/** True when the other side ended a call for what was said in it: said again, it would be ended again. */
export function isRefusal(error: unknown): boolean {
  return error instanceof FiligreeError && (error.code === 'USAGE' || error.code === 'TOO_LARGE');
}

/** True when the other side could not be reached at all, as opposed to having answered with an error. */
export function isUnreachable(error: unknown): boolean {
  return error instanceof FiligreeError && error.code === 'UNREACHABLE';
}

/**
 * What a client makes of a failed call to `place` (an address), through `proxy` where one stands between: a FiligreeError
 * with the words of the other side.
 */
export function fromWireError(error: unknown, place: string, proxy: Proxy | null = null): FiligreeError {
  if (error instanceof FiligreeError) return error;
  if (!isServiceError(error)) {
    return new FiligreeError('INTERNAL', error instanceof Error ? error.message : String(error), { cause: error });
  }
  const trailer = trailerOf(error);
  if (trailer.code !== undefined && trailer.code in STATUS_BY_CODE) {
    return new FiligreeError(trailer.code, error.details, {
      remedy: trailer.remedy ?? '',
      detail: trailer.detail ?? {},
      cause: error,
    });
  }
  // Whoever gives up a call does not ask how it went: here the other side dropped it, as one does that is being stopped.
  if (error.code === Status.CANCELLED) {
    return new FiligreeError('UNREACHABLE', `the coordinator at ${place} dropped the call`, {
      remedy: 'it is being stopped; start it again',
      cause: error,
    });
  }
  const code = TOO_LARGE_MESSAGE.test(error.details) ? 'TOO_LARGE' : (CODE_BY_STATUS[error.code] ?? 'INTERNAL');
  const alert = TLS_ALERT.exec(error.details)?.[1];
  if (code === 'UNREACHABLE' && alert !== undefined) {
    return new FiligreeError('UNREACHABLE', `the coordinator at ${place} refused the TLS connection: ${alert}`, {
      remedy:
        alert === 'certificate required'
          ? 'give --tls-cert and --tls-key with a certificate of its authority (coordinator certs)'
          : 'give a certificate for clients that its authority signed and that is still valid (coordinator certs)',
      cause: error,
    });
  }
  if (code === 'UNREACHABLE' && proxy !== null) {
    const { shown } = proxy;
    return new FiligreeError(
      'UNREACHABLE',
      `no coordinator answers at ${place} through the proxy ${shown} (${firstLine(error.details)})`,
      { remedy: `see that the proxy lets it through, or set NO_PROXY=${place.replace(/:\d+$/, '')}`, cause: error },
    );
  }
  if (code === 'UNREACHABLE') {
    return new FiligreeError('UNREACHABLE', `no coordinator answers at ${place} (${firstLine(error.details)})`, {
      remedy: 'start one with coordinator serve, or give --coordinator HOST:PORT',
      cause: error,
    });
  }
  return new FiligreeError(code, `the coordinator at ${place} answered: ${firstLine(error.details)}`, { cause: error });
}

/** What grpc-js says of a failed connection, in fewer words. */
function firstLine(text: string): string {
  const line = text.split('\n', 1)[0]!.slice(0, 300);
  if (line.includes('ECONNREFUSED')) return 'the connection was refused';
  if (line === '' || line.includes('Last error: undefined')) return 'no connection came about';
  return line.replace(/^No connection established\. Last error: /, '').replace(/\.? ?Resolution note: ?$/, '');
}
