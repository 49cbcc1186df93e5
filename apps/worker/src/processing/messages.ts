import type { AiMode, FactLine, JobSummary } from '@filigree/queue';

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
  readonly mode: AiMode;
  /** The delta is wanted: the coordinator writes the graph. */
  readonly wantsDelta: boolean;
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
  readonly code: string;
  readonly message: string;
  readonly detail: string;
}

export interface TaskStage {
  readonly kind: 'stage';
  readonly token: number;
  readonly stage: string;
}

export type ThreadMessage = TaskDone | TaskFailed | TaskStage;
