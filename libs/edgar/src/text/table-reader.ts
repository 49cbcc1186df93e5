import { bulkPiece } from './pieces.ts';
import type { Piece } from './pieces.ts';
import { layOutRow, layOutTable } from './table-layout.ts';

/** A cell with the blocks in it. `column` and `span` are in grid columns. */
export interface TableCell {
  readonly column: number;
  readonly span: number;
  readonly pieces: Piece[];
}

const WIDEST = 1000;
// A table of more rows is a list of data: those beyond stand in the text alone, and their cells are let go at once.
const MOST_ROWS = 5000;
// Cells that reach down over several rows; more at once occur in broken files only.
const MOST_REACHING = 64;

function numberOf(tag: string, attribute: RegExp): number {
  const value = Number(attribute.exec(tag)?.[1] ?? '1');
  return Math.min(Math.max(value, 1), WIDEST);
}

/** Collects the cells of one table, whatever of its tags is missing. */
export class TableReader {
  readonly #number: number;
  readonly #rows: TableCell[][] = [];
  readonly #beyond: string[] = [];
  #row: TableCell[] | null = null;
  #cell: TableCell | null = null;
  #column = 0;
  #reaching: { column: number; span: number; rows: number }[] = [];

  /** `number` tells this table from the others of its document. */
  constructor(number: number) {
    this.#number = number;
  }

  /** True between the begin of a cell and its end. */
  get inCell(): boolean {
    return this.#cell !== null;
  }

  openRow(): void {
    this.closeRow();
    this.#row = [];
    this.#column = 0;
  }

  /** `tag` is the cell's source, for its colspan and rowspan. */
  openCell(tag: string): void {
    this.closeCell();
    if (this.#row === null) this.openRow();
    for (const { column, span } of this.#reaching) {
      if (this.#column >= column && this.#column < column + span) this.#column = column + span;
    }
    const plain = tag.length < 12;
    const span = plain ? 1 : numberOf(tag, /colspan\s*=\s*["']?(\d{1,4})/i);
    const rows = plain ? 1 : numberOf(tag, /rowspan\s*=\s*["']?(\d{1,4})/i);
    if (rows > 1 && this.#reaching.length < MOST_REACHING) {
      this.#reaching.push({ column: this.#column, span, rows });
      this.#reaching.sort((a, b) => a.column - b.column);
    }
    this.#cell = { column: this.#column, span, pieces: [] };
    this.#row!.push(this.#cell);
    this.#column += span;
  }

  closeCell(): void {
    this.#cell = null;
  }

  closeRow(): void {
    this.closeCell();
    if (this.#row === null) return;
    const row = this.#row.filter((cell) => cell.pieces.length > 0);
    if (this.#rows.length < MOST_ROWS) this.#rows.push(row);
    else for (const { text } of layOutRow(row, this.#number, true)) this.#beyond.push(text);
    this.#row = null;
    this.#reaching = this.#reaching.map((cell) => ({ ...cell, rows: cell.rows - 1 })).filter((cell) => cell.rows > 0);
  }

  /** Where blocks of the current cell go; text outside any cell gets one of its own. */
  sink(): Piece[] {
    if (this.#cell === null) this.openCell('');
    return this.#cell!.pieces;
  }

  /** The table's blocks in the order in which a person reads them. */
  finish(): Piece[] {
    this.closeRow();
    const pieces = layOutTable(this.#rows, this.#number);
    return this.#beyond.length === 0 ? pieces : [...pieces, bulkPiece(this.#beyond)];
  }
}
