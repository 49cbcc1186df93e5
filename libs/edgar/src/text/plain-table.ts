import { foldSpace } from './inline.ts';
import type { Piece } from './pieces.ts';
import { textPiece } from './pieces.ts';
import { layOutTable } from './table-layout.ts';
import type { TableCell } from './table-reader.ts';

// What sets columns apart: three spaces, dot leaders, a bar; in a row that has such a gap two spaces do, but not behind
// the end of a sentence.
const WIDE_GAP = / {3,}|\.{4,}|(?: \.){3,}|\|/;
const GAP = / {3,}|(?<![.!?:;]) {2}|\.{4,} ?|(?: \.){3,} ?|\|/g;
const RULE = /^[-=*]{3,}$/;
const ALIGNED_WITHIN = 1;
const STRETCHED_WORDS = 5;
const MOSTLY = 0.5;

/** A cell of a line of fixed width: where it begins, and its text. */
export interface LineCell {
  readonly column: number;
  readonly text: string;
}

// Prose stretched to its right margin: all gaps of the line are as wide as each other or one space wider, and most words
// are small. Cells of a table are numbers, names and titles.
function isStretched(line: string): boolean {
  const words = line.split(/ +/);
  if (words.length < STRETCHED_WORDS) return false;
  const gaps = [...line.matchAll(/ +/g)].map((gap) => gap[0].length);
  const narrowest = Math.min(...gaps);
  if (narrowest < 2 || gaps.some((gap) => gap > narrowest + 1)) return false;
  return words.filter((word) => /^\p{Ll}/u.test(word)).length >= words.length * MOSTLY;
}

/** The cells of a line, left to right. A line without a wide gap has one. */
export function cellsOfLine(line: string): LineCell[] {
  const cells: LineCell[] = [];
  const add = (from: number, to: number): void => {
    const part = line.slice(from, to);
    const text = part.trim();
    if (text !== '' && !RULE.test(text))
      cells.push({ column: from + part.length - part.trimStart().length, text: foldSpace(text) });
  };
  const trimmed = line.trim();
  if (!WIDE_GAP.test(trimmed) || isStretched(trimmed)) {
    add(0, line.length);
    return cells;
  }
  let from = 0;
  for (const gap of line.matchAll(GAP)) {
    add(from, gap.index);
    from = gap.index + gap[0].length;
  }
  add(from, line.length);
  return cells;
}

/** True if a line with one cell goes on with a cell of the row above it: it begins below it and fits into its column. */
export function continuesRow(line: readonly LineCell[], above: readonly LineCell[]): boolean {
  const only = line[0];
  if (line.length !== 1 || only === undefined || above.length < 2) return false;
  return above.some((cell, nth) => {
    const next = above[nth + 1]?.column ?? Infinity;
    return Math.abs(cell.column - only.column) <= ALIGNED_WITHIN && only.column + only.text.length < next;
  });
}

/** The blocks of lines whose columns are set with spaces; a cell's column is the place in the line where it begins. */
export function tableOfLines(lines: readonly (readonly LineCell[])[], table: number): Piece[] {
  const rows = lines.map((line) =>
    line.map(({ column, text }): TableCell => ({ column, span: text.length, pieces: [textPiece('paragraph', text)] })),
  );
  return layOutTable(rows, table);
}
