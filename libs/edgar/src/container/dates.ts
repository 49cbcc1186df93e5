/** `YYYYMMDD` of a header as `YYYY-MM-DD`; null for anything that is no such date. */
export function isoDate(value: string | null): string | null {
  const match = value === null ? null : /^(\d{4})-?(\d{2})-?(\d{2})(?:\d{6})?$/.exec(value.trim());
  if (match === null) return null;
  const [, year, month, day] = match;
  if (month! < '01' || month! > '12' || day! < '01' || day! > '31') return null;
  return `${year}-${month}-${day}`;
}

/** `YYYYMMDDHHMMSS` of ACCEPTANCE-DATETIME as `YYYY-MM-DDTHH:MM:SS` (Eastern, no zone); null for anything else. */
export function isoDateTime(value: string | null): string | null {
  const match = value === null ? null : /^(\d{8})(\d{2})(\d{2})(\d{2})$/.exec(value.trim());
  const date = match === null ? null : isoDate(match[1]!);
  return match === null || date === null ? null : `${date}T${match[2]}:${match[3]}:${match[4]}`;
}
