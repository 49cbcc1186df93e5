import { isPostNoun, POST_MODIFIERS, POST_NOUNS, titleWord } from '../reading/titles.ts';
import type { Span } from '../reading/index.ts';

/** A title in a run of text, offsets into the filing. */
export interface TitlePhrase extends Span {
  readonly text: string;
}

interface Token extends Span {
  readonly word: string;
  readonly kind: 'noun' | 'modifier' | 'and' | 'comma' | 'dash' | 'link' | 'article' | 'other' | 'taken';
}

const TOKEN = /[\p{L}][\p{L}\p{M}’'.]*(?:-[\p{L}][\p{L}’'.]*)*|[&,/–—-]|\S/gu;
/** Words that follow a post noun without "of": "Vice President Finance", "Manager Investor Relations". */
const TRAILING = new Set(
  (
    'finance operations marketing sales legal strategy development exploration technology engineering corporate investor investors relations human resources ' +
    'administration accounting compliance risk treasury tax communications affairs business planning research manufacturing projects mining general global worldwide international ' +
    'emeritus designate elect officer north europe asia americas emea information systems services product products regulatory environmental health safety public media'
  ).split(' '),
);
/** Nouns that are no title by themselves. */
const NEEDS_OF = new Set(
  'member members head leader employee owner associate principal deputy chief executive'.split(' '),
);
const LONGEST_AREA_WORDS = 9;
/** What a part of a company is called: "head of its seeds division". */
const PART = new Set(
  'division divisions department unit units business businesses operations segment practice section branch activities region desk laboratory'.split(
    ' ',
  ),
);
const LONGEST_PART_WORDS = 6;

function kindOf(word: string): Token['kind'] {
  if (word === ',') return 'comma';
  if (word === '&') return 'and';
  if (/^[/–—-]$/.test(word)) return 'dash';
  const folded = titleWord(word);
  if (folded === 'and') return 'and';
  if (/^(?:of|for|to|in|de|at)$/.test(folded)) return 'link';
  if (/^(?:the|our|its|a|an|his|her|their)$/.test(folded)) return 'article';
  if (isPostNoun(word) || folded.split('-').some((part) => POST_NOUNS.has(part) && part.length > 2)) return 'noun';
  if (POST_MODIFIERS.has(folded)) return 'modifier';
  if (folded.includes('-') && folded.split('-').every((part) => POST_MODIFIERS.has(part))) return 'modifier';
  return 'other';
}

function tokensOf(text: string, span: Span, taken: readonly Span[]): Token[] {
  const tokens: Token[] = [];
  const part = text.slice(span.start, span.end);
  let next = 0;
  TOKEN.lastIndex = 0;
  for (let m = TOKEN.exec(part); m !== null; m = TOKEN.exec(part)) {
    const start = span.start + m.index;
    const end = start + m[0].length;
    while (next < taken.length && taken[next]!.end <= start) next++;
    const inside = next < taken.length && taken[next]!.start < end;
    const qualified = /^persons?\b/i.test(m[0]) && tokens.at(-1)?.word.toLowerCase() === 'qualified';
    tokens.push({ start, end, word: m[0], kind: inside ? 'taken' : qualified ? 'noun' : kindOf(m[0]) });
  }
  return tokens;
}

function isCapital(word: string): boolean {
  return /^\p{Lu}/u.test(word);
}

function possessive(word: string): boolean {
  return /[’']s$/.test(word);
}

/** "of its seeds division": where the name of the part ends; -1 where none does. */
function partEnd(tokens: readonly Token[], first: number): number {
  for (let at = first; at < tokens.length && at - first < LONGEST_PART_WORDS; at++) {
    const { kind, word } = tokens[at]!;
    if (at > first && PART.has(titleWord(word))) return at;
    if (possessive(word) || (kind !== 'other' && kind !== 'modifier' && kind !== 'and')) return -1;
  }
  return -1;
}

/** "of the Board of Directors", "of the Supervisory Board", "of Group Finance": how far the words after a post noun belong to it. */
function areaEnd(tokens: readonly Token[], from: number): number {
  let at = from;
  if (tokens[at]?.kind !== 'link') return from - 1;
  const link = titleWord(tokens[at]!.word);
  at++;
  while (tokens[at]?.kind === 'article') at++;
  const first = at;
  const part = link === 'of' || link === 'for' ? partEnd(tokens, first) : -1;
  if (part >= 0) return part;
  let end = from - 1;
  const head = titleWord(tokens[from - 1]!.word) === 'head';
  for (; at < tokens.length && at - first < LONGEST_AREA_WORDS; at++) {
    const token = tokens[at]!;
    const folded = titleWord(token.word);
    if (token.kind === 'taken' || token.kind === 'comma' || token.kind === 'dash' || possessive(token.word)) break;
    // "of the Board of Procurators": a board that is an organization of its own.
    const member = tokens[at + 2]?.word ?? '';
    if (
      folded === 'board' &&
      tokens[at + 1]?.kind === 'link' &&
      /^\p{Lu}.*(?:ors|ers|ees|ents)$/u.test(member) &&
      !/^(?:directors|trustees)/i.test(member)
    )
      return from - 1;
    if (/^(?:first|second|third|new|one|two|three|full-time|long-term|permanent|additional|further)$/.test(folded))
      break;
    const boardish =
      /^(?:board|committees?|council|directors|management|trustees|supervisors|department|division|group)$/.test(
        folded,
      );
    if (boardish || token.kind === 'modifier' || TRAILING.has(folded)) end = at;
    else if (token.kind === 'noun' && /^(?:directors|members|executive)$/.test(folded)) end = at;
    else if (head && end >= first && token.kind === 'other' && isCapital(token.word)) end = at;
    else if ((token.kind === 'link' || token.kind === 'article') && at > first) continue;
    else if (token.kind === 'and' && at > first) continue;
    else break;
  }
  // "to the position" and "in the" are no areas.
  if (link === 'to' || link === 'at' || (link === 'in' && end < first)) return from - 1;
  // "of the General Intelligence Service": area words that begin a name are the name's.
  const next = tokens[end + 1];
  if (!head && end >= first && next?.kind === 'other' && isCapital(next.word) && isCapital(tokens[end]!.word))
    return from - 1;
  return end;
}

/** Right end of the title whose noun is at `noun`. */
function rightEnd(tokens: readonly Token[], noun: number): number {
  let last = noun;
  for (let step = 0; step < 12; step++) {
    const next = tokens[last + 1];
    if (next === undefined) return last;
    const office = titleWord(tokens[last]!.word) === 'chief' ? chiefOffice(tokens, last + 1) : 0;
    if (office > 0) {
      last = office;
      continue;
    }
    if (next.kind === 'noun' || (next.kind === 'modifier' && chunkNoun(tokens, last + 1) > 0)) {
      last = next.kind === 'noun' ? last + 1 : chunkNoun(tokens, last + 1);
      continue;
    }
    if (TRAILING.has(titleWord(next.word)) && (isCapital(next.word) || !isCapital(tokens[noun]!.word))) {
      last++;
      continue;
    }
    const area = areaEnd(tokens, last + 1);
    if (area > last) {
      last = area;
      continue;
    }
    const joined = joinedNoun(tokens, last + 1);
    if (joined > 0) {
      last = joined;
      continue;
    }
    const trailing = trailingAfterMark(tokens, last + 1);
    if (trailing > 0) {
      last = trailing;
      continue;
    }
    return last;
  }
  return last;
}

/** "Chief Lending and Deposits Officer": the office between the two words may be any. */
function chiefOffice(tokens: readonly Token[], from: number): number {
  for (let at = from; at < tokens.length && at - from < 6; at++) {
    const { kind, word } = tokens[at]!;
    if (/^(?:officer|counsel|accountant)$/i.test(word)) return at;
    if (kind === 'taken' || kind === 'comma' || (kind === 'noun' && at > from)) return 0;
  }
  return 0;
}

/** Index of the noun that ends a chunk of modifiers beginning at `from`; 0 where there is none. */
function chunkNoun(tokens: readonly Token[], from: number): number {
  let at = from;
  while (tokens[at]?.kind === 'modifier' && at - from < 7) at++;
  return tokens[at]?.kind === 'noun' ? at : 0;
}

/** ", Secretary and Treasurer": a second post joined to the first without an article. */
function joinedNoun(tokens: readonly Token[], from: number): number {
  let at = from;
  let marks = 0;
  while (marks < 2 && (tokens[at]?.kind === 'and' || tokens[at]?.kind === 'comma' || tokens[at]?.kind === 'dash')) {
    at++;
    marks++;
  }
  if (marks === 0) return 0;
  return chunkNoun(tokens, at);
}

/** "Vice President, Finance and Administration": areas after a comma or a dash, capitals only. */
function trailingAfterMark(tokens: readonly Token[], from: number): number {
  const kind = tokens[from]?.kind;
  if (kind !== 'comma' && kind !== 'dash' && kind !== 'and') return 0;
  let at = from + 1;
  if (tokens[at]?.kind === 'and') at++;
  let last = 0;
  for (let words = 0; words < 6; words++, at++) {
    const token = tokens[at];
    if (token === undefined) break;
    if ((TRAILING.has(titleWord(token.word)) || token.kind === 'modifier') && isCapital(token.word)) last = at;
    else if (token.kind !== 'and' || last === 0) break;
  }
  return last;
}

function leftEnd(tokens: readonly Token[], noun: number, floor: number): number {
  let first = noun;
  while (first > floor) {
    const before = tokens[first - 1]!;
    if (before.kind === 'modifier' && !possessive(before.word)) first--;
    else if (
      before.kind === 'and' &&
      first - 2 >= floor &&
      tokens[first - 2]!.kind === 'modifier' &&
      tokens[first]!.kind === 'modifier'
    )
      first -= 2;
    else if (before.kind === 'dash' && first - 2 >= floor && tokens[first - 2]!.kind === 'modifier') first -= 2;
    else break;
  }
  return first;
}

/** The titles of a sentence, left to right, without overlaps. `taken` are names that no title reaches into. */
export function titlesIn(text: string, span: Span, taken: readonly Span[]): TitlePhrase[] {
  const tokens = tokensOf(text, span, taken);
  const found: TitlePhrase[] = [];
  let floor = 0;
  for (let at = 0; at < tokens.length; at++) {
    if (tokens[at]!.kind !== 'noun') continue;
    const first = leftEnd(tokens, at, floor);
    const last = rightEnd(tokens, at);
    floor = last + 1;
    const noun = titleWord(tokens[at]!.word);
    // "a Supervisory Board member" is told by the words before it.
    const seated = noun === 'member' && first < at && /^(?:board|committee)$/i.test(tokens[at - 1]!.word);
    const only = NEEDS_OF.has(noun) && last === at && !seated;
    at = last;
    if (
      /^(?:directors|members|officers|executives|agents?|principals?)$/.test(titleWord(tokens[last]!.word)) &&
      /^(?:directors|members|officers|executives|agents?|principals?)$/.test(noun) &&
      // "A and B will become directors of Acme" names them; of others a list tells.
      !(noun === 'directors' && /^(?:are|were|become|became|remain)$/.test(tokens[first - 1]?.word ?? ''))
    )
      continue;
    if (
      /^(?:executives?|principal)$/.test(noun) &&
      titleWord(tokens[last]!.word) === noun &&
      !/account/i.test(tokens[first]!.word)
    )
      continue;
    // "principal executive offices" are an address.
    if (
      /^(?:executives?|principal)$/.test(titleWord(tokens[last]!.word)) &&
      /^offices?$/i.test(tokens[last + 1]?.word ?? '')
    )
      continue;
    if (
      only ||
      (/^members?$/.test(noun) &&
        !/\b(?:board|committee|council|directors|management)\b/i.test(
          text.slice(tokens[first]!.start, tokens[last]!.end),
        ))
    )
      continue;
    const start = tokens[first]!.start;
    const end =
      tokens[last]!.end - (/[a-z]{3,}\.$/.test(tokens[last]!.word) ? 1 : possessive(tokens[last]!.word) ? 2 : 0);
    found.push({ start, end, text: text.slice(start, end).replace(/\s+/g, ' ') });
  }
  return found;
}

/** Whether a word is the head of a title: "Treasurer", "Co-Head". */
export function isTitleHead(word: string): boolean {
  return kindOf(word) === 'noun';
}

/** Whether a word may stand in a title wherever it is printed: heads, what stands before them, and the small words between. */
export function isTitleWord(word: string): boolean {
  return kindOf(word) !== 'other';
}
