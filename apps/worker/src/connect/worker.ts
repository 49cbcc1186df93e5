import { EXTRACTOR_VERSION, systemClock } from '@filigree/base';
import type { FiligreeError } from '@filigree/base';
import { isRefusal, openWorkClient } from '@filigree/protocol';
import type { Endpoint, Security, WorkStream } from '@filigree/protocol';
import { createWorkerSession } from '@filigree/queue';
import type { AiMode, Capabilities, WorkerSession } from '@filigree/queue';
import type { GraphAccess } from '../graph/graph-access.ts';
import type { ModelAccess } from '../model/access.ts';
import { makeJobRunner } from './jobs.ts';
import type { JobRunner } from './jobs.ts';
import { watchVitals } from './vitals.ts';

export interface WorkerOptions {
  readonly endpoint: Endpoint;
  readonly security: Security;
  readonly workerId: string;
  readonly bootId: string;
  readonly host: string;
  readonly version: string;
  /** Filings read at once. */
  readonly concurrency: number;
  /** Filings that may wait for the model beside those. */
  readonly aiConcurrency: number;
  readonly model: ModelAccess;
  readonly graph: GraphAccess;
  readonly ai: AiMode;
  /** State changes for the log: connected, lost, drained. */
  readonly onChange: (change: WorkerChange) => void;
}

export type WorkerChange =
  | { readonly kind: 'connected'; readonly place: string; readonly epoch: number }
  | {
      readonly kind: 'disconnected';
      readonly place: string;
      readonly reason: string;
      readonly error: FiligreeError | null;
      readonly retryInMs: number;
    }
  | { readonly kind: 'draining' };

/** A connected worker. */
export interface RunningWorker {
  readonly session: WorkerSession;
  /** Resolves after drain or stop, when nothing is held and Goodbye is sent. */
  readonly finished: Promise<void>;
  /** Ends streams and threads at once. May be called twice. */
  close(): Promise<void>;
}

/** Connects a worker, once its first threads have warmed up, and keeps it connected. Throws LOCAL_STATE without threads. */
export async function startWorker(options: WorkerOptions): Promise<RunningWorker> {
  const client = openWorkClient(options.endpoint, options.security);
  const vitals = watchVitals();
  const streams = new Map<number, WorkStream>();
  let roots: readonly string[] = [];
  let wantsDelta = true;
  let finish: () => void = () => undefined;
  const finished = new Promise<void>((resolve) => {
    finish = resolve;
  });

  const { model, graph, ai } = options;
  const capabilities = (): Capabilities => ({
    model: model.model,
    ai,
    writesGraph: graph.canWrite,
    extractorVersion: EXTRACTOR_VERSION,
  });
  const slots = options.concurrency + options.aiConcurrency;
  // With a model, filings are read while others wait for its answers; without, they wait for the threads. Where threads and
  // questions differ, the more of both counts as what goes on at once.
  const ahead = Math.min(options.concurrency, options.aiConcurrency);

  let runner: JobRunner;
  try {
    runner = makeJobRunner(
      { client, threads: options.concurrency, model, graph },
      {
        progress: (token, stage, progress) => {
          session.progress(token, stage, progress);
        },
        ended: (end) => {
          session.jobEnded(end);
        },
      },
    );
  } catch (error) {
    vitals.stop();
    client.close();
    throw error;
  }

  const session: WorkerSession = createWorkerSession(
    {
      ...options,
      slots,
      ahead,
      capabilities,
      labels: {},
      vitals: () => vitals.read(),
      clock: systemClock,
      random: Math.random,
    },
    {
      connect(streamId) {
        const stream = client.openStream({
          received: (frame) => {
            session.received(streamId, frame);
          },
          closed: (error) => {
            streams.delete(streamId);
            const reason = error?.message ?? 'the coordinator ended the stream';
            const retryInMs = session.closed(streamId, reason, isRefusal(error));
            options.onChange({ kind: 'disconnected', place: client.place, reason, error, retryInMs });
          },
        });
        streams.set(streamId, stream);
        // Frames wait in the stream until it is connected; a refused connection is told by `closed`.
        queueMicrotask(() => {
          if (streams.has(streamId)) session.opened(streamId);
        });
      },
      disconnect(streamId) {
        streams.get(streamId)?.cancel();
        streams.delete(streamId);
      },
      send(streamId, frame) {
        streams.get(streamId)?.send(frame);
      },
      startJob(lease) {
        runner.start(lease, roots, wantsDelta);
      },
      abortJob(token) {
        runner.abort(token);
      },
      welcomed(welcome) {
        roots = welcome.roots;
        wantsDelta = welcome.graph.kind === 'sqlite' || !graph.canWrite;
        if (!wantsDelta) graph.expect(welcome.graph.id);
        options.onChange({ kind: 'connected', place: client.place, epoch: welcome.epoch });
      },
      draining() {
        options.onChange({ kind: 'draining' });
      },
      finished() {
        for (const stream of streams.values()) stream.end();
        finish();
      },
    },
  );
  // What asks for filings before it is ready keeps them from a worker that is.
  await runner.ready;
  session.start();

  return {
    session,
    finished,
    async close() {
      vitals.stop();
      await runner.close();
      await graph.close();
      // The last frame must leave this process before the connection is dropped.
      await new Promise((resolve) => setImmediate(resolve));
      client.close();
      finish();
    },
  };
}
