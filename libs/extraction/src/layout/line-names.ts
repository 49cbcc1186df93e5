import type { Reading, Span } from '../reading/index.ts';
import { NOT_IN_A_PERSON } from '../reading/lexicon.ts';
import { POST_MODIFIERS, titleWord } from '../reading/titles.ts';
import { AGENCY, looksLikeFirm } from './firms.ts';
import { organizationOfLine } from './line-kinds.ts';
import type { Line } from './lines.ts';
import { readName } from './name-slot.ts';
import { isTitleLine } from './title-line.ts';
import { ownerIn } from './titled.ts';

/** A name that stands by itself in a line, with the title that follows it on the line. */
export interface LineName extends Span {
  readonly name: string;
  readonly rest: string;
  readonly restSpan: Span | null;
  /** The organization that the title is printed with. */
  readonly organization: string | null;
}

/** Ages, shares and marks of footnotes behind a name. */
const FIGURES_ONLY = /^[\s\d,.()*%$†‡—–-]+$/;
/** "Mr. Kwok Tak Ming, Raymond": another given name behind the name. */
const GIVEN_BEHIND = /^,\s\p{Lu}\p{Ll}+\s*$/u;
const SEPARATOR = /^\s*(?:\/|;|,|&|\bor\b|\band\b)\s*/i;
const TITLE_MARK = /^\s*(?:[,;:(–—-]|\s-\s)\s*/;

/** "Investor Relations" after a name is what the person does. */
const CONTACT_POST =
  /^(?:media|investors?|press|analysts?)$|^(?:[A-Z][\w&.-]*\s){0,3}(?:relations|communications?|affairs|inquiries|enquiries|contact)(?: (?:&|and) [\w ]{3,30})?$/i;

/** A title at the beginning of what follows a name: up to a telephone number, an address or the end of the line. */
function titleOf(rest: string): string {
  const cut = rest.search(
    /\s*(?:[;|]|\b(?:tel|telephone|phone|ph|fax|e-?mail|mobile|cell|office|direct)\b\s*[.:(+]|\(?\+?\d[\d\s().-]{6,}|\S+@|\bat \(?\+?\d)/i,
  );
  const shown = (cut >= 0 ? rest.slice(0, cut) : rest).replace(/[\s,;:()–—-]+$/, '');
  return (isTitleLine(shown) || (CONTACT_POST.test(shown) && !isAgency(shown))) && shown.length <= 110 ? shown : '';
}

/** "Fenwright Communications": a first word that no post has makes it the name of a firm. */
function isAgency(shown: string): boolean {
  const [first, last] = [/^\p{L}[\p{L}&-]*/u.exec(shown)?.[0] ?? '', /\p{L}+$/u.exec(shown)?.[0] ?? ''];
  if (!/^(?:communications|relations)$/i.test(last) || first === last) return false;
  const word = titleWord(first);
  return !POST_MODIFIERS.has(word) && !NOT_IN_A_PERSON.has(word);
}

/** "Brunswick Group", "Osterby Partners Ltd.": an organization, or words in capitals that end as firms do. */
function isFirm(reading: Reading, from: number, shown: string): boolean {
  const start = reading.text.indexOf(shown, from);
  if (organizationOfLine(reading, { start, end: start + shown.length }, 0.9) !== null) return true;
  return looksLikeFirm(reading, shown) && AGENCY.test(shown);
}

const read = new WeakMap<Line, readonly LineName[]>();

/** The names that a whole line consists of, see `namesOf`; every reader of lines asks for them, so they are read once. */
export function namesOfLine(reading: Reading, line: Line): readonly LineName[] {
  let names = read.get(line);
  if (names === undefined) read.set(line, (names = line.long ? [] : namesOf(reading, line, false)));
  return names;
}

/**
 * The names that a line consists of: "A", "A / B", "A, Title", "A - Title". Empty where the line says anything else.
 * `trusted` as for `readName`.
 */
export function namesOf(reading: Reading, line: Span, trusted: boolean): LineName[] {
  const text = reading.text.slice(line.start, line.end).replace(/[*#†‡§]+$/u, '');
  if (text.length > 200) return [];
  const names: LineName[] = [];
  let at = 0;
  for (let step = 0; step < 4; step++) {
    const found = readName(text.slice(at), trusted);
    if (found === null) break;
    const start = line.start + at + found.start;
    const end = line.start + at + found.end;
    if (!trusted && !found.honorific && !plausible(reading, found.name, { start, end })) break;
    const after = at + found.after;
    const rest = text.slice(after);
    const mark = TITLE_MARK.exec(rest)?.[0] ?? '';
    const whole = mark === '' ? (/^\s+/.test(rest) ? titleOf(rest.trimStart()) : '') : titleOf(rest.slice(mark.length));
    const titleStart = whole === '' ? -1 : text.indexOf(whole.slice(0, 8), after);
    const owner = whole === '' ? null : ownerIn(reading, line.start + titleStart, whole);
    const title = owner === null ? whole : owner.title;
    const restSpan =
      titleStart < 0 ? null : { start: line.start + titleStart, end: line.start + titleStart + title.length };
    names.push({
      name: found.name,
      start,
      end,
      rest: title.replace(/\s+/g, ' '),
      restSpan,
      organization: owner?.organization ?? null,
    });
    const left = text.slice(titleStart < 0 ? after : titleStart + whole.length);
    const agency =
      titleStart < 0
        ? /^\s*(?:,|\s[–—-]\s)\s*(\p{Lu}[^,;:|()@\d]{3,50}?)\s*(?:[,;:|(+]|\d|tel\b|$)/iu.exec(left)?.[1]
        : undefined;
    if (agency !== undefined && (isAgency(agency) || isFirm(reading, line.end - left.length, agency))) {
      names[names.length - 1] = { ...names.at(-1)!, organization: reading.organizationName(agency) };
      return names;
    }
    if (left.trim() === '' || reachOnly(left) || FIGURES_ONLY.test(left)) return names;
    if (found.honorific && GIVEN_BEHIND.test(left)) return names;
    const separator = SEPARATOR.exec(left);
    if (separator === null) return settled(reading, names, line, left);
    at = text.length - left.length + separator[0].length;
  }
  return names.length > 0 && reachOnly(text.slice(at)) ? names : [];
}

/** Not an organization's name, and not words that the filing uses as words. */
export function plausible(reading: Reading, name: string, span: Span): boolean {
  const near = { start: Math.max(0, span.start - 40), end: span.end + 40 };
  if (reading.organizationsIn(near).some((found) => found.start < span.end && found.end > span.start)) return false;
  const words = name.split(' ').filter((word) => word.replace(/\./g, '').length > 1);
  const common = words.filter((word) => reading.isCommonWord(word.toLowerCase())).length;
  const capitals = words.filter((word) => word === word.toUpperCase());
  if (capitals.length > 0 && capitals.length < words.length && capitals.some((word) => word.length <= 3)) return false;
  return common * 2 < words.length || (common * 2 === words.length && words.length === 2 && capitals.length === 0);
}

function reachOnly(text: string): boolean {
  return /^[\s,;:|()–—-]*(?:(?:tel|telephone|phone|ph|fax|e-?mail|mobile|cell|office|direct|t|m|e)\b\s*[.:(+]|\(?\+?\d|\S+@|at \(?\+?\d|$)/i.test(
    text,
  );
}

/** ", India", ", New York": where a contact sits. */
function isPlace(left: string): boolean {
  const words = /^,\s*(\p{Lu}[\p{L}.]+(?:\s\p{Lu}[\p{L}.]+){0,2})\s*$/u.exec(left)?.[1]?.split(/\s+/) ?? [];
  return words.length > 0 && words.every((word) => NOT_IN_A_PERSON.has(word.toLowerCase().replaceAll('.', '')));
}

/** What is left after the name may be the organization: "Karen Menzel, Acergy S.A." */
function settled(reading: Reading, names: LineName[], line: Span, left: string): LineName[] {
  const start = line.end - left.length;
  if (isPlace(left)) return names;
  return organizationOfLine(reading, { start, end: line.end }, 0.7) === null ? [] : names;
}
