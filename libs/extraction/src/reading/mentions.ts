import type { TextBlock } from '@filigree/edgar';

import { COMMON_WORDS } from './common-words.ts';
import { foldName } from './fold.ts';
import { REGIONS } from './lexicon.ts';
import { organizationsInRun, type Found } from './organizations.ts';
import { peopleInRun, smallWords, type FoundPerson, type Vocabulary } from './people.ts';
import { eachRun, type Run, type Word } from './runs.ts';
import { withoutOverlaps } from './spans.ts';
import type { Span } from './types.ts';

/** What the capitalized words of a text give by themselves, before names are resolved. */
export interface RawMentions {
  readonly organizations: readonly Found[];
  readonly people: readonly FoundPerson[];
  /** Words of three letters and more that the text also prints in small letters. */
  readonly vocabulary: Vocabulary;
  /** Whole runs, as candidates for what a parenthesis defines. */
  readonly runs: readonly Span[];
  /** Where one of the folded terms stands as words of a run; the longest term wins. */
  words(terms: ReadonlySet<string>): readonly Span[];
}

// "Jacob (Yanki) Margalit", "William "Bill" Smith": a nickname between given name and surname.
const NICKNAME = /(?:\(["“”]|[("“])(?=\p{Lu}\p{Ll})[\p{L}-]{2,16}(?:["“”]\)|[)"”])\s(?=\p{Lu})[\p{L}’'-]{2,25}/gu;
const GIVEN_NAMES = /(?<![\p{L}\p{N}])\p{Lu}[\p{L}’'.-]{0,20}(?:[ \u00a0]\p{Lu}[\p{L}.’'-]{0,20}){0,2}[ \u00a0]$/u;
const LONGEST_GIVEN_NAMES = 64;
const LONGEST_TERM_WORDS = 6;

function areas(blocks: readonly TextBlock[]): Span[] {
  return blocks.flatMap((block): readonly Span[] =>
    block.kind === 'row' && block.cells.length > 0 ? block.cells : [block],
  );
}

/** "Kim, Min-Ho": surname, comma and a hyphenated given name. */
const SURNAME_FIRST = /\p{Lu}\p{Ll}{1,7},\s\p{Lu}\p{Ll}{1,7}-\p{Lu}?\p{Ll}{1,7}(?![\p{L}-]|\s\p{Lu}\p{Ll})/gu;
// Looked for only behind a hit: as part of the pattern it is tried at every letter of the text.
const WITHIN_A_NAME = /(?:[\p{L}\p{N}-]|\p{Lu}[\p{L}.]{0,20}\s)$/u;
// A capital, 20 letters, a space, and one more.
const LOOK_BACK = 23;

function surnameFirst(text: string, vocabulary: Vocabulary): FoundPerson[] {
  return [...text.matchAll(SURNAME_FIRST)]
    .filter(
      ({ index, 0: name }) =>
        !WITHIN_A_NAME.test(text.slice(Math.max(0, index - LOOK_BACK), index)) &&
        !name
          .toLowerCase()
          .split(/[^\p{L}]+/u)
          .some((word) => vocabulary.has(word) || COMMON_WORDS.has(word)),
    )
    .map(({ index, 0: name }) => ({ start: index, end: index + name.length, honorific: false }));
}

function nicknamed(text: string): FoundPerson[] {
  const found: FoundPerson[] = [];
  NICKNAME.lastIndex = 0;
  for (let m = NICKNAME.exec(text); m !== null; m = NICKNAME.exec(text)) {
    const before = GIVEN_NAMES.exec(text.slice(Math.max(0, m.index - LONGEST_GIVEN_NAMES), m.index));
    if (before === null) continue;
    const honorific = /^(?:Mr|Mrs|Ms|Dr)\.?\s/.exec(before[0])?.[0].length ?? 0;
    found.push({ start: m.index - before[0].length + honorific, end: m.index + m[0].length, honorific: honorific > 0 });
  }
  return found;
}

/** Walks over the text once. */
export function findMentions(text: string, blocks: readonly TextBlock[]): RawMentions {
  const vocabulary = smallWords(text);
  const organizations: Found[] = [];
  const people: FoundPerson[] = [];
  const runs: Run[] = [];
  for (const area of areas(blocks)) {
    eachRun(text, area.start, area.end, (run) => {
      runs.push(run);
      organizations.push(...organizationsInRun(text, run, vocabulary));
      if (run.length > 1) people.push(...peopleInRun(run, vocabulary));
    });
  }
  return {
    organizations,
    vocabulary,
    people: withoutOverlaps([...surnameFirst(text, vocabulary), ...nicknamed(text), ...people]),
    runs: runs.filter((run) => run.length <= 8).map((run) => ({ start: run[0]!.start, end: run.at(-1)!.end })),
    words: (terms) => {
      const firsts = new Set([...terms].map((term) => term.split(' ')[0]!));
      return runs.flatMap((run) =>
        run.some((word) => firsts.has(firstPart(word.plain))) ? termsInRun(run, terms) : [],
      );
    },
  };
}

/** The part of a hyphenated or otherwise joined word that `foldName` would make its first word. */
function firstPart(plain: string): string {
  if (/^[a-z0-9]+$/.test(plain)) return plain;
  const end = plain.search(/[^\p{L}\p{N}]/u);
  const part = end < 0 ? plain : plain.slice(0, end);
  return /^[\x20-\x7e]*$/.test(part) ? part : foldName(part);
}

function isPossessive({ text }: Word): boolean {
  return /[’']s$/.test(text);
}

function termsInRun(run: Run, terms: ReadonlySet<string>): Span[] {
  const found: Span[] = [];
  const folded = run.map((word) => foldName(word.text));
  for (let at = 0; at < run.length; at++) {
    for (let count = Math.min(LONGEST_TERM_WORDS, run.length - at); count >= 1; count--) {
      const joiners = run.slice(at + 1, at + count).map((word) => foldName(word.joiner));
      const phrase = folded
        .slice(at, at + count)
        .map((word, index) => (index === 0 || joiners[index - 1] === '' ? word : `${joiners[index - 1]} ${word}`))
        .join(' ');
      if (!terms.has(phrase)) continue;
      // "Acme Americas" is a part of Acme, not Acme.
      const next = run[at + count];
      if (next?.joiner === '' && REGIONS.has(next.plain) && !isPossessive(run[at + count - 1]!)) count++;
      const last = run[at + count - 1]!;
      found.push({ start: run[at]!.start, end: isPossessive(last) ? last.end - 2 : last.end });
      at += count - 1;
      break;
    }
  }
  return found;
}
