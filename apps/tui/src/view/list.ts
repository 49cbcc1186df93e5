import type { Cursor } from '../ui/cursor.ts';
import { cursorIndex, windowTop } from '../ui/cursor.ts';
import { headingLine, placeColumns, rowLine } from './table.ts';
import type { Column } from './table.ts';
import { line } from './line.ts';
import type { Line, Style } from './line.ts';

/** A list as a heading and the rows that are on show; no other row is made. */
export function listBody<T>(options: {
  readonly rows: readonly T[];
  readonly keyOf: (row: T) => string;
  readonly cursor: Cursor;
  readonly columns: readonly Column<T>[];
  readonly sorted?: string;
  readonly cells: number;
  readonly height: number;
  /** Said in place of rows when there are none. */
  readonly empty: { readonly text: string; readonly style?: Style };
}): Line[] {
  const { rows, keyOf, cursor, columns, sorted, cells, height, empty } = options;
  const placed = placeColumns(columns, cells);
  const heading = headingLine(placed, sorted);
  if (rows.length === 0) return [heading, line(`  ${empty.text}`, empty.style ?? { dim: true })];
  const index = cursorIndex(cursor, rows.map(keyOf));
  const top = windowTop(rows.length, index, height);
  return [
    heading,
    ...rows.slice(top, top + height).map((row, offset) => rowLine(placed, row, top + offset === index, cells)),
  ];
}
