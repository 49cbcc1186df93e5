export { FiligreeError, EXIT, exitCodeOf, describeError } from './errors.ts';
export type { ErrorCode, ErrorDetail } from './errors.ts';
export { systemClock } from './time.ts';
export type { Clock, Random, Timer } from './time.ts';
export { safeText, csvCell } from './safe-text.ts';
export { makeDirectory, makeDirectorySync } from './make-directory.ts';
export { RateLimit } from './rate-limit.ts';
