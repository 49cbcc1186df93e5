import type { WorkerFrame } from '../session/frames.ts';
import type { BatchCounts, Filing, JobFilter, JobPage, JobState, JobView, RunOptions, RunView } from '../jobs/types.ts';
import type { RecordReader, SnapshotSource } from '../journal/index.ts';
import type { GraphTrouble, GraphWriteResult, JournalPort, QueueStatus, WorkerView } from './ports.ts';

/** Called once, when everything it reports is on disk. */
export type Acknowledge<T> = (result: T) => void;

/**
 * The coordinator's brain. The shell feeds it events and carries out its effects; it owns no clock, socket or file.
 * `nowMs` is monotonic. Life of one: `createDispatcher`, then `openJournal` with
 * its `loadRow`, `replay` and `snapshot`, then `Journal.beginEpoch` above the graph's epoch, the epoch stored in the graph,
 * then `open` with both, then events.
 * After every call arm one timer for `nextDeadlineMs` and call `tick` when it fires (late is fine).
 */
export interface Dispatcher {
  // Recovery
  /** For `JournalOptions.onSnapshotRow`. */
  readonly loadRow: RecordReader;
  /** For `JournalOptions.onRecord`. */
  readonly replay: RecordReader;
  /** For `JournalOptions.snapshot`. */
  readonly snapshot: () => SnapshotSource;
  /**
   * Starts to serve. `epoch` must be durable in the journal and in the graph, and above every token found. Leases that
   * recovery found live get a full TTL of grace. Throws WRONG_STATE when the epoch does not rise.
   */
  open(journal: JournalPort, epoch: number, nowMs: number): void;

  // Work streams. A stream id is a number that the shell never uses twice.
  /** `caller` tells apart what was shown at the door, e.g. certificates; empty where nobody has to be known. */
  streamOpened(streamId: number, caller: string, nowMs: number): void;
  /** Throws OVERLOADED for results that there is no room for: the stream must end then. */
  frame(streamId: number, frame: WorkerFrame, nowMs: number): void;
  /** True where a completion of this token on this stream would count now. */
  awaits(streamId: number, token: number): boolean;
  /** The stream ended, whoever ended it. */
  streamClosed(streamId: number, nowMs: number): void;

  // Time, disk, graph
  tick(nowMs: number): void;
  /** When `tick` is wanted next (monotonic ms), or Infinity. */
  nextDeadlineMs(): number;
  /** All records up to `seq` are on disk: releases every message and acknowledgement that waited for them. */
  durable(seq: number, nowMs: number): void;
  /** No room on disk: granting stops until `diskFull(false)`; unacknowledged records stay with the journal. */
  diskFull(full: boolean, nowMs: number): void;
  /**
   * The graph is another one now: it was cleared, or restored by somebody else. A new epoch is asked for, above all that wrote it;
   * nothing is granted until it is stored.
   */
  graphIs(id: string, nowMs: number): void;
  /** How the graph stands: what cannot be written waits, and nothing more is granted, until `graphStands(null)`. */
  graphStands(trouble: GraphTrouble | null, nowMs: number): void;
  /** Answer to `effects.writeGraph`. */
  graphWritten(token: number, result: GraphWriteResult, nowMs: number): void;
  /** Answer to `effects.needEpoch`: `epoch` is durable in the journal and in the graph. */
  epochStored(epoch: number, nowMs: number): void;
  /** Several changes in one turn (answers of the store, batches of a scan): granting waits until `act` is over. */
  batch(nowMs: number, act: () => void): void;

  // Runs. Acknowledgements come when what they say is on disk.
  /** The same run id again is the same run: its first options stay. */
  openRun(runId: string, options: RunOptions, ack: Acknowledge<RunView>, nowMs: number): void;
  /** Adds filings to an open run, at most 4,096 at once; idempotent by content. Throws NOT_FOUND for an unknown run, WRONG_STATE for a closed one. */
  submitBatch(runId: string, filings: readonly Filing[], ack: Acknowledge<BatchCounts>, nowMs: number): void;
  closeRun(runId: string, ack: Acknowledge<RunView>, nowMs: number): void;
  /** Identity is resolved after `effects.runEnded`: `wait` may answer. */
  runResolved(runId: string, nowMs: number): void;
  run(runId: string): RunView | null;
  /** Newest first. */
  runs(limit: number): RunView[];

  // Commands. `ack` gets the number of jobs that changed, when that is on disk.
  /** Failed and cancelled jobs that match are pending again, with fresh counters. */
  retry(filter: JobFilter, ack: Acknowledge<number>, nowMs: number): void;
  /** Pending and processing jobs that match are cancelled; one whose completion is being written is not. */
  cancel(filter: JobFilter, ack: Acknowledge<number>, nowMs: number): void;
  /** Completed, failed and cancelled jobs that match are forgotten. */
  clear(filter: JobFilter, ack: Acknowledge<number>, nowMs: number): void;
  setPriority(filter: JobFilter, priority: number, ack: Acknowledge<number>, nowMs: number): void;
  pause(ack: Acknowledge<number>, nowMs: number): void;
  /** Also tries at once what waits for its not-before time or for an overloaded service. */
  resume(ack: Acknowledge<number>, nowMs: number): void;
  /** The worker gets nothing new, finishes what it has and leaves. 1; 0 when none has that label. */
  drain(workerId: string, nowMs: number): number;

  // Views
  /** The job's newest token is this one, and was granted to the boot that has this secret. */
  holds(jobId: number, token: number, secret: string): boolean;
  status(nowMs: number): QueueStatus;
  /** Connected workers and those that may still come back, by label. */
  workers(nowMs: number): WorkerView[];
  job(jobId: number, nowMs: number): JobView | null;
  /** Looks at no more than 50,000 jobs in one call: a page may be short, or empty, before the end. */
  jobs(filter: JobFilter, cursor: number | null, limit: number, nowMs: number): JobPage;
  counts(): Readonly<Record<JobState, number>>;
  /** A model that a worker can ask now, or null. */
  model(): string | null;
}
