import type { Random } from '@filigree/base';
import { openJournal } from '@filigree/queue';
import type { Disk, FsyncMode, Journal, SnapshotSource } from '@filigree/queue';
import { DIR, RECORD, ROW, SMALL, StillClock } from './journal-rig.ts';

/** mulberry32: small, and the same on every machine. */
export function seeded(seed: number): Random {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** One change: key takes value. */
export interface Change {
  readonly seq: number;
  readonly key: number;
  readonly value: number;
}

/** The smallest owner of a journal that works like the queue: rows that records change and that snapshots carry. */
export class KeyValues {
  readonly rows = new Map<number, { value: number; seq: number }>();
  /** Everything appended in this life, acknowledged or not. */
  readonly appended: Change[] = [];
  readonly clock = new StillClock();
  readonly notices: string[] = [];
  fatal = 0;
  durableSeq = 0;
  #journal: Journal | null = null;

  get journal(): Journal {
    if (this.#journal === null) throw new Error('the journal is not open');
    return this.#journal;
  }

  async open(disk: Disk, fsync: FsyncMode): Promise<void> {
    const read = (seq: number, key: number, value: number): void => {
      if (seq > (this.rows.get(key)?.seq ?? 0)) this.rows.set(key, { seq, value });
    };
    this.#journal = await openJournal({
      dir: DIR,
      disk,
      clock: this.clock,
      fsync,
      tuning: { ...SMALL, compactAboveBytes: 24 << 10 },
      onSnapshotRow: (_type, bytes, start, _end, seq) => {
        read(seq, bytes.readUInt32LE(start), bytes.readUInt32LE(start + 4));
      },
      onRecord: (_type, bytes, start, _end, seq) => {
        read(seq, bytes.readUInt32LE(start), bytes.readUInt32LE(start + 4));
      },
      onDurable: (seq) => (this.durableSeq = seq),
      onDiskFull: () => undefined,
      onFatal: () => (this.fatal += 1),
      onNotice: (text) => this.notices.push(text),
      snapshot: () => this.#snapshot(),
    });
    this.durableSeq = this.journal.lastSeq;
  }

  set(key: number, value: number, paddingBytes: number): void {
    const payload = Buffer.alloc(8 + paddingBytes, 1);
    payload.writeUInt32LE(key, 0);
    payload.writeUInt32LE(value, 4);
    const seq = this.journal.append(RECORD, payload);
    this.rows.set(key, { value, seq });
    this.appended.push({ seq, key, value });
  }

  #snapshot(): SnapshotSource {
    const keys = [...this.rows.keys()];
    return {
      next: (write) => {
        for (const key of keys.splice(0, 2)) {
          const row = this.rows.get(key)!;
          const payload = Buffer.alloc(200, 2);
          payload.writeUInt32LE(key, 0);
          payload.writeUInt32LE(row.value, 4);
          write(ROW, row.seq, payload);
        }
        return keys.length > 0;
      },
    };
  }
}

/** What the rows must be once the changes up to `seq` are made. */
export function rowsAt(changes: readonly Change[], seq: number): Map<number, number> {
  return new Map(changes.filter((change) => change.seq <= seq).map((change) => [change.key, change.value]));
}
