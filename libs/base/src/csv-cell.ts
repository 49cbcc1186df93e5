import { safeText } from './safe-text.ts';

// What spreadsheets take for the beginning of a formula; some drop a tab or a line end before it, and read full-width signs.
const FORMULA = /^[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20]/;
const LAYOUT = /[\t\r\n]+/;

/** One CSV cell (RFC 4180): safe text that keeps its tabs and line ends, quoted where needed; a cell that a spreadsheet would run as a formula gets a leading apostrophe. */
export function csvCell(value: string | number | boolean | null | undefined): string {
  if (value === null || value === undefined) return '';
  if (typeof value !== 'string') return String(value);
  const shown = LAYOUT.test(value) ? value.replace(/[^\t\r\n]+/g, safeText) : safeText(value);
  const safe = FORMULA.test(shown) ? `'${shown}` : shown;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
