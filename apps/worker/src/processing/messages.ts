import type { ErrorCode } from '@filigree/base';
import type { Question, Reply } from '@filigree/extraction';
import type { FactLine, JobSummary } from '@filigree/queue';

// What the stream's thread and a processing thread say to each other.

/** One filing to process. Exactly one of `path` and `bytes` is there. */
export interface Task {
  readonly token: number;
  /** Last part of the path: it may tell the accession. */
  readonly fileName: string;
  /** A file that this machine has. */
  readonly path: string | null;
  /** The whole file, where it came over the network. */
  readonly bytes: Uint8Array | null;
  /** The model to ask about what rules cannot settle; null for rules alone. */
  readonly model: string | null;
  /** Without the model's answers the filing is not done. */
  readonly modelRequired: boolean;
}

export interface TaskDone {
  readonly kind: 'done';
  readonly token: number;
  readonly accession: string;
  readonly summary: JobSummary;
  readonly facts: readonly FactLine[];
  /** The encoded graph delta. */
  readonly delta: Uint8Array;
}

export interface TaskFailed {
  readonly kind: 'failed';
  readonly token: number;
  /** FiligreeError's code, or INTERNAL. */
  readonly code: ErrorCode;
  readonly message: string;
  readonly detail: string;
  /** The service that failed (ollama), or empty. */
  readonly resource: string;
}

export interface TaskStage {
  readonly kind: 'stage';
  readonly token: number;
  readonly stage: string;
}

/** The thread wants an answer; until it comes, the thread is free for another filing. */
export interface TaskAsks {
  readonly kind: 'asks';
  readonly token: number;
  readonly question: Question;
}

/** What a thread says once, before anything else: from now on a filing takes no longer than it must. */
export interface ThreadReady {
  readonly kind: 'ready';
}

/** How much a coordinator hears of a filing: so many facts, each text so long. A thread is started with it. */
export interface TellingLimits {
  readonly facts: number;
  readonly factChars: number;
}

/** Thread to pool. */
export type ThreadMessage = ThreadReady | TaskDone | TaskFailed | TaskStage | TaskAsks;

/** The answer to the one question that a task has open. */
export type AnswerMessage =
  | { readonly kind: 'answer'; readonly token: number; readonly reply: Reply }
  | { readonly kind: 'no-answer'; readonly token: number; readonly code: ErrorCode; readonly message: string };

/** Pool to thread. */
export type PoolMessage = { readonly kind: 'task'; readonly task: Task } | AnswerMessage;
