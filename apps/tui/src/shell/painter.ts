import type { Clock, Timer } from '@filigree/base';
import { NOTHING_DRAWN, afterFrame, nextFrameMs } from './pace.ts';

/** Draws when there is something to draw and it is time. */
export interface Painter {
  /** Data changed. */
  touch(): void;
  /** A key was pressed, or the size changed: draw as soon as may be. */
  touchForKey(): void;
  /** Ends it; may be called twice. */
  stop(): void;
}

/** What of a terminal the painter looks at: a slow one says that it is full. */
export interface Pressure {
  readonly writableNeedDrain: boolean;
}

// A full terminal is looked at again after this long.
const FULL_MS = 100;

export function makePainter(clock: Clock, output: Pressure, draw: () => void): Painter {
  let drawn = NOTHING_DRAWN;
  let timer: Timer | null = null;
  let wanted: 'nothing' | 'data' | 'key' = 'nothing';
  let stopped = false;

  const paint = (): void => {
    timer = null;
    if (stopped || wanted === 'nothing') return;
    // What the terminal has not taken yet is not added to; the frame after it shows the newest state anyway.
    if (output.writableNeedDrain) {
      timer = clock.after(FULL_MS, paint);
      return;
    }
    drawn = afterFrame(drawn, clock.monotonicMs(), wanted === 'key');
    wanted = 'nothing';
    draw();
  };

  const schedule = (): void => {
    if (stopped) return;
    timer?.cancel();
    const delayMs = Math.max(0, nextFrameMs(drawn, wanted === 'key') - clock.monotonicMs());
    timer = clock.after(Math.ceil(delayMs), paint);
  };

  return {
    touch() {
      if (wanted !== 'nothing') return;
      wanted = 'data';
      schedule();
    },
    touchForKey() {
      if (wanted === 'key') return;
      wanted = 'key';
      schedule();
    },
    stop() {
      stopped = true;
      timer?.cancel();
      timer = null;
    },
  };
}
