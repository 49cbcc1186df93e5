import { notAnOrganization } from '../facts/organization-checks.ts';
import { AUXILIARIES, isAdverb, isFunctionWord } from '../lexicon/function-words.ts';
import { isPlaceName } from '../lexicon/places.ts';
import { isHonorific, SUFFIXES } from '../reading/lexicon.ts';
import { fractionAt } from './fractions.ts';
import type { PersonMention, Reading, Span } from '../reading/index.ts';

/** An organization as it stands in a sentence; `sure` where the reading knows it as one, else the place in a construction decides. */
export interface NamedOrganization extends Span {
  readonly name: string;
  readonly printed: string;
  readonly sure: boolean;
  /** It may also be a person: then it can be owned, not own. */
  readonly person?: true;
  /** A percentage in the parentheses behind it. */
  readonly share?: number;
}

export type TokenKind = 'word' | 'organization' | 'person' | 'title' | 'number' | 'percent' | 'mark' | 'possessive';

/** One piece of a sentence: a word, a whole name, a number or a mark. What stands in parentheses hangs on the token before it. */
export interface Token extends Span {
  readonly kind: TokenKind;
  /** In small letters; of a name, the name. */
  readonly lower: string;
  readonly organization?: NamedOrganization;
  readonly person?: PersonMention;
  /** A title: "Chief Executive Officer", "member of the Supervisory Board". */
  readonly title?: Span;
  /** A number's or a percentage's value. */
  readonly value?: number;
  /** Contents of the parentheses that follow. */
  asides?: Token[][];
}

const PIECE =
  /(\d{1,3}(?:[,  ]\d{3})+(?:\.\d+)?|\d+(?:[.,]\d+)?)(\s?%|\s?per ?cent\.?(?!\p{L})|-per-?cent)?|[\p{L}\p{M}][\p{L}\p{M}\p{N}.&/-]*(?:[’'](?!s(?!\p{L}))[\p{L}\p{N}]+)?|[’']s?(?!\p{L})|[^\s]/gu;

function numberOf(digits: string): number {
  // "37,5" is a decimal comma, "1,250" a thousand.
  const plain = /^\d+,\d{1,2}$/.test(digits) ? digits.replace(',', '.') : digits.replace(/[,  ]/g, '');
  return Number(plain);
}

function piecesOf(text: string, from: number, to: number, add: (token: Token) => void): void {
  PIECE.lastIndex = from;
  for (let m = PIECE.exec(text); m !== null && m.index < to; m = PIECE.exec(text)) {
    const start = m.index;
    let end = Math.min(to, start + m[0].length);
    if (m[1] !== undefined) {
      const kind = m[2] === undefined ? 'number' : 'percent';
      add({ kind, start, end, lower: m[0].toLowerCase(), value: numberOf(m[1]) });
      continue;
    }
    const shown = text.slice(start, end);
    if (/^[’']s?$/.test(shown)) {
      add({ kind: 'possessive', start, end, lower: "'s" });
      continue;
    }
    // "Acme s chairman": the apostrophe was lost.
    if (shown === 's' && text[start - 1] === ' ') {
      add({ kind: 'possessive', start, end, lower: "'s" });
      continue;
    }
    if (!/^[\p{L}\p{M}]/u.test(shown)) {
      add({ kind: 'mark', start, end, lower: shown === '–' || shown === '—' ? '-' : shown });
      continue;
    }
    let word = shown;
    if (/\p{L}{3,}\.$/u.test(word) || (word.endsWith('.') && end === to)) {
      word = word.slice(0, -1);
      end--;
    }
    const hyphen = word.search(/-(?:owned|held|controlled)$/i);
    if (hyphen > 0) {
      add({ kind: 'word', start, end: start + hyphen, lower: word.slice(0, hyphen).toLowerCase() });
      add({ kind: 'word', start: start + hyphen + 1, end, lower: word.slice(hyphen + 1).toLowerCase() });
    } else add({ kind: 'word', start, end, lower: word.toLowerCase() });
    if (end < start + shown.length) PIECE.lastIndex = start + shown.length;
  }
}

/** A capitalized word that names nobody by itself: a currency, a code, a word that the filing also prints in small letters. */
function saysLittle(reading: Reading, sentence: Span, { start, end, printed }: NamedOrganization): boolean {
  if (CURRENCY.test(printed) || /\d/.test(printed) || notAnOrganization(printed) !== null) return true;
  const words = printed.split(/[^\p{L}\p{N}]+/u).filter((word) => word !== '');
  // A degree, or whom an honorific announces, is no company.
  if (
    words.some((word) => isHonorific(word)) ||
    words.every((word) => SUFFIXES.has(word.toLowerCase().replaceAll('.', ''))) ||
    SUFFIXES.has(printed.toLowerCase().replaceAll('.', ''))
  )
    return true;
  if (words.every((word) => reading.isCommonWord(word.toLowerCase()))) return true;
  if (start > sentence.start || words.length > 1) return false;
  if (reading.text[end] === ':') return true;
  // The first word of a sentence is a name where it acts: "Acme acquired", "Acme also bought", "Acme, which", "Acme, a maker of".
  const [, comma, word = ''] = /^(\s*,)?\s*([\p{L}’']+)/u.exec(reading.text.slice(end, end + 24)) ?? [];
  const next = word.toLowerCase();
  if (comma !== undefined && /^(?:an?|one|who)$/.test(next)) return false;
  return isFunctionWord(next) && !AUXILIARIES.has(next) && !isAdverb(next) && next !== 'and' && next !== 'which';
}

const CURRENCY = /^(?:RMB|USD|EUR|GBP|CAD|JPY|CHF|NOK|SEK|DKK|HKD|AUD|KRW|INR|Rs|NIS|Ps)$/;
/** Quotation marks say nothing of who does what. */
const DROPPED = new Set(['"', '“', '”', '„', '‘', '*', '†', '‡', '®', '™']);
const DEEPEST = 3;

/** "which is in turn owned by": the two words say nothing of who does what. */
function saidInTurn(flat: readonly Token[], at: number): boolean {
  const { lower } = flat[at]!;
  return (lower === 'in' && flat[at + 1]?.lower === 'turn') || (lower === 'turn' && flat[at - 1]?.lower === 'in');
}

/** Moves what stands in parentheses behind the token before them. */
function nest(flat: readonly Token[]): Token[] {
  const stack: Token[][] = [[]];
  flat.forEach((token, index) => {
    if (saidInTurn(flat, index)) return;
    const top = stack.at(-1)!;
    if (token.kind === 'mark' && DROPPED.has(token.lower)) return;
    const opens = token.kind === 'mark' && (token.lower === '(' || token.lower === '[');
    const closes = token.kind === 'mark' && (token.lower === ')' || token.lower === ']');
    if (opens && stack.length <= DEEPEST) stack.push([]);
    else if (closes && stack.length > 1) {
      stack.pop();
      const host = stack.at(-1)!.at(-1);
      if (host !== undefined && top.length > 0) (host.asides ??= []).push(top);
    } else if (!opens && !closes) top.push(token);
  });
  // What was never closed goes on in the sentence.
  return stack.flat();
}

/** "ACME, INC. (the Company)": the stop of a legal form that the name does not have is no mark of the sentence. */
function behindStop(text: string, { kind, end }: Token, last: number): number {
  return kind === 'organization' && text[end] === '.' && end + 1 < last ? end + 1 : end;
}

/** The tokens of a sentence; names come from the caller, so that there is one recognizer of each kind. */
export function tokensOf(
  reading: Reading,
  sentence: Span,
  organizations: readonly NamedOrganization[],
  titles: readonly Span[] = [],
): Token[] {
  const { text } = reading;
  const people = reading.peopleIn(sentence);
  const named: Token[] = [];
  let taken = sentence.start;
  let nth = 0;
  const maybe = new Map<PersonMention, NamedOrganization>();
  const person = (limit: number): void => {
    for (; nth < people.length && people[nth]!.start < limit; nth++) {
      const one = people[nth]!;
      const organization = maybe.get(one);
      const token: Token = { kind: 'person', start: one.start, end: one.end, lower: one.name, person: one };
      if (one.start >= taken)
        named.push(organization === undefined || one.honorific ? token : { ...token, organization });
      taken = Math.max(taken, one.end);
    }
  };
  for (const organization of organizations) {
    const { start, end, printed, sure } = organization;
    // Whom an honorific announces is no company, defined or not.
    if (isHonorific(printed.split(' ')[0]!)) continue;
    if (isPlaceName(printed) || (!sure && saysLittle(reading, sentence, organization))) continue;
    const also = people.find((one) => one.start < end && one.end > start);
    if (also !== undefined && ((also.start < start && also.end >= end) || (!sure && organization.person !== true)))
      continue;
    if (organization.person === true && also !== undefined) {
      maybe.set(also, organization);
      continue;
    }
    person(start);
    if (start < taken) continue;
    named.push({ kind: 'organization', start, end, lower: printed, organization });
    taken = end;
    while (nth < people.length && people[nth]!.start < end) nth++;
  }
  person(sentence.end);
  for (const title of titles) {
    const { start, end } = title;
    if (named.some((one) => one.start < end && one.end > start)) continue;
    named.push({ kind: 'title', start, end, lower: text.slice(start, end).toLowerCase(), title });
  }
  named.sort((a, b) => a.start - b.start);
  const flat: Token[] = [];
  let at = sentence.start;
  for (const name of named) {
    if (name.start < at) continue;
    piecesOf(text, at, name.start, (token) => flat.push(token));
    flat.push(name);
    at = behindStop(text, name, sentence.end);
  }
  piecesOf(text, at, sentence.end, (token) => flat.push(token));
  return nest(withFractions(flat));
}

function withFractions(flat: readonly Token[]): Token[] {
  const found: Token[] = [];
  for (let at = 0; at < flat.length; at++) {
    const token = flat[at]!;
    const fraction = fractionAt(flat, at);
    if (fraction === null) found.push(token);
    else {
      const { value, size } = fraction;
      const last = flat[at + size - 1]!;
      found.push({ kind: 'percent', start: token.start, end: last.end, lower: `${String(value)}%`, value });
      at += size - 1;
    }
  }
  return found;
}
