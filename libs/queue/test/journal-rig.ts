import type { FiligreeError } from '@filigree/base';
import { openJournal } from '@filigree/queue';
import type { Disk, FsyncMode, Journal, JournalTuning, SnapshotSource } from '@filigree/queue';
import { FaultDisk } from '@filigree/testing';

export const DIR = 'queue';
export const RECORD = 2;
export const ROW = 3;

/** Segments small enough that a test fills several. */
export const SMALL: Partial<JournalTuning> = {
  segmentBytes: 16 << 10,
  maxBatchBytes: 8 << 10,
  compactAboveBytes: 1 << 30,
};

/** A clock that moves only when told to. */
export class StillClock {
  nowMs = 0;
  #timers: { atMs: number; act: () => void }[] = [];

  monotonicMs = (): number => this.nowMs;
  wallMs = (): number => this.nowMs;

  after = (delayMs: number, act: () => void): { cancel: () => void } => {
    const timer = { atMs: this.nowMs + delayMs, act };
    this.#timers.push(timer);
    return {
      cancel: () => {
        this.#timers = this.#timers.filter((other) => other !== timer);
      },
    };
  };

  get pending(): number {
    return this.#timers.length;
  }

  /** Moves on and fires what is due, in order. */
  advance(byMs: number): void {
    this.nowMs += byMs;
    const due = this.#timers.filter((timer) => timer.atMs <= this.nowMs).sort((a, b) => a.atMs - b.atMs);
    this.#timers = this.#timers.filter((timer) => timer.atMs > this.nowMs);
    for (const timer of due) timer.act();
  }
}

/** What one life of a journal read and was told. */
export interface Life {
  readonly journal: Journal;
  readonly clock: StillClock;
  /** Records replayed, `seq:text`. */
  readonly replayed: string[];
  /** Snapshot rows read, `seq:text`. */
  readonly rows: string[];
  readonly notices: string[];
  readonly full: boolean[];
  readonly fatal: FiligreeError[];
  readonly durable: number[];
}

export interface LifeOptions {
  readonly fsync?: FsyncMode;
  readonly tuning?: Partial<JournalTuning>;
  readonly snapshot?: () => SnapshotSource;
}

/** Opens the journal on a disk, as a coordinator would. */
export async function live(disk: Disk, options: LifeOptions = {}): Promise<Life> {
  const clock = new StillClock();
  const told = {
    replayed: [] as string[],
    rows: [] as string[],
    notices: [] as string[],
    full: [] as boolean[],
    fatal: [] as FiligreeError[],
    durable: [] as number[],
  };
  const journal = await openJournal({
    dir: DIR,
    disk,
    clock,
    fsync: options.fsync ?? 'strict',
    tuning: { ...SMALL, ...options.tuning },
    onSnapshotRow: (_type, bytes, start, end, seq) =>
      told.rows.push(`${String(seq)}:${bytes.toString('latin1', start, end)}`),
    onRecord: (_type, bytes, start, end, seq) =>
      told.replayed.push(`${String(seq)}:${bytes.toString('latin1', start, end)}`),
    onDurable: (seq) => told.durable.push(seq),
    onDiskFull: (isFull) => told.full.push(isFull),
    onFatal: (error) => told.fatal.push(error),
    onNotice: (text) => told.notices.push(text),
    ...(options.snapshot === undefined ? {} : { snapshot: options.snapshot }),
  });
  return { journal, clock, ...told };
}

/** Appends each text as a record; the newest sequence number. */
export function append(journal: Journal, ...texts: string[]): number {
  for (const text of texts) journal.append(RECORD, Buffer.from(text, 'latin1'));
  return journal.lastSeq;
}

/** Appends the texts as one batch and waits until it is durable. */
export async function commit(journal: Journal, ...texts: string[]): Promise<void> {
  await journal.whenDurable(append(journal, ...texts));
}

/** Lets all microtasks and immediates that are waiting run. */
export function settle(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}

/** A disk with a journal of batches of these sizes, ended by a kill, not by `close`. */
export async function diskWith(...batches: string[][]): Promise<FaultDisk> {
  const disk = new FaultDisk();
  const process = disk.attach();
  const { journal } = await live(process);
  for (const texts of batches) await commit(journal, ...texts);
  process.kill(() => 1);
  return disk;
}

/** What a fresh life replays. */
export async function replayed(disk: FaultDisk): Promise<string[]> {
  const process = disk.attach();
  const life = await live(process);
  process.kill(() => 1);
  return life.replayed;
}
