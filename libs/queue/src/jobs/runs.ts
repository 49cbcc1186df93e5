import type { JobState, RunOptions, RunView, SubmitCounts } from './types.ts';
import { STATE } from './job-table.ts';

export type MutableCounts = { -readonly [K in keyof SubmitCounts]: number };

export function noCounts(): MutableCounts {
  return { added: 0, requeued: 0, joined: 0, alreadyDone: 0, repeated: 0 };
}

/** What one submit asked for. */
export class Run {
  closed = false;
  resolved = false;
  batches = 0;
  lastSeq = 0;
  readonly counts = noCounts();
  /** Jobs of the run by state number; those that left the books or the run are in `left`. */
  readonly jobs = new Float64Array(6);
  /** Jobs by the state in which they were cleared, or went on to another run. */
  readonly left = new Float64Array(6);

  constructor(
    readonly index: number,
    readonly runId: string,
    readonly options: RunOptions,
  ) {}

  get ended(): boolean {
    return this.closed && this.jobs[STATE.pending] === 0 && this.jobs[STATE.processing] === 0;
  }

  view(): RunView {
    const count = (state: number): number => this.jobs[state]! + this.left[state]!;
    const jobs: Record<JobState, number> = {
      pending: count(STATE.pending),
      processing: count(STATE.processing),
      completed: count(STATE.completed),
      failed: count(STATE.failed),
      cancelled: count(STATE.cancelled),
    };
    return {
      ...this.counts,
      runId: this.runId,
      options: this.options,
      closed: this.closed,
      jobs,
      ended: this.ended,
      resolved: this.resolved,
    };
  }
}

const UNKNOWN_OPTIONS: RunOptions = {
  mode: 'auto',
  priority: 0,
  force: false,
  graphId: '',
  extractorVersion: '',
  model: null,
  description: 'its opening was lost and left out by a salvage',
  submittedWallMs: 0,
};

/** All runs, and the jobs that belong to more than one: a chain of (run, next) pairs in one array. */
export class Runs {
  readonly list: (Run | undefined)[] = [undefined];
  readonly #byId = new Map<string, Run>();
  #links = new Uint32Array(64);
  #linkCount = 1;

  byId(runId: string): Run | undefined {
    return this.#byId.get(runId);
  }

  /** The run of that index; a salvaged directory may have lost its opening. */
  at(index: number): Run {
    return this.list[index] ?? this.open(index, `salvaged-${String(index)}`, UNKNOWN_OPTIONS);
  }

  open(index: number, runId: string, options: RunOptions): Run {
    const known = this.list[index];
    if (known !== undefined) return known;
    const run = new Run(index, runId, options);
    while (this.list.length <= index) this.list.push(undefined);
    this.list[index] = run;
    this.#byId.set(runId, run);
    return run;
  }

  /** A new head of the chain `more` with `run` in it. */
  link(more: number, run: number): number {
    if (this.#linkCount * 2 + 2 > this.#links.length) {
      const grown = new Uint32Array(this.#links.length * 2);
      grown.set(this.#links);
      this.#links = grown;
    }
    const link = this.#linkCount++;
    this.#links[link * 2] = run;
    this.#links[link * 2 + 1] = more;
    return link;
  }

  linkedRun(link: number): number {
    return this.#links[link * 2]!;
  }

  nextLink(link: number): number {
    return this.#links[link * 2 + 1]!;
  }
}
