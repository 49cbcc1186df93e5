import { FiligreeError, describeError } from '@filigree/base';
import { compact } from './compaction.ts';
import type { DiskLock } from './disk.ts';
import { FILE_HEADER_BYTES } from './format.ts';
import { GroupCommit } from './group-commit.ts';
import { shouldCompact } from './policy.ts';
import type { Replay } from './replay.ts';
import { SegmentChain } from './segment-chain.ts';
import { EPOCH_RECORD } from './types.ts';
import type { Journal, JournalOptions, JournalStats, JournalTuning, Recovery } from './types.ts';
import type { Segment } from './files.ts';

/** After a compaction that failed, the next is not tried before this time has passed. */
const COMPACT_AGAIN_MS = 30_000;

interface Waiter {
  readonly seq: number;
  readonly resolve: () => void;
  readonly reject: (error: FiligreeError) => void;
}

/** The journal of an open queue directory: see `openJournal`. */
export class OpenJournal implements Journal {
  readonly recovery: Recovery;
  readonly #options: JournalOptions;
  readonly #tuning: JournalTuning;
  readonly #lock: DiskLock;
  readonly #chain: SegmentChain;
  readonly #commit: GroupCommit;
  #epoch: number;
  #waiters: Waiter[] = [];
  #snapshotNumber: number;
  #snapshotBytes: number;
  #oldestSegment: number;
  /** Journal bytes that were there before this process wrote its first batch, less those since replaced. */
  #replayedBytes: number;
  /** The owner has appended a record: what it replayed is in place, and may be asked for a snapshot. */
  #isInUse = false;
  #compacting: Promise<void> | null = null;
  #compactNotBeforeMs = 0;
  #failure: FiligreeError | null = null;
  #closing: Promise<void> | null = null;

  constructor(
    options: JournalOptions,
    tuning: JournalTuning,
    lock: DiskLock,
    replay: Replay,
    active: Segment,
    recovery: Recovery,
  ) {
    this.#options = options;
    this.#tuning = tuning;
    this.#lock = lock;
    this.recovery = recovery;
    this.#epoch = replay.epoch;
    this.#snapshotNumber = replay.snapshotNumber;
    this.#snapshotBytes = replay.snapshotBytes;
    this.#oldestSegment = replay.startSegment;
    this.#replayedBytes = replay.journalBytes;
    const { disk, dir, clock, fsync } = options;
    const offset = Math.max(replay.endOffset, FILE_HEADER_BYTES);
    this.#chain = new SegmentChain(disk, dir, tuning.segmentBytes, FILE_HEADER_BYTES, active, offset);
    this.#commit = new GroupCommit(this.#chain, replay.lastBatch, replay.lastSeq, {
      disk,
      clock,
      fsync,
      tuning,
      onDurable: (seq) => {
        this.#durable(seq);
      },
      onDiskFull: options.onDiskFull,
      onFatal: (error) => {
        this.#failed(error);
      },
    });
  }

  get epoch(): number {
    return this.#epoch;
  }

  get lastSeq(): number {
    return this.#commit.lastSeq;
  }

  get durableSeq(): number {
    return this.#commit.durableSeq;
  }

  get isFull(): boolean {
    return this.#commit.isFull;
  }

  append(type: number, payload: Uint8Array, start = 0, end: number = payload.length): number {
    this.#isInUse = true;
    return this.#commit.append(type, payload, start, end);
  }

  whenDurable(seq: number): Promise<void> {
    if (seq <= this.durableSeq) return Promise.resolve();
    const failure = this.#failure ?? (this.#closing === null ? null : closedError());
    if (failure !== null) return Promise.reject(failure);
    return new Promise((resolve, reject) => {
      this.#waiters.push({ seq, resolve, reject });
    });
  }

  async beginEpoch(above: number): Promise<number> {
    const epoch = Math.max(this.#epoch, above) + 1;
    this.#epoch = epoch;
    const payload = Buffer.alloc(6);
    payload.writeUIntLE(epoch, 0, 6);
    await this.whenDurable(this.#commit.append(EPOCH_RECORD, payload, 0, payload.length));
    return epoch;
  }

  compact(): Promise<void> {
    this.#compacting ??= this.#compact().finally(() => {
      this.#compacting = null;
    });
    return this.#compacting;
  }

  stats(): JournalStats {
    const { batches, records, writtenBytes, waitingBytes, isFull } = this.#commit;
    return {
      batches,
      records,
      writtenBytes,
      waitingBytes,
      isFull,
      journalBytes: this.#replayedBytes + writtenBytes,
      snapshotBytes: this.#snapshotBytes,
      isCompacting: this.#compacting !== null,
    };
  }

  close(): Promise<void> {
    this.#closing ??= this.#close();
    return this.#closing;
  }

  async #close(): Promise<void> {
    await this.#commit.close();
    this.#rejectWaiters(closedError());
    await this.#compacting?.catch(() => undefined);
    this.#lock.release();
  }

  #durable(seq: number): void {
    if (this.#waiters.length > 0) {
      const isMet = (waiter: Waiter): boolean => waiter.seq <= seq;
      const met = this.#waiters.filter(isMet);
      this.#waiters = this.#waiters.filter((waiter) => !isMet(waiter));
      for (const waiter of met) waiter.resolve();
    }
    this.#options.onDurable(seq);
    this.#compactIfDue();
  }

  #failed(error: FiligreeError): void {
    this.#failure = error;
    this.#rejectWaiters(error);
    this.#options.onFatal(error);
  }

  #rejectWaiters(error: FiligreeError): void {
    for (const waiter of this.#waiters.splice(0)) waiter.reject(error);
  }

  #compactIfDue(): void {
    if (this.#options.snapshot === undefined || !this.#isInUse) return;
    if (this.#compacting !== null || this.#closing !== null) return;
    const journalBytes = this.#replayedBytes + this.#commit.writtenBytes;
    if (!shouldCompact(journalBytes, this.#snapshotBytes, this.#tuning.compactAboveBytes)) return;
    if (this.#options.clock.monotonicMs() < this.#compactNotBeforeMs) return;
    this.compact().catch((error: unknown) => {
      this.#compactNotBeforeMs = this.#options.clock.monotonicMs() + COMPACT_AGAIN_MS;
      this.#options.onNotice?.(`the journal could not be compacted and grows on: ${describeError(error)}`);
    });
  }

  async #compact(): Promise<void> {
    const { disk, clock, dir, snapshot } = this.#options;
    if (snapshot === undefined)
      throw new FiligreeError('WRONG_STATE', `the journal in ${dir} was opened without a source of snapshots`);
    const startBytes = this.#replayedBytes + this.#commit.writtenBytes;
    const host = {
      disk,
      clock,
      dir,
      position: () => ({
        startSeq: this.lastSeq,
        startSegment: this.#chain.segment.number,
        startBatch: this.#commit.lastBatch,
        epoch: this.#epoch,
      }),
      whenDurable: (seq: number) => this.whenDurable(seq),
      isStopped: () => this.#closing !== null || this.#failure !== null,
    };
    const compacted = await compact(host, snapshot(), this.#snapshotNumber + 1, this.#oldestSegment);
    if (compacted === null) return;
    this.#snapshotNumber = compacted.number;
    this.#snapshotBytes = compacted.sizeBytes;
    this.#oldestSegment = compacted.startSegment;
    this.#replayedBytes -= startBytes;
  }
}

function closedError(): FiligreeError {
  return new FiligreeError('CANCELLED', 'the journal was closed before this was on disk');
}
