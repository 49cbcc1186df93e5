import type { LineCell } from './plain-table.ts';

const SIGNED = /^\/s\//i;
const MOST_LINES = 6;
const ALIGNED_WITHIN = 1;

// The cell of the first line below which this one stands and whose column it does not leave, or -1.
function columnOf(cell: LineCell, first: readonly LineCell[]): number {
  const nth = first.findLastIndex((above) => above.column <= cell.column + ALIGNED_WITHIN);
  return cell.column + cell.text.length <= (first[nth + 1]?.column ?? Infinity) ? nth : -1;
}

/**
 * One person's signature in a table of fixed width as one row: the name printed below it stays a line of its own, and the
 * wrapped lines of a title are joined. `lines` stand together without a blank line. Null where they are no such
 * signature: nobody signs in the first column, several people do, or a line leaves the columns of the first.
 */
export function signatureRow(lines: readonly (readonly LineCell[])[]): LineCell[] | null {
  const first = lines[0] ?? [];
  const signed = lines.flat().filter((cell) => SIGNED.test(cell.text));
  if (lines.length < 2 || lines.length > MOST_LINES || first.length < 2) return null;
  if (signed.length !== 1 || signed[0] !== first[0]) return null;
  const row = [...first];
  for (const cell of lines.slice(1).flat()) {
    const nth = columnOf(cell, first);
    if (nth === -1) return null;
    const above = row[nth]!;
    row[nth] = { column: above.column, text: `${above.text}${nth === 0 ? '\n' : ' '}${cell.text}` };
  }
  return row;
}
