import { join } from 'node:path';
import { FiligreeError, systemClock } from '@filigree/base';

import type { GraphTarget, HostPort, Logger } from '@filigree/cli';
import type { GraphStore } from '@filigree/graph';
import {
  controlServiceDefinition,
  makeControlService,
  makeWorkServer,
  workerServiceDefinition,
} from '@filigree/protocol';
import type { Security } from '@filigree/protocol';
import { nodeDisk } from '@filigree/queue';
import type { FsyncMode } from '@filigree/queue';
import { makeControlHandlers } from './control.ts';
import type { AnswerQuestion } from './control.ts';
import { makeFeed } from './feed.ts';
import { streamFiling } from './filing-source.ts';
import { makeGraphTotals } from './graph-totals.ts';
import { makeLatencyWindow } from './latency-window.ts';
import { openQueueShell } from './queue-shell.ts';
import type { QueueShell } from './queue-shell.ts';
import { makeRunTimekeeper } from './run-times.ts';
import { makeSubmitter } from './scan.ts';
import { listen, listenOrMove } from './server.ts';
import { makeSettleTimer } from './settle-timer.ts';
import type { StatusSources } from './status.ts';
import { timedDisk } from './timed-disk.ts';

export interface CoordinatorOptions {
  readonly listen: HostPort;
  /** Another port will do where this one is taken. */
  readonly mayMove: boolean;
  readonly security: Security;
  readonly queueDir: string;
  readonly fsync: FsyncMode;
  readonly store: GraphStore;
  readonly graph: GraphTarget;
  /** Absolute, with links resolved. */
  readonly roots: readonly string[];
  readonly cwd: string;
  readonly logger: Logger;
  readonly answer: AnswerQuestion;
  /** The journal cannot go on: the process must end and recover by replay. */
  readonly onFatal: (error: FiligreeError) => void;
}

/** A coordinator that serves. */
export interface RunningCoordinator {
  readonly address: HostPort;
  readonly sources: StatusSources;
  readonly queue: QueueShell;
  /** Stops granting, ends the streams, syncs, gives the directory back. May be called twice. */
  stop(withinMs: number): Promise<void>;
}

function unknownJob(jobId: number): FiligreeError {
  return new FiligreeError('NOT_FOUND', `job ${String(jobId)} is not in the queue`, {
    remedy: 'it was cleared; drop the lease',
  });
}

/**
 * Takes the queue directory, recovers it, takes an epoch and serves. Throws LOCAL_STATE (directory locked or not
 * writable, port in use), CORRUPT, USAGE (an open address in the clear).
 */
export async function startCoordinator(options: CoordinatorOptions): Promise<RunningCoordinator> {
  const { store, roots, logger } = options;
  const clock = systemClock;
  const startedMs = clock.monotonicMs();
  const fsync = makeLatencyWindow();
  const settle = makeLatencyWindow();
  const settleTimer = makeSettleTimer((elapsedMs) => {
    settle.add(elapsedMs, clock.monotonicMs());
  }, clock);
  const runTimes = makeRunTimekeeper(clock);
  const graph = makeGraphTotals(store, options.graph, clock, options.cwd);
  let draining = false;

  const feed = makeFeed({
    clock,
    logger,
    job: (jobId) => queue.look((dispatcher, nowMs) => dispatcher.job(jobId, nowMs)),
  });
  const work = makeWorkServer({
    opened: (streamId) => {
      queue.streamOpened(streamId);
    },
    frame: (streamId, frame) => {
      settleTimer.received(frame);
      queue.frame(streamId, frame);
    },
    closed: (streamId) => {
      queue.streamClosed(streamId);
    },
    async readFiling({ jobId }, emit, signal) {
      const job = queue.look((dispatcher, nowMs) => dispatcher.job(jobId, nowMs));
      const root = roots[job?.root ?? -1];
      if (job === null || root === undefined) throw unknownJob(jobId);
      await streamFiling(root, job.path, emit, signal);
    },
  });
  const queue: QueueShell = await openQueueShell({
    dir: options.queueDir,
    disk: timedDisk(nodeDisk, clock, (elapsedMs) => {
      fsync.add(elapsedMs, clock.monotonicMs());
    }),
    fsync: options.fsync,
    clock,
    random: Math.random,
    store,
    roots,
    streams: {
      send(streamId, frame) {
        settleTimer.sent(frame);
        work.send(streamId, frame);
      },
      end: (streamId, reason) => {
        work.end(streamId, reason);
      },
    },
    onEvent(event) {
      if (event.kind === 'completed') graph.changed();
      if (event.kind === 'run-ended') runTimes.ended(event.runId);
      feed.add(event);
    },
    onNotice: (text) => {
      feed.add({ kind: 'notice', level: 'warn', text });
    },
    onFatal: options.onFatal,
    onGraphWrite: () => {
      graph.changed();
    },
  });

  const sources: StatusSources = {
    queue,
    feed,
    graph,
    clock,
    fsync,
    settle,
    isDraining: () => draining,
    startedMs,
    runTimes,
  };
  const submitter = makeSubmitter({
    queue,
    roots,
    clock,
    model: () => null,
    headerIndex: join(options.queueDir, 'headers.index'),
  });
  const handlers = makeControlHandlers({ sources, submitter, store, answer: options.answer });
  const control = makeControlService(handlers, (method, error) => {
    logger.log('error', `${method} failed: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
  });

  try {
    const server = await (options.mayMove ? listenOrMove : listen)('--listen', options.listen, options.security, [
      { definition: workerServiceDefinition, implementation: work.implementation },
      { definition: controlServiceDefinition, implementation: control },
    ]);
    let stopping: Promise<void> | null = null;
    const stop = async (withinMs: number): Promise<void> => {
      draining = true;
      work.endAll('the coordinator is shutting down');
      await server.stop(withinMs);
      await queue.close();
    };
    return { address: server.address, sources, queue, stop: (withinMs) => (stopping ??= stop(withinMs)) };
  } catch (error) {
    await queue.close();
    throw error;
  }
}
