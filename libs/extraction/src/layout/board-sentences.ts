import type { RoleStatus } from '../facts.ts';
import type { PersonMention, Reading, Sentence } from '../reading/index.ts';
import type { RoleDraft } from '../roles/draft.ts';
import { postDates } from '../roles/post-dates.ts';

/** "independent non-executive directors": a group of a board, in the plural. */
const GROUP =
  /\b((?:(?:independent|non-?\s?executive|executive|outside|external|internal|alternate|managing|shareholder|employee|other|existing|current)\s+(?:and\s+)?){0,3})(directors|supervisors)\b/gi;
/** "Board of Management: A (Chairman), B, C": a colon and names right behind it. */
const BODY =
  /^(?:[\d.]{1,3}\s*)?(?:attendance:\s*)?(?:the (?:following )?)?(?:(?:current |present )?members? of (?:the )?)?((?:supervisory board|(?:executive|management|managing) board|board of (?:directors|management|managing directors|executive directors)|executive committee)(?: of (?:the )?[^:;.,]{2,50})?)(?: (?:were |are )?(?:present|attending|in attendance))?\s*:\s*/i;
const FORWARD =
  /^\s*(?:\([^()]{1,40}\)\s*)?(?:of\s+(?:the\s+)?[^,;:()]{2,60}?)?\s*(?:for\s+(?:the\s+)?(?:period|term|years?)\s+[\d\s–-]{4,14})?(?:\([^()]{1,60}\)\s*)?,?\s*(?:(?:(?:is|are|will be|shall be|now)\s+)?\b(?:are|is|were|comprises?|includes?|being|namely|consists? of|made up of|composed of|comprised of)\b|as follows|:)(?:\s*:|\s+(?:as follows:?|namely))?\s*/i;
/** "directors whose terms continue are", "directors for terms of three years were". */
const FURTHER = /^(?:\s+[a-z]+){1,8}\s+(?:are|were):?\s+/;
const BACKWARD = /\b(?:as|being|who are|all being)\s+(?:the\s+|its\s+|our\s+)?$/i;
const FARTHEST = 900;

interface Group {
  readonly start: number;
  readonly end: number;
  readonly title: string;
  readonly forward: boolean;
  readonly backward: boolean;
}

function groupsIn(text: string, sentence: Sentence): Group[] {
  const part = text.slice(sentence.start, sentence.end);
  const groups: Group[] = [];
  GROUP.lastIndex = 0;
  for (let m = GROUP.exec(part); m !== null; m = GROUP.exec(part)) {
    const end = m.index + m[0].length;
    groups.push({
      start: sentence.start + m.index,
      end: sentence.start + end,
      title: singular(m[1]!, m[2]!),
      forward: leadsToNames(part.slice(end, end + 140)),
      backward: BACKWARD.test(part.slice(Math.max(0, m.index - 20), m.index)),
    });
  }
  return groups;
}

/** A verb or a colon after the group, and a capital letter after that. */
function leadsToNames(after: string): boolean {
  const m = FORWARD.exec(after) ?? FURTHER.exec(after);
  return m !== null && /^\p{Lu}/u.test(after.slice(m[0].length));
}

function singular(before: string, noun: string): string {
  return `${before}${noun.slice(0, -1)}`.replace(/\s+/g, ' ').trim();
}

function statusOf(words: string): RoleStatus {
  if (/\bnot (?:to )?(?:stand|seek|be standing|be seeking|offer)/i.test(words)) return 'resigned';
  if (/\b(?:resign|retir|step(?:ped|s)? down|cease)/i.test(words)) return 'resigned';
  if (/\b(?:were|was|been|are|is) (?:duly |unanimously )?(?:re-?)?(?:elected|appointed)|\bratified\b/i.test(words))
    return 'appointed';
  if (/\b(?:re-?elect|propos|nominat|nominees|for (?:re-?)?election|to elect|stand for|candidates?)/i.test(words))
    return 'nominated';
  if (/\b(?:appoint|elected|join)/i.test(words)) return 'appointed';
  return 'current';
}

const NO_DAYS = { from: null, to: null } as const;

function draftOf(reading: Reading, person: PersonMention, group: Group, sentence: Sentence): RoleDraft {
  const start = Math.min(person.start, group.start);
  const end = Math.max(person.end, group.end);
  const words = reading.text.slice(Math.max(sentence.start, start - 100), end);
  const status = statusOf(words);
  const days = postDates(reading, sentence, { holder: person, post: group, status });
  const { from, to } = status === 'current' ? NO_DAYS : days;
  return {
    person: person.name,
    organization: null,
    title: group.title,
    role: 'director',
    status,
    from,
    to,
    span: { start, end },
    rule: 'board-list',
  };
}

function listed(reading: Reading, sentence: Sentence): RoleDraft[] {
  const drafts: RoleDraft[] = [];
  const groups = groupsIn(reading.text, sentence);
  if (!groups.some((group) => group.forward || group.backward)) return drafts;
  const people = reading.peopleIn(sentence);
  const claimed = new Set<PersonMention>();
  // "the directors are A and B as executive directors": the nearer and narrower group after the names is meant.
  const order = groups
    .map((_, index) => index)
    .sort((a, b) => Number(groups[b]!.backward) - Number(groups[a]!.backward));
  for (const index of order) {
    const group = groups[index]!;
    const from = groups[index - 1]?.end ?? sentence.start;
    const to = groups[index + 1]?.start ?? sentence.end;
    for (const person of people) {
      const ahead = group.forward && person.start >= group.end && person.end <= to && person.end - group.end < FARTHEST;
      const behind =
        group.backward && person.end <= group.start && person.start >= from && group.start - person.start < FARTHEST;
      if ((!ahead && !behind) || claimed.has(person)) continue;
      claimed.add(person);
      drafts.push(draftOf(reading, person, group, sentence));
    }
  }
  return drafts;
}

/** "Board of Management: A (Chairman), B, C". */
function bodies(reading: Reading, sentence: Sentence): RoleDraft[] {
  const body = BODY.exec(reading.text.slice(sentence.start, Math.min(sentence.end, sentence.start + 160)));
  if (body === null) return [];
  const from = sentence.start + body[0].length;
  const rest = reading.text.slice(from, Math.min(sentence.end, from + FARTHEST));
  const next = rest.search(/[\n.;][^\n:.;]{2,60}:/);
  const people = reading.peopleIn({ start: from, end: from + (next < 0 ? rest.length : next) });
  const first = people[0];
  if (
    first === undefined ||
    !/^(?:(?:Mr|Mrs|Ms|Dr|Prof|Sir|Ing|Dipl)[.-]*\s?|[\w-]{1,6}\.\s?){0,4}$/.test(reading.text.slice(from, first.start))
  )
    return [];
  const title = `member of the ${body[1]!.replace(/\s+/g, ' ')}`;
  return people.map((person) => ({
    person: person.name,
    organization: null,
    title,
    role: 'director',
    status: 'current',
    span: { start: sentence.start, end: person.end },
    rule: 'board-list',
  }));
}

/** Boards told as lists: "the Board comprises A, B and C as executive directors", "the directors are A and B". */
export function boardSentenceRoles(reading: Reading): RoleDraft[] {
  const drafts: RoleDraft[] = [];
  for (const sentence of reading.sentences) {
    if (sentence.end - sentence.start < 30 || sentence.end - sentence.start > 6000) continue;
    if (reading.peopleIn(sentence).length === 0) continue;
    drafts.push(...bodies(reading, sentence), ...listed(reading, sentence));
  }
  return drafts;
}
