import { formsOf } from '../lexicon/inflect.ts';

/** A word of a sentence: in small letters, without a possessive ending; `from` and `to` are offsets into the sentence. */
export interface Word {
  readonly word: string;
  readonly from: number;
  readonly to: number;
}

const WORD = /[\p{L}\p{M}]+(?:['\u2019&][\p{L}\p{M}]+)*|\d[\d.,]*|%/gu;
const POSSESSIVE = /['\u2019]s?$/u;

/** The words of a sentence. Hyphens part words, so that "buy-back" is "buy back"; "holding(s)" is "holdings". */
export function wordsOf(sentence: string): readonly Word[] {
  const text = sentence.replaceAll('(s)', 's  ');
  return ASCII.test(text) ? asciiWords(text) : anyWords(text);
}

const ASCII = /^[\x00-\x7f]*$/;
const isLetter = (code: number): boolean => (code | 32) >= 97 && (code | 32) <= 122;
const isDigit = (code: number): boolean => code >= 48 && code <= 57;

/** The same as `anyWords`, without the tables of Unicode: most sentences by far. */
function asciiWords(text: string): readonly Word[] {
  const words: Word[] = [];
  const lower = text.toLowerCase();
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    const from = at;
    if (isLetter(code)) {
      while (
        isLetter(text.charCodeAt(at + 1)) ||
        (isJoin(text.charCodeAt(at + 1)) && isLetter(text.charCodeAt(at + 2)))
      )
        at++;
      const possessive = at - from >= 2 && lower[at] === 's' && lower[at - 1] === "'";
      words.push({ word: lower.slice(from, possessive ? at - 1 : at + 1), from, to: at + 1 });
    } else if (isDigit(code)) {
      while (isDigit(text.charCodeAt(at + 1)) || text[at + 1] === '.' || text[at + 1] === ',') at++;
      words.push({ word: lower.slice(from, at + 1), from, to: at + 1 });
    } else if (code === 37) words.push({ word: '%', from, to: at + 1 });
  }
  return words;
}

/** An apostrophe or "&" within a word. */
const isJoin = (code: number): boolean => code === 39 || code === 38;

function anyWords(text: string): readonly Word[] {
  const words: Word[] = [];
  WORD.lastIndex = 0;
  for (let match = WORD.exec(text); match !== null; match = WORD.exec(text)) {
    const word = match[0].toLowerCase().replace(POSSESSIVE, '');
    words.push({ word, from: match.index, to: match.index + match[0].length });
  }
  return words;
}

/**
 * What stands at a place of a phrase. `near` is a gap of up to so many words before the next element, `unlike` forbids the
 * next word without taking it.
 */
type Element =
  | {
      readonly kind: 'word';
      readonly words: ReadonlySet<string>;
      readonly stems: readonly string[];
      readonly optional: boolean;
    }
  | { readonly kind: 'near'; readonly words: number }
  | { readonly kind: 'unlike'; readonly words: ReadonlySet<string> };

type WordElement = Extract<Element, { kind: 'word' }>;

/** Words that stand for one another in phrases, by name. */
export type WordClasses = Readonly<Record<string, string>>;

function spelled(printed: string, classes: WordClasses): { words: string[]; stems: string[] } {
  const words: string[] = [];
  const stems: string[] = [];
  for (const choice of printed.split('|')) {
    if (choice.startsWith('@')) {
      const named = classes[choice.slice(1)];
      if (named === undefined) throw new Error(`no class of words is called "${choice}"`);
      const inner = spelled(named.trim().split(/\s+/u).join('|'), classes);
      words.push(...inner.words);
      stems.push(...inner.stems);
    } else if (choice.endsWith('+')) words.push(...formsOf(choice.slice(0, -1)).keys());
    else if (choice.endsWith('*')) stems.push(choice.slice(0, -1));
    else words.push(choice);
  }
  return { words, stems };
}

function elementOf(printed: string, classes: WordClasses): Element {
  if (printed.startsWith('..')) return { kind: 'near', words: Number(printed.slice(2)) };
  if (printed.startsWith('!')) return { kind: 'unlike', words: new Set(spelled(printed.slice(1), classes).words) };
  const optional = printed.endsWith('?');
  const { words, stems } = spelled(optional ? printed.slice(0, -1) : printed, classes);
  return { kind: 'word', words: new Set(words), stems, optional };
}

const IS_NUMBER = /^\d/u;
const IS_YEAR = /^(?:19|20)\d\d$/u;

function takes(element: WordElement, word: string): boolean {
  return (
    element.words.has(word) ||
    (element.words.has('#') && IS_NUMBER.test(word)) ||
    (element.words.has('#y') && IS_YEAR.test(word)) ||
    element.stems.some((stem) => word.startsWith(stem))
  );
}

/** Where the elements from `at` on end that begin at word `from`; undefined where they do not stand there. */
function endOf(elements: readonly Element[], at: number, words: readonly Word[], from: number): number | undefined {
  const element = elements[at];
  if (element === undefined) return from;
  const word = words[from]?.word;
  if (element.kind === 'unlike')
    return word !== undefined && element.words.has(word) ? undefined : endOf(elements, at + 1, words, from);
  if (element.kind === 'near') {
    for (let skipped = 0; skipped <= element.words && from + skipped <= words.length; skipped++) {
      const end = endOf(elements, at + 1, words, from + skipped);
      if (end !== undefined) return end;
    }
    return undefined;
  }
  if (word !== undefined && takes(element, word)) {
    const end = endOf(elements, at + 1, words, from + 1);
    if (end !== undefined) return end;
  }
  return element.optional ? endOf(elements, at + 1, words, from) : undefined;
}

interface Phrase<T> {
  readonly elements: readonly Element[];
  readonly value: T;
}

const STEM = 3;

/**
 * Phrases, looked up by their first word, so that the work a word takes does not grow with their number. A phrase is elements
 * with blanks between: `word`, `one|other`, `stem*`, `verb+` (all its forms), `@class`, `#` (a number), `#y` (a year), `word?` (may be
 * left out), `..4` (up to four words between), `!word` (that word does not follow).
 */
export class Phrases<T> {
  private readonly byWord = new Map<string, Phrase<T>[]>();
  private readonly byStem = new Map<string, Phrase<T>[]>();

  constructor(phrases: Iterable<readonly [string, T]>, classes: WordClasses) {
    for (const [printed, value] of phrases) {
      const elements = printed
        .trim()
        .split(/\s+/u)
        .map((part) => elementOf(part, classes));
      const first = elements[0];
      if (first?.kind !== 'word' || first.optional) throw new Error(`the phrase "${printed}" must begin with a word`);
      const phrase = { elements, value };
      for (const word of first.words) this.add(this.byWord, word, phrase);
      for (const stem of first.stems) this.add(this.byStem, stem.slice(0, STEM), phrase);
    }
  }

  private add(map: Map<string, Phrase<T>[]>, key: string, phrase: Phrase<T>): void {
    const known = map.get(key);
    if (known === undefined) map.set(key, [phrase]);
    else known.push(phrase);
  }

  private numbered(word: string): readonly Phrase<T>[] {
    const year = IS_YEAR.test(word) ? (this.byWord.get('#y') ?? []) : [];
    return [...(this.byWord.get('#') ?? []), ...year, ...(this.byWord.get(word) ?? [])];
  }

  /** Calls `found` with each phrase that stands among the words, with the words that it spans. */
  each(words: readonly Word[], found: (value: T, first: number, end: number) => void): void {
    words.forEach(({ word }, at) => {
      const first = IS_NUMBER.test(word) ? this.numbered(word) : this.byWord.get(word);
      for (const candidates of [first, this.byStem.get(word.slice(0, STEM))]) {
        for (const { elements, value } of candidates ?? []) {
          const end = endOf(elements, 0, words, at);
          if (end !== undefined) found(value, at, end);
        }
      }
    });
  }
}
