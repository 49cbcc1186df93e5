import { randomBytes } from 'node:crypto';
import { FiligreeError } from '@filigree/base';
import type { Clock, Random, Timer } from '@filigree/base';
import type { GraphStore } from '@filigree/graph';
import { createDispatcher, openJournal } from '@filigree/queue';
import type {
  Acknowledge,
  CoordinatorFrame,
  Disk,
  Dispatcher,
  FsyncMode,
  Journal,
  QueueEvent,
  RunView,
  WorkerFrame,
} from '@filigree/queue';
import { makeGraphHealth } from './graph-health.ts';
import { makeGraphWatch } from './graph-watch.ts';
import { makeGraphWriter } from './graph-writer.ts';
import { makeResolver } from './resolver.ts';

/** Where the queue's frames go. */
export interface Streams {
  send(streamId: number, frame: CoordinatorFrame): void;
  end(streamId: number, reason: string): void;
}

export interface QueueShellOptions {
  readonly dir: string;
  readonly disk: Disk;
  readonly fsync: FsyncMode;
  readonly clock: Clock;
  readonly random: Random;
  readonly store: GraphStore;
  readonly roots: readonly string[];
  readonly streams: Streams;
  readonly onEvent: (event: QueueEvent) => void;
  /** Something that an operator should read. */
  readonly onNotice: (text: string) => void;
  /** The journal cannot go on: the process must end and recover by replay. */
  readonly onFatal: (error: FiligreeError) => void;
  readonly onGraphWrite: (elapsedMs: number) => void;
  readonly onDiskFull: (isFull: boolean) => void;
}

/** The queue with its disk, clock and graph: carries the dispatcher's effects out and feeds it events. */
export interface QueueShell {
  readonly epoch: number;
  /** The graph that the store holds, as it was seen last. */
  readonly graphId: string;
  readonly journal: Journal;
  streamOpened(streamId: number, caller: string): void;
  frame(streamId: number, frame: WorkerFrame): void;
  streamClosed(streamId: number): void;
  /** Acts on the dispatcher and arms its timer afterwards. Throws UNREACHABLE once the shell rests. */
  act<T>(act: (dispatcher: Dispatcher, nowMs: number) => T): T;
  /** As `act`, for what is acknowledged: resolves when it is on disk; rejects when it is refused. */
  ask<T>(act: (dispatcher: Dispatcher, ack: Acknowledge<T>, nowMs: number) => void): Promise<T>;
  /** Looks whether the store still holds that graph; resolves soon, also where the store is away. */
  lookAtGraph(): Promise<void>;
  /** Looks at the dispatcher; changes nothing. */
  look<T>(look: (dispatcher: Dispatcher, nowMs: number) => T): T;
  /**
   * Takes in no more: nothing expires, is granted, settled or asked from here on. What was said before still becomes
   * durable and is told. May be called twice.
   */
  rest(): void;
  /** Rests, makes everything durable and gives the directory back. May be called twice. */
  close(): Promise<void>;
}

const SECRET_BYTES = 32;

function shuttingDown(): FiligreeError {
  return new FiligreeError('UNREACHABLE', 'the coordinator is shutting down', { remedy: 'start it again' });
}

/** Both hold the epoch before the first grant, each above all that went before. */
async function takeEpoch(journal: Journal, store: GraphStore): Promise<number> {
  let epoch = await journal.beginEpoch(await store.epoch());
  for (;;) {
    const stored = await store.raiseEpoch(epoch);
    if (stored === epoch) return epoch;
    // Another queue directory over the same graph took it between our two steps.
    epoch = await journal.beginEpoch(stored - 1);
    if (epoch === stored) return epoch;
  }
}

export async function openQueueShell(options: QueueShellOptions): Promise<QueueShell> {
  const { clock, store, streams } = options;
  const graphId = await store.graphId();
  let timer: Timer | null = null;
  let armedMs = Number.POSITIVE_INFINITY;
  let resting = false;

  const fire = (): void => {
    timer = null;
    armedMs = Number.POSITIVE_INFINITY;
    if (resting) return;
    dispatcher.tick(clock.monotonicMs());
    arm();
  };
  // A timer that fires early costs one tick; setting it anew for every frame would cost more.
  const arm = (): void => {
    const wantedMs = dispatcher.nextDeadlineMs();
    if (wantedMs >= armedMs || resting) return;
    timer?.cancel();
    armedMs = wantedMs;
    timer = clock.after(Math.max(0, wantedMs - clock.monotonicMs()), fire);
  };
  const act = <T>(what: (dispatcher: Dispatcher, nowMs: number) => T): T => {
    const result = what(dispatcher, clock.monotonicMs());
    arm();
    return result;
  };
  // For what comes by itself. Once the shell rests, a change would find the journal closed, and nobody waits for one:
  // workers say again what they hold to the next life.
  const hear = (what: (dispatcher: Dispatcher, nowMs: number) => void): void => {
    if (!resting) act(what);
  };

  const health = makeGraphHealth((trouble) => {
    hear((queue, nowMs) => {
      queue.graphStands(trouble, nowMs);
    });
  });
  const writer = makeGraphWriter({
    store,
    clock,
    health,
    onWritten: options.onGraphWrite,
    onResults: (results) => {
      hear((queue, nowMs) => {
        queue.batch(nowMs, () => {
          for (const { token, result } of results) queue.graphWritten(token, result, nowMs);
        });
      });
    },
  });
  const resolver = makeResolver({
    store,
    clock,
    health,
    onResolved: (runId) => {
      hear((queue, nowMs) => {
        queue.runResolved(runId, nowMs);
      });
    },
  });

  const dispatcher: Dispatcher = createDispatcher(
    {
      random: options.random,
      newSecret: () => randomBytes(SECRET_BYTES).toString('base64url'),
      graph: { kind: store.kind, id: graphId },
      roots: options.roots,
    },
    {
      send: (streamId, frame) => {
        streams.send(streamId, frame);
      },
      closeStream: (streamId, reason) => {
        setImmediate(() => {
          streams.end(streamId, reason);
        });
      },
      writeGraph: (write) => {
        writer.write(write);
      },
      needEpoch: () => {
        void takeEpoch(journal, store).then(
          (next) => {
            hear((queue, nowMs) => {
              queue.epochStored(next, nowMs);
            });
          },
          (error: FiligreeError) => {
            if (!resting) options.onFatal(error);
          },
        );
      },
      runEnded: (run: RunView) => {
        setImmediate(() => {
          resolver.request(run.runId);
        });
      },
      event: options.onEvent,
    },
  );

  const journal = await openJournal({
    dir: options.dir,
    disk: options.disk,
    clock,
    fsync: options.fsync,
    onSnapshotRow: dispatcher.loadRow,
    onRecord: dispatcher.replay,
    snapshot: dispatcher.snapshot,
    onDurable: (seq) => {
      act((queue, nowMs) => {
        queue.durable(seq, nowMs);
      });
    },
    onDiskFull: (isFull) => {
      options.onDiskFull(isFull);
      act((queue, nowMs) => {
        queue.diskFull(isFull, nowMs);
      });
    },
    onFatal: options.onFatal,
    onNotice: options.onNotice,
  });

  let epoch: number;
  try {
    epoch = await takeEpoch(journal, store);
    act((queue, nowMs) => {
      queue.open(journal, epoch, nowMs);
    });
  } catch (error) {
    await journal.close();
    throw error;
  }

  const watch = makeGraphWatch(store, graphId, clock, (id) => {
    hear((queue, nowMs) => {
      queue.graphIs(id, nowMs);
    });
  });

  let closing: Promise<void> | null = null;
  const rest = (): void => {
    resting = true;
    timer?.cancel();
    watch.stop();
    writer.stop();
    resolver.stop();
  };
  const close = async (): Promise<void> => {
    rest();
    await journal.close();
  };

  return {
    epoch,
    get graphId() {
      return watch.graphId;
    },
    lookAtGraph: () => watch.look(),
    journal,
    streamOpened: (streamId, caller) => {
      hear((queue, nowMs) => {
        queue.streamOpened(streamId, caller, nowMs);
      });
    },
    frame: (streamId, frame) => {
      hear((queue, nowMs) => {
        queue.frame(streamId, frame, nowMs);
      });
    },
    // May be told from within a send of the dispatcher, which must not be called back.
    streamClosed: (streamId) => {
      queueMicrotask(() => {
        hear((queue, nowMs) => {
          queue.streamClosed(streamId, nowMs);
        });
      });
    },
    act: (what) => {
      if (resting) throw shuttingDown();
      return act(what);
    },
    ask: (what) =>
      new Promise((resolve, reject) => {
        if (resting) {
          reject(shuttingDown());
          return;
        }
        act((queue, nowMs) => {
          what(queue, resolve, nowMs);
        });
      }),
    look: (look) => look(dispatcher, clock.monotonicMs()),
    rest,
    close: () => (closing ??= close()),
  };
}
