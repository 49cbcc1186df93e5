import type { Reading, Span } from '../reading/index.ts';
import { classOfTitle } from '../roles/classes.ts';
import type { RoleDraft } from '../roles/draft.ts';
import { goesOn, titlesBelow } from './cards.ts';
import { isNameField, isPostField, isSignField, fieldsOf, type Field } from './fields.ts';
import { isReachLine, organizationOfLine } from './line-kinds.ts';
import { plausible } from './line-names.ts';
import type { Line } from './lines.ts';
import { readName, type SlotName } from './name-slot.ts';
import { organizationAbove } from './signed-for.ts';
import { titledIn } from './titled.ts';

const MARK = /\/\s?[sf]\s?\/|^sd\s?\/-/i;
const LEADING_MARK = /^\s*(?:by\s*:?\s*)?\/\s?[sf]\s?\/\s*/i;
const SKIP_WORDS =
  /^\(?(?:registrant|signature|issuer|company|print name|name of registrant|principal [a-z ]+|duly authori[sz]ed[a-z ]*)\)?\*?$/i;
const SKIP_MARKS = /^(?:on behalf of[a-z ]*|[_\s*.–—-]+|date[d]?\b.*|\(?\d{1,2}[/.]\d{1,2}[/.]\d{2,4}\)?|place\b.*)$/i;
const MOST_LINES = 9;

interface Signer {
  signed: (SlotName & Span) | null;
  printed: (SlotName & Span) | null;
  title: string;
  titleSpan: Span | null;
  /** The organization printed behind the title, and the one below it. */
  own: string | null;
  below: string | null;
}

/** The person of a field's value; null where it is a firm that signs. */
function nameIn(reading: Reading, field: Field): (SlotName & Span) | null {
  const raw = reading.text.slice(field.start, field.end);
  const lead = LEADING_MARK.exec(raw)?.[0].length ?? 0;
  const found = readName(raw.slice(lead), true);
  if (found === null) return null;
  const at = field.start + lead;
  const name = { ...found, start: at + found.start, end: at + found.end, after: at + found.after };
  const near = { start: name.start, end: Math.min(field.end, name.end + 60) };
  const firm = reading.organizationsIn(near).some((one) => one.start <= name.start && one.end > name.end);
  return firm ? null : name;
}

function addTitle(signer: Signer, text: string, span: Span): void {
  const clean = text.replace(/^(?:title|position)\s+(?=\p{Lu})/iu, '').replace(/^[\s,;:–—-]+|[\s,;:*_–—-]+$/g, '');
  if (clean === '' || /^\(?(?:registrant|signature)\)?$/i.test(clean)) return;
  signer.title = signer.title === '' ? clean : `${signer.title} ${clean}`;
  const { titleSpan } = signer;
  signer.titleSpan =
    titleSpan === null
      ? span
      : { start: Math.min(titleSpan.start, span.start), end: Math.max(titleSpan.end, span.end) };
}

/** Adds the title that a span prints, and notes the organization printed with it; false where it prints none. */
function addTitled(reading: Reading, signer: Signer, span: Span): boolean {
  const titled = titledIn(reading, span);
  if (titled === null) return false;
  addTitle(signer, signer.title === '' || /^and /i.test(titled.title) ? titled.title : `, ${titled.title}`, span);
  signer.own ??= titled.organization;
  return true;
}

/** Two words in small letters: a sentence goes on. */
const PROSE = /^\p{Ll}{3,} \p{Ll}/u;

/** What stands on the line behind the name. */
function takeRest(reading: Reading, signer: Signer, name: SlotName & Span, field: Field): string {
  const lead = /^[\s,;:–—-]*/.exec(reading.text.slice(name.after, field.end))![0].length;
  const span = { start: name.after + lead, end: field.end };
  const rest = reading.text.slice(span.start, span.end).trim();
  return rest === '' || addTitled(reading, signer, span) ? '' : rest;
}

/** Takes one field into the signer; false when the block has ended. */
function take(reading: Reading, signer: Signer, field: Field, previous: string): boolean {
  const { label, text } = field;
  if (/^(?:date|fecha|datum)/.test(label) || SKIP_WORDS.test(text) || SKIP_MARKS.test(text)) return true;
  if (isPostField(label)) {
    if (text !== '') {
      const titled = titledIn(reading, field);
      addTitle(signer, titled?.title ?? text, field);
      signer.own ??= titled?.organization ?? null;
    }
    return true;
  }
  if (label !== '' || MARK.test(text)) {
    const name = nameIn(reading, field);
    // A firm has signed: what follows is no person of the filer's.
    if (name === null) return !/\/\s?s\s?\/\s*\S/i.test(text) || /^[\s/s_.-]*$/i.test(text);
    const rest = takeRest(reading, signer, name, field);
    // "PPA: Purchase Price Allocation entries related to": prose behind a label.
    if (PROSE.test(rest)) return false;
    if (MARK.test(text) || isSignField(label)) signer.signed ??= name;
    else signer.printed ??= name;
    return true;
  }
  if (isPostField(previous) && signer.title === '' && !isReachLine(text)) {
    addTitle(signer, text, field);
    return true;
  }
  if (
    signer.title !== '' &&
    goesOn(signer.title, text) &&
    text.length < 90 &&
    !/[.;]\s/.test(text) &&
    !isReachLine(text)
  ) {
    addTitle(signer, text, field);
    return true;
  }
  const name = signer.printed === null && signer.title === '' ? nameIn(reading, field) : null;
  if (name !== null && plausible(reading, name.name, name) && takeRest(reading, signer, name, field) === '') {
    signer.printed = name;
    return true;
  }
  if (addTitled(reading, signer, field)) return true;
  signer.below ??= organizationOfLine(reading, field)?.name ?? null;
  return false;
}

/** A title in the same row, for lists of signers with a column of titles. */
function titleBeside(
  reading: Reading,
  lines: readonly Line[],
  anchor: number,
): (Span & { readonly title: string }) | null {
  const line = lines[anchor]!;
  if (!line.shared) return null;
  for (let at = anchor + 1; at < lines.length && at < anchor + 4; at++) {
    const other = lines[at]!;
    if (other.block !== line.block || isNewSigner(other.text)) return null;
    const [titled] = titlesBelow(reading, lines, at).titles;
    if (titled !== undefined) return titled;
  }
  return null;
}

function isNewSigner(text: string): boolean {
  return /\/\s?[sf]\s?\/|^sd\s?\/-|^(?:by|per|por)\s*:/i.test(text);
}

/** The block that begins at the anchor, and the lines that it used. */
function readSigner(reading: Reading, lines: readonly Line[], anchor: number): { signer: Signer; used: number[] } {
  const signer: Signer = { signed: null, printed: null, title: '', titleSpan: null, own: null, below: null };
  const used: number[] = [];
  let previous = '';
  let at = anchor;
  for (let step = 0; step < MOST_LINES && at >= 0; step++) {
    const line = lines[at]!;
    const begun = signer.signed !== null || signer.printed !== null;
    if (line.long || (step > 0 && begun && isNewSigner(line.text))) break;
    if (step > 0 && /^(?:name|nombre)\s*:/i.test(line.text) && signer.printed !== null) break;
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

function isAnchor(reading: Reading, line: Line): boolean {
  if (/\/\s?[sf]\s?\/|^sd\s?\/-/i.test(line.text)) return true;
  const [first] = fieldsOf(reading, line);
  return first !== undefined && first.label !== '' && (isSignField(first.label) || isNameField(first.label));
}

/** Signers of a filing: "/s/", "By:", "Name:" and "Title:" in lines or table columns, with the organization above. */
export function signatureRoles(reading: Reading, lines: readonly Line[]): RoleDraft[] {
  const drafts: RoleDraft[] = [];
  const done = new Set<number>();
  lines.forEach((line, index) => {
    if (line.long || done.has(index) || !isAnchor(reading, line)) return;
    const { signer, used } = readSigner(reading, lines, index);
    for (const at of used) done.add(at);
    const person = signer.printed ?? signer.signed;
    if (person === null) return;
    // "Name: A Person" in a form or a life is no signature by itself.
    if (signer.signed === null && signer.title === '' && isNameField(fieldsOf(reading, line)[0]!.label)) return;
    const first = signer.signed ?? person;
    const signedAt = used.find((at) => lines[at]!.start <= first.start && lines[at]!.end >= first.end) ?? index;
    const beside = signer.title === '' ? titleBeside(reading, lines, index) : null;
    if (beside !== null) addTitle(signer, beside.title, beside);
    const longer =
      signer.printed !== null && signer.signed !== null && signer.signed.name.length > signer.printed.name.length + 6;
    drafts.push({
      person: longer ? signer.signed!.name : person.name,
      organization: signer.own ?? organizationAbove(reading, lines, signedAt) ?? signer.below,
      title: signer.title,
      role: signer.title === '' ? 'signatory' : classOfTitle(signer.title),
      status: 'current',
      span: quoteSpan(lines, used, person, signer.titleSpan, beside !== null),
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
  const mine = new Set(used);
  for (let at = first; at <= (used.at(-1) ?? first); at++) {
    const line = lines[at]!;
    if (!mine.has(at) && line.start < joined.end && line.end > joined.start)
      return { start: person.start, end: person.end };
  }
  return joined;
}
