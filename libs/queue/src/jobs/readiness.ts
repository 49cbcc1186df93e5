// Which pending jobs may be granted: those whose not-before time has come, and of each accession only the first that is
// not terminal, and none while another of it runs.
import type { AccessionIndex } from './accession-index.ts';
import { CHUNK_BITS, CHUNK_ROWS, FLAG, STATE } from './job-table.ts';
import type { Chunk, JobTable } from './job-table.ts';
import { Lanes } from './lanes.ts';
import type { Lane } from './lanes.ts';
import { RowHeap } from './row-heap.ts';

const MASK = CHUNK_ROWS - 1;

/** After this many lost leases a job is granted only to an otherwise empty worker. */
export const SOLO_AFTER_LOSSES = 2;

export class Readiness {
  readonly lanes = new Lanes();
  /** Jobs in backoff. */
  backoff = 0;
  readonly #delays = new RowHeap();
  readonly #table: JobTable;
  readonly #index: AccessionIndex;
  readonly #counts = (row: number, lane: Lane): boolean => {
    const chunk = this.#table.chunks[row >>> CHUNK_BITS];
    return chunk !== undefined && (chunk.flags[row & MASK]! & FLAG.ready) !== 0 && this.#lane(row, chunk) === lane;
  };

  constructor(table: JobTable, index: AccessionIndex) {
    this.#table = table;
    this.#index = index;
  }

  /** Takes the row out of its lane or of the delays, before anything changes that says which. */
  remove(row: number, chunk: Chunk): void {
    const flags = chunk.flags[row & MASK]!;
    if ((flags & (FLAG.ready | FLAG.delayed)) === 0) return;
    if ((flags & FLAG.ready) !== 0) this.lanes.remove(this.#lane(row, chunk));
    else this.backoff--;
    chunk.flags[row & MASK] = flags & ~(FLAG.ready | FLAG.delayed);
  }

  /** Puts the row, or another of its accession, where its state says. */
  refresh(row: number, nowMs: number): void {
    const chunk = this.#table.chunk(row);
    if ((chunk.flags[row & MASK]! & FLAG.chained) === 0) {
      if (chunk.state[row & MASK] === STATE.pending) this.#place(row, chunk, nowMs);
      return;
    }
    let first = 0;
    let runs = false;
    for (let at = this.#index.headOf(row); at !== 0;) {
      const here = this.#table.chunk(at);
      const i = at & MASK;
      if (here.state[i] === STATE.processing || (here.flags[i]! & FLAG.pinned) !== 0) runs = true;
      if (here.state[i] === STATE.pending) {
        if (first === 0) first = at;
        this.remove(at, here);
      }
      at = here.next[i]!;
    }
    if (first !== 0 && !runs) this.#place(first, this.#table.chunk(first), nowMs);
  }

  /** Jobs whose not-before time has come are ready. */
  wake(nowMs: number): void {
    this.#takeDue(nowMs, nowMs);
  }

  /** All delayed jobs are ready, whenever their time would have come. */
  hasten(nowMs: number): void {
    this.#takeDue(nowMs, Number.MAX_VALUE);
  }

  #takeDue(nowMs: number, untilMs: number): void {
    while (this.#delays.topKey <= untilMs) {
      const dueMs = this.#delays.topKey;
      const row = this.#delays.pop();
      const chunk = this.#table.chunks[row >>> CHUNK_BITS];
      if (chunk === undefined) continue;
      const i = row & MASK;
      if ((chunk.flags[i]! & FLAG.delayed) === 0 || chunk.due[i] !== dueMs) continue;
      this.remove(row, chunk);
      if (dueMs > nowMs) chunk.due[i] = 0;
      this.refresh(row, nowMs);
    }
  }

  /** When the next delayed job is due, or Infinity. */
  get nextDueMs(): number {
    return this.backoff === 0 ? Infinity : this.#delays.topKey;
  }

  /** The lane's next job, left where it is; 0 when there is none. */
  peek(lane: Lane): number {
    return lane.peek(this.#counts);
  }

  #place(row: number, chunk: Chunk, nowMs: number): void {
    const i = row & MASK;
    if ((chunk.flags[i]! & (FLAG.ready | FLAG.delayed | FLAG.pinned)) !== 0) return;
    if (chunk.due[i]! > nowMs) {
      chunk.flags[i]! |= FLAG.delayed;
      this.backoff++;
      this.#delays.push(chunk.due[i]!, row);
      return;
    }
    chunk.flags[i]! |= FLAG.ready;
    this.lanes.add(row, this.#lane(row, chunk));
  }

  #lane(row: number, chunk: Chunk): Lane {
    const i = row & MASK;
    return this.lanes.lane(chunk.priority[i]!, chunk.mode[i]!, chunk.losses[i]! >= SOLO_AFTER_LOSSES);
  }
}
