import { cellWidth, clip, safeText } from '@filigree/base';

// The sixteen colours that every terminal has, by the names that Ink uses.
export type Colour = 'red' | 'green' | 'yellow' | 'blue' | 'magenta' | 'cyan' | 'gray';

export interface Style {
  readonly colour?: Colour;
  readonly bold?: boolean;
  readonly dim?: boolean;
  readonly inverse?: boolean;
}

/** A piece of a line in one style. */
export interface Span extends Style {
  readonly text: string;
}

/** One row of the screen. */
export type Line = readonly Span[];

export const BLANK: Line = [];

/** A span; what a terminal would take for a command is removed from its text. */
export function span(text: string, style: Style = {}): Span {
  return { text: safeText(text), ...style };
}

/** A line of one style. */
export function line(text: string, style: Style = {}): Line {
  return [span(text, style)];
}

/** The text of a line, without its styles and without spaces at its end. */
export function lineText(row: Line): string {
  return row
    .map((piece) => piece.text)
    .join('')
    .trimEnd();
}

export function lineWidth(row: Line): number {
  return row.reduce((sum, piece) => sum + cellWidth(piece.text), 0);
}

/** The line in at most `cells` cells. */
export function clipLine(row: Line, cells: number): Line {
  if (lineWidth(row) <= cells) return row;
  const out: Span[] = [];
  let left = cells;
  for (const piece of row) {
    const width = cellWidth(piece.text);
    if (width <= left) {
      out.push(piece);
      left -= width;
      continue;
    }
    if (left > 0) out.push({ ...piece, text: clip(piece.text, left) });
    else {
      const last = out.pop();
      if (last !== undefined) out.push({ ...last, text: clip(`${last.text}…`, cellWidth(last.text)) });
    }
    break;
  }
  return out;
}

/** The line in exactly `cells` cells. */
export function padLine(row: Line, cells: number, style: Style = {}): Line {
  const clipped = clipLine(row, cells);
  const missing = cells - lineWidth(clipped);
  return missing > 0 ? [...clipped, { text: ' '.repeat(missing), ...style }] : clipped;
}

/** `left` at the left edge and `right` at the right one; where both do not fit, `left` keeps its place. */
export function spread(left: Line, right: Line, cells: number): Line {
  const space = cells - lineWidth(left) - lineWidth(right);
  if (space < 1) return clipLine(left, cells);
  return [...left, { text: ' '.repeat(space) }, ...right];
}

/** Two blocks beside each other, `gap` cells apart. */
export function beside(left: readonly Line[], right: readonly Line[], leftCells: number, gap: number): Line[] {
  const rows = Math.max(left.length, right.length);
  return Array.from({ length: rows }, (_, row) => [
    ...padLine(left[row] ?? BLANK, leftCells),
    { text: ' '.repeat(gap) },
    ...(right[row] ?? BLANK),
  ]);
}
