import type { RoleStatus } from '../facts.ts';
import type { PersonMention, Reading, Sentence } from '../reading/index.ts';
import { samePerson } from '../reading/index.ts';
import type { RoleDraft } from './draft.ts';

/** Words that put one person in the place of another. */
const SUCCEEDS =
  /\b(?:(?:to|will|shall|who|has|have|and)\s+(?:succeeds?|succeeded|replaces?|replaced)|succeeds|replaces|succeeding|replacing|in (?:place|replacement|substitution) of|in succession to|(?:as|be|is) (?:the )?(?:successor|replacement) (?:to|of|for)|(?:takes?|taking|took) over from)\s+/gi;
/** The same told of the one who goes: "she will be succeeded by B". */
const SUCCEEDED_BY = /\b(?:succeeded|replaced|followed) (?:as [^,;.]{3,60} )?by\s+/gi;
/** The same with "him" and "her" for the person of the sentence before. */
const ANAPHORIC =
  /\b(?:(?:to|will|shall|has|who)\s+(?:succeed|replace|succeeded|replaced)s?\s+(?:him|her)\b|(?:succeeds|replaces|succeeding|replacing)\s+(?:him|her)\b|in (?:his|her) (?:place|stead|replacement)\b|as (?:his|her) (?:successor|replacement)\b)/i;
const LEAVES =
  /^[^.;]{0,60}?\b(?:resign\w*|retir\w*|step(?:s|ped|ping)? down|leav(?:e|es|ing)|left|depart\w*|died|passed away|death)/i;
const PRONOUN = /^\s*(?:he|she)\b[^,;]{0,60}$/i;
const AHEAD = /\b(?:to|will|shall)\s+(?:succeed|replace|be succeeding|be replacing|take over from)\b/i;
const BEGINS = new Set<RoleStatus>(['appointed', 'nominated']);
/** How far back the post of the one who goes may have been told. */
const REACH = 1500;

function draft(
  post: RoleDraft,
  person: PersonMention,
  status: RoleStatus,
  span: { readonly start: number; readonly end: number },
): RoleDraft {
  // Whoever is succeeded on a day left on it.
  const day = post.from?.length === 10 && (status === 'resigned' || status === 'former') ? post.from : null;
  return {
    to: day,
    person: person.name,
    organization: post.organization,
    title: post.title,
    role: post.role,
    status,
    span,
    rule: 'succession',
  };
}

/** The last post told in the stretch that begins, or one that is held or left; of whomever where no person is given. */
function latest(
  posts: readonly RoleDraft[],
  person: string | null,
  from: number,
  to: number,
  begins: boolean,
): RoleDraft | undefined {
  return postsIn(posts, from, to)
    .filter(
      (post) =>
        BEGINS.has(post.status) === begins &&
        post.status !== 'former' &&
        (begins || post.role !== 'contact') &&
        (person === null || samePerson(post.person, person)),
    )
    .at(-1);
}

/** The posts that begin in a stretch; `posts` are sorted by where they begin. */
function postsIn(posts: readonly RoleDraft[], from: number, to: number): readonly RoleDraft[] {
  let low = 0;
  let high = posts.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (posts[middle]!.span.start < from) low = middle + 1;
    else high = middle;
  }
  let end = low;
  while (end < posts.length && posts[end]!.span.start < to) end++;
  return posts.slice(low, end);
}

function pairOf(
  sentence: Sentence,
  posts: readonly RoleDraft[],
  text: string,
  comes: PersonMention | undefined,
  goes: PersonMention,
): RoleDraft[] {
  const taken = latest(posts, comes?.name ?? null, Math.max(0, sentence.start - REACH), sentence.end, true);
  if (taken !== undefined) {
    // Who is still to be succeeded leaves; who was succeeded has left.
    const ahead = AHEAD.test(text.slice(Math.max(sentence.start, goes.start - 40), goes.start));
    const next = text.slice(goes.end, goes.end + 8);
    // "A succeeds B as Treasurer": one post of both.
    const both = /^\s*,?\s*as\b/i.test(next);
    if (both && taken.span.end > goes.end && taken.span.start < goes.start && !samePerson(taken.person, goes.name))
      return [draft(taken, goes, ahead ? 'resigned' : 'former', { start: goes.start, end: taken.span.end })];
    // The post of the one who goes is printed with the name: another rule reads it.
    if (both || /^\s*,?\s*\(/.test(next)) return [];
    const tail = text.slice(goes.end, Math.min(sentence.end, goes.end + 120));
    if (samePerson(taken.person, goes.name)) return [];
    const leaves = /^,?\s+(?:who|and who)\b/i.test(tail) && LEAVES.test(tail);
    return [draft(taken, goes, leaves || ahead ? 'resigned' : 'former', goes)];
  }
  if (comes === undefined) return [];
  const left = latest(posts, goes.name, Math.max(0, sentence.start - REACH), sentence.end, false);
  if (left === undefined || /^\s*,?\s*as\b/i.test(text.slice(goes.end, goes.end + 8))) return [];
  return [draft(left, comes, 'appointed', { start: comes.start, end: goes.end })];
}

/** "in his place the Board appointed B": the post that the sentence before says to be left. */
function anaphoric(
  sentence: Sentence,
  before: Sentence | undefined,
  posts: readonly RoleDraft[],
  people: readonly PersonMention[],
  text: string,
): RoleDraft[] {
  if (before === undefined || people.length !== 1) return [];
  const told = text.slice(sentence.start, sentence.end);
  const found = ANAPHORIC.exec(told.slice(0, 600));
  const [comes] = people;
  if (found === null || comes === undefined || postsIn(posts, sentence.start, sentence.end).length > 0) return [];
  const left = postsIn(posts, before.start, before.end)
    .filter((post) => post.status === 'resigned')
    .at(-1);
  if (left === undefined || samePerson(left.person, comes.name)) return [];
  const at = sentence.start + found.index;
  const span = { start: Math.min(at, comes.start), end: Math.max(at + found[0].length, comes.end) };
  return [draft(left, comes, 'appointed', span)];
}

/**
 * Posts that are told of one person and pass to or from another: "A was appointed Chief Executive, succeeding B",
 * "B resigned as Chief Executive; A will succeed him". `told` are those that sentences tell.
 */
export function successionRoles(reading: Reading, told: readonly RoleDraft[]): RoleDraft[] {
  const drafts: RoleDraft[] = [];
  const posts = [...told].sort((a, b) => a.span.start - b.span.start);
  if (!posts.some((post) => BEGINS.has(post.status) || post.status === 'resigned')) return drafts;
  const { text } = reading;
  let before: Sentence | undefined;
  for (const sentence of reading.sentences) {
    const previous = before;
    before = sentence;
    if (sentence.end - sentence.start > 1500) continue;
    const people = reading.peopleIn(sentence);
    if (people.length === 0) continue;
    const words = text.slice(sentence.start, sentence.end);
    SUCCEEDS.lastIndex = 0;
    for (let m = SUCCEEDS.exec(words); m !== null; m = SUCCEEDS.exec(words)) {
      const end = sentence.start + m.index + m[0].length;
      const goes = people.find((person) => person.start >= end && person.start - end < 14);
      const comes = people.filter((person) => person.end <= sentence.start + m!.index + 1).at(-1);
      if (goes === undefined || (comes === undefined && !PRONOUN.test(words.slice(0, m.index + 1)))) continue;
      if (comes !== undefined && samePerson(goes.name, comes.name)) continue;
      drafts.push(...pairOf(sentence, posts, text, comes, goes));
    }
    SUCCEEDED_BY.lastIndex = 0;
    for (let m = SUCCEEDED_BY.exec(words); m !== null; m = SUCCEEDED_BY.exec(words)) {
      const end = sentence.start + m.index + m[0].length;
      const comes = people.find((person) => person.start >= end && person.start - end < 24);
      const goes = people.filter((person) => person.end <= sentence.start + m!.index).at(-1);
      if (comes === undefined || (goes === undefined && !PRONOUN.test(words.slice(0, m.index)))) continue;
      const left = latest(posts, goes?.name ?? null, Math.max(0, sentence.start - REACH), sentence.end, false);
      if (left === undefined || samePerson(left.person, comes.name)) continue;
      drafts.push(draft(left, comes, 'appointed', { start: sentence.start + m.index, end: comes.end }));
    }
    drafts.push(...anaphoric(sentence, previous, posts, people, text));
  }
  return drafts;
}
