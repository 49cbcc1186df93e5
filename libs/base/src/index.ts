export { FiligreeError, EXIT, exitCodeOf, describeError } from './errors.ts';
export type { ErrorCode, ErrorDetail } from './errors.ts';
export { systemClock } from './time.ts';
export type { Clock, Random, Timer } from './time.ts';
export { safeJson, safeText } from './safe-text.ts';
export { csvCell } from './csv-cell.ts';
export { cellWidth, clip, fit, wrap } from './cells.ts';
export { makeDirectory, makeDirectorySync } from './make-directory.ts';
export { RateLimit } from './rate-limit.ts';
