// C0 and C1 controls, DEL, and the bidirectional overrides that can rewrite a terminal line.
const CONTROL = /[\u0000-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069]+/g;

/** Text from a filing made safe for a terminal or a plain log: each run of control characters becomes one space. */
export function safeText(text: string): string {
  return text.replace(CONTROL, ' ');
}

/** One CSV cell (RFC 4180): quoted where needed; a cell that a spreadsheet would run as a formula gets a leading apostrophe. */
export function csvCell(value: string | number | boolean | null | undefined): string {
  if (value === null || value === undefined) return '';
  if (typeof value !== 'string') return String(value);
  const safe = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
