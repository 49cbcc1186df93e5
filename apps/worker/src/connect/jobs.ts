import { basename } from 'node:path';
import { FiligreeError, describeError } from '@filigree/base';
import type { ErrorCode } from '@filigree/base';
import type { WorkClient } from '@filigree/protocol';
import type { Failure, FailureClass, JobEnd, Lease } from '@filigree/queue';
import { makePool } from '../processing/pool.ts';
import type { Pool, TaskEnd } from '../processing/pool.ts';
import { localPath, readRemote } from './fetch-filing.ts';

/** What the runner tells the session. */
export interface JobReports {
  progress(token: number, stage: string, progress: number): void;
  /** Called exactly once for each started job. */
  ended(end: JobEnd): void;
}

/** Runs leased jobs: finds or fetches the filing, processes it in a thread, reports. */
export interface JobRunner {
  start(lease: Lease, roots: readonly string[], wantsDelta: boolean): void;
  /** Gives a job up; it ends as released. Nothing happens for an unknown token. */
  abort(token: number): void;
  /** Ends the threads. May be called twice. */
  close(): Promise<void>;
}

// What an error in processing means for the job. A filing that cannot be read stays so; what is not known may pass.
const CLASS_BY_CODE: Readonly<Partial<Record<ErrorCode, FailureClass>>> = {
  BAD_FILING: 'fatal',
  TOO_LARGE: 'fatal',
  NOT_FOUND: 'fatal',
  PERMISSION_DENIED: 'fatal',
  USAGE: 'fatal',
  OVERLOADED: 'overloaded',
  DISK_FULL: 'worker',
  LOCAL_STATE: 'worker',
};

function failure(token: number, code: string, message: string, detail: string): Failure {
  const failureClass = CLASS_BY_CODE[code as ErrorCode] ?? 'retryable';
  const resource = code === 'DISK_FULL' ? 'disk' : '';
  return { token, failureClass, message, detail, resource, retryAfterMs: 0 };
}

function jobEnd(end: TaskEnd, wantsDelta: boolean): JobEnd {
  const { token } = end;
  if (end.kind === 'aborted') return { kind: 'released', token };
  if (end.kind === 'failed') return { kind: 'failed', failure: failure(token, end.code, end.message, end.detail) };
  const { summary, facts, delta } = end;
  return { kind: 'completed', completion: { token, summary, facts, delta: wantsDelta ? delta : null } };
}

export function makeJobRunner(client: WorkClient, slots: number, reports: JobReports): JobRunner {
  const running = new Map<number, AbortController>();
  let steps = 0;
  const pool: Pool = makePool({
    size: slots,
    onStage: (token, stage) => {
      reports.progress(token, stage, ++steps);
    },
  });

  const process = async (
    lease: Lease,
    roots: readonly string[],
    wantsDelta: boolean,
    signal: AbortSignal,
  ): Promise<JobEnd> => {
    const { token, job } = lease;
    try {
      const path = await localPath(lease, roots);
      const advance = (): void => {
        reports.progress(token, 'reading', ++steps);
      };
      const bytes = path === null ? await readRemote(client, lease, signal, advance) : null;
      if (signal.aborted) return { kind: 'released', token };
      return jobEnd(
        await pool.run({ token, fileName: basename(job.path), path, bytes, mode: job.mode, wantsDelta }),
        wantsDelta,
      );
    } catch (error) {
      if (signal.aborted) return { kind: 'released', token };
      const code = error instanceof FiligreeError ? error.code : 'INTERNAL';
      const detail = error instanceof Error ? (error.stack ?? '') : '';
      return { kind: 'failed', failure: failure(token, code, describeError(error), detail) };
    }
  };

  return {
    start(lease, roots, wantsDelta) {
      const controller = new AbortController();
      running.set(lease.token, controller);
      void process(lease, roots, wantsDelta, controller.signal).then((end) => {
        running.delete(lease.token);
        reports.ended(end);
      });
    },
    abort(token) {
      running.get(token)?.abort();
      pool.abort(token);
    },
    async close() {
      for (const controller of running.values()) controller.abort();
      await pool.close();
    },
  };
}
