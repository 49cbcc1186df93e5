/** A cell of a row, before the text of the filing is laid out. */
export interface CellPiece {
  readonly text: string;
  readonly column: number;
}

/** A block before it has its place in the filing's text. */
export interface Piece {
  /** `bulk` are lines of the text that are no block: records of a form's long list, many in one piece. */
  readonly kind: 'paragraph' | 'heading' | 'row' | 'bulk';
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

/** How many blocks, and characters in them, a filing's text may have: what rules read of it is bounded by these. */
export interface Room {
  readonly blocks: number;
  readonly characters: number;
}

/** Where blocks go: a cell, or a document's list. */
export interface PieceSink {
  push(piece: Piece): unknown;
}

const BULK_LINES = 4096;

/** The pieces of one document in order. Where there is no room for another block, its text stands alone. */
export class PieceList implements PieceSink {
  readonly #pieces: Piece[] = [];
  #blocks: number;
  #characters: number;
  #lines: string[] = [];

  constructor(room: Room) {
    this.#blocks = room.blocks;
    this.#characters = room.characters;
  }

  push(piece: Piece): void {
    const { length } = piece.text;
    if (piece.kind === 'bulk' || this.#blocks === 0 || this.#characters < length) {
      this.pushText(piece.text);
      return;
    }
    this.#endBulk();
    this.#blocks--;
    this.#characters -= length;
    this.#pieces.push(piece);
  }

  /** Adds text that is no block. */
  pushText(text: string): void {
    this.#lines.push(text);
    if (this.#lines.length >= BULK_LINES) this.#endBulk();
  }

  /** All pieces, when the last has been added. */
  finish(): readonly Piece[] {
    this.#endBulk();
    return this.#pieces;
  }

  #endBulk(): void {
    if (this.#lines.length > 0) this.#pieces.push(bulkPiece(this.#lines));
    this.#lines = [];
  }
}

/** Lines that stand in the text alone. */
export function bulkPiece(lines: readonly string[]): Piece {
  return { kind: 'bulk', text: lines.join('\n'), cells: NO_CELLS, table: -1 };
}
