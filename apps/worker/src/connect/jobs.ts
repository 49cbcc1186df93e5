import { basename } from 'node:path';
import { FiligreeError } from '@filigree/base';
import type { WorkClient } from '@filigree/protocol';
import type { JobEnd, Lease } from '@filigree/queue';
import type { GraphAccess } from '../graph/graph-access.ts';
import type { ModelAccess } from '../model/access.ts';
import { makePool } from '../processing/pool.ts';
import type { TaskDone } from '../processing/messages.ts';
import type { Pool } from '../processing/pool.ts';
import { failureOf, troubleOf } from './failures.ts';
import { localPath, readRemote } from './fetch-filing.ts';

/** What the runner tells the session. */
export interface JobReports {
  progress(token: number, stage: string, progress: number): void;
  /** Called exactly once for each started job. */
  ended(end: JobEnd): void;
}

/** What jobs run on. */
export interface JobServices {
  readonly client: WorkClient;
  /** Threads that read filings. */
  readonly threads: number;
  readonly model: ModelAccess;
  readonly graph: GraphAccess;
}

/** Runs leased jobs: finds or fetches the filing, processes it in a thread, writes the graph, reports. */
export interface JobRunner {
  /** Resolves when jobs would start without delay; never rejects. */
  readonly ready: Promise<void>;
  /** `wantsDelta`: the coordinator writes the graph. */
  start(lease: Lease, roots: readonly string[], wantsDelta: boolean): void;
  /** Gives a job up; it ends as released. Nothing happens for an unknown token. */
  abort(token: number): void;
  /** Ends the threads. May be called twice. */
  close(): Promise<void>;
}

/** The filing, or that the coordinator is away: it may be restarting, which is no failure of the filing. */
async function fetched(
  client: WorkClient,
  lease: Lease,
  signal: AbortSignal,
  onBytes: () => void,
): Promise<Uint8Array | 'unreachable'> {
  try {
    return await readRemote(client, lease, signal, onBytes);
  } catch (error) {
    if (error instanceof FiligreeError && error.code === 'UNREACHABLE') return 'unreachable';
    throw error;
  }
}

/** Starts the threads. */
export function makeJobRunner(services: JobServices, reports: JobReports): JobRunner {
  const { client, model, graph } = services;
  const running = new Map<number, AbortController>();
  let steps = 0;
  const stage = (token: number, name: string): void => {
    reports.progress(token, name, ++steps);
  };
  const pool: Pool = makePool({ size: services.threads, onStage: stage, ask: model.ask });

  const write = async (done: TaskDone, wantsDelta: boolean): Promise<JobEnd> => {
    const { token, summary, facts, delta } = done;
    if (wantsDelta) return { kind: 'completed', completion: { token, summary, facts, delta } };
    stage(token, 'writing');
    const began = performance.now();
    try {
      await graph.write(token, delta);
    } catch (error) {
      return { kind: 'failed', failure: failureOf(token, troubleOf(error, 'neo4j')) };
    }
    const graphMs = performance.now() - began;
    return { kind: 'completed', completion: { token, summary: { ...summary, graphMs }, facts, delta: null } };
  };

  const process = async (
    lease: Lease,
    roots: readonly string[],
    wantsDelta: boolean,
    signal: AbortSignal,
  ): Promise<JobEnd> => {
    const { token, job } = lease;
    const path = await localPath(lease, roots);
    const advance = (): void => {
      stage(token, 'reading');
    };
    const bytes = path === null ? await fetched(client, lease, signal, advance) : null;
    if (bytes === 'unreachable' || signal.aborted) return { kind: 'released', token };
    const wanted = job.mode === 'off' ? null : model.model;
    const required = job.mode === 'on';
    const end = await pool.run({
      token,
      fileName: basename(job.path),
      path,
      bytes,
      model: wanted,
      modelRequired: required,
    });
    if (end.kind === 'failed') {
      if (end.resource === 'ollama') model.doubt();
      return { kind: 'failed', failure: failureOf(token, end) };
    }
    if (end.kind === 'aborted' || signal.aborted) return { kind: 'released', token };
    if (end.summary.ran === 'rules' && wanted !== null) model.doubt();
    return write(end, wantsDelta);
  };

  return {
    ready: pool.ready,
    start(lease, roots, wantsDelta) {
      const { token } = lease;
      const controller = new AbortController();
      running.set(token, controller);
      void process(lease, roots, wantsDelta, controller.signal)
        .catch((error: unknown): JobEnd => {
          if (controller.signal.aborted) return { kind: 'released', token };
          return { kind: 'failed', failure: failureOf(token, troubleOf(error)) };
        })
        .then((end) => {
          running.delete(token);
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
