import type { RoleClass, RoleStatus } from '../facts.ts';
import { PLURAL_POSTS, SEAT_KINDS, SEATS } from '../lexicon/groups.ts';
import type { Reading, Span } from '../reading/index.ts';
import { classOfTitle } from '../roles/classes.ts';

/** What a heading or a sentence says of the people listed below it. */
export interface Group {
  readonly title: string;
  readonly role: RoleClass;
  readonly status: RoleStatus;
  /** The organization that it names; null stands for the filer. */
  readonly organization: string | null;
  /** A post that several hold, not a seat: what stands below is its holders. */
  readonly post: boolean;
}

const WORD = /[\p{L}][\p{L}\p{M}-]*[’']?/gu;
const BOARD =
  /\b(?:(supervisory|executive|management|managing) board|board of (directors|trustees|management)|board)\b/iu;
const ADVISERS = /\b((?:[a-z]+ ){0,2}advisory (?:board|council|committee))\b/iu;
const COMMITTEE = /\b((?:\p{Lu}[\p{L}&-]+,? (?:and |& )?){1,6}Committee)\b/u;
const ACTS = /\b(?:chose|elected|appointed|approved|named|resolved|officers?)\b/iu;
const COMPOSED = /\b(?:composed|consists?|comprises?|comprised|made up|members?|to the (?:\p{L}+ )?board)\b/iu;
const NOMINEES = /\b(?:nominees?|nominated|candidates?|for (?:re-?)?election|to be (?:re-?)?elected|to elect)\b/iu;
const GOES =
  /\b(?:resign|retir(?:e|es|ed|ing)\b|step(?:ped|s|ping)? down|ceas|leaving|outgoing|departing|not (?:to )?(?:stand|seek))/iu;
const COMES =
  /\b(?:(?:were|was|been|are|is)\s+(?:duly |each )?(?:re-?)?(?:elected|appointed|named)|chose\b|newly|incoming|appointed)\b/iu;
const WILL =
  /\bwill (?:become|serve|consist|comprise)\b|\bexpected to\b|\bupon (?:completion|closing|consummation)\b/iu;
/** "The directors will be:", not "will be paid". */
const WILL_BE = /\bwill be(?=:| (?:as follows|comprised|composed|the|our|directors))/iu;
const ELECTED = /\b(?:re-?)?elected\b|\bratified\b/iu;
/** "Directors and Executive Officers": who stands below may be the one or the other. */
const OFFICERS_FIRST = /\b(?:officers?|executives|employees|senior management|promoters)\b.*\bdirectors?\b/iu;
const DIRECTORS_FIRST =
  /\bdirectors?\b.{0,12}\b(?:and|or|,|&).{0,24}\b(?:officers?|management|executives|employees)\b/iu;
const DENIED = /\b(?:not|no|none|neither|nobody)\b/iu;

/** The status that the words around a group say. */
export function statusOfGroup(words: string): RoleStatus {
  if (GOES.test(words)) return 'resigned';
  if (ELECTED.test(words) && !/\b(?:to be|until|for) (?:re-?)?elect/iu.test(words)) return 'appointed';
  if (NOMINEES.test(words)) return 'nominated';
  if (WILL.test(words) || WILL_BE.test(words)) return 'appointed';
  return COMES.test(words) ? 'appointed' : 'current';
}

const LINK = /\b(?:of|at|for|with|by)\s+(?:the\s+)?$/iu;
/** A heading in capitals runs into the name: "OFFICERS OF ACME TRUST COMPANY". */
const CAPITAL_HEADING = /^[\p{Lu}\s,&]{4,60}?\s(?:OF|AT)\s(?:THE\s)?(?=\p{Lu})/u;

/** The name that a heading in capitals ends with. */
export function withoutHeading(name: string): string {
  return /\b(?:OFFICERS|DIRECTORS|TRUSTEES|MANAGEMENT)\b/.test(name) ? name.replace(CAPITAL_HEADING, '') : name;
}

/** The organization after "of", "at" or "with": "the executive officers of Acme GP LLC". */
export function organizationIn(reading: Reading, span: Span): string | null {
  const { text } = reading;
  const named = reading.organizationsIn(span).filter((one) => !/\b(?:board|committee|council)$/iu.test(one.printed));
  const linked = named.find((one) => LINK.test(text.slice(Math.max(span.start, one.start - 9), one.start)));
  if (linked !== undefined) return linked.name;
  for (const one of named) {
    const bare = withoutHeading(one.printed);
    if (bare !== one.printed) return reading.organizationName(bare);
  }
  return null;
}

/** "Independent non-executive Directors": the seat with what stands before it, in the singular; the narrowest of several. */
function seatOf(words: string): string | null {
  const tokens = words.match(WORD) ?? [];
  let best: string | null = null;
  tokens.forEach((token, at) => {
    const folded = token.toLowerCase();
    const one =
      SEATS.get(folded) ?? (at === tokens.length - 1 && [...SEATS.values()].includes(folded) ? folded : undefined);
    if (one === undefined || tokens[at + 1]?.toLowerCase() === 'of') return;
    let first = at;
    while (first > 0 && SEAT_KINDS.has(tokens[first - 1]!.toLowerCase())) first--;
    const title = [...tokens.slice(first, at), token.slice(0, one.length)].join(' ');
    if (best === null || first < at) best = title;
  });
  return best;
}

/** "Senior Vice Presidents" is "Senior Vice President" of each. */
function pluralPost(words: string): string | null {
  const tokens = words.replace(/:$/, '').split(' ');
  const one = PLURAL_POSTS.get(tokens.at(-1)!.toLowerCase());
  if (one === undefined || tokens.length > 5 || /^(?:executive|named|other)$/iu.test(tokens.at(-2) ?? 'other'))
    return null;
  const head = /^\p{Lu}/u.test(tokens.at(-1)!) ? one[0]!.toUpperCase() + one.slice(1) : one;
  return [...tokens.slice(0, -1), head].join(' ');
}

function titleOf(words: string): string | null {
  const advisers = ADVISERS.exec(words)?.[1];
  if (advisers !== undefined) return `member of the ${advisers.replace(/^(?:our|the|its) /iu, '')}`;
  const committee = COMMITTEE.exec(words)?.[1];
  if (committee !== undefined && !/executive committee/iu.test(committee)) return `member of the ${committee}`;
  const seat = seatOf(words);
  if (seat !== null) return seat;
  const board = BOARD.exec(words);
  // "The Board chose these officers:" says what the board does, not who sits on it.
  if (board !== null && (!ACTS.test(words) || COMPOSED.test(words))) {
    const kind = board[1] ?? '';
    if (kind !== '') return `member of the ${board[0]}`;
    return /trustees/iu.test(board[2] ?? '') ? 'Trustee' : 'Director';
  }
  return /\bnominees?\b/iu.test(words) ? 'Director' : pluralPost(words);
}

/** A committee of the board has directors, whoever chairs it; advisers are none. */
function roleOf(title: string): RoleClass {
  if (/\badvisory\b/iu.test(title)) return 'other';
  if (/\bmember of the .*committee$/iu.test(title)) return 'director';
  return classOfTitle(title);
}

/** The group that the words of a span name; null where they name none, or deny it. */
export function groupOf(reading: Reading, span: Span): Group | null {
  const words = reading.text.slice(span.start, span.end).replace(/\s+/g, ' ').trim();
  if (DENIED.test(words) || OFFICERS_FIRST.test(words) || DIRECTORS_FIRST.test(words)) return null;
  const title = titleOf(words);
  if (title === null) return null;
  return {
    title,
    role: roleOf(title),
    status: statusOfGroup(words),
    organization: organizationIn(reading, span),
    post: pluralPost(words) === title,
  };
}

/** "Members of the Audit Committee", "Audit Committee:". */
const COMMITTEE_HEADING =
  /^(?:(?:the )?members of (?:the |our )?)?(?:\p{Lu}[\p{L}&,-]* (?:and |& )?){1,5}committee(?: members)?:?$/iu;

/** What a line heads if it names a group and says nothing else: "Independent Directors:", "OFFICERS OF ACME BANK". */
const HEADING_REST =
  /^(?:the|our|current|continuing|and|of|members?|for|as|at|\d{4}|annual|meeting|election|proposed|new|officers?|nominees?|executive)$/iu;

/** Whether a short line is nothing but the name of a group. */
export function headsGroup(reading: Reading, span: Span): boolean {
  let words = reading.text.slice(span.start, span.end);
  for (const one of reading.organizationsIn(span)) words = words.replace(one.printed, ' ');
  const rest = (words.match(WORD) ?? []).filter((word) => {
    const folded = word.toLowerCase();
    return !(
      HEADING_REST.test(word) ||
      SEATS.has(folded) ||
      SEAT_KINDS.has(folded) ||
      /^(?:board|committee|director|trustee|supervisory|management|advisory|directors|trustees|scientific|audit|compensation|nominating|governance)$/.test(
        folded,
      )
    );
  });
  if (/^\s*\(|\.\s*$/.test(words)) return false;
  if (COMMITTEE_HEADING.test(words.trim())) return true;
  const single = /\b(?:director|trustee|supervisor|commissioner)\s*$/iu.test(words);
  return (rest.length === 0 && !single) || (pluralPost(words.trim()) !== null && rest.length <= 4);
}
