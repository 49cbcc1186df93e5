import type { Party, Submission } from '@filigree/edgar';

import { foldName, foldSpace, organizationKey } from './fold.ts';
import { LEADING_FORMS, LEGAL_FORMS, NOT_IN_A_PERSON, ORGANIZATION_NOUNS } from './lexicon.ts';
import type { Span } from './types.ts';

/** A printed form of a header party's name. */
export interface PartyMention extends Span {
  readonly party: Party;
  /** It is the filing's first own party; co-registrants are not. */
  readonly filer: boolean;
  /** A former name of the party. */
  readonly former: boolean;
}

/** What the filing calls its filer. */
export interface FilerNames {
  /** The full name as printed, or the header's. */
  readonly filer: string;
  /** Folded short forms: the leading words of the name that say enough. */
  readonly aliases: readonly string[];
  readonly mentions: readonly PartyMention[];
  /** The printed name of each party that the text names. */
  readonly printed: ReadonlyMap<Party, string>;
}

const ACCENTED: Readonly<Record<string, string>> = {
  a: 'aàáâãäåā',
  c: 'cçčć',
  e: 'eèéêëěē',
  i: 'iìíîïī',
  n: 'nñńň',
  o: 'oòóôõöøō',
  s: 'sšśş',
  u: 'uùúûüū',
  y: 'yýÿ',
  z: 'zžźż',
};
const FORMS =
  '(?:inc|incorporated|ltd|limited|plc|corp|corporation|company|co|llc|lp|llp|n\\.?v|s\\.?a\\.?b|s\\.?a\\.?a|s\\.?a|a\\.?g|s\\.?e|b\\.?v|a\\.?s\\.?a?|a\\/s|a\\.?b|s\\.?p\\.?a|oyj|gmbh|de c\\.?v|p\\.?l\\.?c|l\\.?l\\.?c|l\\.?p|k\\.?k|holdings?|group)';
const MOST_MENTIONS = 5000;

/** Parties that stand for the filing's own company, the filer first. */
export function ownParties(submission: Submission): readonly Party[] {
  const filers = submission.parties.filter((party) => /^(?:FILER|FILED BY|DEPOSITOR|SERIAL COMPANY)/i.test(party.role));
  const issuers = submission.parties.filter((party) => /^(?:ISSUER|SUBJECT COMPANY)/i.test(party.role));
  return filers.length > 0 ? filers : issuers;
}

/** How a name is found: its first word fast, then all of it at that place. */
interface NamePattern {
  readonly first: RegExp;
  readonly whole: RegExp;
}

function pattern(name: string): NamePattern | null {
  // "/DE/" and the like at the end of a header name is a state, not a word of the name.
  const words = foldName(name.replace(/[/\\][A-Za-z .]{2,4}[/\\]?\s*$/, '')).split(' ');
  while (words.length > 1 && LEGAL_FORMS.has(words.at(-1)!)) {
    words.pop();
    // "S.A.B. de C.V." is one form.
    if (words.length > 2 && words.at(-1) === 'de') words.pop();
  }
  // "N V" of a header is one form.
  while (words.length > 2 && /^[a-z]$/.test(words.at(-1)!) && /^[nsabl]$/.test(words.at(-2)!)) words.splice(-2);
  if (words.length === 0 || words.join('').length < 3) return null;
  const shown = words.map(lettersOf);
  const body = shown.join("[\\s.,&'’()/-]{1,4}(?:and\\s{1,3})?");
  return {
    first: new RegExp(`(?<![A-Za-z0-9])${shown[0]!}`, 'gi'),
    whole: new RegExp(`${body}(?![\\p{L}\\p{N}])(?:[\\s,.)]{1,3}${FORMS}(?![\\p{L}\\p{N}])\\.?){0,3}`, 'iuy'),
  };
}

/** A word's letters with their accented forms; the letters of an acronym may have full stops between them. */
function lettersOf(word: string): string {
  const letters = [...word].map((letter) => (ACCENTED[letter] === undefined ? letter : `[${ACCENTED[letter]}]`));
  return letters.join(word.length <= 4 ? "[.’']?" : '');
}

function capitalized(text: string): boolean {
  return /^[^\p{L}]*[\p{Lu}\p{N}]/u.test(text);
}

/** A legal form right before a name. */
const LEAD = new RegExp(`(?<![\\p{L}\\p{N}])(?:${[...LEADING_FORMS].join('|').toUpperCase()}) $`, 'u');

/** Where a name stands in the text with a capital letter, its legal form included. */
function placesOf(text: string, { first, whole }: NamePattern): Span[] {
  const places: Span[] = [];
  for (let m = first.exec(text); m !== null && places.length < MOST_MENTIONS; m = first.exec(text)) {
    whole.lastIndex = m.index;
    const found = whole.exec(text);
    if (found === null || !capitalized(found[0])) continue;
    // Small words after the name are no legal forms: "Acme as well as ...".
    const shown = found[0].replace(/[\s,]+(?:as|As|se|Se|sa|Sa|ag|ab|co|group|holdings?|company)$/u, '');
    const lead = LEAD.exec(text.slice(Math.max(0, m.index - 6), m.index))?.[0].length ?? 0;
    const open = shown.includes('(') && !shown.includes(')') && text[m.index + shown.length] === ')';
    places.push({ start: m.index - lead, end: m.index + shown.length + (open ? 1 : 0) });
    first.lastIndex = m.index + shown.length;
  }
  return places;
}

/** Where the header's parties are named in the text. */
function findParties(text: string, submission: Submission): PartyMention[] {
  const first = ownParties(submission)[0];
  const found: PartyMention[] = [];
  const seen = new Set<string>();
  for (const party of submission.parties.slice(0, 40)) {
    for (const name of [party.name, ...party.formerNames.map((former) => former.name)]) {
      const regex = seen.has(name) ? null : pattern(name);
      seen.add(name);
      if (regex === null) continue;
      for (const { start, end } of placesOf(text, regex)) {
        found.push({ start, end, party, filer: party === first, former: name !== party.name });
      }
    }
  }
  return found.sort((a, b) => a.start - b.start);
}

const COVER =
  /\(\s*(?:Translation\s+of\s+(?:the\s+)?registrant|(?:Exact\s+)?name\s+of\s+(?:the\s+)?(?:registrant|issuer|company)|Registrant[’']s\s+name|Exact\s+name)/i;

/** Both names that a cover may have: the registrant's own and, below it, its translation into English. */
const EXACT = /\(\s*Exact\s+name/i;
const TRANSLATION = /\(\s*Translation\s+of/i;

/** The line above "(Translation of registrant's name into English)" and its kin: how the cover prints the filer's name. */
function coverName(text: string, caption = COVER): string | null {
  const head = text.slice(0, 12_000);
  const at = head.search(caption);
  if (at < 0) return null;
  const lines = head
    .slice(Math.max(0, at - 300), at)
    .split('\n')
    .map(foldSpace)
    .filter((line) => /\p{L}{2}/u.test(line) && !/^\(.*\)$/.test(line));
  const line = lines.at(-1) ?? '';
  const wrapped =
    lines.length > 1 && /^(?:[A-Z.,& ]{2,20})$/.test(line) && line.split(' ').length <= 2 && isUpper(lines.at(-2)!);
  const name = wrapped ? `${lines.at(-2)!} ${line}` : line;
  return name.length >= 3 && name.length <= 90 && !/commission|file number|\d{4}|form \d/i.test(name) ? name : null;
}

function isUpper(line: string): boolean {
  return line === line.toUpperCase() && line.length < 60;
}

function mixedCase(name: string): boolean {
  return /\p{Ll}{2}/u.test(name);
}

/** The fullest printed form of a party's name, mixed case before capitals, then the most frequent. */
function bestPrinted(text: string, party: Party, mentions: readonly PartyMention[]): string | null {
  const counts = new Map<string, number>();
  const present = mentions.some((mention) => mention.party === party && !mention.former);
  for (const mention of mentions) {
    if (mention.party !== party || (present && mention.former)) continue;
    const shown = foldSpace(text.slice(mention.start, mention.end)).replace(/[,\s]+$/, '');
    counts.set(shown, (counts.get(shown) ?? 0) + 1);
  }
  let best: string | null = null;
  let score = -1;
  for (const [name, count] of counts) {
    const words = foldName(name).split(' ');
    const legal = LEGAL_FORMS.has(words.at(-1) ?? '') || LEADING_FORMS.has(words[0] ?? '');
    const sameForm =
      foldName(name).split(' ').at(-1)!.slice(0, 3) === foldName(party.name).split(' ').at(-1)!.slice(0, 3);
    const value =
      (sameForm ? 4_000_000 : 0) + (mixedCase(name) ? 1_000_000 : 0) + (legal ? 2_000_000 : 0) + Math.min(count, 1000);
    if (value > score) [best, score] = [name, value];
  }
  return best;
}

/** "AGRIA CORP" to nothing that is not printed: leading words of the name that stand for it by themselves. */
function shortForms(name: string): string[] {
  const words = organizationKey(name).split(' ');
  const forms: string[] = [];
  for (let count = words.length; count >= 1; count--) {
    const form = words.slice(0, count).join(' ');
    const first = words[0]!;
    const weak = count === 1 && (first.length < 3 || NOT_IN_A_PERSON.has(first) || ORGANIZATION_NOUNS.has(first));
    if (!weak && form.length >= 3) forms.push(form);
  }
  return forms;
}

/**
 * The registrant's own name where the header has its translation: the cover prints both, and what follows uses the own
 * one. Null where the header's name is the own one.
 */
function ownName(text: string, header: string): string | null {
  const head = text.slice(0, 12_000);
  const apart = head.search(TRANSLATION) - head.search(EXACT);
  // Co-registrants have a caption each, further apart and in any order.
  if (apart < 0 || apart > 250) return null;
  const exact = coverName(text, EXACT);
  const regex = exact === null ? null : pattern(exact);
  if (exact === null || regex === null) return null;
  const translated = coverName(text, TRANSLATION);
  if (translated === null || organizationKey(translated) !== organizationKey(header)) return null;
  if (organizationKey(exact) === organizationKey(header)) return null;
  const shown = placesOf(text, regex).map(({ start, end }) => foldSpace(text.slice(start, end)));
  if (shown.length < 2) return null;
  return shown.find((name) => mixedCase(name) && LEGAL_FORMS.has(foldName(name).split(' ').at(-1) ?? '')) ?? exact;
}

/** Initials of the name that the text prints by themselves more than once: "LIPC" of "Lungtan Integrated Packaging Co., Ltd.". */
function acronyms(text: string, name: string): string[] {
  const initials = foldName(name)
    .split(' ')
    .filter((word) => !/^(?:of|the|de|do|da|del|and|e|y|)$/.test(word))
    .map((word) => word[0]!.toUpperCase())
    .join('');
  for (let length = Math.min(initials.length, 6); length >= 3; length--) {
    const short = initials.slice(0, length);
    let printed = 0;
    for (let at = text.indexOf(short); at >= 0 && printed < 2; at = text.indexOf(short, at + length))
      if (!/[\p{L}\p{N}]/u.test(text[at - 1] ?? ' ') && !/[\p{L}\p{N}]/u.test(text[at + length] ?? ' ')) printed++;
    if (printed >= 2 && !/^(?:SEC|USA|CEO|CFO|COO|CTO|LLC|ADS|ADR|IPO|AGM|EGM|GAAP|IFRS|NYSE)$/.test(short))
      return [short.toLowerCase()];
  }
  return [];
}

/** Finds how the filing prints the names of its filer and of the other parties of the header. */
export function filerNames(text: string, submission: Submission): FilerNames {
  const mentions = findParties(text, submission);
  const own = ownParties(submission)[0];
  const cover = coverName(text);
  const names = new Map<Party, string>();
  for (const party of new Set(mentions.map((mention) => mention.party))) {
    const best = bestPrinted(text, party, mentions);
    if (best !== null) names.set(party, best);
  }
  const printed = own === undefined ? null : (names.get(own) ?? null);
  const header = own?.name ?? '';
  const exact = ownName(text, header);
  const filer = exact ?? printed ?? cover ?? header;
  const known = [
    filer,
    header,
    printed ?? '',
    ...ownParties(submission)
      .slice(0, 1)
      .flatMap((party) => party.formerNames.map((former) => former.name)),
  ];
  return {
    filer,
    aliases: [...new Set([...known.filter((name) => name !== '').flatMap(shortForms), ...acronyms(text, filer)])],
    mentions,
    printed: names,
  };
}
