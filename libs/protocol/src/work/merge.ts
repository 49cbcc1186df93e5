import type { CoordinatorFrame, WorkerFrame } from '@filigree/queue';

// A frame that waits for a slow receiver keeps the newest lines only.
const MAX_LOG_LINES = 200;

function joined<T>(first: readonly T[] | undefined, second: readonly T[] | undefined): readonly T[] | undefined {
  if (first === undefined || first.length === 0) return second;
  return second === undefined || second.length === 0 ? first : [...first, ...second];
}

function defined<T extends object>(frame: T): T {
  return Object.fromEntries(Object.entries(frame).filter(([, value]) => value !== undefined)) as T;
}

/** Two frames of one worker as one, in their order. The newer beat says all that the older one did. */
export function mergeWorkerFrames(first: WorkerFrame, second: WorkerFrame): WorkerFrame {
  return defined<WorkerFrame>({
    hello: first.hello ?? second.hello,
    credit:
      first.credit === undefined && second.credit === undefined
        ? undefined
        : (first.credit ?? 0) + (second.credit ?? 0),
    started: joined(first.started, second.started),
    beat: second.beat ?? first.beat,
    completed: joined(first.completed, second.completed),
    failed: joined(first.failed, second.failed),
    released: joined(first.released, second.released),
    logs: joined(first.logs, second.logs)?.slice(-MAX_LOG_LINES),
    goodbye: second.goodbye ?? first.goodbye,
  } as WorkerFrame);
}

/** Two frames to one worker as one, in their order. */
export function mergeCoordinatorFrames(first: CoordinatorFrame, second: CoordinatorFrame): CoordinatorFrame {
  const lost = joined(first.beatAck?.lost, second.beatAck?.lost);
  return defined<CoordinatorFrame>({
    welcome: first.welcome ?? second.welcome,
    leases: joined(first.leases, second.leases),
    beatAck: first.beatAck === undefined && second.beatAck === undefined ? undefined : { lost: lost ?? [] },
    settled: joined(first.settled, second.settled),
    cancel: joined(first.cancel, second.cancel),
    drain: second.drain ?? first.drain,
  } as CoordinatorFrame);
}
