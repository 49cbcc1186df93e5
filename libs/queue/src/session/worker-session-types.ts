import type { Clock, Random } from '@filigree/base';
import type { Capabilities, Completion, CoordinatorFrame, Failure, Lease, WorkerFrame, Welcome } from './frames.ts';

/** How a job ended in the worker's hands. The token is the lease's. */
export type JobEnd =
  | { readonly kind: 'completed'; readonly completion: Completion }
  | { readonly kind: 'failed'; readonly failure: Failure }
  /** Not begun or given up without a verdict: given back, uncounted. Also the answer to `abortJob`. */
  | { readonly kind: 'released'; readonly token: number };

/** What the session needs from the worker around it. Called synchronously; `jobEnded` may be called from within. */
export interface WorkerSessionPort {
  /** Open a Work stream, then call `opened` or `closed` with the same number. At most one is open; numbers rise. */
  connect(streamId: number): void;
  /** Give up this stream; no `closed` is needed. */
  disconnect(streamId: number): void;
  send(streamId: number, frame: WorkerFrame): void;
  /** Begin the job; report with `progress` and end with exactly one `jobEnded`. */
  startJob(lease: Lease): void;
  /** Nobody wants the result any more: stop, if possible before the graph write, then `jobEnded`. */
  abortJob(token: number): void;
  welcomed(welcome: Welcome): void;
  /** The coordinator drains this worker; `finished` follows. */
  draining(): void;
  /** After drain or stop: nothing is held, Goodbye is sent, the stream may end. */
  finished(): void;
}

export interface WorkerSessionOptions {
  readonly workerId: string;
  readonly bootId: string;
  readonly host: string;
  readonly version: string;
  /** Jobs it may hold at once. */
  readonly slots: number;
  /** Of these, those that would only wait for the others: filled while more jobs wait than all workers do at once. */
  readonly ahead: number;
  readonly labels: Readonly<Record<string, string>>;
  /** Asked at each Hello and Beat. */
  readonly capabilities: () => Capabilities;
  /** Measured by the shell; asked at each Beat. */
  readonly vitals: () => { readonly loopLagMs: number; readonly rssBytes: number; readonly cpu: number };
  readonly clock: Clock;
  readonly random: Random;
}

/**
 * The worker's side of the Work stream: hello and held tokens, credit, Started, beats, sending results again until they
 * are settled, reconnecting, drain. It owns no socket; its only timers are those of `clock`.
 */
export interface WorkerSession {
  /** Connects, and reconnects until `stop` or `drain` has finished. */
  start(): void;
  opened(streamId: number): void;
  received(streamId: number, frame: CoordinatorFrame): void;
  /**
   * Returns how long until the next attempt, in ms (0 when there will be none). `reason` goes to the coordinator's log once
   * connected again. `isRefusal`: the coordinator ended the stream because of what it was sent. A result that it refuses
   * twice, told alone, becomes a fatal failure of its job.
   */
  closed(streamId: number, reason: string, isRefusal?: boolean): number;
  /** `progress` must grow while the stage advances; a stage that does not for 5 minutes is no longer named in beats. */
  progress(token: number, stage: string, progress: number): void;
  jobEnded(end: JobEnd): void;
  log(level: 'debug' | 'info' | 'warn' | 'error', text: string): void;
  /** Capabilities changed (a model came or went): says so with a beat at once. */
  capabilitiesChanged(): void;
  /** Takes nothing new, finishes what runs, then `finished`. Twice is the same. */
  drain(): void;
  /** Gives back what runs (aborting it), waits for results to settle for at most `withinMs`, then `finished`. Twice is the same. */
  stop(withinMs: number): void;
  readonly connected: boolean;
  /** Jobs running now. */
  readonly running: number;
  /** Ended jobs whose settlement has not come. */
  readonly unsettled: number;
}
