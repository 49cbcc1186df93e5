import type { RoleStatus } from '../facts.ts';
import type { Reading, Span } from '../reading/index.ts';
import type { RoleDraft } from '../roles/draft.ts';
import { cardAt, cardDraft, titleFirst, type Card } from './cards.ts';
import { groupOf, headsGroup, statusOfGroup, type Group } from './groups.ts';
import { isReachLine, organizationOfLine } from './line-kinds.ts';
import { namesOf } from './line-names.ts';
import type { Line } from './lines.ts';
import { isTitleLine } from './title-line.ts';

const MOST_LINES = 60;
const MOST_OTHER_LINES = 2;
const LONGEST_LEAD = 400;
const FURNITURE = /^[-–—\s]*(?:page\s*)?\d{0,3}[-–—\s]*$/i;

/** What a line leads to: the sentence at its end that a colon ends, or the whole of a heading. */
function leadOf(reading: Reading, line: Line): Span | null {
  const colon = reading.text[line.end - 1] === ':';
  if (!line.long && (colon || line.text.length <= 90)) {
    if (headsGroup(reading, line)) return line;
    if (!colon) return null;
  }
  if (!colon) return null;
  const sentence = reading.sentencesIn(line).at(-1);
  const start = sentence === undefined ? line.start : Math.max(sentence.start, line.start);
  return line.end - start > LONGEST_LEAD || reading.peopleIn({ start, end: line.end }).length > 0
    ? null
    : { start, end: line.end };
}

/** A group gives each person below it its seat, but one who is printed with another seat of the same board. */
function memberDraft(card: Card, group: Group): RoleDraft {
  const { name } = card;
  return {
    person: name.name,
    organization: group.post ? (name.organization ?? group.organization) : group.organization,
    title: group.title,
    role: group.role,
    status: group.status,
    span: { start: name.start, end: name.end },
    rule: 'list',
  };
}

/** The drafts of a person listed under a group: the seat, and the titles printed with the name. */
function listedDrafts(card: Card, group: Group): RoleDraft[] {
  const own = card.titles.map((title) => cardDraft(card, title, 'list', true));
  const elsewhere = own.filter(({ organization }) => organization !== null);
  const here = own
    .filter(
      ({ organization, role, title }) =>
        organization === null && role !== 'signatory' && !/^(?:chair|vice[- ]chair|lead)$/i.test(title),
    )
    .map((draft) => ({
      ...draft,
      organization: group.organization,
      status: group.status === 'current' ? draft.status : group.status,
    }));
  // "(Chair)" of a committee says no more than that one sits on it.
  const board = !/committee$/i.test(group.title);
  const kept = board && group.status === 'current' ? [...elsewhere, ...here] : elsewhere;
  const seated = kept.some(
    ({ organization, role }) => organization === group.organization && (role === 'chair' || role === group.role),
  );
  return seated ? kept : [memberDraft(card, group), ...kept];
}

/** Walks down from the heading of a group and reads the people below it; `done` are lines that a heading has claimed. */
function membersBelow(
  reading: Reading,
  lines: readonly Line[],
  head: number,
  group: Group,
  done: Set<number>,
): RoleDraft[] {
  const drafts: RoleDraft[] = [];
  const { below, others, shared } = lines[head]!;
  const starts = shared ? [below] : [below, ...others];
  for (let next = starts.shift(); next !== undefined; next = starts.shift()) {
    let idle = 0;
    let at = next;
    for (let step = 0; step < MOST_LINES && at >= 0 && idle <= MOST_OTHER_LINES; step++) {
      const line = lines[at]!;
      if (done.has(at) || line.document !== lines[head]!.document) break;
      if (FURNITURE.test(line.text)) {
        at = line.below;
        continue;
      }
      const several = namesOf(reading, line, true);
      let card = several.length > 1 ? null : (titleFirst(reading, line) ?? cardAt(reading, lines, at, !group.post));
      if (several.length > 1)
        drafts.push(...several.flatMap((name) => listedDrafts({ name, titles: [], firm: null, next: -1 }, group)));
      else if (card !== null) {
        if (group.post) card = { ...card, titles: [], firm: null, next: line.below };
        drafts.push(...listedDrafts(card, group));
        for (let taken = at; taken >= 0 && taken !== card.next; taken = lines[taken]!.below) done.add(taken);
      } else if (drafts.length === 0 || line.long || (headsGroup(reading, line) && /:$/.test(line.text))) break;
      else if (!isTitleLine(line.text) && organizationOfLine(reading, line) === null && !isReachLine(line.text)) idle++;
      if (several.length > 0) {
        idle = 0;
        // Cells beside each other are members all.
        if (line.shared && !shared) starts.push(...rowMates(lines, at, done));
      }
      done.add(at);
      at = card?.next ?? line.below;
    }
  }
  return drafts;
}

/** The lines in the same row to the right of the first cell. */
function rowMates(lines: readonly Line[], at: number, done: ReadonlySet<number>): number[] {
  const mates: number[] = [];
  for (let next = at + 1; next < lines.length && lines[next]!.block === lines[at]!.block; next++)
    if (!done.has(next) && lines[next]!.column !== lines[at]!.column) mates.push(next);
  return mates;
}

/** "The following were elected:" above the heading of a part of the list. */
function statusAbove(reading: Reading, above: Line | undefined): RoleStatus {
  const lead = above === undefined || reading.text[above.end - 1] !== ':' ? null : leadOf(reading, above);
  return lead === null ? 'current' : statusOfGroup(reading.text.slice(lead.start, lead.end));
}

/** People listed under the heading or the sentence that says what they are: "The following were elected directors:". */
export function listRoles(reading: Reading, lines: readonly Line[], free: readonly boolean[]): RoleDraft[] {
  const drafts: RoleDraft[] = [];
  const done = new Set<number>(free.flatMap((yes, at) => (yes ? [] : [at])));
  lines.forEach((line, index) => {
    if (done.has(index) || line.end - line.start < 5) return;
    const lead = leadOf(reading, line);
    const group = lead === null ? null : groupOf(reading, lead);
    if (group === null) return;
    const status = group.status === 'current' ? statusAbove(reading, lines[line.above]) : group.status;
    drafts.push(...membersBelow(reading, lines, index, { ...group, status }, done));
  });
  return drafts;
}
