import { MAX_WAITING_ENTRIES, MAX_WAITING_FRAMES } from '../limits.ts';

/** What a frame writer needs of a gRPC stream. */
export interface FrameSink<W> {
  write(message: W): boolean;
  once(event: 'drain', act: () => void): unknown;
}

export interface FrameWriterOptions<F, W> {
  readonly sink: FrameSink<W>;
  /** What waits, at least one frame, as one. */
  readonly merge: (frames: readonly F[]) => F;
  /** A domain frame as the wire frames that carry it. */
  readonly cut: (frame: F) => readonly W[];
  /** Called when more than `maxWaiting` frames, or `maxEntries` things in them, wait for a receiver that does not read; the stream should end. */
  readonly onOverflow: () => void;
  readonly maxWaiting?: number;
  /** What a frame lists, at least 1; frames with more than `maxEntries` in all are too many as well. Default 1. */
  readonly entries?: (frame: F) => number;
  readonly maxEntries?: number;
}

/** Writes frames to one stream: all frames of a loop turn travel as one, and none while the stream is full. */
export interface FrameWriter<F> {
  send(frame: F): void;
  /** Writes what waits now, e.g. before the stream is ended. */
  flush(): void;
  /** Drops what waits and sends nothing more. May be called twice. */
  stop(): void;
}

export function makeFrameWriter<F, W>(options: FrameWriterOptions<F, W>): FrameWriter<F> {
  const { sink, merge, cut, onOverflow } = options;
  const { entries = () => 1, maxWaiting = MAX_WAITING_FRAMES, maxEntries = MAX_WAITING_ENTRIES } = options;
  let waiting: F[] = [];
  let waitingEntries = 0;
  let cutFrames: W[] = [];
  let scheduled: NodeJS.Immediate | null = null;
  let blocked = false;
  let stopped = false;

  const resume = (): void => {
    blocked = false;
    writeOut();
  };

  const writeOut = (): void => {
    if (stopped) return;
    while (!blocked) {
      if (cutFrames.length === 0) {
        if (waiting.length === 0) return;
        cutFrames = [...cut(merge(waiting))];
        waiting = [];
        waitingEntries = 0;
      }
      const next = cutFrames.shift();
      if (next !== undefined && !sink.write(next)) {
        blocked = true;
        sink.once('drain', resume);
      }
    }
  };

  return {
    send(frame) {
      if (stopped) return;
      waiting.push(frame);
      waitingEntries += entries(frame);
      if (waiting.length > maxWaiting || waitingEntries > maxEntries) {
        stopped = true;
        onOverflow();
        return;
      }
      scheduled ??= setImmediate(() => {
        scheduled = null;
        writeOut();
      });
    },
    flush() {
      if (scheduled !== null) clearImmediate(scheduled);
      scheduled = null;
      writeOut();
    },
    stop() {
      stopped = true;
      if (scheduled !== null) clearImmediate(scheduled);
      scheduled = null;
      waiting = [];
      cutFrames = [];
    },
  };
}
