/** A cell of a row, before the text of the filing is laid out. */
export interface CellPiece {
  readonly text: string;
  readonly column: number;
}

/** A block before it has its place in the filing's text. */
export interface Piece {
  readonly kind: 'paragraph' | 'heading' | 'row';
  /** The block's text; a row's cells joined by tabs. */
  readonly text: string;
  readonly cells: readonly CellPiece[];
  /** Number of the table within its document, -1 outside tables. */
  readonly table: number;
  readonly path?: string;
}

const NO_CELLS: readonly CellPiece[] = [];

/** A piece of running text. */
export function textPiece(kind: 'paragraph' | 'heading', text: string): Piece {
  return { kind, text, cells: NO_CELLS, table: -1 };
}

/** A table row from its cells, left to right; cells without text must be left out before. */
export function rowPiece(cells: readonly CellPiece[], table: number): Piece {
  return { kind: 'row', text: cells.map((cell) => cell.text).join('\t'), cells, table };
}
