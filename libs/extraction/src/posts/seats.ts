import type { Span } from '../reading/index.ts';

const BOARD =
  /\bboards?\b(?: of (?:directors|trustees|governors|managers|overseers|supervisors|management|regents))?/gi;
const KIND =
  /(?:^|[^\p{L}])((?:members? of (?:the|its|our|their) )?(?:supervisory |management |executive |managing )?)$/iu;
const LOOK_BACK = 40;
/** A board that gives advice or judges is no seat on the company's board. */
const OTHER = /\b(?:advisory|scientific|editorial|review|standards) (?:advisory )?$/i;

/** The seats that a sentence names by the board: "joined the Board of Directors", "members of the Supervisory Board". */
export function seatsIn(text: string, sentence: Span): Span[] {
  const found: Span[] = [];
  const part = text.slice(sentence.start, sentence.end).replace(/\s/g, ' ');
  BOARD.lastIndex = 0;
  for (let m = BOARD.exec(part); m !== null; m = BOARD.exec(part)) {
    const before = part.slice(Math.max(0, m.index - LOOK_BACK), m.index);
    if (OTHER.test(before)) continue;
    const kind = KIND.exec(before)?.[1] ?? '';
    found.push({ start: sentence.start + m.index - kind.length, end: sentence.start + m.index + m[0].length });
  }
  return found;
}
