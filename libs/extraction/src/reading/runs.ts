import type { Span } from './types.ts';

/** A word that begins with a capital letter or a digit. */
export interface Word extends Span {
  /** As printed, a final full stop included when it belongs to an initial or abbreviation. */
  readonly text: string;
  /** Lower case, without full stops and possessive. */
  readonly plain: string;
  /** The small words between the word before and this one ("of the", "van", "&"), folded; empty at the start of a run. */
  readonly joiner: string;
}

/** Capitalized words in a row, joined by white space and small words only. */
export type Run = readonly Word[];

// "Yahoo! Inc.": a name may end one of its words with an exclamation mark.
const WORD =
  /(?<![\p{L}\p{M}\p{N}])(?:[\p{Lu}\p{Lt}]|\d(?=[\p{L}\d]{0,3}\p{Lu})|\d(?=\d{0,3}\s(?:Corp|Inc|Ltd|LLC|Limited|Holdings|Acquisition|Trust|L\.P)(?!\p{L})))[\p{L}\p{M}\p{N}]*(?:[.'’`\-–&+](?=[\p{L}\p{N}])[\p{L}\p{M}\p{N}]+){0,6}(?:!(?=\s\p{Lu}))?/gu;
const JOINER =
  /^\s+(?:(?:of|and|the|for|in|on|de|del|della|di|da|das|do|dos|du|des|la|le|les|van|von|der|den|ter|ten|te|zu|af|av|bin|al|el|y|e|et|und|&|\+|’t|'t|d’|d'|l’|l')\s*){0,3}$/u;
const LEGAL_COMMA = /^\s*,\s*$/;
const LEGAL_AFTER_COMMA =
  /^(?:inc|ltd|l\.?l\.?c|l\.?p|s\.?a|n\.?v|plc|corp|co|limited|incorporated|s\.?p\.?a|gmbh|l\.?l\.?p|pte|pty|s\.?a\.?b|c\.?v|f\.?s\.?b)$/iu;
const LONGEST_RUN = 40;

function stopBelongs(text: string, end: number, word: string): boolean {
  if (text[end] !== '.') return false;
  return /^(?:\p{Lu}|(?:\p{L}\.)+\p{L}|Inc|Ltd|Co|Corp|Jr|Sr|St|Mr|Mrs|Ms|Dr|MR|MRS|MS|DR|Prof|Messrs|Bros|Intl|Int'l|Ph|Hon|Cos|Mfg|Dept|Assoc|Cia|Soc|Chr|Th|Wm|Geo|Jos|Chas|Joh|Ing|Lic|Eng|Mag|Dott|Avv|Arch|Dipl|Ir|Smt|Drs)$/u.test(
    word,
  );
}

function plainOf(word: string): string {
  let plain = word.toLowerCase();
  if (plain.length > 2 && plain.endsWith('s') && (plain.at(-2) === '’' || plain.at(-2) === "'"))
    plain = plain.slice(0, -2);
  return /[.!]/.test(plain) ? plain.replaceAll(/[.!]/g, '') : plain;
}

const SHORT_LINE = 50;

/** A line break after a short line separates, one after a long line is where the text was wrapped. */
function endsShortLine(text: string, gapStart: number, gap: string): boolean {
  const within = gap.indexOf('\n');
  if (within < 0) return false;
  const at = gapStart + within;
  return at < SHORT_LINE || text.slice(at - SHORT_LINE, at).includes('\n');
}

/** Calls `use` with every run of capitalized words between two offsets. Linear: each character is looked at a bounded number of times. */
export function eachRun(text: string, from: number, to: number, use: (run: Run) => void): void {
  const part = text.slice(from, to);
  let run: Word[] = [];
  let last = -1;
  const flush = (): void => {
    if (run.length > 0) use(run);
    run = [];
  };
  WORD.lastIndex = 0;
  for (let m = WORD.exec(part); m !== null; m = WORD.exec(part)) {
    const start = m.index;
    let end = start + m[0].length;
    if (stopBelongs(part, end, m[0])) end++;
    const gap = last < 0 ? '' : part.slice(last, Math.min(start, last + 24));
    const short = last >= 0 && start - last < 24;
    const joined = short && (gap === ' ' || (JOINER.test(gap) && !endsShortLine(part, last, gap)));
    const legal = short && !joined && LEGAL_COMMA.test(gap) && LEGAL_AFTER_COMMA.test(m[0]);
    if (!joined && !legal) flush();
    else if (run.length >= LONGEST_RUN) flush();
    const joiner = run.length === 0 || gap === ' ' ? '' : legal ? ',' : gap.trim().replace(/\s+/g, ' ').toLowerCase();
    const shown = part.slice(start, end);
    run.push({ start: from + start, end: from + end, text: shown, plain: plainOf(shown), joiner });
    last = end;
  }
  flush();
}
