// When the next frame may be drawn: at most ten a second, and four when no key is pressed.

// Both limits keep a little room, so that they also hold where a terminal looks at its clock a moment later.

/** Between frames that only new data ask for. */
export const DATA_FRAME_MS = 260;
/** Between two frames that keys ask for. */
export const KEY_FRAME_MS = 100;
/** Frames in any second. */
export const FRAMES_PER_SECOND = 10;
const SECOND_MS = 1040;

/** Frames that were drawn; times are monotonic milliseconds. */
export interface Drawn {
  /** The last ones, oldest first; more than FRAMES_PER_SECOND are not needed. */
  readonly framesMs: readonly number[];
  /** The last one that a key asked for. */
  readonly keyFrameMs: number;
}

export const NOTHING_DRAWN: Drawn = { framesMs: [], keyFrameMs: -Infinity };

export function afterFrame(drawn: Drawn, atMs: number, forKey: boolean): Drawn {
  return {
    framesMs: [...drawn.framesMs.slice(1 - FRAMES_PER_SECOND), atMs],
    keyFrameMs: forKey ? atMs : drawn.keyFrameMs,
  };
}

/**
 * The earliest time for a frame. A key is answered at once where the last key frame is 100 ms old, whatever the data
 * drew in between; the ten frames of a second hold for both together.
 */
export function nextFrameMs(drawn: Drawn, forKey: boolean): number {
  const { framesMs, keyFrameMs } = drawn;
  const last = framesMs.at(-1) ?? -Infinity;
  const spaced = forKey ? keyFrameMs + KEY_FRAME_MS : last + DATA_FRAME_MS;
  const oldest = framesMs.length < FRAMES_PER_SECOND ? -Infinity : framesMs[0]! + SECOND_MS;
  return Math.max(spaced, oldest);
}
