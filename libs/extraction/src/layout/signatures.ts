import type { Reading, Span } from '../reading/index.ts';
import { classOfTitle } from '../roles/classes.ts';
import type { RoleDraft } from '../roles/draft.ts';
import { isReachLine, organizationOfLine } from './line-kinds.ts';
import type { Line } from './lines.ts';
import { plausible } from './line-names.ts';
import { readName, type SlotName } from './name-slot.ts';
import { isTitleLine } from './title-line.ts';

const ANCHOR = /\/\s?s\s?\/|^sd\s?\/-|^by\s*:|^name\s*:|^per\s*:|^signed\s*:|^\(?signature\)?\s*:/i;
const NEW_SIGNER = /\/\s?s\s?\/|^sd\s?\/-|^by\s*:|^per\s*:/i;
const FIELD =
  /(?:^|\s)(by|name|print(?:ed)? name|name and title|title|its|position|capacity|date|dated|per|signature|signed)\s*:/gi;
const SKIP =
  /^(?:\(?(?:registrant|signature|issuer|company|print name|name of registrant|principal [a-z ]+|duly authori[sz]ed[a-z ]*|on behalf of[a-z ]*)\)?\*?|[_\s*.–—-]+|date[d]?\b.*|\(?\d{1,2}[/.]\d{1,2}[/.]\d{2,4}\)?|place\b.*)$/i;
const MOST_LINES = 9;

interface Field extends Span {
  readonly label: string;
  readonly text: string;
  readonly line: Line;
}

/** A line as labelled fields: "Name: X Title: Y" is two; the text before the first label is an unlabelled one. */
function fieldsOf(reading: Reading, line: Line): Field[] {
  const shown = reading.text.slice(line.start, line.end);
  const fields: Field[] = [];
  const add = (label: string, start: number, end: number): void => {
    const text = shown.slice(start, end).replace(/\s+/g, ' ').trim();
    if (text !== '' || label !== '')
      fields.push({ label, text, start: line.start + start, end: line.start + end, line });
  };
  let label = '';
  let from = 0;
  FIELD.lastIndex = 0;
  for (let m = FIELD.exec(shown); m !== null; m = FIELD.exec(shown)) {
    if (label !== '' || shown.slice(0, m.index).trim() !== '') add(label, from, m.index);
    label = m[1]!.toLowerCase();
    from = m.index + m[0].length;
  }
  add(label, from, shown.length);
  return fields;
}

interface Signer {
  signed: (SlotName & Span) | null;
  printed: (SlotName & Span) | null;
  title: string;
  titleSpan: Span | null;
  below: string | null;
}

function nameIn(reading: Reading, field: Field): (SlotName & Span) | null {
  const raw = reading.text.slice(field.start, field.end);
  const slash = /^\s*(?:by\s*:?\s*)?\/\s?s\s?\/\s*/i.exec(raw)?.[0].length ?? 0;
  const name = readName(raw.slice(slash), true);
  if (name === null) return null;
  return {
    ...name,
    start: field.start + slash + name.start,
    end: field.start + slash + name.end,
    after: field.start + slash + name.after,
  };
}

function addTitle(signer: Signer, text: string, span: Span): void {
  const clean = text.replace(/^(?:title|position)\s+(?=\p{Lu})/iu, '').replace(/^[\s,;:–—-]+|[\s,;:*_–—-]+$/g, '');
  if (clean === '' || /^\(?(?:registrant|signature)\)?$/i.test(clean)) return;
  signer.title = signer.title === '' ? clean : `${signer.title} ${clean}`;
  signer.titleSpan =
    signer.titleSpan === null
      ? span
      : { start: Math.min(signer.titleSpan.start, span.start), end: Math.max(signer.titleSpan.end, span.end) };
}

/** A title goes on in the next line when it ends or the next begins with a joining word or mark. */
function goesOn(title: string, next: string): boolean {
  return /(?:\band|&|,|\bof|\bfor|–|-|\/)$/i.test(title) || /^(?:and\b|&|of\b|for\b)/i.test(next);
}

/** Takes one field into the signer; false when the block has ended. */
function take(reading: Reading, signer: Signer, field: Field, previous: string): boolean {
  const { label, text } = field;
  if (/^date/.test(label) || SKIP.test(text)) return true;
  if (label === 'title' || label === 'its' || label === 'position' || label === 'capacity') {
    if (text !== '') addTitle(signer, text, field);
    return true;
  }
  if (label !== '' || /\/\s?s\s?\//i.test(text)) {
    const name = nameIn(reading, field);
    // A firm has signed: what follows is no person of the filer's.
    if (name === null) return !/\/\s?s\s?\/\s*\S/i.test(text) || /^[\s/s_.-]*$/i.test(text);
    if (/\/\s?s\s?\//i.test(text) || label === 'by' || label === 'per' || label === 'signature') signer.signed ??= name;
    else signer.printed ??= name;
    const rest = reading.text
      .slice(name.after, field.end)
      .replace(/\s+/g, ' ')
      .trim()
      .replace(/^[,;:–—-]+\s*/, '');
    if (rest !== '' && isTitleLine(rest)) addTitle(signer, rest, { start: name.after, end: field.end });
    return true;
  }
  if (previous === 'title' && signer.title === '' && !isReachLine(text)) {
    addTitle(signer, text, field);
    return true;
  }
  if (signer.title !== '' && goesOn(signer.title, text) && isTitleish(text)) {
    addTitle(signer, text, field);
    return true;
  }
  const name = signer.printed === null && signer.title === '' ? nameIn(reading, field) : null;
  if (name !== null && plausible(reading, name.name, name)) {
    const rest = reading.text
      .slice(name.after, field.end)
      .replace(/\s+/g, ' ')
      .trim()
      .replace(/^[,;:–—-]+\s*/, '');
    if (rest === '' || isTitleLine(rest)) {
      signer.printed = name;
      if (rest !== '') addTitle(signer, rest, { start: name.after, end: field.end });
      return true;
    }
  }
  if (isTitleLine(text) && organizationOfLine(reading, field, 0.8) === null) {
    addTitle(signer, signer.title === '' ? text : `, ${text}`.replace(/^, (?=and )/, ''), field);
    return true;
  }
  const organization = organizationOfLine(reading, field);
  if (organization !== null) signer.below ??= organization.name;
  return false;
}

function isTitleish(text: string): boolean {
  return text.length < 90 && !isReachLine(text) && !/[.;]\s/.test(text);
}

/** "By: Acme G.P. Inc., its general partner" without "By:" and the capacity. */
function withoutCapacity(reading: Reading, line: Line): Span {
  const shown = reading.text.slice(line.start, line.end);
  const by = /^by\s*:?\s*/i.exec(shown)?.[0].length ?? 0;
  const capacity = shown.search(/,\s+(?:its|as|in its|acting|solely|a|an)\s/i);
  return { start: line.start + by, end: capacity > by ? line.start + capacity : line.end };
}

/** The organization for which the block is signed: the nearest line above that is one. */
function organizationAbove(reading: Reading, lines: readonly Line[], anchor: number): string | null {
  let at = lines[anchor]!.above;
  for (let step = 0; step < 16 && at >= 0; step++) {
    const line = lines[at]!;
    if (line.document !== lines[anchor]!.document) return null;
    const found = organizationOfLine(reading, withoutCapacity(reading, line));
    if (found !== null && !/^(?:securities and exchange commission|new york stock exchange)/i.test(found.name))
      return found.name;
    if (line.long || /^signatures?$/i.test(line.text)) return null;
    at = line.above;
  }
  return null;
}

/** A title in the same row, for lists of signers with a column of titles. */
function titleBeside(reading: Reading, lines: readonly Line[], anchor: number): Line | null {
  const line = lines[anchor]!;
  if (!line.shared) return null;
  for (let at = anchor + 1; at < lines.length && at < anchor + 4; at++) {
    const other = lines[at]!;
    if (other.block !== line.block || NEW_SIGNER.test(other.text)) return null;
    if (isTitleLine(other.text) && organizationOfLine(reading, other, 0.8) === null) return other;
  }
  return null;
}

/** The block that begins at the anchor, and the last line that it used. */
function readSigner(reading: Reading, lines: readonly Line[], anchor: number): { signer: Signer; used: number[] } {
  const signer: Signer = { signed: null, printed: null, title: '', titleSpan: null, below: null };
  const used: number[] = [];
  let previous = '';
  let at = anchor;
  for (let step = 0; step < MOST_LINES && at >= 0; step++) {
    const line = lines[at]!;
    const begun = signer.signed !== null || signer.printed !== null;
    if (
      line.long ||
      (step > 0 && begun && NEW_SIGNER.test(line.text)) ||
      (step > 0 && /^name\s*:/i.test(line.text) && signer.printed !== null)
    )
      break;
    let goes = true;
    for (const field of fieldsOf(reading, line)) {
      goes = take(reading, signer, field, previous) && goes;
      previous = field.label !== '' && field.text === '' ? field.label : '';
    }
    if (!goes) break;
    used.push(at);
    at = line.below;
  }
  return { signer, used };
}

/** Signers of a filing: "/s/", "By:", "Name:" and "Title:" in lines or table columns, with the organization above. */
export function signatureRoles(reading: Reading, lines: readonly Line[]): RoleDraft[] {
  const drafts: RoleDraft[] = [];
  const done = new Set<number>();
  lines.forEach((line, index) => {
    if (line.long || done.has(index) || !ANCHOR.test(line.text)) return;
    const { signer, used } = readSigner(reading, lines, index);
    for (const at of used) done.add(at);
    const person = signer.printed ?? signer.signed;
    if (person === null) return;
    // "Name: A Person" in a form or a life is no signature by itself.
    if (signer.signed === null && signer.title === '' && /^name\s*:/i.test(line.text)) return;
    const first = signer.signed ?? person;
    const signedAt = used.find((at) => lines[at]!.start <= first.start && lines[at]!.end >= first.end) ?? index;
    const beside = signer.title === '' ? titleBeside(reading, lines, index) : null;
    if (beside !== null) addTitle(signer, beside.text, beside);
    const name =
      signer.printed !== null && signer.signed !== null && signer.signed.name.length > signer.printed.name.length + 6
        ? signer.signed.name
        : person.name;
    const span = quoteSpan(lines, used, person, signer.titleSpan, beside !== null);
    drafts.push({
      person: name,
      organization: organizationAbove(reading, lines, signedAt) ?? signer.below,
      title: signer.title,
      role: signer.title === '' ? 'signatory' : classOfTitle(signer.title),
      status: 'current',
      span,
      rule: signer.title === '' ? 'signature-name' : 'signature',
    });
  });
  return drafts;
}

/** From the name to the title; the name alone where another column's text would stand between. */
function quoteSpan(
  lines: readonly Line[],
  used: readonly number[],
  person: Span,
  title: Span | null,
  sameRow: boolean,
): Span {
  if (title === null) return { start: person.start, end: person.end };
  const joined = { start: Math.min(person.start, title.start), end: Math.max(person.end, title.end) };
  if (sameRow) return joined;
  const first = used[0] ?? 0;
  const last = used.at(-1) ?? first;
  const mine = new Set(used);
  for (let at = first; at <= last; at++) {
    const line = lines[at]!;
    if (!mine.has(at) && line.start < joined.end && line.end > joined.start)
      return { start: person.start, end: person.end };
  }
  return joined;
}
