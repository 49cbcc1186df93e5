import { headingOrParagraph } from './headings.ts';
import type { Piece } from './pieces.ts';
import { textPiece } from './pieces.ts';
import { decodePlain, plainLines } from './plain-lines.ts';
import { isColumned, tableOfLines } from './plain-table.ts';
import { joinWrapped } from './plain-wrap.ts';

/**
 * The blocks of a fixed-width document. Blank lines end a block; lines with gaps are the rows of a table; wrapped lines
 * become one again, short lines stay apart. `pem`: lines that begin with a dash are escaped with "- ".
 */
export function plainPieces(source: string, options: { pem: boolean }): Piece[] {
  const lines = plainLines(decodePlain(source), options.pem);
  const width = usualWidth(lines);
  const pieces: Piece[] = [];
  let tables = 0;
  let at = 0;
  while (at < lines.length) {
    if (lines[at] === '') {
      at++;
      continue;
    }
    const columned = isColumned(lines[at]!);
    let end = at + 1;
    while (end < lines.length && lines[end] !== '' && isColumned(lines[end]!) === columned) end++;
    // A table's rows may be set apart by single blank lines.
    while (columned && lines[end] === '' && isColumned(lines[end + 1] ?? '')) {
      end++;
      while (end < lines.length && isColumned(lines[end]!)) end++;
    }
    const block = lines.slice(at, end);
    if (columned) pieces.push(...tableOfLines(block, tables++));
    else pieces.push(...textOf(block, width));
    at = end;
  }
  return pieces;
}

function textOf(block: readonly string[], width: number): Piece[] {
  const text = joinWrapped(block, width);
  return text === '' ? [] : [textPiece(headingOrParagraph(text, false), text)];
}

/** The width at which most long lines of a document end. */
function usualWidth(lines: readonly string[]): number {
  const lengths = lines.map((line) => line.length).filter((length) => length > 40);
  if (lengths.length === 0) return 80;
  lengths.sort((a, b) => a - b);
  return Math.min(lengths[Math.floor(lengths.length * 0.9)]!, 200);
}
