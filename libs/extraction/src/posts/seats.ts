import type { Span } from '../reading/index.ts';

const BOARD =
  /\bboards?\b(?: of (?:directors|trustees|governors|managers|overseers|supervisors|management|regents))?/gi;
const KIND =
  /(?:^|[^\p{L}])((?:members? of (?:the|its|our|their) )?(?:supervisory |management |executive |managing )?)$/iu;
const LOOK_BACK = 60;
const OF_TITLE = /\b(?:chair(?:man|woman|person)?|secretary|observer) of (?:the )?[^,;]{2,40}[’']s? (?:\p{L}+ )?$/iu;
/** "The Compensation Committee consists of": its members sit on the board. */
const COMMITTEE = /\bcommittee\b/gi;
const CONSISTS = /^(?: of [^,;]{2,60})? (?:(?:will|shall|currently|now|is|was) )*(?:consist|compris|compos)/i;
const COMMITTEE_KIND =
  /(?:\b(?:audit|compensation|nominat\p{L}+|corporate|governance|remuneration|executive|finance|risk|and|&),? )+$/iu;
/** "to fill the vacancy", "to fill the two new seats": a seat where the sentence speaks of a board. */
const VACANCY = /\bfill (?:[a-z]+ ){0,4}(vacanc(?:y|ies)|seats?)\b/gi;
/** A board that gives advice or judges is no seat on the company's board. */
const OTHER = /\b(?:advisory|scientific|editorial|review|standards) (?:advisory )?$/i;

/** The seats that a sentence names by the board: "joined the Board of Directors", "members of the Supervisory Board". */
export function seatsIn(text: string, sentence: Span): Span[] {
  const found: Span[] = [];
  const part = text.slice(sentence.start, sentence.end).replace(/\s/g, ' ');
  BOARD.lastIndex = 0;
  for (let m = BOARD.exec(part); m !== null; m = BOARD.exec(part)) {
    const before = part.slice(Math.max(0, m.index - LOOK_BACK), m.index);
    // "the Board's Audit Committee" is no seat, and "Chairman of Acme's Board" has told it.
    if (OTHER.test(before) || /^[’']s? /.test(part.slice(m.index + m[0].length)) || OF_TITLE.test(before)) continue;
    const kind = KIND.exec(before)?.[1] ?? '';
    found.push({ start: sentence.start + m.index - kind.length, end: sentence.start + m.index + m[0].length });
  }
  COMMITTEE.lastIndex = 0;
  for (let m = COMMITTEE.exec(part); m !== null; m = COMMITTEE.exec(part)) {
    const end = m.index + m[0].length;
    const kind = CONSISTS.test(part.slice(end, end + LOOK_BACK * 2))
      ? COMMITTEE_KIND.exec(part.slice(Math.max(0, m.index - LOOK_BACK), m.index))
      : null;
    if (kind !== null) found.push({ start: sentence.start + m.index - kind[0].length, end: sentence.start + end });
  }
  if (found.length === 0) return found;
  VACANCY.lastIndex = 0;
  for (let m = VACANCY.exec(part); m !== null; m = VACANCY.exec(part)) {
    const end = sentence.start + m.index + m[0].length;
    if (!/^ (?:on|of) (?:the|our|its) /.test(part.slice(m.index + m[0].length)))
      found.push({ start: end - m[1]!.length, end });
  }
  return found;
}
