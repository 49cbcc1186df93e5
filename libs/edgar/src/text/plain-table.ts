import { foldSpace } from './inline.ts';
import type { Piece } from './pieces.ts';
import { textPiece } from './pieces.ts';
import { layOutTable } from './table-layout.ts';
import type { TableCell } from './table-reader.ts';

const GAP = / {3,}|\s*\.(?: ?\.){3,}\s*| *\|+ */;

function cellsOf(line: string): TableCell[] {
  const cells: TableCell[] = [];
  let at = 0;
  while (at < line.length) {
    const rest = line.slice(at);
    const blank = rest.length - rest.trimStart().length;
    const gap = GAP.exec(rest.slice(blank));
    const length = gap === null ? rest.length - blank : gap.index;
    const text = foldSpace(rest.slice(blank, blank + length).trim());
    if (text !== '') cells.push({ column: at + blank, span: length, pieces: [textPiece('paragraph', text)] });
    at += blank + length + (gap?.[0].length ?? 1);
  }
  return cells;
}

/** True if a line has text on both sides of a gap: three spaces, dot leaders or a bar. */
export function isColumned(line: string): boolean {
  const text = line.trim();
  return text !== '' && GAP.test(text) && cellsOf(text).length > 1;
}

/** The blocks of lines whose columns are set with spaces; a cell's column is the place in the line where it begins. */
export function tableOfLines(lines: readonly string[], table: number): Piece[] {
  return layOutTable(lines.map(cellsOf), table);
}
