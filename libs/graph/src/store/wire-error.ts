// An error as it crosses threads and processes.

import { FiligreeError } from '@filigree/base';
import type { ErrorCode, ErrorDetail } from '@filigree/base';

export interface WireError {
  readonly code: ErrorCode;
  readonly message: string;
  readonly remedy: string;
  readonly detail: ErrorDetail;
}

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
