import type { Reading, Span } from '../reading/index.ts';
import { foldSpace } from '../wording/pattern.ts';
import { saysNothing } from './capitalized-runs.ts';
import { nameEnd } from './name-end.ts';

/** An organization that fills a cell or a line. */
export interface CellName extends Span {
  readonly name: string;
}

const LONGEST = 140;
/** Part of a cell's letters that the name must make up: the rest is a footnote mark, a place, an abbreviation. */
const FILLS = 0.6;

/** The organization that a cell names, where the name fills it. */
export function cellName(reading: Reading, cell: Span): CellName | undefined {
  if (cell.end - cell.start > LONGEST) return undefined;
  const first = reading.organizationsIn(cell)[0];
  if (first === undefined || (first.by === 'shape' && saysNothing(first.printed))) return undefined;
  const before = reading.text.slice(cell.start, first.start);
  if (/\p{L}{3}/u.test(before)) return undefined;
  const end = Math.min(cell.end, nameEnd(reading.text, first.end));
  const rest = reading.text.slice(end, cell.end).replace(/\([^()]*\)/gu, '');
  const letters = (text: string) => text.replace(/[^\p{L}]/gu, '').length;
  const named = letters(reading.text.slice(first.start, end));
  if (named < FILLS * (named + letters(rest))) return undefined;
  const name = end === first.end ? first.name : foldSpace(reading.text.slice(first.start, end));
  return { name, start: first.start, end };
}

/** A percentage that fills a cell; `signed` where only a percent sign makes it one. */
export function cellPercent(text: string, signed: boolean): number | undefined {
  const match = /^\s*\(?(?:approx\.? |circa )?(\d{1,3}(?:[.,]\d{1,4})?)\s*(%|per ?cent)?\)?\s*$/iu.exec(text);
  if (match === null || (signed && match[2] === undefined)) return undefined;
  const value = Number(match[1]!.replace(',', '.'));
  return value > 0 && value <= 100 ? value : undefined;
}
