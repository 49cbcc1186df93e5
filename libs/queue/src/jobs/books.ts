// The books: every job's facts, changed only by the methods below, one for each kind of record. They run alike when the
// dispatcher decides and when recovery replays. Lanes, delays and counts are derived; recovery builds them at its end.
import { AccessionIndex, hashKey } from './accession-index.ts';
import { accessionKeyLength } from './filing-codec.ts';
import { Interned } from './interned.ts';
import { CHUNK_BITS, CHUNK_ROWS, FLAG, JobTable, STATE } from './job-table.ts';
import type { Chunk } from './job-table.ts';
import { Readiness } from './readiness.ts';
import { Runs } from './runs.ts';
import { TokenIndex } from './token-index.ts';

const MASK = CHUNK_ROWS - 1;

export class Books {
  readonly table = new JobTable();
  readonly index = new AccessionIndex(this.table);
  readonly tokens = new TokenIndex();
  readonly runs = new Runs();
  /** Dedup classes: graph, extractor version and what would run. */
  readonly classes = new Interned();
  /** Boots, as `bootName` writes them. */
  readonly boots = new Interned();
  readonly readiness = new Readiness(this.table, this.index);
  /** Last failure of a job. */
  readonly messages = new Map<number, string>();
  /** Jobs by state number. */
  readonly counts = new Float64Array(6);
  /** Called when a run may have ended. */
  onRunIdle: (runIndex: number) => void = () => undefined;
  recovering = true;
  paused = false;
  pausedSeq = 0;
  lastSeq = 0;
  /** Now, monotonic; the dispatcher sets it at each event. While recovering 0, so that `due` holds the delay itself. */
  nowMs = 0;

  /** While recovering: the snapshot already knows this record's effect on the row, or the row was cleared. */
  stale(row: number, seq: number): boolean {
    if (!this.recovering) return false;
    const chunk = this.table.chunks[row >>> CHUNK_BITS];
    return chunk === undefined || chunk.state[row & MASK] === STATE.none || chunk.lastSeq[row & MASK]! >= seq;
  }

  add(row: number, filing: Uint8Array, klass: number, mode: number, priority: number, run: number, seq: number): void {
    if (this.recovering && this.table.has(row)) return;
    const chunk = this.table.create(row, filing);
    const i = row & MASK;
    const at = chunk.blobAt[i]!;
    chunk.hash[i] = hashKey(chunk.arena, at, accessionKeyLength(chunk.arena, at));
    chunk.flags[i] = 0;
    chunk.mode[i] = mode;
    chunk.priority[i] = priority;
    chunk.failures[i] = 0;
    chunk.losses[i] = 0;
    chunk.grants[i] = 0;
    chunk.klass[i] = klass;
    chunk.boot[i] = 0;
    chunk.run[i] = run;
    chunk.moreRuns[i] = 0;
    chunk.next[i] = 0;
    chunk.token[i] = 0;
    chunk.due[i] = 0;
    chunk.lastSeq[i] = seq;
    chunk.state[i] = STATE.none;
    this.index.add(row);
    this.moveTo(row, chunk, STATE.pending);
  }

  /** Found live: counts to this run as well. */
  join(row: number, run: number, seq: number): void {
    if (this.stale(row, seq)) return;
    const chunk = this.table.chunk(row);
    const i = row & MASK;
    chunk.own('moreRuns')[i] = this.runs.link(chunk.moreRuns[i]!, run);
    chunk.lastSeq[i] = seq;
    if (!this.recovering) this.runs.at(run).jobs[chunk.state[i]!]!++;
  }

  /** A failed or cancelled job goes on for another run; its former runs keep it as it ended (`Run.left`, in the record). */
  requeueFor(row: number, run: number, klass: number, mode: number, priority: number, seq: number): void {
    if (this.stale(row, seq)) return;
    const chunk = this.table.chunk(row);
    const i = row & MASK;
    this.leaveRuns(row, chunk);
    chunk.run[i] = run;
    chunk.moreRuns[i] = 0;
    if (!this.recovering) this.runs.at(run).jobs[chunk.state[i]!]!++;
    chunk.klass[i] = klass;
    chunk.mode[i] = mode;
    chunk.priority[i] = priority;
    this.requeue(row, seq);
  }

  requeue(row: number, seq: number): void {
    if (this.stale(row, seq)) return;
    const chunk = this.table.chunk(row);
    const i = row & MASK;
    this.readiness.remove(row, chunk);
    chunk.failures[i] = 0;
    chunk.losses[i] = 0;
    chunk.due[i] = 0;
    chunk.lastSeq[i] = seq;
    this.messages.delete(row);
    this.moveTo(row, chunk, STATE.pending);
  }

  grant(row: number, boot: number, token: number, seq: number): void {
    if (this.stale(row, seq)) return;
    const chunk = this.table.chunk(row);
    const i = row & MASK;
    this.readiness.remove(row, chunk);
    chunk.flags[i]! &= ~(FLAG.started | FLAG.spent);
    chunk.own('boot')[i] = boot;
    chunk.ownDouble('token')[i] = token;
    if (chunk.grants[i]! < 0xffff) chunk.grants[i]!++;
    chunk.lastSeq[i] = seq;
    this.tokens.set(token, row);
    this.moveTo(row, chunk, STATE.processing);
  }

  started(row: number, token: number, seq: number): void {
    if (this.stale(row, seq)) return;
    const chunk = this.table.chunk(row);
    if (chunk.token[row & MASK] !== token) return;
    chunk.flags[row & MASK]! |= FLAG.started;
    chunk.lastSeq[row & MASK] = seq;
  }

  settle(row: number, boot: number, klass: number, seq: number): void {
    if (this.stale(row, seq)) return;
    const chunk = this.table.chunk(row);
    const i = row & MASK;
    this.readiness.remove(row, chunk);
    chunk.flags[i]! |= FLAG.spent;
    chunk.own('boot')[i] = boot;
    chunk.klass[i] = klass;
    chunk.lastSeq[i] = seq;
    if (this.messages.size > 0) this.messages.delete(row);
    this.moveTo(row, chunk, STATE.completed);
  }

  fail(row: number, counted: boolean, ends: boolean, delayMs: number, message: string, seq: number): void {
    if (this.stale(row, seq)) return;
    const chunk = this.table.chunk(row);
    const i = row & MASK;
    chunk.flags[i]! |= FLAG.spent;
    if (counted && chunk.failures[i]! < 0xff) chunk.failures[i]!++;
    this.messages.set(row, message);
    this.#endLease(row, chunk, ends, delayMs, seq);
  }

  expire(row: number, counted: boolean, ends: boolean, seq: number): void {
    if (this.stale(row, seq)) return;
    const chunk = this.table.chunk(row);
    const i = row & MASK;
    this.readiness.remove(row, chunk);
    if (counted && chunk.losses[i]! < 0xff) chunk.losses[i]!++;
    if (ends) this.messages.set(row, `lost ${String(chunk.losses[i]!)} leases: each worker that held it died or hung`);
    this.#endLease(row, chunk, ends, 0, seq);
  }

  /** `spent`: the worker itself gave it back; else it never reached the worker. */
  release(row: number, spent: boolean, seq: number): void {
    if (this.stale(row, seq)) return;
    const chunk = this.table.chunk(row);
    if (spent) chunk.flags[row & MASK]! |= FLAG.spent;
    this.#endLease(row, chunk, false, 0, seq);
  }

  cancel(row: number, seq: number): void {
    if (this.stale(row, seq)) return;
    const chunk = this.table.chunk(row);
    this.readiness.remove(row, chunk);
    chunk.lastSeq[row & MASK] = seq;
    this.moveTo(row, chunk, STATE.cancelled);
  }

  setPriority(row: number, priority: number, seq: number): void {
    if (this.stale(row, seq)) return;
    const chunk = this.table.chunk(row);
    this.readiness.remove(row, chunk);
    chunk.priority[row & MASK] = priority;
    chunk.lastSeq[row & MASK] = seq;
    if (!this.recovering) this.readiness.refresh(row, this.nowMs);
  }

  clear(row: number, seq: number): void {
    if (this.stale(row, seq)) return;
    const chunk = this.table.chunk(row);
    this.readiness.remove(row, chunk);
    if (!this.recovering) {
      this.leaveRuns(row, chunk);
      this.counts[chunk.state[row & MASK]!]!--;
    }
    this.index.remove(row);
    this.messages.delete(row);
    this.table.remove(row);
  }

  pause(paused: boolean, seq: number): void {
    if (seq <= this.pausedSeq) return;
    this.paused = paused;
    this.pausedSeq = seq;
  }

  /** Its runs no longer count it where it stands now. */
  leaveRuns(row: number, chunk: Chunk): void {
    if (this.recovering) return;
    this.eachRun(row, chunk, (run) => {
      this.runs.at(run).jobs[chunk.state[row & MASK]!]!--;
    });
  }

  eachRun(row: number, chunk: Chunk, visit: (run: number) => void): void {
    const i = row & MASK;
    if (chunk.run[i] !== 0) visit(chunk.run[i]!);
    for (let link = chunk.moreRuns[i]!; link !== 0; link = this.runs.nextLink(link)) visit(this.runs.linkedRun(link));
  }

  /** Changes the state, and what is counted by it; then whatever this job's accession allows is ready. */
  moveTo(row: number, chunk: Chunk, state: number): void {
    const i = row & MASK;
    const before = chunk.state[i]!;
    chunk.state[i] = state;
    if (before >= STATE.completed && before !== state) {
      // What was resolved when these runs ended did not know what this job will bring.
      this.eachRun(row, chunk, (run) => {
        this.runs.at(run).resolved = false;
      });
    }
    if (this.recovering) return;
    if (before !== state) {
      if (before !== STATE.none) this.counts[before]!--;
      this.counts[state]!++;
      this.#countInRun(chunk.run[i]!, before, state);
      for (let link = chunk.moreRuns[i]!; link !== 0; link = this.runs.nextLink(link)) {
        this.#countInRun(this.runs.linkedRun(link), before, state);
      }
    }
    this.readiness.refresh(row, this.nowMs);
  }

  #countInRun(index: number, before: number, state: number): void {
    if (index === 0) return;
    const run = this.runs.at(index);
    if (before !== STATE.none) run.jobs[before]!--;
    run.jobs[state]!++;
    if (state >= STATE.completed && run.ended) this.onRunIdle(index);
  }

  #endLease(row: number, chunk: Chunk, ends: boolean, delayMs: number, seq: number): void {
    const i = row & MASK;
    this.readiness.remove(row, chunk);
    if (!ends && delayMs > 0) chunk.ownDouble('due')[i] = this.nowMs + delayMs;
    else chunk.due[i] = 0;
    chunk.lastSeq[i] = seq;
    this.moveTo(row, chunk, ends ? STATE.failed : STATE.pending);
  }
}
