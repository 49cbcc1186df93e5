import { Writable } from 'node:stream';
import type { Size } from '../ui/state.ts';

// Ink's own two ways of drawing over a frame do not suit a screen that is full all the time: one erases every line first,
// the other (6.8) is one row off when a frame ends in a newline. So Ink hands over whole frames, as it does for tests,
// and what differs is written here, each line at its place. Nothing is erased that is not written again.

const BEGIN = '\u001b[?2026h';
const END = '\u001b[?2026l';

/** What turns a screen that shows `before` into one that shows `after`, and nothing more; empty when they are equal. */
export function paintChanges(before: readonly string[], after: readonly string[]): string {
  let out = '';
  for (let row = 0; row < Math.max(before.length, after.length); row++) {
    const text = after[row] ?? '';
    if (text === (before[row] ?? '')) continue;
    out += `\u001b[${String(row + 1)};1H${text}\u001b[0m\u001b[K`;
  }
  // The terminal shows all of it at once, where it knows how.
  return out === '' ? '' : BEGIN + out + END;
}

/** Where Ink writes its frames. */
export interface Canvas {
  /** As Ink wants it. */
  readonly stream: NodeJS.WriteStream;
  /** Frames that changed something so far. */
  readonly frames: number;
  /** What was drawn is gone: the next frame is written whole. */
  forget(): void;
}

export function makeCanvas(output: { write(text: string): unknown }, size: () => Size): Canvas {
  let shown: readonly string[] = [];
  let frames = 0;
  const stream = new Writable({
    decodeStrings: false,
    write(chunk: unknown, _encoding, done) {
      const lines = String(chunk).split('\n');
      const text = paintChanges(shown, lines);
      shown = lines;
      if (text !== '') {
        frames++;
        output.write(text);
      }
      done();
    },
  });
  Object.defineProperties(stream, {
    columns: { get: () => size().columns },
    rows: { get: () => size().rows },
  });
  return {
    stream: stream as unknown as NodeJS.WriteStream,
    get frames() {
      return frames;
    },
    forget() {
      shown = [];
    },
  };
}
