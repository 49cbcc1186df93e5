// The jobs that a worker has at work.
import { STAGE_LIMIT_MS } from '../dispatcher/limits.ts';
import type { JobEnd } from './worker-session-types.ts';

export interface RunningJob {
  readonly token: number;
  stage: string;
  progress: number;
  /** When stage or progress last changed, monotonic ms. */
  advancedMs: number;
  /** Nobody wants its result. */
  aborted: boolean;
  /** Aborted to be given back. */
  givenBack: boolean;
}

export class WorkerJobs {
  readonly running = new Map<number, RunningJob>();

  start(token: number, nowMs: number): void {
    this.running.set(token, {
      token,
      stage: 'starting',
      progress: 0,
      advancedMs: nowMs,
      aborted: false,
      givenBack: false,
    });
  }

  progress(token: number, stage: string, progress: number, nowMs: number): void {
    const job = this.running.get(token);
    if (job === undefined || (job.stage === stage && job.progress >= progress)) return;
    job.stage = stage;
    job.progress = progress;
    job.advancedMs = nowMs;
  }

  /** The end to be told, or null when nobody wants it. */
  end(end: JobEnd): JobEnd | null {
    const token = tokenOf(end);
    const job = this.running.get(token);
    if (job === undefined) return null;
    this.running.delete(token);
    if (job.aborted) return null;
    return job.givenBack && end.kind === 'failed' ? { kind: 'released', token } : end;
  }

  /** Those whose result is still wanted. */
  wanted(): number[] {
    return [...this.running.values()].filter((job) => !job.aborted).map(({ token }) => token);
  }

  advancing(nowMs: number): { token: number; stage: string; progress: number }[] {
    const leases = [];
    for (const { token, stage, progress, advancedMs, aborted } of this.running.values()) {
      if (!aborted && nowMs - advancedMs < STAGE_LIMIT_MS) leases.push({ token, stage, progress });
    }
    return leases;
  }
}

export function tokenOf(end: JobEnd): number {
  if (end.kind === 'completed') return end.completion.token;
  return end.kind === 'failed' ? end.failure.token : end.token;
}
