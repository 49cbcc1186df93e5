import { HONORIFICS, NOT_IN_A_PERSON, ORGANIZATION_NOUNS } from '../reading/lexicon.ts';
import type { OrganizationMention, Reading, Span } from '../reading/index.ts';
import { plainWord } from '../reading/organizations.ts';
import { eachRun, type Run } from '../reading/runs.ts';
import { isPostNoun, titleWord } from '../reading/titles.ts';

/** Where a title's organization was found: its name, and the span of title and organization together. */
export interface TitleOrganization {
  readonly name: string;
  readonly span: Span;
}

const AFTER =
  /^\s*(?:\s+and (?:an? )?[a-z-]+)?(?:\s+of (?:[a-z-]+ ){0,3}[a-z-]+(?=\s+(?:at|with)\s))?(?:\s+in the [a-z ]{3,40}(?:division|department|group|unit|office))?(?:,\s*)?\s*(?:of|at|for|with|in|by|to)\s+(?:both\s+)?(?:the\s+|our\s+)?$/i;
const AFTER_MARK = /^\s*(?:,|–|—|-|\(|@)\s*(?:the\s+)?$/i;
const BEFORE = /^(?:[’']s?)?\s+(?:(?:group|global|new|current|former|outgoing|incoming|own)\s+)?$/i;
const LINK = /^\s*(?:,\s*)?(?:of|at|with)\s+(?:the\s+|our\s+)?/i;

function startsAfter(
  reading: Reading,
  mentions: readonly OrganizationMention[],
  title: Span,
): TitleOrganization | null {
  for (const mention of mentions) {
    if (mention.start < title.end) continue;
    const gap = reading.text.slice(title.end, Math.min(mention.start, title.end + 80));
    if (mention.start - title.end > 70) return null;
    if (AFTER.test(gap) || AFTER_MARK.test(gap)) {
      if (
        AFTER_MARK.test(gap) &&
        mention.by === 'defined' &&
        /^(?:the )?(?:company|group|bank)$/i.test(mention.printed)
      )
        return null;
      // ", Acme's profit rose": a possessive after a comma begins another clause.
      if (AFTER_MARK.test(gap) && /^[’']s/.test(reading.text.slice(mention.end, mention.end + 2))) return null;
      return { name: mention.name, span: { start: title.start, end: mention.end } };
    }
    return null;
  }
  return null;
}

function endsBefore(reading: Reading, mentions: readonly OrganizationMention[], title: Span): TitleOrganization | null {
  for (let at = mentions.length - 1; at >= 0; at--) {
    const mention = mentions[at]!;
    if (mention.end > title.start) continue;
    if (title.start - mention.end > 16) return null;
    return BEFORE.test(reading.text.slice(mention.end, title.start))
      ? { name: mention.name, span: { start: mention.start, end: title.end } }
      : null;
  }
  return null;
}

/** The organization behind "at" right after a run of capitals that names a field. */
function atPlace(reading: Reading, run: Run, limit: number): { name: string; end: number } | null {
  const end = run.at(-1)!.end;
  const link = /^\s+(?:at|with)\s+(?:the\s+)?(?=\p{Lu})/u.exec(reading.text.slice(end, Math.min(limit, end + 20)));
  if (link === null || run.length > 4) return null;
  const from = end + link[0].length;
  const mention = reading.organizationsIn({ start: from, end: Math.min(limit, from + 120) })[0];
  return mention?.start === from ? { name: mention.name, end: mention.end } : null;
}

const PLACE_OF_WORK =
  /^\s+(?:mine|project|plant|facility|operations?|property|refinery|smelter|site|office|branch|store|region|deposit)\b/;

/** Capitalized words after "of" or "at" that no list knows: "Managing Partner at Ernst & Young". */
function unknownAfter(reading: Reading, title: Span, limit: number): TitleOrganization | null {
  const link = LINK.exec(reading.text.slice(title.end, Math.min(limit, title.end + 40)));
  if (link === null) return null;
  const from = title.end + link[0].length;
  let first: Run | null = null;
  eachRun(reading.text, from, Math.min(limit, from + 120), (run) => {
    first ??= run;
  });
  const run = first as Run | null;
  if (run === null || run[0]!.start !== from) return null;
  // "Professor of Economics at the University of X": a field, then the place.
  const area = /^of\b/.test(link[0].trim()) ? atPlace(reading, run, limit) : null;
  if (area !== null) return { name: area.name, span: { start: title.start, end: area.end } };
  const words: string[] = [];
  let end = from;
  for (const word of run) {
    if (words.length > 0 && /\b(?:in|on)\b/.test(word.joiner)) break;
    if (words.length > 0 && /\bfor\b/.test(word.joiner) && !ORGANIZATION_NOUNS.has(words.at(-1)!)) break;
    if (isPostNoun(word.text)) break;
    words.push(plainWord(word));
    end = /[’']s$/.test(word.text) ? word.end - 2 : word.end;
    if (end !== word.end) break;
  }
  // A part of the company, not an organization.
  if (/^(?:division|department|unit|segment|region|branch|committee|mine|project|plant|site)$/.test(words.at(-1) ?? ''))
    return null;
  const institution = words.length >= 3 && words.some((word) => ORGANIZATION_NOUNS.has(word));
  if (
    words.length === 0 ||
    (!institution && words.every((word) => NOT_IN_A_PERSON.has(word) || reading.isCommonWord(word)))
  )
    return null;
  // "of the Osterby mine".
  if (PLACE_OF_WORK.test(reading.text.slice(end, end + 16))) return null;
  // "of the Management Board of Acme" is at Acme.
  const printed = reading.text
    .slice(from, end)
    .replace(/\s+/g, ' ')
    .replace(
      /^(?:(?:Supervisory|Management|Executive|Managing) Board|Board of (?:Directors|Management)|(?:[A-Z][\w&-]* (?:and )?){1,4}(?<!Central )Committee) of (?:the )?/,
      '',
    );
  return { name: reading.organizationName(printed), span: { start: title.start, end } };
}

const CAPITALS_BEFORE =
  /(?:[,;(–—“"]\s*|\b(?:said|by|with|and|from|that|to|of|added|says|while)\s+)((?:[A-Z][\w&.-]*\s){0,3}[A-Z][\w&-]*)(?:[’']s?)?\s+(?:(?:group|global|new|former|current)\s+)?$/;

/** The same at the beginning of a sentence, where the title stands before its holder: "Globex CEO Jane Roe". */
const CAPITALS_FIRST = /^\s*((?:[A-Z][\w&.-]*\s){0,3}[A-Z][\w&-]*)(?:[’']s?)?\s+$/;

/** Capitalized words right before a title that no list knows: "Mark Hill, HQ chairman". */
function unknownBefore(reading: Reading, title: Span, floor: number): TitleOrganization | null {
  const from = Math.max(floor, title.start - 70);
  const before = reading.text.slice(from, title.start);
  const m =
    CAPITALS_BEFORE.exec(before) ??
    (from === floor && /^\s+(?:(?:Mr|Ms|Mrs|Dr)\.?\s+)?\p{Lu}/u.test(reading.text.slice(title.end, title.end + 8))
      ? CAPITALS_FIRST.exec(before)
      : null);
  if (m === null) return null;
  const words = m[1]!.split(/\s+/).map((word) => word.toLowerCase());
  if (m[1]!.split(/\s+/).some(isPostNoun) || words.some((word) => HONORIFICS.has(titleWord(word)))) return null;
  if (words.every((word) => NOT_IN_A_PERSON.has(word) || reading.isCommonWord(word))) return null;
  const start = from + m.index + m[0].indexOf(m[1]!);
  return { name: reading.organizationName(m[1]!.replace(/\s+/g, ' ')), span: { start, end: title.end } };
}

const EMPLOYER = /\b(?:by|at|with|for|joined|joining|of)\s+(?:the\s+)?(?=\p{Lu})/gu;

/** "has worked for Acme since 2004 as ...", "was employed by Acme as ...": the organization between holder and title. */
export function employerBetween(
  reading: Reading,
  mentions: readonly OrganizationMention[],
  from: number,
  to: number,
): string | null {
  const between = reading.text.slice(from, Math.min(to, from + 300));
  let found: string | null = null;
  EMPLOYER.lastIndex = 0;
  for (let m = EMPLOYER.exec(between); m !== null; m = EMPLOYER.exec(between)) {
    const at = from + m.index + m[0].length;
    const mention = mentions.find((one) => one.start <= at && one.end > at);
    if (mention !== undefined) {
      found = mention.name;
      continue;
    }
    if (/^of\b/.test(m[0]) || reading.peopleIn({ start: at, end: at + 60 }).some((person) => person.start === at))
      continue;
    const run = /^[A-Z][\w&.’'-]*(?:\s(?:&\s)?[A-Z][\w&.’'-]*){0,4}/.exec(reading.text.slice(at, at + 80))?.[0];
    if (run === undefined) continue;
    const words = run.toLowerCase().split(/\s+/);
    if (!words.every((word) => NOT_IN_A_PERSON.has(word) || reading.isCommonWord(word) || /^\W+$/.test(word)))
      found = reading.organizationName(run.replace(/\s+/g, ' '));
  }
  return found;
}

/** "our CEO", "its President", "the Company's Chairman": the words before a title that stand for an organization. */
function byDeterminer(
  reading: Reading,
  mentions: readonly OrganizationMention[],
  title: Span,
  floor: number,
): TitleOrganization | null {
  const before = reading.text.slice(Math.max(floor, title.start - 24), title.start);
  const m = /\b(our|its|their)\s+(?:own |new |current |former |outgoing |incoming )?$/i.exec(before);
  if (m === null) return null;
  const start = title.start - (before.length - m.index);
  if (m[1]!.toLowerCase() === 'our') return { name: reading.filer, span: { start, end: title.end } };
  const owner = mentions.filter((mention) => mention.end <= start).at(-1);
  return owner === undefined ? null : { name: owner.name, span: { start, end: title.end } };
}

/** The organization that a title is printed with; null where none is. `limit` is where the clause ends. */
export function organizationOfTitle(
  reading: Reading,
  mentions: readonly OrganizationMention[],
  title: Span,
  floor: number,
  limit: number,
): TitleOrganization | null {
  return (
    startsAfter(reading, mentions, title) ??
    endsBefore(reading, mentions, title) ??
    unknownAfter(reading, title, limit) ??
    byDeterminer(reading, mentions, title, floor) ??
    unknownBefore(reading, title, floor)
  );
}
