import { FiligreeError } from '@filigree/base';
import type { Clock, Timer } from '@filigree/base';
import { BatchBuffer } from './batch-buffer.ts';
import type { Disk } from './disk.ts';
import { failedDiskError, isOutOfSpace } from './errors.ts';
import { FILE_HEADER_BYTES } from './format.ts';
import type { SegmentChain } from './segment-chain.ts';
import type { FsyncMode, JournalTuning } from './types.ts';
import { WaitingBatches } from './waiting-batches.ts';

export interface CommitOptions {
  readonly disk: Disk;
  readonly clock: Clock;
  readonly fsync: FsyncMode;
  readonly tuning: JournalTuning;
  readonly onDurable: (seq: number) => void;
  readonly onDiskFull: (isFull: boolean) => void;
  readonly onFatal: (error: FiligreeError) => void;
}

// idle ──append──▶ deferred ──▶ writing ──on disk──▶ writing the next batch, or idle
//                                  │ no space: cut to the last whole batch ──▶ full ──retry──▶ writing the same batch
//                                  └ any other failure ──▶ failed: nothing is written ever again
type State = 'idle' | 'deferred' | 'writing' | 'full' | 'failed' | 'closed';

/**
 * Group commit: one batch on its way to the disk at a time, every record that came meanwhile in the next one.
 * Strict: batch n+1 is not written before n is on disk. Interval: a batch is synced with its predecessors when that is
 * due, and the headers say up to which batch all is on disk.
 */
export class GroupCommit {
  lastSeq: number;
  durableSeq: number;
  /** Number of the last batch written. */
  lastBatch: number;
  batches = 0;
  records = 0;
  writtenBytes = 0;
  readonly #chain: SegmentChain;
  readonly #options: CommitOptions;
  readonly #waiting: WaitingBatches;
  readonly #empty = new BatchBuffer();
  #state: State = 'idle';
  #writing: BatchBuffer | null = null;
  /** The last batch known to be on disk. */
  #synced: number;
  #endsEmpty = false;
  #lastSyncMs: number;
  #lastCommitMs: number;
  #idleTimer: Timer | null = null;
  #retryTimer: Timer | null = null;
  #isFullTold = false;
  /** Called once when nothing is on its way to the disk. */
  readonly #whenRested: (() => void)[] = [];

  constructor(chain: SegmentChain, lastBatch: number, lastSeq: number, options: CommitOptions) {
    this.#chain = chain;
    this.#options = options;
    const { maxBatchBytes, segmentBytes } = options.tuning;
    this.#waiting = new WaitingBatches(maxBatchBytes, segmentBytes - FILE_HEADER_BYTES);
    this.lastBatch = lastBatch;
    this.#synced = lastBatch;
    this.lastSeq = lastSeq;
    this.durableSeq = lastSeq;
    this.#lastSyncMs = this.#lastCommitMs = options.clock.monotonicMs();
  }

  get isFull(): boolean {
    return this.#isFullTold;
  }

  get waitingBytes(): number {
    return this.#waiting.bytes + (this.#writing?.lengthBytes ?? 0);
  }

  append(type: number, payload: Uint8Array, start: number, end: number): number {
    if (this.#state === 'closed')
      throw new FiligreeError('WRONG_STATE', 'the journal is closed: nothing can be appended');
    this.#waiting.add(type, this.lastSeq + 1, payload, start, end);
    this.lastSeq += 1;
    if (this.#state === 'idle') {
      this.#state = 'deferred';
      this.#options.disk.defer(() => {
        if (this.#state === 'deferred') this.#writeNext();
      });
    }
    return this.lastSeq;
  }

  /** Waits for what was appended and ends with an empty batch; on a full or failed disk it gives up what is not on disk. */
  async close(): Promise<void> {
    if (this.#state === 'closed') return;
    await this.#rested();
    if (this.#state === 'idle' && !this.#endsEmpty) {
      this.#write(this.#empty);
      await this.#rested();
    }
    this.#state = 'closed';
    this.#idleTimer?.cancel();
    this.#retryTimer?.cancel();
    await this.#chain.close();
  }

  #rested(): Promise<void> {
    if (this.#state !== 'deferred' && this.#state !== 'writing') return Promise.resolve();
    return new Promise((resolve) => this.#whenRested.push(resolve));
  }

  #rest(state: 'idle' | 'full' | 'failed'): void {
    this.#state = state;
    for (const act of this.#whenRested.splice(0)) act();
  }

  #writeNext(): void {
    const batch = this.#waiting.take();
    if (batch !== null) {
      this.#write(batch);
      return;
    }
    this.#rest('idle');
    this.#armIdle(this.#options.tuning.idleAfterMs);
  }

  #write(batch: BatchBuffer): void {
    this.#state = 'writing';
    this.#writing = batch;
    if (!this.#chain.fits(batch.lengthBytes)) {
      this.#advance(batch);
      return;
    }
    if (batch.count === 0) batch.firstSeq = this.durableSeq + 1;
    const { segment, offset } = this.#chain;
    const isSynced = this.#isSyncDue(batch);
    const bytes = batch.seal(this.lastBatch + 1, this.#synced, 0, segment.number, offset);
    const done = (error: NodeJS.ErrnoException | null): void => {
      if (error === null) this.#written(batch, isSynced);
      else if (isOutOfSpace(error)) this.#cutToWhole(batch);
      else this.#fail(error);
    };
    if (isSynced) segment.file.writeAndSync(bytes, offset, done);
    else segment.file.write(bytes, offset, done);
  }

  #isSyncDue(batch: BatchBuffer): boolean {
    if (this.#options.fsync === 'strict' || batch.count === 0) return true;
    return this.#options.clock.monotonicMs() - this.#lastSyncMs >= this.#options.tuning.syncEveryMs;
  }

  #written(batch: BatchBuffer, isSynced: boolean): void {
    const { count, lastSeq } = batch;
    const wasFull = this.#isFullTold;
    this.#isFullTold = false;
    this.#writing = null;
    this.lastBatch += 1;
    this.batches += 1;
    this.records += count;
    this.writtenBytes += batch.lengthBytes;
    this.#chain.offset += batch.lengthBytes;
    this.#endsEmpty = count === 0;
    this.#lastCommitMs = this.#options.clock.monotonicMs();
    if (isSynced) {
      this.#synced = this.lastBatch;
      this.#lastSyncMs = this.#lastCommitMs;
    }
    if (count > 0) {
      this.durableSeq = lastSeq;
      this.#waiting.recycle(batch);
    }
    this.#chain.prepareAhead();
    // The disk works on the next batch while the owner tells its clients about this one.
    if (this.#state === 'writing') this.#writeNext();
    if (wasFull) this.#options.onDiskFull(false);
    if (count > 0) this.#options.onDurable(lastSeq);
  }

  #advance(batch: BatchBuffer): void {
    this.#chain.advance(this.#synced === this.lastBatch).then(
      () => {
        this.#synced = this.lastBatch;
        this.#write(batch);
      },
      (error: NodeJS.ErrnoException) => {
        if (isOutOfSpace(error)) this.#becomeFull(batch);
        else this.#fail(error);
      },
    );
  }

  /** Removes whatever of the batch was written, so that only whole batches are there while room is waited for. */
  #cutToWhole(batch: BatchBuffer): void {
    this.#chain.segment.file.truncate(this.#chain.offset).then(
      () => {
        this.#becomeFull(batch);
      },
      (error: NodeJS.ErrnoException) => {
        this.#fail(error);
      },
    );
  }

  #becomeFull(batch: BatchBuffer): void {
    this.#rest('full');
    this.#retryTimer = this.#options.clock.after(this.#options.tuning.retryFullMs, () => {
      if (this.#state === 'full') this.#write(batch);
    });
    if (this.#isFullTold) return;
    this.#isFullTold = true;
    this.#options.onDiskFull(true);
  }

  #fail(error: NodeJS.ErrnoException): void {
    this.#rest('failed');
    this.#options.onFatal(failedDiskError(this.#chain.segment.path, error));
  }

  #armIdle(delayMs: number): void {
    if (this.#idleTimer !== null || this.#endsEmpty) return;
    this.#idleTimer = this.#options.clock.after(delayMs, () => {
      this.#idleTimer = null;
      if (this.#state !== 'idle' || this.#endsEmpty) return;
      const restMs = this.#lastCommitMs + this.#options.tuning.idleAfterMs - this.#options.clock.monotonicMs();
      // Timers of the system may fire a fraction of a millisecond early.
      if (restMs > 1) this.#armIdle(restMs);
      else this.#write(this.#empty);
    });
  }
}
