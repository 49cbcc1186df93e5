// What the dispatcher needs from the shell around it, and nothing else.
import type { Random } from '@filigree/base';
import type { AiMode, CoordinatorFrame, FactLine, JobSummary } from '../session/frames.ts';
import type { JobState, RunView } from '../jobs/types.ts';

/** The leases file, as far as the dispatcher is concerned. `append` copies `payload` before it returns and never throws for want of space. */
export interface JournalPort {
  /** Takes `payload[start, end)`. Returns the record's sequence number; it rises by 1. All records appended before control returns to the event loop belong to one batch. */
  append(type: number, payload: Uint8Array, start: number, end: number): number;
}

/** A delta to be written by the coordinator's own store (SQLite), fenced by `token`. Answer with `Dispatcher.graphWritten`. */
export interface GraphWrite {
  readonly token: number;
  readonly accession: string;
  /** The filing date of the header as it was queued; empty where unknown. */
  readonly filed: string;
  readonly delta: Uint8Array;
}

export type GraphWriteResult =
  | { readonly ok: true }
  /** The job's attempt ends as a retryable failure (`fatal: true` for a delta that can never be written). */
  | { readonly ok: false; readonly message: string; readonly fatal: boolean };

/** The graph cannot be written, or not be read, at present; who works on it tries again by itself. */
export interface GraphTrouble {
  /** Whether for want of space. */
  readonly isFull: boolean;
  /** Results cannot be written: nothing more is granted meanwhile. */
  readonly stopsGranting: boolean;
  readonly message: string;
  readonly remedy: string;
}

/** What happened, for the live feed, the log and the metrics; none of it is needed for correctness. */
export type QueueEvent =
  | {
      readonly kind: 'completed';
      readonly jobId: number;
      readonly accession: string;
      readonly worker: string;
      readonly mode: AiMode;
      readonly summary: JobSummary;
      readonly facts: readonly FactLine[];
      readonly leaseMs: number;
    }
  | {
      readonly kind: 'failed';
      readonly jobId: number;
      readonly accession: string;
      readonly worker: string;
      readonly failureClass: string;
      readonly message: string;
      readonly detail: string;
      readonly state: JobState;
      readonly retryInMs: number;
    }
  | {
      readonly kind: 'expired';
      readonly jobId: number;
      readonly accession: string;
      readonly worker: string;
      readonly counted: boolean;
      readonly state: JobState;
    }
  /** A job whose last lease ended without a word from its worker was granted again. */
  | {
      readonly kind: 'reassigned';
      readonly jobId: number;
      readonly accession: string;
      readonly worker: string;
      /** Label of the worker that had it before. */
      readonly from: string;
    }
  | {
      readonly kind: 'worker-joined' | 'worker-left' | 'worker-lost' | 'worker-draining';
      readonly worker: string;
      readonly reason: string;
    }
  | {
      readonly kind: 'worker-log';
      readonly worker: string;
      readonly level: 'debug' | 'info' | 'warn' | 'error';
      readonly text: string;
    }
  | { readonly kind: 'run-opened' | 'run-ended'; readonly runId: string }
  | { readonly kind: 'run-closed'; readonly runId: string }
  | { readonly kind: 'paused' | 'resumed' }
  | { readonly kind: 'notice'; readonly level: 'info' | 'warn' | 'error'; readonly text: string };

/** Called synchronously from the dispatcher's methods; must not call back into it (answer on a later turn or from your own callback). */
export interface DispatcherEffects {
  /** Writes one frame; the shell keeps the order of frames of a stream. */
  send(streamId: number, frame: CoordinatorFrame): void;
  /** The stream is superseded or dead: end it. Its `streamClosed` may still be called. */
  closeStream(streamId: number, reason: string): void;
  writeGraph(write: GraphWrite): void;
  /** The epoch's tokens are used up: `Journal.beginEpoch`, store it in the graph, then call `epochStored`. Nothing is granted meanwhile. */
  needEpoch(): void;
  /** The run is closed and its jobs are terminal and durable: resolve identity, then call `runResolved`. Comes again after a restart, and when jobs of the run are retried. */
  runEnded(run: RunView): void;
  event(event: QueueEvent): void;
}

export interface DispatcherOptions {
  readonly random: Random;
  /** A new secret that nobody can guess, at least 128 random bits, for each boot of a worker. */
  readonly newSecret: () => string;
  readonly graph: { readonly kind: 'sqlite' | 'neo4j'; readonly id: string };
  /** The filings directories of `serve`, in the order of `Filing.root`. */
  readonly roots: readonly string[];
  /** Default 30,000. */
  readonly leaseTtlMs?: number;
  /** Default 5,000. */
  readonly beatEveryMs?: number;
  /** A lease not started in this time is revoked, uncounted. Default 5,000. */
  readonly startWithinMs?: number;
  /** How long a boot whose stream dropped may take to come back. Default 2,000. */
  readonly reconnectWithinMs?: number;
  /** Deltas that may wait for the store before granting pauses. Default 64 MiB. */
  readonly maxGraphBacklogBytes?: number;
  /** Tokens of one epoch. Default and maximum 2^32. */
  readonly tokensPerEpoch?: number;
}

/** Why nothing moves although jobs are pending. */
export type StandstillReason =
  | 'no-worker'
  | 'paused'
  | 'no-model'
  | 'no-credit'
  | 'silent'
  | 'overloaded'
  | 'graph'
  | 'graph-behind'
  | 'disk-full'
  | 'draining'
  | 'backoff'
  | 'starting';

export interface Standstill {
  readonly reason: StandstillReason;
  /** One line for a person. */
  readonly message: string;
  /** The command that helps, or empty. */
  readonly remedy: string;
  /** The overloaded resource, else empty. */
  readonly resource: string;
}

/** A service that said slow down. */
export interface OverloadedResource {
  readonly resource: string;
  /** Its jobs are tried again in so many ms. */
  readonly opensInMs: number;
  /** Label of the worker that was refused last. */
  readonly worker: string;
}

export interface WorkerView {
  /** What it calls itself, with a number where another live worker has the same id. No two views have one. */
  readonly id: string;
  /** Tells this life of it from others. Made here: boot ids are shown to nobody. */
  readonly life: string;
  readonly host: string;
  readonly version: string;
  readonly labels: Readonly<Record<string, string>>;
  readonly model: string | null;
  readonly connected: boolean;
  readonly draining: boolean;
  readonly slots: number;
  /** Leases that it holds now. */
  readonly busy: number;
  readonly completed: number;
  readonly failed: number;
  readonly lost: number;
  /** Since its last frame. */
  readonly beatAgeMs: number;
  readonly loopLagMs: number;
  readonly rssBytes: number;
  readonly cpu: number;
  /** Rises whenever anything above but beatAgeMs changes. */
  readonly revision: number;
  readonly leases: readonly {
    readonly token: number;
    readonly jobId: number;
    readonly accession: string;
    readonly stage: string;
    readonly progress: number;
    readonly heldMs: number;
    readonly started: boolean;
    /** Until it runs out, or until its worker must be back. */
    readonly dueInMs: number;
  }[];
}

export interface QueueStatus {
  readonly epoch: number;
  readonly jobs: Readonly<Record<JobState, number>>;
  /** Of the pending ones: waiting for their not-before time. */
  readonly backoff: number;
  readonly workers: number;
  readonly slots: number;
  readonly busy: number;
  /** Completions whose graph write is under way. */
  readonly writing: number;
  readonly paused: boolean;
  /** The disk of the queue directory or of the graph. */
  readonly diskFull: boolean;
  /** Completed since this coordinator started; for rates. */
  readonly completedHere: number;
  readonly failedHere: number;
  readonly lostHere: number;
  readonly graphBacklogBytes: number;
  /** Services that said slow down: no job that needs them is granted for so long. */
  readonly overloaded: readonly OverloadedResource[];
  readonly standstill: Standstill | null;
  /** Rises with every change of anything that status, jobs or workers would show. */
  readonly revision: number;
}
