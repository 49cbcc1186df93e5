import { organizationKey } from '../reading/fold.ts';
import type { OrganizationMention, PersonMention, Reading, Span } from '../reading/index.ts';
import { POST_MODIFIERS, titleWord } from '../reading/titles.ts';

// Where the names of a fact stand to each other. Names that only stand in the same sentence prove nothing: of all that a
// model may claim of a sentence, these functions leave what its words put together.

/** Between a name and its title stand at most this many characters. */
const MAX_TITLE_GAP = 60;
/** Between a title and its organization. */
const MAX_ORGANIZATION_GAP = 60;

/** A pattern of a printed text that takes any run of white space for any other. */
function printed(text: string): RegExp | null {
  const words = text.split(/\s+/).filter((word) => word !== '');
  if (words.length === 0) return null;
  return new RegExp(words.map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('\\s+'), 'giu');
}

const gapOf = (a: Span, b: Span): number => Math.max(0, Math.max(a.start, b.start) - Math.min(a.end, b.end));

const betweenOf = (a: Span, b: Span): Span => ({ start: Math.min(a.end, b.end), end: Math.max(a.start, b.start) });

/** A title as printed, and where. */
export interface Title extends Span {
  readonly text: string;
}

/** Where `title` stands as that person's: near the name, with nobody else's name between; null where it does not. Cut short ("President" of "Vice President") it is made whole. */
export function titleBeside(reading: Reading, quote: Span, person: PersonMention, title: string): Title | null {
  const pattern = printed(title);
  if (pattern === null) return null;
  let best: Span | null = null;
  for (const match of reading.text.slice(quote.start, quote.end).matchAll(pattern)) {
    const at: Span = { start: quote.start + match.index, end: quote.start + match.index + match[0].length };
    const others = reading.peopleIn(betweenOf(at, person)).some((other) => other.name !== person.name);
    const overlaps = at.start < person.end && person.start < at.end;
    if (overlaps || others || gapOf(at, person) > MAX_TITLE_GAP) continue;
    if (best === null || gapOf(at, person) < gapOf(best, person)) best = at;
  }
  return best === null ? null : whole(reading, quote, best);
}

function whole(reading: Reading, quote: Span, title: Span): Title {
  let { start } = title;
  for (;;) {
    const before = /(\S+?)[\s-]+$/u.exec(reading.text.slice(quote.start, start));
    if (before === null || !POST_MODIFIERS.has(titleWord(before[1]!))) break;
    start -= before[0].length;
  }
  return { start, end: title.end, text: reading.quote(start, title.end).quote };
}

export const isNamed = (mention: OrganizationMention, wanted: string): boolean =>
  wanted !== '' && [mention.name, mention.printed].some((name) => organizationKey(name) === organizationKey(wanted));

/**
 * The organization of a post by what is printed: the one nearest to the title within the quote, the filer where the quote
 * names none. Null where that is not the wanted one.
 */
export function organizationBeside(reading: Reading, quote: Span, title: Span, wanted: string): string | null {
  const named = reading.organizationsIn(quote);
  if (named.length === 0) {
    const { filer } = reading;
    const key = organizationKey(reading.organizationName(wanted));
    return filer !== '' && (key === organizationKey(filer) || organizationKey(wanted) === organizationKey(filer))
      ? filer
      : null;
  }
  const nearest = named.reduce((best, next) => (gapOf(next, title) < gapOf(best, title) ? next : best));
  return isNamed(nearest, wanted) && gapOf(nearest, title) <= MAX_ORGANIZATION_GAP ? nearest.name : null;
}

/** Two organizations of a quote with no third one between them. */
export interface Pair {
  readonly parent: OrganizationMention;
  readonly child: OrganizationMention;
  readonly between: string;
}

/** The nearest pair of mentions of two organizations in a quote, no third between them; null where there is none. */
export function pairIn(reading: Reading, quote: Span, parent: string, child: string): Pair | null {
  const named = reading.organizationsIn(quote);
  for (let index = 1; index < named.length; index += 1) {
    const [left, right] = [named[index - 1]!, named[index]!];
    if (left.name === right.name || left.end > right.start) continue;
    const between = reading.text.slice(left.end, right.start).replace(/\s+/g, ' ');
    if (isNamed(left, parent) && isNamed(right, child) && !isPossessor(reading, right))
      return { parent: left, child: right, between };
    if (isNamed(left, child) && isNamed(right, parent)) return { parent: right, child: left, between };
  }
  return null;
}

// "the acquisition of Acme's stake in Borealis" is none of Acme.
const isPossessor = (reading: Reading, { end }: Span): boolean => /^[’']s?\b/.test(reading.text.slice(end, end + 3));
