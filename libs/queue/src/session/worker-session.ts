import { FiligreeError } from '@filigree/base';
import type { WorkerSession, WorkerSessionOptions, WorkerSessionPort } from './worker-session-types.ts';

/** Makes the session of one boot of a worker; `start` connects it. */
export function createWorkerSession(options: WorkerSessionOptions, port: WorkerSessionPort): WorkerSession {
  throw new FiligreeError('INTERNAL', `not built yet: ${options.workerId} ${typeof port}`);
}
