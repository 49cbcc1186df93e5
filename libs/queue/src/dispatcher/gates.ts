// An overloaded resource slows down the jobs that use it: its gate is shut for a while that doubles with each refusal,
// then lets one job through on trial, then twice as many with each that completes, until it is forgotten. The job that was
// refused comes a little later than the others: if it is the reason, another one shows that the resource is there.
import type { Random } from '@filigree/base';
import { MAX_RETRY_AFTER_MS } from './limits.ts';

const FIRST_PAUSE_MS = 1_000;
const LONGEST_PAUSE_MS = 60_000;
const WIDE_OPEN = 256;
/** A refused job waits longer than its gate is shut: this share of the pause, within the limit. */
const STEP_BACK = 0.25;
const LONGEST_STEP_BACK_MS = 5_000;

export class Gate {
  shutUntilMs = 0;
  pauseMs = 0;
  /** Jobs that may be on trial at once. */
  width = 1;
  onTrial = 0;
  /** Label of the worker that was refused last. */
  refused = '';

  constructor(readonly resource: string) {}

  isShut(nowMs: number): boolean {
    return nowMs < this.shutUntilMs || this.onTrial >= this.width;
  }
}

export class Gates {
  readonly all = new Map<string, Gate>();
  readonly #random: Random;

  constructor(random: Random) {
    this.#random = random;
  }

  /** The resource said slow down, to `worker`. Returns how long the job that was refused waits, in ms: a little longer than the others. */
  refuse(resource: string, worker: string, retryAfterMs: number, nowMs: number): number {
    let gate = this.all.get(resource);
    if (gate === undefined) {
      gate = new Gate(resource);
      this.all.set(resource, gate);
    }
    gate.refused = worker;
    // Refusals of jobs granted before the gate shut are the same news.
    if (nowMs >= gate.shutUntilMs) {
      gate.pauseMs = gate.pauseMs === 0 ? FIRST_PAUSE_MS : Math.min(LONGEST_PAUSE_MS, gate.pauseMs * 2);
      gate.shutUntilMs = nowMs + gate.pauseMs * (0.75 + this.#random() * 0.5);
      gate.width = 1;
    }
    gate.shutUntilMs = Math.max(gate.shutUntilMs, nowMs + Math.min(MAX_RETRY_AFTER_MS, retryAfterMs));
    return gate.shutUntilMs - nowMs + Math.min(LONGEST_STEP_BACK_MS, gate.pauseMs * STEP_BACK);
  }

  /** The gate that keeps a job of this mode from a worker with or without a model, or null. Ollama stops only what would ask it. */
  shutFor(mode: string, hasModel: boolean, nowMs: number): Gate | null {
    for (const gate of this.all.values()) if (applies(gate, mode, hasModel) && gate.isShut(nowMs)) return gate;
    return null;
  }

  /** The gate that a granted job passes on trial, or null. */
  onTrial(mode: string, hasModel: boolean): Gate | null {
    for (const gate of this.all.values()) {
      if (!applies(gate, mode, hasModel)) continue;
      gate.onTrial++;
      return gate;
    }
    return null;
  }

  /** A job on trial ended. */
  ended(gate: Gate, completed: boolean): void {
    gate.onTrial--;
    if (!completed) return;
    gate.width *= 2;
    if (gate.width >= WIDE_OPEN && this.all.get(gate.resource) === gate) this.all.delete(gate.resource);
  }

  /** A person says that all of them may be asked again. Returns the resources that were shut. */
  lift(nowMs: number): string[] {
    const shut = [...this.all.values()].filter((gate) => gate.isShut(nowMs)).map(({ resource }) => resource);
    this.all.clear();
    return shut;
  }

  nextOpeningMs(nowMs: number): number {
    let next = Infinity;
    for (const gate of this.all.values()) if (gate.shutUntilMs > nowMs) next = Math.min(next, gate.shutUntilMs);
    return next;
  }
}

function applies(gate: Gate, mode: string, hasModel: boolean): boolean {
  return gate.resource !== 'ollama' || mode === 'on' || (mode === 'auto' && hasModel);
}
