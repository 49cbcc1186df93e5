import type { Reading, Span } from '../reading/index.ts';
import { organizationKey } from '../reading/index.ts';
import { firstEndingAfter } from '../reading/spans.ts';
import type { Line } from './lines.ts';

/** Telephone, fax, e-mail, web address or a bare number. */
export function isReachLine(text: string): boolean {
  return (
    /@|\(at\)|https?:|www\.|\.com\b/i.test(text) ||
    /^(?:tel|telephone|phone|ph|fax|facsimile|mobile|cell|direct|office|e-?mail|website|web|internet|toll|t|f|m|e|\+)\b\s*[.:(+]?/i.test(
      text,
    ) ||
    /^[\s\d()+./–—-]{6,}/.test(text) ||
    /\d{3}[\s.–-]\d{3,4}/.test(text)
  );
}

export function hasEmail(text: string): boolean {
  return /@|\(at\)/.test(text);
}

/** The part of an e-mail or web address that names the organization: "ir@acme-mining.com" gives "acmemining". */
export function domainName(text: string): string | null {
  const m = /(?:@|\(at\)|www\.)\s*([\w-]{2,40})(?:\.[\w-]{2,20}){0,2}\.[a-z]{2,6}\b/i.exec(text);
  return m === null ? null : m[1]!.toLowerCase().replace(/[^a-z0-9]/g, '');
}

const END_OF_ZONE =
  /^(?:for immediate release|about\b|forward[ -]looking|safe harbo|cautionary|note[s]? to|disclaimer|signatures?$|exhibit|#+|\*{3}|-+ ?(?:end|30) ?-+|table of contents|pursuant to)/i;

export function endsZone(text: string): boolean {
  return END_OF_ZONE.test(text);
}

/** A line without the telephone numbers and addresses at its end. */
export function withoutReach(text: string): string {
  const cut = text.search(
    /\s*(?:\b(?:tel|telephone|phone|ph|fax|e-?mail|mobile|cell)\b\s*[.:(+]|\(?\+?\(?\d[\d\s().–-]{6,}|\S+@|www\.|https?:)/i,
  );
  return (cut >= 0 ? text.slice(0, cut) : text).replace(/[\s,;:|–—-]+$/, '');
}

/** An organization that makes up most of a line. */
export interface LineOrganization extends Span {
  readonly name: string;
  readonly filer: boolean;
  /** Known by more than its shape. */
  readonly sure: boolean;
}

/** The organization that a line is, or null: the name covers most of it, parentheses such as "(Registrant)" aside. */
export function organizationOfLine(reading: Reading, line: Span, share = 0.62): LineOrganization | null {
  const shown = reading.text.slice(line.start, line.end);
  const letters = shown
    .replace(/\([^)]*\)/g, '')
    .replace(/^(?:for(?: and on behalf of)?|on behalf of|the)\s/i, '').length;
  for (let at = firstEndingAfter(reading.organizations, line.start); at < reading.organizations.length; at++) {
    const found = reading.organizations[at]!;
    if (found.start >= line.end) break;
    if (found.start < line.start || found.end > line.end) continue;
    // A department is the company's own.
    if (found.by === 'shape' && /\b(?:department|division|section|unit|team)$/i.test(found.printed)) continue;
    // "Hans Berg (Norrvik Bank)" is a line about the former.
    if (/\p{L}.*\(\s*$/u.test(reading.text.slice(line.start, found.start))) continue;
    if (
      found.by === 'defined' &&
      /^(?:the )?(?:company|registrant|issuer|group|bank|trust|fund|corporation|partnership)$/i.test(found.printed)
    )
      continue;
    if (found.end - found.start >= share * letters)
      return { start: found.start, end: found.end, name: found.name, filer: found.filer, sure: found.by !== 'shape' };
  }
  return null;
}

/** The organization whose name an e-mail domain spells. */
export function organizationOfDomain(
  reading: Reading,
  domain: string,
  keys: ReadonlyMap<string, string>,
): string | null {
  for (const alias of reading.filerAliases) {
    const folded = alias.replaceAll(' ', '');
    if (folded.length >= 3 && (domain.startsWith(folded) || (folded.startsWith(domain) && domain.length >= 4)))
      return reading.filer;
  }
  return keys.get(domain) ?? null;
}

/** Organizations by their names without spaces, for `organizationOfDomain`. */
export function domainKeys(reading: Reading): Map<string, string> {
  const keys = new Map<string, string>();
  for (const name of new Set(reading.organizations.map((found) => found.name))) {
    const words = organizationKey(name).split(' ');
    for (const key of [words.join(''), words.slice(0, 2).join(''), words[0]!])
      if (key.length >= 4 && !keys.has(key)) keys.set(key, name);
  }
  return keys;
}

/** The text of a line from an offset on, trimmed of separators on the left. */
export function restOf(reading: Reading, line: Line, from: number): Span & { text: string } {
  let start = from;
  while (start < line.end && /[\s,;:|–—-]/.test(reading.text[start]!)) start++;
  return { start, end: line.end, text: reading.text.slice(start, line.end).replace(/\s+/g, ' ').trim() };
}
