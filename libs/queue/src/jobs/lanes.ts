// Jobs that may be granted now, first by priority, then in the order submitted. A lane holds the jobs of one priority and
// one kind of worker that may take them. Fresh jobs come in rising order and stand in a ring; those that come back stand
// in a heap; the earlier of the two heads is next. Removal is lazy: an entry counts while its row says that it is ready
// in this very lane.
import { RowHeap } from './row-heap.ts';

/** Which workers may take a lane's jobs: its mode (index in MODES), and `solo` for jobs that lost two leases: only an empty worker. */
export class Lane {
  /** Entries that count. */
  ready = 0;
  #ring = new Uint32Array(64);
  #head = 0;
  #size = 0;
  #newest = 0;
  readonly #returned = new RowHeap();

  constructor(
    readonly priority: number,
    readonly mode: number,
    readonly solo: boolean,
  ) {}

  push(row: number): void {
    this.ready++;
    if (this.#size > 0 && row <= this.#newest) {
      this.#returned.push(row, row);
      return;
    }
    if (this.#size === this.#ring.length) this.#grow();
    this.#ring[(this.#head + this.#size++) & (this.#ring.length - 1)] = row;
    this.#newest = row;
  }

  /** The next row for which `counts` holds, left in place; 0 when there is none. */
  peek(counts: (row: number, lane: Lane) => boolean): number {
    if (this.ready === 0) {
      this.#size = 0;
      if (this.#returned.size > 0) this.#returned.clear();
      return 0;
    }
    for (;;) {
      const fresh = this.#size === 0 ? Infinity : this.#ring[this.#head]!;
      const returned = this.#returned.topKey;
      const row = Math.min(fresh, returned);
      if (row === Infinity) return 0;
      if (counts(row, this)) return row;
      if (fresh <= returned) this.#drop();
      else this.#returned.pop();
    }
  }

  #drop(): void {
    this.#head = (this.#head + 1) & (this.#ring.length - 1);
    this.#size--;
  }

  #grow(): void {
    const grown = new Uint32Array(this.#ring.length * 2);
    for (let i = 0; i < this.#size; i++) grown[i] = this.#ring[(this.#head + i) & (this.#ring.length - 1)]!;
    this.#ring = grown;
    this.#head = 0;
  }
}

export class Lanes {
  /** Highest priority first; the lanes of one priority in order of mode. */
  readonly all: Lane[] = [];
  readonly #byKey = new Map<number, Lane>();
  ready = 0;
  soloReady = 0;

  lane(priority: number, mode: number, solo: boolean): Lane {
    const key = (priority + 128) * 8 + mode * 2 + (solo ? 1 : 0);
    let lane = this.#byKey.get(key);
    if (lane === undefined) {
      lane = new Lane(priority, mode, solo);
      this.#byKey.set(key, lane);
      this.all.push(lane);
      this.all.sort((a, b) => b.priority - a.priority || a.mode - b.mode);
    }
    return lane;
  }

  add(row: number, lane: Lane): void {
    lane.push(row);
    this.ready++;
    if (lane.solo) this.soloReady++;
  }

  /** The row's flag is already off; its entry goes when it is met. */
  remove(lane: Lane): void {
    lane.ready--;
    this.ready--;
    if (lane.solo) this.soloReady--;
  }
}
