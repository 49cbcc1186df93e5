import type { TableCell } from './table-reader.ts';

type Row = readonly TableCell[];

// What a line of a signature or contact block is; the same kind twice in a row means two people side by side.
const KINDS: readonly (readonly [string, RegExp])[] = [
  ['by', /^by\s*:|^by\s*\/s\/|^by$/i],
  ['name', /^(?:print(?:ed)? )?name\s*:|^name$/i],
  ['title', /^(?:title|its)\s*:|^title$/i],
  ['signature', /^\/s\/|^_{5,}/i],
  ['phone', /^(?:tel|phone|telephone|ph|t)\b[^\d\n]{0,12}[+(\d][\d() ./-]{5,}/i],
  ['phone', /^\+\d[\d() .-]{7,20}$|^\(?\d{3}\)?[ .-] ?\d{3}[ .-]\d{4}$/],
  ['mail', /^(?:e-?mail:?\s*)?[\w.+-]+@[\w-]+\.[\w.]+$/i],
];
const CONTACT_KINDS = new Set(['phone', 'mail']);
const LONGEST_LINE = 200;
const MOST_STACKS = 5;
const MOST_LINES_AROUND = 4;

function kindOf(cell: TableCell): string | null {
  const text = cell.pieces[0]?.text ?? '';
  if (text.length > LONGEST_LINE) return null;
  return KINDS.find(([, pattern]) => pattern.test(text))?.[0] ?? null;
}

/** Columns at which a second, third, ... person begins in this row; empty where there is one person or none. */
function splitsOf(row: Row): { columns: number[]; contact: boolean } {
  const seen = new Map<string, number>();
  const columns: number[] = [];
  let contact = true;
  for (const cell of row) {
    const kind = kindOf(cell);
    if (kind === null) continue;
    const nth = seen.get(kind) ?? 0;
    seen.set(kind, nth + 1);
    if (nth === 0) continue;
    columns[nth - 1] = Math.min(columns[nth - 1] ?? cell.column, cell.column);
    if (!CONTACT_KINDS.has(kind)) contact = false;
  }
  return { columns, contact };
}

function crosses(cell: TableCell, split: number): boolean {
  return cell.column < split && cell.column + cell.span > split;
}

function isLong(row: Row): boolean {
  return row.some((cell) => cell.pieces.reduce((sum, piece) => sum + piece.text.length, 0) > LONGEST_LINE);
}

function fits(row: Row, splits: readonly number[]): boolean {
  return !isLong(row) && !row.some((cell) => splits.some((split) => crosses(cell, split)));
}

function side(cell: TableCell, splits: readonly number[]): number {
  return splits.filter((split) => cell.column >= split).length;
}

function onAllSides(row: Row, splits: readonly number[]): boolean {
  return new Set(row.map((cell) => side(cell, splits))).size === splits.length + 1;
}

function leads(row: Row, splits: readonly number[]): boolean {
  return row.length === 0 || onAllSides(row, splits);
}

/** A list of people, one a row, repeats its phone and mail columns; a block of contacts has them once. */
function isDirectory(rows: readonly Row[], found: readonly { columns: number[]; contact: boolean }[]): boolean {
  const paired = found.filter((split) => split.columns.length > 0);
  return paired.every((split) => split.contact) && paired.length * 2 > rows.filter((row) => row.length > 0).length;
}

/**
 * The rows of a table in reading order. Where signers or contacts stand side by side, each in a stack of lines, the
 * rows of that part are split and read stack by stack, so that nobody gets the title of a neighbour.
 */
export function readByColumns(rows: readonly Row[]): Row[] {
  const found = rows.map(splitsOf);
  if (found.every((split) => split.columns.length === 0) || isDirectory(rows, found)) return [...rows];
  const splits: number[] = [];
  for (const { columns } of found) {
    columns.forEach((column, nth) => {
      splits[nth] = Math.min(splits[nth] ?? column, column);
    });
  }
  if (splits.length >= MOST_STACKS) return [...rows];
  let first = found.findIndex((split) => split.columns.length > 0);
  let last = found.findLastIndex((split) => split.columns.length > 0);
  // The lines of a stack around those that tell it: a company above, names and titles below.
  const top = first - MOST_LINES_AROUND;
  while (first > Math.max(0, top) && fits(rows[first - 1]!, splits) && leads(rows[first - 1]!, splits)) first--;
  const bottom = last + MOST_LINES_AROUND;
  while (last + 1 < rows.length && last < bottom && rows[last + 1]!.length > 0 && fits(rows[last + 1]!, splits)) last++;
  const part = rows.slice(first, last + 1);
  if (!part.every((row) => fits(row, splits))) return [...rows];
  const stacks = Array.from({ length: splits.length + 1 }, (_, nth) =>
    part.map((row) => row.filter((cell) => side(cell, splits) === nth)),
  );
  return [...rows.slice(0, first), ...stacks.flat(), ...rows.slice(last + 1)];
}
