import type { RoleStatus } from '../facts.ts';
import type { Reading, Span } from '../reading/index.ts';
import type { RoleDraft } from '../roles/draft.ts';
import { groupOf, headsGroup, type Group } from './groups.ts';
import type { Line } from './lines.ts';
import { namesOfLine } from './line-names.ts';

const FURNITURE = /^[-–—\s]*(?:page\s*)?\d{0,3}[-–—\s]*$/i;
/** How far into its paragraph a life names whose it is, honorifics and bullets aside. */
const LEAD = 12;
/** ", 67 (Dutch), Vice-Chairman, is": the post on the board of the heading. */
const CHAIR = /^(?:,? \d{2})?(?:,? \([^()]{2,20}\))?,\s+((?:vice|deputy|co)?[- ]?chair(?:man|woman|person)?)\s*,/i;
const SHORTEST_LIFE = 60;
const OTHER_BOARDS =
  /^(?:(?:current|past|former|other|public|company) )*(?:boards?|directorships?)(?: memberships?)?(?: held)?\s*:?\s*/i;
const NOW = /^(?:current|present|currently)\s*:?\s*/i;
const PAST =
  /^(?:past|former|previous|within (?:the )?(?:last|past) (?:five|5) years?|(?:last|past|prior) (?:five|5) years)\s*:?\s*/i;
const MOST_LINES = 6;

/** The person whose life the paragraph tells: named at its very beginning. */
function lifeOf(reading: Reading, line: Line): { readonly name: string; readonly span: Span } | null {
  if (line.end - line.start < SHORTEST_LIFE) return null;
  const person = reading.peopleIn({ start: line.start, end: Math.min(line.end, line.start + 80) }).at(0);
  if (person === undefined || person.start - line.start > LEAD || !person.name.includes(' ')) return null;
  return /^\s*(?:,|\(|[–—-]\s|is\b|was\b|has\b|joined\b|served\b|started\b|began\b)/u.test(
    reading.text.slice(person.end, person.end + 12),
  )
    ? { name: person.name, span: { start: person.start, end: person.end } }
    : null;
}

/** Lives told in paragraphs under the heading of a board: those who have one sit on it. */
function underHeading(reading: Reading, lines: readonly Line[]): RoleDraft[] {
  const drafts: RoleDraft[] = [];
  let group: Group | null = null;
  let strangers = 0;
  lines.forEach((line) => {
    if (line.shared) group = null;
    if (line.shared || FURNITURE.test(line.text)) return;
    if (!line.long && line.text.length <= 90 && headsGroup(reading, line)) {
      group = groupOf(reading, line);
      strangers = 0;
      return;
    }
    if (group === null) return;
    const life = lifeOf(reading, line);
    if (life === null) {
      // A page ends within a life; two paragraphs about nobody end the part.
      strangers += /^[\p{Ll}]/u.test(line.text) ? 0 : 1;
      if (strangers > 1) group = null;
      return;
    }
    strangers = 0;
    const { title, role, status, organization, post } = group;
    const chair = CHAIR.exec(reading.text.slice(life.span.end, life.span.end + 40))?.[1];
    if (chair !== undefined)
      drafts.push({
        person: life.name,
        organization,
        title: chair,
        role: 'chair',
        status,
        span: life.span,
        rule: 'heading-life',
      });
    else if (!post)
      drafts.push({ person: life.name, organization, title, role, status, span: life.span, rule: 'heading-life' });
  });
  return drafts;
}

/** "Other Public Company Boards: Current: A; B. Within Last Five Years: C" in a life: seats of whom it tells. */
function otherBoards(reading: Reading, lines: readonly Line[]): RoleDraft[] {
  const drafts: RoleDraft[] = [];
  let person: string | null = null;
  lines.forEach((line, index) => {
    if (line.shared) return;
    const names = namesOfLine(reading, line);
    const life = lifeOf(reading, line);
    if (names.length === 1) person = names[0]!.name;
    else if (life !== null) person = life.name;
    const head = line.long ? null : OTHER_BOARDS.exec(line.text);
    if (head === null || person === null || head[0].trim().length < 6 || !/\bother\b|:/i.test(head[0])) return;
    let status: RoleStatus = /past|former/i.test(head[0]) ? 'former' : 'current';
    for (let at = index, step = 0; at >= 0 && step < MOST_LINES; at = lines[at]!.below, step++) {
      const one = lines[at]!;
      const lead = step === 0 ? head[0].length : 0;
      const rest = one.text.slice(lead);
      if (PAST.test(rest)) status = 'former';
      else if (NOW.test(rest)) status = 'current';
      else if (step > 0) break;
      for (const found of seatsIn(reading, one, lead))
        drafts.push({
          person,
          organization: found.name,
          title: 'Director',
          role: 'director',
          status,
          span: { start: found.start, end: found.end },
          rule: 'other-boards',
        });
    }
  });
  return drafts;
}

/** The companies of such a line, set apart by semicolons, or by commas where it has none. */
function seatsIn(reading: Reading, line: Line, lead: number): (Span & { readonly name: string })[] {
  const shown = reading.text.slice(line.start, line.end);
  const label = /^[^:;]{3,60}:\s*/.exec(shown)?.[0].length ?? lead;
  const seats: (Span & { name: string })[] = [];
  let from = label;
  for (const part of shown.slice(label).split(';')) {
    const start = line.start + from + (/^\s*/.exec(part)?.[0].length ?? 0);
    const end = line.start + from + part.trimEnd().replace(/\s*\([^()]*\)$|[.,]$/, '').length;
    from += part.length + 1;
    const words = reading.text.slice(start, end);
    if (/^(?:none|n\/a|-|—)?$/i.test(words) || words.length > 80 || !/^\p{Lu}/u.test(words)) continue;
    const known = reading.organizationsIn({ start, end }).at(0);
    seats.push({ start, end, name: known === undefined ? words : known.name });
  }
  return seats;
}

/** Posts that the layout of lives says: the heading they stand under, and the lists at their end. */
export function biographyRoles(reading: Reading, lines: readonly Line[]): RoleDraft[] {
  return [...underHeading(reading, lines), ...otherBoards(reading, lines)];
}
