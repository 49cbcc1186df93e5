import type { TextBlock } from '@filigree/edgar';

import { foldSpace, type Reading, type Span } from '../reading/index.ts';

/** A printed line: a short block, a table cell (a label cell with its value), or a line of plain text. */
export interface Line extends Span {
  readonly text: string;
  readonly block: number;
  readonly document: number;
  readonly table: number;
  readonly column: number;
  /** Too long to be a line of a signature or contact block. */
  readonly long: boolean;
  /** Another cell stands in the same row. */
  readonly shared: boolean;
  /** The lines above and below in the same column; a table's first row continues the text before the table. */
  above: number;
  below: number;
  /** Tops of further columns of a table that begins below this line. */
  others: readonly number[];
}

const LONG_LINE = 220;
const MOST_COLUMNS = 12;
const FEW_COLUMNS = 20;
const LABEL =
  /^(?:by|name|title|its|date|dated|signature|position|capacity|print(?:ed)? name|name and title|place|for|per|tel(?:ephone)?|phone|fax|e-?mail|contacts?)\s*:?\s*$/i;
/** Beside a bare "Name": both head the columns of a list. */
const COLUMN_HEAD =
  /^(?:(?:new|current|present|former|proposed|previous)\s)?(?:positions?|titles?|posts?|age|date of birth|offices?|shares?|number|term|occupation)\b.{0,30}$/i;
/** "Media:" beside the name of whom the media call. */
const CONTACT_LABEL = /^(?:media|investors?|press|analysts?|shareholders?|for media|for investors)\s*:\s*$/i;
const SIGN_LABEL = /^(?:by\s*:?\s*)?\/s\/\s*$/i;

interface Piece extends Span {
  readonly column: number;
  /** Column of the value cell that a label was joined with. */
  readonly last: number;
}

/** Cells of a row, a bare label joined with the cell to its right. */
function pieces(text: string, cells: TextBlock['cells']): Piece[] {
  const joined: Piece[] = [];
  for (let at = 0; at < cells.length; at++) {
    const cell = cells[at]!;
    const shown = text.slice(cell.start, Math.min(cell.end, cell.start + 40));
    let end = cell.end;
    let next = cells[at + 1];
    let label = shown;
    let last = cell.column;
    while (
      next !== undefined &&
      (LABEL.test(label) || SIGN_LABEL.test(label) || CONTACT_LABEL.test(label)) &&
      !LABEL.test(text.slice(next.start, next.end)) &&
      !(/^\w+\s*$/.test(label) && COLUMN_HEAD.test(text.slice(next.start, Math.min(next.end, next.start + 60))))
    ) {
      end = next.end;
      last = next.column;
      label = text.slice(next.start, Math.min(next.end, next.start + 40));
      at++;
      next = cells[at + 1];
    }
    if (end === cell.end) joined.push(...linesOfCell(text, cell));
    else joined.push({ start: cell.start, end, column: cell.column, last });
  }
  return joined;
}

function linesOfCell(text: string, cell: TextBlock['cells'][number]): Piece[] {
  return linesWithin(text, cell).map(({ start, end }) => ({ start, end, column: cell.column, last: cell.column }));
}

/** The lines of a cell, as the filing breaks them. */
export function linesWithin(text: string, cell: Span): Span[] {
  const found: Span[] = [];
  let from = cell.start;
  for (let at = text.indexOf('\n', from); at >= 0 && at < cell.end; at = text.indexOf('\n', from)) {
    found.push({ start: from, end: at });
    from = at + 1;
  }
  found.push({ start: from, end: cell.end });
  return found;
}

/** Lines of a plain-text block: at line ends and at gaps of four blanks and more. */
function plainPieces(text: string, block: TextBlock): Piece[] {
  const found: Piece[] = [];
  let lineStart = block.start;
  const regex = /\n|[ \t]{4,}|\t/g;
  const part = text.slice(block.start, block.end);
  let from = block.start;
  const add = (to: number): void => {
    if (text.slice(from, to).trim() !== '')
      found.push({ start: from, end: to, column: from - lineStart, last: from - lineStart });
  };
  for (let m = regex.exec(part); m !== null; m = regex.exec(part)) {
    add(block.start + m.index);
    from = block.start + m.index + m[0].length;
    if (m[0] === '\n') lineStart = from;
  }
  add(block.end);
  return found;
}

function trimmed(text: string, span: Span): Span {
  let { start, end } = span;
  while (start < end && /\s/.test(text[start]!)) start++;
  while (end > start && /\s/.test(text[end - 1]!)) end--;
  return { start, end };
}

/** What may be a person's name, with figures behind it or titles below. */
const PERSON = /^(?:\p{Lu}[\p{L}.’'-]*\s){1,4}\p{Lu}[\p{L}’'-]+[\s,(*\d)]*(?:\n|$)/u;

const NONE: readonly number[] = [];

/** A row of a financial table: a caption and figures. Most rows of most filings are, and none names a person. */
function isFigureRow(text: string, block: TextBlock): boolean {
  const { cells } = block;
  if (block.kind !== 'row' || cells.length < 2) return false;
  if (PERSON.test(text.slice(cells[0]!.start, Math.min(cells[0]!.end, cells[0]!.start + 60)))) return false;
  for (let at = 1; at < cells.length; at++) {
    const { start, end } = cells[at]!;
    const code = text.charCodeAt(start);
    const figure = (code >= 48 && code <= 57) || '$€£(–—-%)*'.includes(text[start]!);
    if (!figure || end - start > 16) return false;
  }
  return true;
}

/** The lines of a filing with their neighbours above and below. */
export function readLines(reading: Reading): Line[] {
  const { text, blocks } = reading;
  const lines: Line[] = [];
  /** Last line by column of the table under way, and the last line before it. */
  let columns = new Map<number, number>();
  let table = -1;
  let before = -1;
  const link = (above: number, index: number): void => {
    lines[index]!.above = above;
    const upper = above < 0 ? undefined : lines[above];
    if (upper === undefined || upper.document !== lines[index]!.document) return;
    if (upper.below < 0) upper.below = index;
    else if (upper.others.length < MOST_COLUMNS) upper.others = [...upper.others, index];
  };
  blocks.forEach((block, index) => {
    // XML forms have a rule of their own.
    if (block.path !== undefined) return;
    if (isFigureRow(text, block)) return;
    const plain = block.kind !== 'row' && text.slice(block.start, block.end).includes('\n');
    const isRow = block.kind === 'row' && block.cells.length > 0;
    const parts: Piece[] = isRow
      ? pieces(text, block.cells)
      : plain
        ? plainPieces(text, block)
        : [{ start: block.start, end: block.end, column: 0, last: 0 }];
    const inTable = isRow ? block.table : -1;
    if (inTable !== table) {
      if (lines.length > 0) before = lines.length - 1;
      columns = new Map();
      table = inTable;
    }
    // Cells of one row are beside each other, never above.
    const fresh = new Map<number, number>();
    const placed: { at: number; part: Piece }[] = [];
    for (const part of parts) {
      const span = trimmed(text, part);
      if (span.start === span.end) continue;
      const long = span.end - span.start > LONG_LINE;
      lines.push({
        start: span.start,
        end: span.end,
        text: foldSpace(text.slice(span.start, Math.min(span.end, span.start + LONG_LINE))),
        block: index,
        document: block.document,
        table: inTable,
        column: part.column,
        long,
        shared: isRow && block.cells.length > 1,
        above: -1,
        below: -1,
        others: NONE,
      });
      const at = lines.length - 1;
      if (inTable < 0) link(at - 1, at);
      else placed.push({ at, part });
    }
    // A cell goes under the one of its own column first; what begins a column of its own goes under the nearest.
    for (const { at, part } of placed) {
      const under = fresh.get(part.column) ?? latest(columns.get(part.column), columns.get(part.last));
      if (under === undefined) continue;
      link(under, at);
      fresh.set(part.column, at);
      fresh.set(part.last, at);
    }
    for (const { at, part } of placed) {
      if (lines[at]!.above >= 0) continue;
      link(fresh.get(part.column) ?? nearestColumn(columns, part.column) ?? before, at);
      fresh.set(part.column, at);
      fresh.set(part.last, at);
    }
    for (const [column, at] of fresh) columns.set(column, at);
  });
  return lines;
}

function latest(a: number | undefined, b: number | undefined): number | undefined {
  if (a === undefined || b === undefined) return a ?? b;
  return Math.max(a, b);
}

/** A cell that begins a column to the right of a spanning cell stands under that cell. */
function nearestColumn(columns: ReadonlyMap<number, number>, column: number): number | undefined {
  let best: number | undefined;
  // Grid columns are few and close, those of plain text are counted in letters.
  let distance = column > FEW_COLUMNS ? 6 : 3;
  for (const [other, line] of columns) {
    const away = Math.abs(other - column);
    if (away < distance) [best, distance] = [line, away];
  }
  return best;
}
