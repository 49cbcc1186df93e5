import { isPostNoun, titleWord } from '../reading/titles.ts';
import { isTitleHead, isTitleWord } from '../roles/title-phrase.ts';

const LONGEST_LINE = 140;
const MOST_WORDS = 18;
const WORD = /[\p{L}][\p{L}\p{M}’'.]*(?:-[\p{L}][\p{L}’'.]*)*/gu;
/** What has a telephone number, an address or a sum in it is no title. */
const FIGURES = /\d{3}|@|https?:|www\./i;
/** Nouns of papers, parts and groups: a line with one of them heads something, or says what somebody gets. */
const NO_TITLE = new Set(
  (
    'signature signatures page agreement purchaser purchasers seller sellers schedule exhibit annex appendix section article report notice meeting ' +
    'compensation emoluments fees fee remuneration plan plans election nominees contacts contact independence shares ownership table statement act'
  ).split(' '),
);
/** Words that make a sentence of a line. */
const VERBS = new Set(
  (
    'is are was were be been has have had will shall may would should can could must do does did who which that he she they it said says say ' +
    'appoints appointed elected announced announces joined joins served serves including pursuant not any'
  ).split(' '),
);
const ABBREVIATION = /\b(?:Sr|Jr|Exec|Asst|Assoc|V|P|Corp|Inc|Ltd|Co|Dept|Div|Cía|S|A|N|B|L|U|K|St|Mr|Ms|Dr)\./g;
/** "Director since 1997", "Chairman (since May 2001)": the day on which a post began is no part of the title. */
export const SINCE =
  /[\s,;:(–—-]*\b(?:since|from|until|effective|as of|appointed|depuis|seit)\b[^\p{L}]*(?:\p{L}+\.?[^\p{L}]*)?\d{4}\)?[\s).;,]*$/iu;

/** Whether small letters may stand in a title: the small words that join, and what a title is led by. */
function isSmallWord(word: string): boolean {
  return isTitleWord(word) || /^(?:with|y|e|et|de|del|du|des|la|le|von|und|für|en|as|a|an)$/.test(titleWord(word));
}

/**
 * Whether a whole line or cell is a title: an open slot, in which any phrase with a head of a post in it is one, in
 * capitals or small letters, as long as it is no sentence and names no paper, part or payment.
 */
export function isTitleLine(line: string): boolean {
  if (line.length > LONGEST_LINE || FIGURES.test(line)) return false;
  const words = line.match(WORD) ?? [];
  if (words.length === 0 || words.length > MOST_WORDS || !words.some((word) => isTitleHead(word))) return false;
  if (words.some((word) => NO_TITLE.has(titleWord(word)) || VERBS.has(word.toLowerCase()))) return false;
  if (/[.;:!?]\s/.test(line.replace(ABBREVIATION, ''))) return false;
  const small = words.filter((word) => /^\p{Ll}/u.test(word) && !isSmallWord(word)).length;
  return small === 0 || (small <= 4 && leads(words));
}

/** "vice president for mine remediation": a post comes first, and what follows in small letters is its field. */
function leads(words: readonly string[]): boolean {
  const head = words.findIndex((word) => isPostNoun(word));
  return (
    head >= 0 &&
    words.slice(0, head).every((word) => isSmallWord(word)) &&
    /^(?:of|for|in|to)$/.test(words[head + 1] ?? '')
  );
}

/** The title of a line without the day on which it began, and without marks at its ends. */
export function bareTitle(line: string): string {
  return line
    .replace(SINCE, '')
    .replace(/\s?\(\d{1,2}\)/g, '')
    .replace(/^[\s,;:*†‡_•–—-]+|[\s,;:*†‡_–—-]+$/g, '');
}
