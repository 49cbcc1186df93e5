import { fit } from '@filigree/base';
import { SELECTED_MARK, UNSELECTED_MARK } from './glyphs.ts';
import { padLine, span } from './line.ts';
import type { Line, Span, Style } from './line.ts';

/** One column of a table of `T`. */
export interface Column<T> {
  readonly title: string;
  /** Cells that it needs at least. */
  readonly min: number;
  /** Share of the space that is left over; 0 keeps it at `min`. */
  readonly flex: number;
  readonly align?: 'left' | 'right';
  /** The highest go first when there is no room; 0 always stays. */
  readonly drop: number;
  readonly cell: (row: T) => string;
  readonly style?: (row: T) => Style;
}

/** A column with its place. */
export interface Placed<T> {
  readonly column: Column<T>;
  readonly cells: number;
}

const GAP = 1;

/** Which columns fit into `cells`, and how wide each is. */
export function placeColumns<T>(columns: readonly Column<T>[], cells: number): Placed<T>[] {
  const room = cells - SELECTED_MARK.length;
  let shown = [...columns];
  const needed = (): number => shown.reduce((sum, column) => sum + column.min, 0) + GAP * (shown.length - 1);
  while (shown.length > 1 && needed() > room) {
    const worst = shown.reduce((most, column) => Math.max(most, column.drop), 0);
    if (worst === 0) break;
    shown = shown.filter((column) => column.drop !== worst);
  }
  const flex = shown.reduce((sum, column) => sum + column.flex, 0);
  let spare = Math.max(0, room - needed());
  let weight = flex;
  return shown.map((column) => {
    if (column.flex === 0) return { column, cells: column.min };
    // The last flexible column takes what rounding leaves.
    const extra = Math.floor((spare * column.flex) / weight);
    spare -= extra;
    weight -= column.flex;
    return { column, cells: column.min + extra };
  });
}

/** The headings. `sorted` names the column that orders the rows. */
export function headingLine<T>(placed: readonly Placed<T>[], sorted = ''): Line {
  const text = placed.map(({ column, cells }) =>
    fit(column.title === sorted ? `${column.title}*` : column.title, cells, column.align),
  );
  return [span(UNSELECTED_MARK), span(text.join(' '), { bold: true, dim: true })];
}

/** One row; the selected one has a mark, so that it shows without colours too. */
export function rowLine<T>(placed: readonly Placed<T>[], row: T, selected: boolean, cells: number): Line {
  const spans: Span[] = [span(selected ? SELECTED_MARK : UNSELECTED_MARK, { bold: selected, inverse: selected })];
  placed.forEach(({ column, cells: width }, index) => {
    const style = selected ? { inverse: true } : (column.style?.(row) ?? {});
    const text = fit(column.cell(row), width, column.align);
    spans.push(span(index === placed.length - 1 ? text : `${text} `, style));
  });
  return selected ? padLine(spans, cells, { inverse: true }) : spans;
}
