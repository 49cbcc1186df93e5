import { COMMON_WORDS } from './common-words.ts';
import {
  HONORIFICS,
  HOUSE_WORDS,
  isHonorific,
  LEGAL_FORMS,
  NOT_IN_A_PERSON,
  ORGANIZATION_NOUNS,
  PARTICLES,
  SUFFIXES,
} from './lexicon.ts';
import { plainWord } from './organizations.ts';
import type { Run, Word } from './runs.ts';
import { isPossessive, isPostNoun, POST_MODIFIERS, titleWord } from './titles.ts';

/** A person's name in a run: offsets without honorific and suffixes. */
export interface FoundPerson {
  readonly start: number;
  readonly end: number;
  readonly honorific: boolean;
}

/** Words that a filing also prints in small letters are seldom names. */
export type Vocabulary = ReadonlySet<string>;

/** The words of three letters and more that stand in small letters in the text. */
export function smallWords(text: string): Set<string> {
  const words = new Set<string>();
  let start = -1;
  let whole = true;
  for (let at = 0; at <= text.length; at++) {
    const code = at < text.length ? text.charCodeAt(at) : 32;
    const small = code >= 97 && code <= 122;
    if (small && start < 0) [start, whole] = [at, at === 0 || !joinsWords(text.charCodeAt(at - 1))];
    if (small || start < 0) continue;
    // Parts of e-mail and web addresses are no words, nor is a word that goes on in other letters.
    const goesOn = joinsWords(code) && (code !== 46 || /[\p{L}\p{N}]/u.test(text[at + 1] ?? ' '));
    if (whole && !goesOn && at - start >= 3 && at - start <= 20) words.add(text.slice(start, at));
    start = -1;
  }
  return words;
}

/** Letters, digits and the marks that hold addresses and compounds together. */
function joinsWords(code: number): boolean {
  if (code >= 48 && code <= 57) return true;
  if (code >= 64 && code <= 90) return true;
  return (
    (code >= 97 && code <= 122) ||
    code === 46 ||
    code === 45 ||
    code === 47 ||
    code === 95 ||
    (code >= 192 && code < 0x2000)
  );
}

/** Houses that are printed like a person's name. */
const HOUSES = new Set(
  (
    'morgan stanley,merrill lynch,goldman sachs,j.p. morgan,jp morgan,glass lewis,lehman brothers,wells fargo,credit suisse,piper jaffray,piper sandler,' +
    'dean witter,smith barney,salomon smith barney,charles schwab,arthur andersen,price waterhouse,peat marwick,raymond james,stifel nicolaus,booz allen,' +
    'duff phelps,jones day,latham watkins,standard poor,rothschild'
  ).split(','),
);
/** Parts of companies and verbs of headlines are no names. */
const NO_NAME = new Set(
  'division unit segment appoints appointed names elects elected announces resigns joins appointments promotes hires'.split(
    ' ',
  ),
);

const INITIALS = /^(?:\p{Lu}\.?-?){1,5}$/u;
const NAME = /^\p{Lu}(?:[\p{L}\p{M}]|[’'`-](?=\p{L}))*$/u;

function isInitial(word: Word): boolean {
  return (
    (word.text.length === 1 || word.text.includes('.')) &&
    INITIALS.test(word.text) &&
    word.text.replace(/[.-]/g, '').length <= 5
  );
}

/** Whether the word can be part of a person's name. */
export function isNameWord(word: Word): boolean {
  if (isInitial(word)) return true;
  const shown = isPossessive(word.text) ? word.text.slice(0, -2) : word.text;
  if (!NAME.test(shown) || shown.length < 2) return false;
  const plain = plainWord(word);
  // A name in Chinese and Korean, and half of a place: see `nameFrom`.
  const place = NOT_IN_A_PERSON.has(plain) && plain !== 'hong';
  return !place && !NO_NAME.has(plain) && !LEGAL_FORMS.has(plain) && !isPostNoun(word.text);
}

function joins(joiner: string): boolean {
  return (
    joiner === '' ||
    (joiner !== 'in' &&
      joiner.split(' ').every((small) => PARTICLES.has(small.replace('’', "'")) && small !== 'and' && small !== 'the'))
  );
}

/** A degree or a generation after a name. "Ma" and "Do" are surnames unless printed as degrees are. */
function isSuffix(word: Word, second: boolean): boolean {
  const plain = plainWord(word);
  if (!SUFFIXES.has(plain) || isInitial(word)) return false;
  if (plain === 'jr' || plain === 'sr' || plain === 'esq') return true;
  return word.text.includes('.') || (allCaps(word) && !(second && plain.length === 2));
}

function possessive(word: Word): boolean {
  return isPossessive(word.text);
}

/** How far a name that begins at `first` reaches; -1 where none begins. `most` words at most. */
function nameFrom(run: Run, first: number, most: number): number {
  let last = -1;
  for (let at = first; at < run.length && at - first < most; at++) {
    const word = run[at]!;
    if (at > first && !joins(word.joiner)) break;
    if (word.plain === 'hong' && run[at + 1]?.plain === 'kong') break;
    if (!isNameWord(word) || (at > first && isSuffix(word, at === first + 1))) break;
    last = at;
    if (possessive(word)) break;
  }
  return last;
}

function endOf(word: Word): number {
  return possessive(word) ? word.end - 2 : word.end;
}

function allCaps(word: Word): boolean {
  return word.text.length > 1 && word.text === word.text.toUpperCase() && !isInitial(word);
}

/** "William Link William Link" is two printings of one name. */
function halvesRepeat(words: readonly Word[]): boolean {
  const half = words.length / 2;
  return (
    words.length >= 4 &&
    words.length % 2 === 0 &&
    words.slice(0, half).every((word, index) => word.text === words[half + index]!.text)
  );
}

/** Two to five words that look like a name by themselves, without an honorific before them. */
export function looksLikeName(run: Run, first: number, last: number, vocabulary: Vocabulary): boolean {
  const words = run.slice(first, last + 1);
  const full = words.filter((word) => !isInitial(word));
  if (words.length < 2 || words.length > 5 || full.length === 0) return false;
  const surname = words.at(-1)!;
  if (HOUSES.has(words.map(({ text }) => text.toLowerCase()).join(' '))) return false;
  if (isInitial(surname) || ORGANIZATION_NOUNS.has(plainWord(surname))) return false;
  const capitals = full.filter(allCaps).length;
  // A short word in capitals among mixed ones is an acronym, save a surname in capitals at either end.
  if (capitals > 0 && capitals < full.length && full.some((word) => allCaps(word) && word.text.length <= 3))
    return false;
  if (words.some((word) => ORGANIZATION_NOUNS.has(plainWord(word)))) return false;
  const rare = full.filter((word) => !vocabulary.has(plainWord(word)) && !COMMON_WORDS.has(plainWord(word)));
  if (full.some((word) => COMMON_WORDS.has(plainWord(word))) && full.length <= 2) return false;
  return rare.length * 2 >= full.length && !halvesRepeat(words);
}

/** What stands right after the name in the run is nothing, a possessive's thing, a degree or a post: else the name is part of a longer one. */
function endsThere(run: Run, last: number): boolean {
  if (possessive(run[last]!)) return true;
  let next = run[last + 1];
  if (next === undefined || next.joiner !== '' || isSuffix(next, false)) return true;
  for (let at = last + 1; at < last + 6; at++) {
    next = run[at];
    if (next === undefined) return false;
    const word = titleWord(next.text);
    if (isPostNoun(next.text) || HONORIFICS.has(word)) return true;
    if (!POST_MODIFIERS.has(word) && !/^(?:relations|affairs)$/.test(word)) return false;
  }
  return false;
}

/** The people of one run of capitalized words, left to right. */
export function peopleInRun(run: Run, vocabulary: Vocabulary): FoundPerson[] {
  const found: FoundPerson[] = [];
  for (let at = 0; at < run.length; at++) {
    if (isHonorific(run[at]!.text)) {
      let first = at + 1;
      while (first < run.length && isHonorific(run[first]!.text)) first++;
      const last = first < run.length && joins(run[first]!.joiner) ? nameFrom(run, first, 6) : -1;
      if (last < 0) continue;
      found.push({ start: run[first]!.start, end: endOf(run[last]!), honorific: true });
      at = last;
      continue;
    }
    if (
      at > 0 &&
      joins(run[at]!.joiner) &&
      isNameWord(run[at - 1]!) &&
      !isHonorific(run[at - 1]!.text) &&
      found.at(-1)?.end !== run[at - 1]!.end
    )
      continue;
    const last = nameFrom(run, at, 5);
    // "Grupo Quetzal", "Banca Popolare del Frignano".
    const house =
      HOUSE_WORDS.has(run[at]!.plain) || (at > 0 && HOUSE_WORDS.has(run[at - 1]!.plain) && joins(run[at]!.joiner));
    if (house) {
      at = Math.max(at, last);
      continue;
    }
    if (last <= at || !looksLikeName(run, at, last, vocabulary) || !endsThere(run, last)) continue;
    found.push({ start: run[at]!.start, end: endOf(run[last]!), honorific: false });
    at = last;
  }
  return found;
}
