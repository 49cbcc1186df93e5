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
  /** Called when more than `maxWaiting` frames wait for a receiver that does not read; the stream should end. */
  readonly onOverflow: () => void;
  readonly maxWaiting?: number;
}

/** Writes frames to one stream: all frames of a loop turn travel as one, and none while the stream is full. */
export interface FrameWriter<F> {
  send(frame: F): void;
  /** Writes what waits now, e.g. before the stream is ended. */
  flush(): void;
  /** Drops what waits and sends nothing more. May be called twice. */
  stop(): void;
}

const MAX_WAITING = 10_000;

export function makeFrameWriter<F, W>(options: FrameWriterOptions<F, W>): FrameWriter<F> {
  const { sink, merge, cut, onOverflow } = options;
  const maxWaiting = options.maxWaiting ?? MAX_WAITING;
  let waiting: F[] = [];
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
      if (waiting.length > maxWaiting) {
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
