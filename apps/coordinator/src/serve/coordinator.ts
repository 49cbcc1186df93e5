import { join } from 'node:path';
import { FiligreeError, systemClock } from '@filigree/base';

import type { GraphTarget, HostPort, Logger } from '@filigree/cli';
import type { GraphStore } from '@filigree/graph';
import { makeControlService, makeWorkServer } from '@filigree/protocol';
import { nodeDisk } from '@filigree/queue';
import type { FsyncMode } from '@filigree/queue';
import { makeControlHandlers } from './control.ts';
import type { AnswerQuestion } from './control.ts';
import { makeFeed } from './feed.ts';
import { streamFiling } from './filing-source.ts';
import { makeGraphTotals } from './graph-totals.ts';
import { makeLatencyWindow } from './latency-window.ts';
import { joinBackup } from './join-backup.ts';
import { makeLimitedLog } from './limited-log.ts';
import { openQueueShell } from './queue-shell.ts';
import type { QueueShell } from './queue-shell.ts';
import { makeRunTimekeeper } from './run-times.ts';
import { makeSubmitter } from './scan.ts';
import { openDoors } from './doors.ts';
import type { Addresses, Doors } from './doors.ts';
import { makeMetrics } from './metrics.ts';
import { makeSettleTimer } from './settle-timer.ts';
import type { StatusSources } from './status.ts';
import { timedDisk } from './timed-disk.ts';

export interface CoordinatorOptions {
  readonly addresses: Addresses;
  readonly queueDir: string;
  readonly fsync: FsyncMode;
  readonly store: GraphStore;
  readonly graph: GraphTarget;
  /** Absolute, with links resolved. */
  readonly roots: readonly string[];
  readonly cwd: string;
  readonly logger: Logger;
  readonly answer: AnswerQuestion;
  /** The model that jobs with `on` would run while no worker has one. */
  readonly configuredModel: string;
  /** The journal cannot go on: the process must end and recover by replay. */
  readonly onFatal: (error: FiligreeError) => void;
}

/** A coordinator that serves. */
export interface RunningCoordinator {
  readonly address: HostPort;
  /** Where Prometheus reads; null when off. */
  readonly metrics: string | null;
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

// Only who was given the job may read its bytes.
function notLeased(jobId: number, token: number): FiligreeError {
  const said = `job ${String(jobId)}: token ${String(token)} is not its newest, or another worker holds it`;
  return new FiligreeError('PERMISSION_DENIED', said, {
    remedy: 'show the secret of the Welcome with it; else drop the lease: the job has moved on',
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
    metrics.settle(elapsedMs);
  }, clock);
  const runTimes = makeRunTimekeeper(clock);
  const graph = makeGraphTotals(store, options.graph, clock, options.cwd);
  let draining = false;
  let diskFull = false;
  let doors: Doors | null = null;
  const metrics = makeMetrics({
    status: () => queue.look((dispatcher, nowMs) => dispatcher.status(nowMs)),
    journalBytes: () => queue.journal.stats().journalBytes,
    uptimeMs: () => clock.monotonicMs() - startedMs,
  });

  const log = makeLimitedLog(logger, clock);
  const feed = makeFeed({
    clock,
    log,
    job: (jobId) => queue.look((dispatcher, nowMs) => dispatcher.job(jobId, nowMs)),
  });
  const work = makeWorkServer({
    opened: (streamId, caller) => {
      queue.streamOpened(streamId, caller);
    },
    frame: (streamId, frame) => {
      settleTimer.received(frame);
      queue.frame(streamId, frame);
    },
    awaits: (streamId, token) => queue.look((dispatcher) => dispatcher.awaits(streamId, token)),
    closed: (streamId) => {
      queue.streamClosed(streamId);
    },
    async readFiling({ jobId, token, secret }, emit, signal) {
      const job = queue.look((dispatcher, nowMs) => dispatcher.job(jobId, nowMs));
      const root = roots[job?.root ?? -1];
      if (job === null || root === undefined) throw unknownJob(jobId);
      if (!queue.look((dispatcher) => dispatcher.holds(jobId, token, secret))) throw notLeased(jobId, token);
      await streamFiling(root, job.path, emit, signal);
    },
  });
  await joinBackup(store, options.queueDir, (text) => {
    logger.log('warn', text);
  });
  const queue: QueueShell = await openQueueShell({
    dir: options.queueDir,
    disk: timedDisk(nodeDisk, clock, (elapsedMs) => {
      fsync.add(elapsedMs, clock.monotonicMs());
      metrics.fsync(elapsedMs);
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
      metrics.event(event);
      if (event.kind === 'completed') graph.changed();
      if (event.kind === 'run-ended') runTimes.ended(event.runId);
      feed.add(event);
    },
    onNotice: (text) => {
      feed.add({ kind: 'notice', level: 'warn', text });
    },
    onFatal: options.onFatal,
    onGraphWrite: (elapsedMs) => {
      graph.changed();
      metrics.graphWrite(elapsedMs);
    },
    onDiskFull: (isFull) => {
      diskFull = isFull;
      doors?.health.set(isFull || draining ? 'NOT_SERVING' : 'SERVING');
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
    model: (mode) => queue.look((dispatcher) => dispatcher.model()) ?? (mode === 'on' ? options.configuredModel : null),
    onNotice: (text) => {
      feed.add({ kind: 'notice', level: 'warn', text });
    },
    headerIndex: join(options.queueDir, 'headers.index'),
  });
  const handlers = makeControlHandlers({ sources, submitter, store, answer: options.answer });
  const control = makeControlService(handlers, (method, error) => {
    log.log(
      'fault',
      'error',
      `${method} failed: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`,
    );
  });

  try {
    const open = await openDoors({
      addresses: options.addresses,
      work: work.implementation,
      control,
      depth: {
        open: () => queue.look((dispatcher) => dispatcher.counts().pending + dispatcher.counts().processing),
        onActiveChange: (changed) => feed.onChange(changed),
      },
      registry: metrics.registry,
      logger,
      events: {
        refused(error, peer) {
          metrics.refused(error);
          log.log('refused', 'warn', `refused a call from ${peer}: ${error.message}`, {
            peer,
            reason: error.code.toLowerCase(),
          });
        },
        trouble(text) {
          log.log('door', 'warn', text);
        },
      },
    });
    doors = open;
    if (diskFull) open.health.set('NOT_SERVING');
    let stopping: Promise<void> | null = null;
    const stop = async (withinMs: number): Promise<void> => {
      draining = true;
      open.health.set('NOT_SERVING');
      submitter.stop();
      // Before the streams end: no lease may run out because its worker was sent away.
      queue.rest();
      work.endAll('the coordinator is shutting down');
      await open.stop(withinMs);
      await queue.close();
    };
    return {
      address: open.address,
      metrics: open.metrics,
      sources,
      queue,
      stop: (withinMs) => (stopping ??= stop(withinMs)),
    };
  } catch (error) {
    submitter.stop();
    await queue.close();
    throw error;
  }
}
