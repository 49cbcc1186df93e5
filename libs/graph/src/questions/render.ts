// Answers and query results as JSON lines, CSV and text.

import { cellWidth, clip, csvCell, safeText } from '@filigree/base';
import type { QueryResult } from '../store/store.ts';
import type { Answer } from './ask.ts';
import type { Row, RowValue } from './rows.ts';

/** Excel takes a CSV file for UTF-8 only if it begins so. */
export const CSV_MARK = '\ufeff';

/** One line of JSON: the subject's keys, then each section's rows. */
export function answerJson({ subject, sections, kind }: Answer): string {
  return JSON.stringify(kind === 'events' ? { ...sections } : { ...subject, ...sections });
}

function cell(value: RowValue | undefined): string | number | null {
  if (value === undefined || value === null || typeof value === 'string' || typeof value === 'number')
    return value ?? null;
  return value
    .map((item) =>
      typeof item === 'string'
        ? item
        : Object.values(item)
            .filter((part) => part !== null && part !== '')
            .join(' '),
    )
    .join('; ');
}

/** Lines of CSV: every row of every section, its section in the first column, its columns in the order in which they first appear. */
export function answersCsv(answers: readonly Answer[]): string[] {
  const rows = answers.flatMap(({ sections }) =>
    Object.entries(sections).flatMap(([section, list]) => list.map((row): Row => ({ section, ...row }))),
  );
  const columns = [...new Set(['section', ...rows.flatMap((row) => Object.keys(row))])];
  return csvLines(
    columns,
    rows.map((row) => columns.map((column) => cell(row[column]))),
  );
}

function csvLines(
  columns: readonly string[],
  rows: readonly (readonly (string | number | boolean | null)[])[],
): string[] {
  return [columns, ...rows].map((row, at) => (at === 0 ? CSV_MARK : '') + row.map(csvCell).join(','));
}

export function resultCsv({ columns, rows }: QueryResult): string[] {
  return csvLines(columns, rows);
}

/** A JSON object a row. */
export function resultJson({ columns, rows }: QueryResult): string[] {
  return rows.map((row) => JSON.stringify(Object.fromEntries(columns.map((column, at) => [column, row[at] ?? null]))));
}

/** Widest cell of a table, in terminal cells. */
const MAX_CELL = 60;

function short(value: string | number | boolean | null | undefined): string {
  return clip(value === null || value === undefined ? '' : String(value), MAX_CELL);
}

/** Columns side by side, aligned by terminal cells and cut to a width that a terminal has. */
export function tableLines(
  columns: readonly string[],
  rows: readonly (readonly (string | number | boolean | null | undefined)[])[],
): string[] {
  const titles = columns.map(short);
  const cells = rows.map((row) => columns.map((_, at) => short(row[at])));
  const widths = titles.map((title, at) =>
    cells.reduce((most, row) => Math.max(most, cellWidth(row[at] ?? '')), cellWidth(title)),
  );
  const line = (row: readonly string[]): string =>
    row
      .map((text, at) => text + ' '.repeat((widths[at] ?? 0) - cellWidth(text)))
      .join('  ')
      .trimEnd();
  return [line(titles), line(widths.map((width) => '-'.repeat(width))), ...cells.map(line)];
}

export function resultTable({ columns, rows }: QueryResult): string[] {
  return columns.length === 0
    ? ['no rows']
    : [...tableLines(columns, rows), `${String(rows.length)} ${rows.length === 1 ? 'row' : 'rows'}`];
}

const PROOF = new Set(['filed', 'quote', 'accession', 'url', 'source', 'confidence']);

function isHidden(key: string): boolean {
  return key.endsWith('_id') || PROOF.has(key);
}

function subjectLines({ subject, kind }: Answer): string[] {
  const shown = Object.entries(subject).filter(
    ([, value]) => value !== null && !(Array.isArray(value) && value.length === 0),
  );
  if (kind === 'events') return [];
  return shown.map(([key, value]) => `${key.replaceAll('_', ' ')}: ${safeText(String(cell(value)))}`);
}

function rowLines(row: Row): string[] {
  const facts = Object.entries(row)
    .filter(
      ([key, value]) =>
        !isHidden(key) && value !== null && value !== '' && !(Array.isArray(value) && value.length === 0),
    )
    .map(([key, value]) =>
      key === 'from' || key === 'to' || key === 'percent' || key === 'as_of' || key === 'filings'
        ? `${key.replaceAll('_', ' ')} ${String(cell(value))}`
        : String(cell(value)),
    );
  const lines = [`  ${safeText(facts.join(' · '))}`];
  const quote = row['quote'];
  if (typeof quote === 'string') lines.push(`    “${safeText(quote.replace(/\s+/g, ' ').trim())}”`);
  const where = [
    typeof row['filed'] === 'string' ? `filed ${row['filed']}` : '',
    typeof row['url'] === 'string' ? row['url'] : String(row['accession'] ?? ''),
  ].filter((part) => part !== '');
  if (where.length > 0) lines.push(`    ${where.join(' · ')}`);
  return lines;
}

/** The answer for a person to read: each fact with its quote, filing date and address. */
export function answerText(answer: Answer): string[] {
  const lines = subjectLines(answer);
  let any = false;
  for (const [section, rows] of Object.entries(answer.sections)) {
    if (rows.length === 0) continue;
    any = true;
    if (lines.length > 0) lines.push('');
    lines.push(section.toUpperCase(), ...rows.flatMap(rowLines));
  }
  if (!any) lines.push(answer.kind === 'events' ? 'no events' : 'nothing more is known');
  return lines;
}
