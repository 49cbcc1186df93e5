import { headingOrParagraph } from './headings.ts';
import type { Piece, PieceList } from './pieces.ts';
import { textPiece } from './pieces.ts';
import { joinItemMarks } from './plain-items.ts';
import { decodePlain, plainLines } from './plain-lines.ts';
import type { LineCell } from './plain-table.ts';
import { cellsOfLine, continuesRow, tableOfLines } from './plain-table.ts';
import { signatureRow } from './plain-signature.ts';
import { joinWrapped } from './plain-wrap.ts';

/** A line with its cells; a line without text is a blank one. */
interface Line {
  readonly text: string;
  readonly cells: readonly LineCell[];
}

const BLANK: Line = { text: '', cells: [] };
// A part of a very long document ends at a blank line near here, else at the end of a line.
const PART_LENGTH = 2 * 1024 * 1024;
const NEAR = 64 * 1024;
const BLANK_LINE = /(?:\r\n|\n|\r)[ \t]*(?=[\r\n])/;

function endOfPart(source: string, from: number): number {
  const blank = BLANK_LINE.exec(source.slice(from, from + NEAR));
  if (blank !== null) return from + blank.index + blank[0].length;
  const lineEnd = source.indexOf('\n', from);
  return lineEnd === -1 ? source.length : lineEnd + 1;
}

/** Index behind the table whose first row is `lines[from]`; its rows may be set apart by single blank lines. */
function endOfTable(lines: readonly Line[], from: number): number {
  let above = lines[from]!.cells;
  let end = from + 1;
  while (end < lines.length) {
    const next = lines[end]!;
    const behindBlank = next.text === '' ? lines[end + 1] : undefined;
    if (next.cells.length > 1) above = next.cells;
    else if (behindBlank !== undefined && behindBlank.cells.length > 1) above = behindBlank.cells;
    else if (!continuesRow(next.cells, above)) break;
    end += behindBlank === undefined ? 1 : 2;
  }
  return end;
}

// A row a line, but for a signature whose lines stand together.
function rowsOf(lines: readonly Line[]): (readonly LineCell[])[] {
  const rows: (readonly LineCell[])[] = [];
  for (let at = 0; at < lines.length;) {
    let end = at + 1;
    while (end < lines.length && (lines[at]!.text === '') === (lines[end]!.text === '')) end++;
    const together = lines.slice(at, end).map((line) => line.cells);
    const signature = signatureRow(together.filter((cells) => cells.length > 0));
    if (signature === null) rows.push(...together);
    else rows.push(signature);
    at = end;
  }
  return rows;
}

function endOfText(lines: readonly Line[], from: number): number {
  let end = from + 1;
  while (end < lines.length && lines[end]!.cells.length === 1) end++;
  return end;
}

/** The width at which most long lines of a document end. */
function usualWidth(lines: readonly Line[]): number {
  const lengths = lines.map((line) => line.text.length).filter((length) => length > 40);
  if (lengths.length === 0) return 80;
  lengths.sort((a, b) => a - b);
  return Math.min(lengths[Math.floor(lengths.length * 0.9)]!, 200);
}

export interface PlainOptions {
  /** Lines that begin with a dash are escaped with "- ". */
  readonly pem: boolean;
}

/**
 * The blocks of a fixed-width document. Blank lines end a block; lines with gaps are the rows of a table; wrapped lines
 * become one again, short lines stay apart.
 */
export function plainPieces(source: string, options: PlainOptions): Piece[] {
  const texts = joinItemMarks(plainLines(decodePlain(source), options.pem));
  const lines = texts.map((text): Line => (text === '' ? BLANK : { text, cells: cellsOfLine(text) }));
  const width = usualWidth(lines);
  const pieces: Piece[] = [];
  let tables = 0;
  for (let at = 0; at < lines.length;) {
    const count = lines[at]!.cells.length;
    const end = count === 0 ? at + 1 : count === 1 ? endOfText(lines, at) : endOfTable(lines, at);
    if (count > 1) {
      const rows = rowsOf(lines.slice(at, end));
      for (const piece of tableOfLines(rows, tables)) pieces.push(piece);
      tables++;
    } else if (count === 1) {
      const text = joinWrapped(texts.slice(at, end), width);
      pieces.push(textPiece(headingOrParagraph(text, false), text));
    }
    at = end;
  }
  return pieces;
}

/**
 * Adds the blocks of a fixed-width document. A very long one is read part by part, cut at blank lines, so that not all of
 * its lines are in memory at once.
 */
export function readPlain(source: string, options: PlainOptions, into: PieceList): void {
  let tables = 0;
  for (let from = 0; from < source.length;) {
    const end = source.length - from <= PART_LENGTH ? source.length : endOfPart(source, from + PART_LENGTH);
    let highest = -1;
    for (const piece of plainPieces(source.slice(from, end), options)) {
      highest = Math.max(highest, piece.table);
      into.push(piece.table === -1 ? piece : { ...piece, table: tables + piece.table });
    }
    tables += highest + 1;
    from = end;
  }
}
