import {
  isHonorific,
  LEGAL_FORMS,
  NOT_IN_A_PERSON,
  ORGANIZATION_NOUNS,
  PARTICLES,
  SUFFIXES,
} from '../reading/lexicon.ts';
import { isPostNoun, POST_MODIFIERS, titleWord } from '../reading/titles.ts';

/** A name read at the beginning of a string, offsets into it. */
export interface SlotName {
  readonly name: string;
  readonly start: number;
  readonly end: number;
  /** Where the text goes on after suffixes such as ", Ph.D., MBA". */
  readonly after: number;
  readonly honorific: boolean;
}

const WORD = /\s*(?:[("“]\p{Lu}[\p{L}.-]{1,20}[)"”]|[\p{L}][\p{L}\p{M}'’`.-]*)/uy;
const MOST_WORDS = 7;

function plain(word: string): string {
  return word
    .toLowerCase()
    .replace(/[’']s$/, '')
    .replaceAll('.', '');
}

function isInitial(word: string): boolean {
  return /^(?:\p{Lu}\.?-?){1,5}$/u.test(word) && (word.includes('.') || word.length === 1);
}

function isDegree(word: string, position: number): boolean {
  const folded = plain(word);
  if (folded === 'jr' || folded === 'sr' || folded === 'esq') return true;
  return (
    SUFFIXES.has(folded) &&
    folded.length > 1 &&
    position > 1 &&
    (word.includes('.') || (word === word.toUpperCase() && word.length > 1))
  );
}

/** A legal form right after the words: they are a firm's. */
const FIRM_AFTER =
  /^[\s,]*(?:& |(?:Inc|LLC|L\.L\.C|Ltd|Limited|Corp|Co\.|L\.?P|LLP|PLC|AG|SA|S\.A|N\.V|GmbH|Pty)(?!\p{L}))/u;

/** "Kim, Min-Ho": surname, comma and a hyphenated given name. */
const SURNAME_FIRST =
  /^[\s•·-]*(?:(?:Mr|Ms|Mrs|Dr)\.?\s)?(\p{Lu}\p{Ll}{1,7},\s\p{Lu}\p{Ll}{1,7}-\p{Lu}?\p{Ll}{1,7})(?![\p{L}-])/u;

type Kind = 'name' | 'initial' | 'particle' | 'generic' | 'nickname' | 'no';

function kindOf(word: string): Kind {
  if (/^[("“]/.test(word)) return 'nickname';
  if (isInitial(word)) return 'initial';
  const folded = plain(word);
  if (PARTICLES.has(folded.replace('’', "'")) && !/^\p{Lu}\p{Ll}/u.test(word)) return 'particle';
  if (!/^\p{Lu}/u.test(word) || /\.$/.test(word.slice(0, -1)) || LEGAL_FORMS.has(folded) || isPostNoun(word))
    return 'no';
  if (word.endsWith('.') && word.length > 5) return 'no';
  if (NOT_IN_A_PERSON.has(folded) || ORGANIZATION_NOUNS.has(folded)) return 'generic';
  return 'name';
}

/**
 * Reads a person's name at the beginning of a string. `trusted` slots (a signature, "Name:", after an honorific) take
 * one name word that is also a common word ("Park", "May"); others take none.
 */
export function readName(text: string, trusted: boolean): SlotName | null {
  const korean = SURNAME_FIRST.exec(text);
  if (korean !== null) {
    const start = korean[0].length - korean[1]!.length;
    return { name: korean[1]!, start, end: korean[0].length, after: korean[0].length, honorific: false };
  }
  // "(Meena Rao)" under a signature.
  const inside = /^\s*\(([^()]{4,50})\)\s*$/.exec(text)?.[1];
  if (inside !== undefined) {
    const at = text.indexOf('(') + 1;
    const found = readName(inside, trusted);
    if (found === null || found.after < inside.trimEnd().length) return null;
    return { ...found, start: found.start + at, end: found.end + at, after: text.length };
  }
  const lead = /^[\s*•·_\-–—:]*(?:\/s\/|s\/|sd\s?\/-?)?[\s:.]*(?:name\s+(?=\p{Lu}))?/iu.exec(text)![0].length;
  let at = lead;
  let honorific = false;
  let start = -1;
  let end = -1;
  let names = 0;
  let generic = 0;
  let count = 0;
  let last: Kind = 'no';
  for (;;) {
    WORD.lastIndex = at;
    const m = WORD.exec(text);
    if (m === null || count >= MOST_WORDS) break;
    const word = m[0].trim();
    if (count > 0 && text.slice(at, at + m[0].length - word.length).length === 0) break;
    const wordStart = at + m[0].length - word.length;
    if (count === 0 && isHonorific(word) && /^\p{Lu}/u.test(word)) {
      honorific = true;
      at = wordStart + word.length;
      continue;
    }
    if (count > 0 && isDegree(word, count)) break;
    // "A Person Vice President": the title begins with the first of the words before its head.
    if (count > 1 && beginsTitle(text.slice(wordStart, wordStart + 80))) break;
    const kind = kindOf(word);
    if (kind === 'no') break;
    if (kind === 'particle' && count === 0 && !/^\p{Lu}/u.test(word)) break;
    // "(Chairman)" behind a name is what the person is, not a nickname within it.
    if (
      kind === 'nickname' &&
      (count === 0 || isPostNoun(word.slice(1, -1)) || !/^\s+\p{Lu}/u.test(text.slice(wordStart + word.length)))
    )
      break;
    if (start < 0) start = wordStart;
    count++;
    if (kind === 'name') names++;
    if (kind === 'generic') generic++;
    last = kind;
    end = wordStart + word.length;
    at = end;
    if (/[’']s$/.test(word)) {
      end -= 2;
      break;
    }
  }
  if (start < 0 || last === 'particle') return null;
  if (last === 'initial' && /\.\p{Lu}/u.test(text.slice(Math.max(start, end - 4), end))) return null;
  if (count === 2 && /\s[IVX]{2,4}$/.test(text.slice(start, end))) return null;
  if (FIRM_AFTER.test(text.slice(end, end + 10))) return null;
  const strong = trusted || honorific;
  if (names === 0 || generic > (strong ? 1 : 0)) return null;
  if (count < 2 && !honorific) return null;
  const name = text
    .slice(start, end)
    .replace(/\s+/g, ' ')
    .replace(/[-,]+$/, '');
  if (!shapely(name)) return null;
  return { name, start, end, after: suffixesEnd(text, end), honorific };
}

const MOST_TITLE_WORDS = 4;

/** Words before the head of a post and the head itself: "Vice President", "Chief Financial Officer". */
function beginsTitle(text: string): boolean {
  const words = text.split(/\s+/, MOST_TITLE_WORDS);
  const head = words.findIndex((word) => isPostNoun(word.replace(/[,.;]$/, '')));
  return head > 0 && words.slice(0, head).every((word) => POST_MODIFIERS.has(titleWord(word)));
}

/** Letters enough, and not an acronym among words. */
function shapely(name: string): boolean {
  const words = name.split(' ').filter((word) => !isInitial(word) && !/^[("“]/.test(word));
  const longest = Math.max(...words.map((word) => word.length));
  return longest >= 2 && name.length <= 60 && !words.some((word) => /\d/.test(word));
}

const SUFFIX = /^\s*,?\s*\(?((?:Ph\s?\.\s?D|P\s?\.\s?Geo[a-z]*|P\s?\.\s?Eng|[\p{L}][\p{L}.]*))\.?\)?(?![\p{L}])/u;

function suffixesEnd(text: string, end: number): number {
  let at = end;
  for (let step = 0; step < 6; step++) {
    const m = SUFFIX.exec(text.slice(at, at + 24));
    const word = m?.[1];
    if (m === null || word === undefined) break;
    const folded = word.toLowerCase().replace(/[.\s]/g, '');
    if (
      !SUFFIXES.has(folded) ||
      !(
        word.includes('.') ||
        word === word.toUpperCase() ||
        /^(?:Jr|Sr|Esq|PhD|MSc|BSc|PGeo|PEng|MEng|Esquire)$/.test(word)
      )
    )
      break;
    at += m[0].length;
  }
  return at;
}
