export type * from './session/frames.ts';
export { JOB_STATES } from './jobs/types.ts';
export type * from './jobs/types.ts';
export type * from './dispatcher/ports.ts';
export type { Acknowledge, Dispatcher } from './dispatcher/dispatcher.ts';
export { createDispatcher } from './dispatcher/create.ts';
export type * from './session/worker-session-types.ts';
export { createWorkerSession } from './session/worker-session.ts';
export * from './journal/index.ts';
