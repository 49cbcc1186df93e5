import type { CellPiece, Piece } from './pieces.ts';
import { rowPiece } from './pieces.ts';
import { readByColumns } from './side-by-side.ts';
import type { TableCell } from './table-reader.ts';

const LONG_CELL = 240;
const LONG_BEHIND_NUMBER = 60;
const BULLET = /^(?:[^\p{L}\p{N}\s$€£¥%()]{1,2}|[oxX§¨þýqØ])$/u;
const NUMBER = /^\(?(?:\d{1,3}|[ivxIVX]{1,5}|[a-zA-Z])[.)]{1,2}$|^\d{1,2}(?:\.\d{1,2}){1,3}\.?$/u;

function lengthOf(cell: TableCell): number {
  return cell.pieces.reduce((sum, piece) => sum + piece.text.length, 0);
}

function isLayout(cell: TableCell): boolean {
  return cell.pieces.some((piece) => piece.kind === 'row');
}

function textOf(cell: TableCell): string {
  return cell.pieces.length === 1 ? cell.pieces[0]!.text : cell.pieces.map((piece) => piece.text).join('\n');
}

// A bullet or a number and the paragraph that it stands before.
function markedParagraph(marker: string, cell: TableCell): Piece[] {
  const [first, ...rest] = cell.pieces;
  return [{ ...first!, text: `${marker} ${first!.text}` }, ...rest];
}

/** True if `marker` is a bullet, or a number before a paragraph. */
function marks(marker: TableCell, cell: TableCell): boolean {
  if (marker.pieces.length !== 1 || isLayout(cell)) return false;
  const text = marker.pieces[0]!.text;
  return BULLET.test(text) || (NUMBER.test(text) && lengthOf(cell) > LONG_BEHIND_NUMBER);
}

/** The blocks of one row: one block of cells, or the paragraphs of a row that only arranges them on the page. */
export function layOutRow(row: readonly TableCell[], table: number, dataTable: boolean): Piece[] {
  if (row.length === 0) return [];
  const [first, second] = row;
  if (row.length === 1 && (!dataTable || isLayout(first!) || lengthOf(first!) > LONG_CELL)) return first!.pieces;
  if (row.length === 2 && marks(first!, second!)) {
    return markedParagraph(first!.pieces[0]!.text, second!);
  }
  const long = row.filter((cell) => lengthOf(cell) > LONG_CELL).length;
  const pages = row.some((cell) => isLayout(cell) || (cell.pieces.length > 2 && lengthOf(cell) > 2 * LONG_CELL));
  if (pages || long > 1) return row.flatMap((cell) => cell.pieces);
  const cells: CellPiece[] = row.map((cell) => ({ text: textOf(cell), column: cell.column }));
  return [rowPiece(cells, table)];
}

/**
 * A table's blocks in the order in which a person reads them. `rows` hold the cells that have text. A table in which
 * rows of two or more cells are rare only arranges paragraphs; columns that hold different people are read one by one.
 */
export function layOutTable(rows: readonly (readonly TableCell[])[], table: number): Piece[] {
  const dataTable = rows.filter((row) => row.length > 1 && !(row.length === 2 && marks(row[0]!, row[1]!))).length > 1;
  return readByColumns(rows).flatMap((row) => layOutRow(row, table, dataTable));
}
