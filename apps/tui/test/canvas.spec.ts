import fc from 'fast-check';
import { makeCanvas, paintChanges } from '../src/shell/canvas.ts';

/** As much of a terminal as the canvas uses: lines that are written at a place and cleared to their end. */
class Grid {
  readonly lines: string[] = [];

  write(text: string): void {
    const inside = text.replace(/^\u001b\[\?2026h/, '').replace(/\u001b\[\?2026l$/, '');
    for (const part of inside.split(/(?=\u001b\[\d+;1H)/)) {
      if (part === '') continue;
      const match = /^\u001b\[(\d+);1H(.*)\u001b\[K$/s.exec(part);
      if (match === null) throw new Error(`not a line at a place: ${JSON.stringify(part)}`);
      this.lines[Number(match[1]) - 1] = match[2]!;
    }
  }

  shown(): string[] {
    const lines = Array.from({ length: this.lines.length }, (_, row) => this.lines[row] ?? '');
    while (lines.at(-1) === '') lines.pop();
    return lines;
  }
}

const frameOf = fc.array(fc.constantFrom('', 'a', 'b', 'long line', '\u001b[32mgreen\u001b[39m'), { maxLength: 8 });

function trimmed(lines: readonly string[]): string[] {
  const out = [...lines];
  while (out.at(-1) === '') out.pop();
  return out;
}

describe('the canvas', () => {
  it('makes the screen show each frame, whatever was there before', () => {
    fc.assert(
      fc.property(fc.array(frameOf, { maxLength: 10 }), (frames) => {
        const grid = new Grid();
        let before: readonly string[] = [];
        for (const after of frames) {
          grid.write(paintChanges(before, after));
          before = after;
          expect(grid.shown()).toEqual(trimmed(after));
        }
      }),
    );
  });

  it('writes only what differs, and nothing when nothing does', () => {
    expect(paintChanges(['a', 'b', 'c'], ['a', 'B', 'c'])).toBe('\u001b[?2026h\u001b[2;1HB\u001b[K\u001b[?2026l');
    expect(paintChanges(['a'], ['a'])).toBe('');
  });

  it('never clears the screen', () => {
    fc.assert(
      fc.property(frameOf, frameOf, (before, after) => {
        expect(paintChanges(before, after)).not.toMatch(/\u001b\[[0-3]?J|\u001bc/);
      }),
    );
  });

  it('draws everything again after it was told to forget', () => {
    const written: string[] = [];
    const canvas = makeCanvas({ write: (text: string) => written.push(text) });
    canvas.draw(['one', 'two']);
    canvas.draw(['one', 'two']);
    expect(written).toHaveLength(1);
    canvas.forget();
    canvas.draw(['one', 'two']);
    expect(written[1]).toBe(written[0]);
  });
});
