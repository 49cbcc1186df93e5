/** The closed set of error codes. `libs/protocol` maps them to gRPC status, `exitCodeOf` to process exit codes. */
export type ErrorCode =
  | 'USAGE' // the request itself is wrong: a flag, a path, a value
  | 'NOT_FOUND' // what was named does not exist
  | 'NO_MATCH' // no filing matches
  | 'BAD_FILING' // the filing cannot be read; carries an offset
  | 'UNREACHABLE' // a service (coordinator, Neo4j, Ollama, SEC) cannot be reached
  | 'OVERLOADED' // a service says slow down
  | 'UNAUTHENTICATED'
  | 'PERMISSION_DENIED'
  | 'TOO_LARGE' // a message, a delta or a filing is above its stated maximum
  | 'WRONG_STATE' // the command is not valid in this state
  | 'LOCAL_STATE' // queue directory locked or unwritable, port in use
  | 'CORRUPT' // data on disk are damaged; names file and offset
  | 'DISK_FULL'
  | 'CANCELLED'
  | 'INTERNAL';

/** Further facts about an error, printed after the message in logs and given to scripts with `--json`. */
export type ErrorDetail = Readonly<Record<string, string | number | boolean>>;

/**
 * Thrown wherever a user could read it: the message names the place, the value and what was expected;
 * `remedy` says what to do next.
 */
export class FiligreeError extends Error {
  readonly code: ErrorCode;
  readonly remedy: string;
  readonly detail: ErrorDetail;

  constructor(
    code: ErrorCode,
    message: string,
    options: { remedy?: string; detail?: ErrorDetail; cause?: unknown } = {},
  ) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause });
    this.name = 'FiligreeError';
    this.code = code;
    this.remedy = options.remedy ?? '';
    this.detail = options.detail ?? {};
  }
}

/** Exit codes of every command (docs: commands). 1 (some jobs failed) is a result and no error. */
export const EXIT = {
  done: 0,
  someFailed: 1,
  usage: 2,
  unreachable: 3,
  localState: 4,
  internal: 70,
  interrupted: 130,
} as const;

const EXIT_BY_CODE: Readonly<Record<ErrorCode, number>> = {
  USAGE: EXIT.usage,
  NOT_FOUND: EXIT.usage,
  NO_MATCH: EXIT.usage,
  BAD_FILING: EXIT.someFailed,
  UNREACHABLE: EXIT.unreachable,
  OVERLOADED: EXIT.unreachable,
  UNAUTHENTICATED: EXIT.unreachable,
  PERMISSION_DENIED: EXIT.usage,
  TOO_LARGE: EXIT.usage,
  WRONG_STATE: EXIT.usage,
  LOCAL_STATE: EXIT.localState,
  CORRUPT: EXIT.localState,
  DISK_FULL: EXIT.localState,
  CANCELLED: EXIT.interrupted,
  INTERNAL: EXIT.internal,
};

/** The exit code of a command that ends with `error`; anything that is no FiligreeError is internal (70). */
export function exitCodeOf(error: unknown): number {
  return error instanceof FiligreeError ? EXIT_BY_CODE[error.code] : EXIT.internal;
}

/** One line for a person: message, then remedy. Unknown errors give their message only. */
export function describeError(error: unknown): string {
  if (error instanceof FiligreeError) return error.remedy === '' ? error.message : `${error.message}; ${error.remedy}`;
  return error instanceof Error ? error.message : String(error);
}
