import { NOT_IN_A_PERSON, ORGANIZATION_NOUNS } from '../reading/lexicon.ts';
import type { OrganizationMention, Reading, Span } from '../reading/index.ts';
import { plainWord } from '../reading/organizations.ts';
import { eachRun, type Run } from '../reading/runs.ts';
import { POST_NOUNS, titleWord } from '../reading/titles.ts';

/** Where a title's organization was found: its name, and the span of title and organization together. */
export interface TitleOrganization {
  readonly name: string;
  readonly span: Span;
}

const AFTER = /^\s*(?:,\s*)?(?:of|at|for|with|in|by|to)\s+(?:both\s+)?(?:the\s+|our\s+)?$/i;
const AFTER_MARK = /^\s*(?:,|–|—|-|\(|@)\s*(?:the\s+)?$/i;
const BEFORE = /^(?:[’']s?)?\s+(?:(?:group|global|new|current|former|outgoing|incoming|own)\s+)?$/i;
const LINK = /^\s*(?:,\s*)?(?:of|at|for|with)\s+(?:the\s+|our\s+)?/i;

function startsAfter(reading: Reading, mentions: readonly OrganizationMention[], title: Span): TitleOrganization | null {
  for (const mention of mentions) {
    if (mention.start < title.end) continue;
    const gap = reading.text.slice(title.end, Math.min(mention.start, title.end + 40));
    if (mention.start - title.end > 36) return null;
    if (AFTER.test(gap) || AFTER_MARK.test(gap)) {
      if (AFTER_MARK.test(gap) && mention.by === 'defined' && /^(?:the )?(?:company|group|bank)$/i.test(mention.printed)) return null;
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
    return BEFORE.test(reading.text.slice(mention.end, title.start)) ? { name: mention.name, span: { start: mention.start, end: title.end } } : null;
  }
  return null;
}

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
  const words: string[] = [];
  let end = from;
  for (const word of run) {
    if (words.length > 0 && /\b(?:in|on|for)\b/.test(word.joiner)) break;
    if (POST_NOUNS.has(titleWord(word.text))) break;
    words.push(plainWord(word));
    end = /[’']s$/.test(word.text) ? word.end - 2 : word.end;
    if (end !== word.end) break;
  }
  if (words.length === 0 || words.every((word) => NOT_IN_A_PERSON.has(word) && !ORGANIZATION_NOUNS.has(word))) return null;
  if (words.every((word) => NOT_IN_A_PERSON.has(word) || reading.isCommonWord(word))) return null;
  const printed = reading.text.slice(from, end).replace(/\s+/g, ' ');
  return { name: reading.organizationName(printed), span: { start: title.start, end } };
}

/** "our CEO", "its President", "the Company's Chairman": the words before a title that stand for an organization. */
function byDeterminer(reading: Reading, mentions: readonly OrganizationMention[], title: Span, floor: number): TitleOrganization | null {
  const before = reading.text.slice(Math.max(floor, title.start - 24), title.start);
  const m = /\b(our|its|their)\s+(?:own |new |current |former |outgoing |incoming )?$/i.exec(before);
  if (m === null) return null;
  const start = title.start - (before.length - m.index);
  if (m[1]!.toLowerCase() === 'our') return { name: reading.filer, span: { start, end: title.end } };
  const owner = mentions.filter((mention) => mention.end <= start).at(-1);
  return owner === undefined ? null : { name: owner.name, span: { start, end: title.end } };
}

/** The organization that a title is printed with; null where none is. `limit` is where the clause ends. */
export function organizationOfTitle(reading: Reading, mentions: readonly OrganizationMention[], title: Span, floor: number, limit: number): TitleOrganization | null {
  return (
    startsAfter(reading, mentions, title) ??
    endsBefore(reading, mentions, title) ??
    unknownAfter(reading, title, limit) ??
    byDeterminer(reading, mentions, title, floor)
  );
}
