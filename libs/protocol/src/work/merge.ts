import type { CoordinatorFrame, WorkerFrame } from '@filigree/queue';

// A frame that waits for a slow receiver keeps the newest lines only.
const MAX_LOG_LINES = 200;

type Filled<T> = { -readonly [K in keyof T]: T[K] };

/** All that the frames have of one kind, in their order; undefined where they have none. */
function joined<F, T>(frames: readonly F[], of: (frame: F) => readonly T[] | undefined): readonly T[] | undefined {
  const all: T[] = [];
  for (const frame of frames) for (const item of of(frame) ?? []) all.push(item);
  return all.length === 0 ? undefined : all;
}

function newest<F, T>(frames: readonly F[], of: (frame: F) => T | undefined): T | undefined {
  return frames.map(of).findLast((value) => value !== undefined);
}

function put<T, K extends keyof T>(frame: Filled<T>, key: K, value: T[K] | undefined): void {
  if (value !== undefined) frame[key] = value;
}

/** Frames of one worker as one, in their order. The newest beat says all that the older ones did. */
export function mergeWorkerFrames(frames: readonly WorkerFrame[]): WorkerFrame {
  if (frames.length === 1) return frames[0]!;
  const merged: Filled<WorkerFrame> = {};
  const credit = frames.reduce((sum, frame) => sum + (frame.credit ?? 0), 0);
  put<WorkerFrame, 'hello'>(merged, 'hello', frames.find(({ hello }) => hello !== undefined)?.hello);
  put<WorkerFrame, 'credit'>(merged, 'credit', credit === 0 ? undefined : credit);
  put<WorkerFrame, 'started'>(
    merged,
    'started',
    joined(frames, ({ started }) => started),
  );
  put<WorkerFrame, 'beat'>(
    merged,
    'beat',
    newest(frames, ({ beat }) => beat),
  );
  put<WorkerFrame, 'completed'>(
    merged,
    'completed',
    joined(frames, ({ completed }) => completed),
  );
  put<WorkerFrame, 'failed'>(
    merged,
    'failed',
    joined(frames, ({ failed }) => failed),
  );
  put<WorkerFrame, 'released'>(
    merged,
    'released',
    joined(frames, ({ released }) => released),
  );
  put<WorkerFrame, 'logs'>(merged, 'logs', joined(frames, ({ logs }) => logs)?.slice(-MAX_LOG_LINES));
  put<WorkerFrame, 'goodbye'>(
    merged,
    'goodbye',
    newest(frames, ({ goodbye }) => goodbye),
  );
  return merged;
}

/** Frames to one worker as one, in their order. */
export function mergeCoordinatorFrames(frames: readonly CoordinatorFrame[]): CoordinatorFrame {
  if (frames.length === 1) return frames[0]!;
  const merged: Filled<CoordinatorFrame> = {};
  const hasAck = frames.some(({ beatAck }) => beatAck !== undefined);
  put<CoordinatorFrame, 'welcome'>(merged, 'welcome', frames.find(({ welcome }) => welcome !== undefined)?.welcome);
  put<CoordinatorFrame, 'leases'>(
    merged,
    'leases',
    joined(frames, ({ leases }) => leases),
  );
  if (hasAck) merged.beatAck = { lost: joined(frames, ({ beatAck }) => beatAck?.lost) ?? [] };
  put<CoordinatorFrame, 'settled'>(
    merged,
    'settled',
    joined(frames, ({ settled }) => settled),
  );
  put<CoordinatorFrame, 'cancel'>(
    merged,
    'cancel',
    joined(frames, ({ cancel }) => cancel),
  );
  put<CoordinatorFrame, 'drain'>(
    merged,
    'drain',
    newest(frames, ({ drain }) => drain),
  );
  return merged;
}
