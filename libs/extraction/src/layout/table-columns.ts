import type { TextBlock } from '@filigree/edgar';

import { CHANGE_COLUMNS, PEOPLE_COLUMNS, POST_COLUMNS, VOTE_COLUMNS, WORK_COLUMNS } from '../lexicon/labels.ts';
import type { Reading, Span } from '../reading/index.ts';
import { headsDays } from './table-days.ts';
import { foldSpace } from '../reading/index.ts';

/** What a column of a table holds. */
export type ColumnKind = 'people' | 'post' | 'work' | 'boards' | 'change' | 'votes' | 'day' | 'other';

export interface Column {
  /** The grid column of its heading. */
  readonly at: number;
  readonly kind: ColumnKind;
  readonly heading: string;
  readonly span: Span;
}

/** "New position" beside "Current position": the new one is what the filing reports. */
export const NEW_POST = /^(?:new|proposed|future)\b|\bafter\b|\((?:new|after)\b/i;

/** Rows of one table, by their block. */
export interface Table {
  readonly rows: readonly number[];
  readonly columns: readonly Column[];
  /** Index into `rows` of the first row below the headings. */
  readonly body: number;
}

const MOST_HEADING_ROWS = 6;
const LONGEST_HEADING = 70;
/** Page numbers and running heads stand between the pages of a table. */
const LONGEST_FURNITURE = 40;
const BOARDS =
  /\b(?:directorships?|other (?:public )?(?:company )?boards?|other (?:reporting )?(?:issuers?|companies))\b/i;
const WORD = /\p{L}+(?:-\p{L}+)?/gu;

function words(text: string): string[] {
  return (text.match(WORD) ?? []).map((word) => word.toLowerCase());
}

/** What a heading says of the column below it. */
export function kindOfHeading(text: string): ColumnKind {
  const all = words(text);
  const first = all[0] ?? '';
  if (text.length > LONGEST_HEADING || all.length === 0) return 'other';
  if (BOARDS.test(text)) return 'boards';
  if (all.some((word) => WORK_COLUMNS.has(word))) return 'work';
  if (PEOPLE_COLUMNS.has(first) && !/\b(?:since|of (?:the )?(?:company|issuer|exchange|entity|class))\b/i.test(text))
    return 'people';
  if (all.some((word) => POST_COLUMNS.has(word)) && !/\b(?:of class|of each|of security)\b/i.test(text)) return 'post';
  if (all.some((word) => VOTE_COLUMNS.has(word)) && all.length <= 4) return 'votes';
  return CHANGE_COLUMNS.has(first) ? 'change' : 'other';
}

function cellText(text: string, cell: Span): string {
  return foldSpace(text.slice(cell.start, Math.min(cell.end, cell.start + 120)));
}

/** The heading row: one cell that heads people and another that heads something else of a list of people. */
function headingRow(reading: Reading, rows: readonly number[]): number {
  for (let at = 0; at < rows.length && at < MOST_HEADING_ROWS; at++) {
    const { cells, start, end } = reading.blocks[rows[at]!]!;

    const kinds = cells.map((cell) => kindOfHeading(cellText(reading.text, cell)));
    if (kinds.filter((kind) => kind === 'votes').length >= 2) return at;
    const known = kinds.some((kind) => kind !== 'people' && kind !== 'other');
    // The headings may be a table of their own; what could be a row is none.
    if (at === rows.length - 1 && !known) continue;
    // "A Person | Director" is a row, whatever its second cell could head.
    if (!known && reading.peopleIn({ start, end }).length > 0) continue;
    if (
      cells.length > 1 &&
      kinds.includes('people') &&
      kinds.some((kind) => kind !== 'people') &&
      !cells.some((cell) => reading.text[cell.end - 1] === ':')
    )
      return at;
    const merged = /^(?:names?|nominees?|directors?)\s+(?:age|since)$/i;
    if (cells.length > 1 && merged.test(cellText(reading.text, cells[0]!))) return at;
  }
  return -1;
}

/** Columns from the heading row, each heading led by what stands above it in its column. */
function columnsOf(reading: Reading, rows: readonly number[], heading: number): Column[] {
  const { cells } = reading.blocks[rows[heading]!]!;
  const columns: Column[] = [];
  cells.forEach((cell) => {
    let shown = cellText(reading.text, cell);
    for (let above = heading - 1; above >= 0 && above >= heading - 3; above--) {
      const over = reading.blocks[rows[above]!]!.cells.find((one) => Math.abs(one.column - cell.column) <= 1);
      if (over !== undefined) shown = `${cellText(reading.text, over)} ${shown}`;
    }
    columns.push({ at: cell.column, kind: kindOfHeading(shown), heading: shown, span: cell });
  });
  if (columns.every(({ kind }) => kind !== 'people') && columns.some(({ kind }) => kind === 'votes'))
    leadVotes(columns);
  const first = columns.findIndex(({ kind }) => kind === 'people');
  const taken = columns.some(({ kind, heading }) => kind === 'post' && NEW_POST.test(heading));
  // Further columns of people are what a first one is judged by: "Director since".
  return columns.map((column, at) => {
    const second = column.kind === 'people' && at !== first;
    const old = column.kind === 'post' && taken && !NEW_POST.test(column.heading);
    const kind = second || old ? 'other' : column.kind;
    return { ...column, kind: kind === 'other' && headsDays(column.heading) ? 'day' : kind };
  });
}

/** The column left of the votes holds whom they are for, whether it has a heading or not. */
function leadVotes(columns: Column[]): void {
  const at = columns.findIndex(({ kind }) => kind === 'votes') - 1;
  if (at >= 0) columns[at] = { ...columns[at]!, kind: 'people' };
  else
    columns.unshift({
      at: 0,
      kind: 'people',
      heading: '',
      span: { start: columns[0]!.span.start, end: columns[0]!.span.start },
    });
}

/** Cells of a table's continuation on another page stand in the columns of the page before. */
function continues(reading: Reading, last: Table | undefined, rows: readonly number[]): boolean {
  if (last === undefined || last.columns.length === 0) return false;
  const between = reading.blocks.slice(last.rows.at(-1)! + 1, rows[0]);
  const furniture = between.every((block) => block.kind !== 'paragraph' || block.end - block.start < LONGEST_FURNITURE);
  if (
    between.length > 6 ||
    !furniture ||
    reading.blocks[rows[0]!]!.document !== reading.blocks[last.rows[0]!]!.document
  )
    return false;
  const { cells } = reading.blocks[rows[0]!]!;
  return cells.length > 1 && cells.every((cell) => last.columns.some(({ at }) => Math.abs(at - cell.column) <= 1));
}

/** The tables of a filing with their columns; those without a heading have none. */
export function readTables(reading: Reading): Table[] {
  const tables: Table[] = [];
  const { blocks } = reading;
  let rows: number[] = [];
  const close = (): void => {
    if (rows.length === 0) return;
    const heading = headingRow(reading, rows);
    const last = tables.at(-1);
    if (heading >= 0) tables.push({ rows, columns: columnsOf(reading, rows, heading), body: heading + 1 });
    else tables.push({ rows, columns: continues(reading, last, rows) ? last!.columns : [], body: 0 });
    rows = [];
  };
  blocks.forEach((block: TextBlock, index) => {
    const row = block.kind === 'row' && block.cells.length > 0 && block.path === undefined;
    if (rows.length > 0 && (!row || block.table !== blocks[rows[0]!]!.table)) close();
    if (row) rows.push(index);
  });
  close();
  return tables;
}

/** The column in which a cell stands: the one that begins nearest. */
export function columnOf(columns: readonly Column[], cell: { readonly column: number }): Column | undefined {
  let best: Column | undefined;
  for (const column of columns)
    if (best === undefined || Math.abs(column.at - cell.column) < Math.abs(best.at - cell.column)) best = column;
  return best;
}
