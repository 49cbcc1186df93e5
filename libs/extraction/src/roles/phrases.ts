import type { OrganizationMention, PersonMention, Reading, Sentence, Span } from '../reading/index.ts';
import { isPostNoun, POST_MODIFIERS, titleWord } from '../reading/titles.ts';
import { postDates } from './post-dates.ts';
import { classOfTitle } from './classes.ts';
import type { RoleDraft } from './draft.ts';
import {
  joinsPosts,
  linkAfterPerson,
  linkBeforePerson,
  statusOfApposition,
  statusOfVerb,
  type StatusWords,
} from './links.ts';
import { askedAbout } from './asked-about.ts';
import { boardPhrases } from './boards.ts';
import { alsoAt, fellowsOf } from './coordinated.ts';
import { ownerOf, worthKeeping, type Linked, type Post, type Subject } from './posts.ts';
import { organizationOfTitle } from './title-organizations.ts';
import { titlesIn, type TitlePhrase } from './title-phrase.ts';

const LONGEST_SENTENCE = 2500;
const CONTACT =
  /\b(?:contact(?:ed|s)?|further information|more information|additional information|inquiries|enquiries|questions)\b/i;

/** "the accounting firm X" is no person. */
const FIRM_BEFORE =
  /\b(?:firms?|company|consultancy|agency|boutique|bank|publisher|retailer|manufacturer)\s+(?:of\s+)?$/i;

/** Whom "he" and "she" mean: the person a passage speaks of. */
interface Topic {
  name: string | null;
  block: number;
}

/** More than a given name, and not a short form of an organization's name. */
function isPerson(reading: Reading, person: PersonMention): boolean {
  if (!person.name.includes(' ') && !person.honorific) return false;
  if (!person.honorific && FIRM_BEFORE.test(reading.text.slice(Math.max(0, person.start - 24), person.start)))
    return false;
  return person.honorific || reading.organizationName(person.printed) === person.printed;
}

function subjectsOf(reading: Reading, sentence: Sentence, people: readonly PersonMention[], topic: Topic): Subject[] {
  const named = people.filter((person) => isPerson(reading, person));
  const subjects: Subject[] = named.map((person) => ({
    start: person.start,
    end: person.end,
    name: person.name,
    pronoun: false,
  }));
  if (topic.name === null || sentence.block - topic.block > 1) return subjects;
  const text = reading.text.slice(sentence.start, sentence.end);
  const m = /(?<!\/)\b(?:he|she)\b(?!\/)/i.exec(text.slice(0, 400));
  if (m !== null) {
    const start = sentence.start + m.index;
    if (!subjects.some((one) => one.start < start && one.end + 60 > start && one.start !== sentence.start))
      subjects.push({ start, end: start + m[0].length, name: topic.name, pronoun: true });
  }
  return subjects.sort((a, b) => a.start - b.start);
}

function postsOf(
  reading: Reading,
  sentence: Sentence,
  subjects: readonly Subject[],
  organizations: readonly OrganizationMention[],
): Post[] {
  const named = organizations.filter(
    (one) =>
      (one.by !== 'shape' || !hasPost(reading.text.slice(one.start, one.end))) && !isRank(reading.text, sentence, one),
  );
  const taken = [...subjects, ...named].sort((a, b) => a.start - b.start);
  const titles: { title: TitlePhrase; board: boolean }[] = titlesIn(reading.text, sentence, taken).map((title) => ({
    title,
    board: false,
  }));
  for (const board of boardPhrases(reading.text, sentence)) {
    if (!titles.some(({ title }) => title.start < board.end && title.end > board.start))
      titles.push({ title: board, board: true });
  }
  titles.sort((a, b) => a.title.start - b.title.start);
  return titles.map(({ title, board }) => {
    const organization = organizationOfTitle(reading, named, title, sentence.start, sentence.end);
    const span =
      organization === null
        ? title
        : { start: Math.min(title.start, organization.span.start), end: Math.max(title.end, organization.span.end) };
    return { title, organization, span, board };
  });
}

/** "Group Finance Director": the first word is part of the title. */
function isRank(text: string, sentence: Span, { start, end }: Span): boolean {
  if (text.slice(start, end) !== 'Group' || /\bthe\s+$/i.test(text.slice(Math.max(sentence.start, start - 6), start)))
    return false;
  const next = /^\s+(\p{Lu}[\p{L}-]*)/u.exec(text.slice(end, end + 30))?.[1];
  return next !== undefined && (isPostNoun(next) || POST_MODIFIERS.has(titleWord(next)));
}

function hasPost(printed: string): boolean {
  return printed.split(/[\s–—-]+/).some((word) => isPostNoun(word));
}

function wordsAround(
  reading: Reading,
  sentence: Sentence,
  subject: Span,
  post: Post,
  next: Subject | undefined,
): StatusWords {
  const limit = Math.min(sentence.end, next === undefined || next.pronoun ? sentence.end : next.start);
  return {
    before: reading.text.slice(Math.max(sentence.start, subject.start - 160), subject.start),
    between: subject.end <= post.span.start ? reading.text.slice(subject.end, post.span.start) : '',
    title: reading.text.slice(post.span.start, post.span.end),
    after: reading.text.slice(post.span.end, Math.max(post.span.end, Math.min(limit, post.span.end + 140))),
  };
}

/**
 * The person before a post whose post it may be: the nearest, but the one who replaces and not the one replaced, and not
 * one who is only along ("with X", "employed by X as").
 */
function holderBefore(
  reading: Reading,
  sentence: Sentence,
  subjects: readonly Subject[],
  post: Post,
): Subject | undefined {
  const earlier = subjects.filter((one) => one.end <= post.span.start);
  const last = earlier.at(-1);
  const first = earlier.at(-2);
  if (last === undefined || first === undefined) return last;
  const ahead = reading.text.slice(Math.max(sentence.start, last.start - 40), last.start);
  const between = reading.text.slice(last.end, post.span.start);
  if (
    /\b(?:replac(?:e|es|ed|ing)|succeed(?:s|ed|ing)?)\s+(?:\w+\.?\s+)?$/i.test(ahead) &&
    /^\s*,?\s*as\b/i.test(between)
  )
    return first;
  // "has been acting head since the departure of B, has been confirmed as".
  if (
    /\b(?:departure|resignation|retirement|death|removal|appointment|election) of\s+(?:\w+\.?\s+)?$/i.test(ahead) &&
    /,\s+(?:has|have|is|was|will)\b/i.test(between)
  )
    return first;
  if (
    /\b(?:with|by|at)\s+(?:\w+\.\s+)?$/i.test(ahead) &&
    /^\s+(?:and|as)\b/i.test(between) &&
    !/\bmr|ms|mrs|dr/i.test(ahead.slice(-4))
  )
    return first;
  return last;
}

/** The person that holds the post, by the words around. */
function linkOf(
  reading: Reading,
  sentence: Sentence,
  subjects: readonly Subject[],
  post: Post,
  previous: { post: Post; linked: Linked } | null,
): Linked | null {
  const before = holderBefore(reading, sentence, subjects, post);
  const after = subjects.find((one) => one.start >= post.span.end);
  if (before !== undefined) {
    const words = wordsAround(reading, sentence, before, post, after);
    const how = linkAfterPerson(words.between);
    // "are A and B; the chairman is C": the title after the semicolon is that of who follows.
    const ofNext = words.between.includes(';') && /^\s+is\s+\p{Lu}/u.test(words.after);
    if (how === 'apposition' && !post.board && !before.pronoun && !ofNext)
      return { subject: before, how, status: statusOfApposition(words) };
    if (how === 'verb') {
      const status = statusOfVerb(words);
      if (!post.board || status !== 'current' || /\b(?:sits?|serv|continu|remain)/i.test(words.between))
        return { subject: before, how, status };
    }
  }
  if (previous !== null && (before === undefined || before.start <= previous.post.span.start)) {
    const between = joinsPosts(reading.text.slice(previous.post.span.end, post.span.start));
    if (between !== null && !post.board) {
      const words = { ...wordsAround(reading, sentence, previous.linked.subject, post, after), between };
      const status = /\b(?:was|is|has|serves|served|former|formerly|previously)\b/i.test(between)
        ? statusOfVerb(words)
        : previous.linked.status;
      return { subject: previous.linked.subject, how: 'joined', status };
    }
  }
  if (
    after !== undefined &&
    !post.board &&
    !after.pronoun &&
    linkBeforePerson(reading.text.slice(post.span.end, after.start))
  ) {
    const words = {
      ...wordsAround(reading, sentence, after, post, undefined),
      before: reading.text.slice(Math.max(sentence.start, post.span.start - 160), post.span.start),
      between: '',
    };
    return { subject: after, how: 'before', status: statusOfApposition({ ...words, after: '' }) };
  }
  return null;
}

function draftsOf(
  reading: Reading,
  sentence: Sentence,
  subjects: readonly Subject[],
  organizations: readonly OrganizationMention[],
): RoleDraft[] {
  const drafts: RoleDraft[] = [];
  const asContact = CONTACT.test(reading.text.slice(sentence.start, Math.min(sentence.end, sentence.start + 300)));
  const about = asContact ? askedAbout(reading, sentence) : null;
  let previous: { post: Post; linked: Linked } | null = null;
  let bare = false;
  for (const post of postsOf(reading, sentence, subjects, organizations)) {
    const linked = linkOf(reading, sentence, subjects, post, previous);
    if (linked === null) {
      previous = null;
      continue;
    }
    previous = { post, linked };
    const owner = ownerOf(reading, organizations, post, linked, asContact);
    const isTheirs = about !== null && post.organization === null && (owner === null || owner === reading.filer);
    const organization = isTheirs ? about : owner;
    const role = post.board ? 'director' : classOfTitle(post.title.text.replace(/\bmembers\b/i, 'member'), asContact);
    if (organization === undefined || !worthKeeping(reading, sentence, post, linked, role, organization)) continue;
    // "the president and a director of Acme": the first post is Acme's too.
    const last = drafts.at(-1);
    if (linked.how === 'joined' && post.organization !== null && last !== undefined && bare)
      drafts[drafts.length - 1] = { ...last, organization };
    bare = post.organization === null && (linked.how !== 'joined' || bare);
    const { subject } = linked;
    const dates = postDates(reading, sentence, subject, post.span, linked.status);
    const status =
      dates.old && linked.status === 'appointed'
        ? organization === null || organization === reading.filer
          ? 'current'
          : 'former'
        : linked.status;
    const span = { start: Math.min(subject.start, post.span.start), end: Math.max(subject.end, post.span.end) };
    const draft: RoleDraft = {
      person: subject.name,
      organization,
      title: post.title.text,
      role,
      status,
      from: dates.from,
      to: dates.to,
      span: span.end - span.start > 400 ? post.span : span,
      rule: subject.pronoun
        ? 'pronoun'
        : post.board
          ? 'board-move'
          : asContact && linked.how !== 'verb'
            ? 'contact-sentence'
            : status === 'current' || status === 'former'
              ? linked.how
              : 'move',
    };
    drafts.push(draft);
    for (const place of alsoAt(reading, organizations, post, linked))
      drafts.push({ ...draft, organization: place.name, span: { start: span.start, end: place.end } });
    for (const { name, start } of fellowsOf(reading, subjects, post, linked))
      drafts.push({ ...draft, person: name, span: { start, end: span.end - start > 400 ? subject.end : span.end } });
  }
  return drafts;
}

/** A person of whom the sentence speaks, not one that only belongs to something in it. */
function isTopic(reading: Reading, sentence: Sentence, person: PersonMention): boolean {
  if (person.honorific) return true;
  return !/\b(?:of|at|by|with|for|in|from|to|and)\s+$/i.test(
    reading.text.slice(Math.max(sentence.start, person.start - 8), person.start),
  );
}

/** Posts told in sentences: "X, Chief Executive of Y", "Y's CEO X", "X was appointed as ...", biographies. */
export function phraseRoles(reading: Reading): RoleDraft[] {
  const drafts: RoleDraft[] = [];
  const topic: Topic = { name: null, block: -9 };
  for (const sentence of reading.sentences) {
    if (sentence.end - sentence.start > LONGEST_SENTENCE || sentence.end - sentence.start < 12) continue;
    const people = reading.peopleIn(sentence);
    if (people.length === 0 && (topic.name === null || sentence.block - topic.block > 1)) continue;
    const subjects = subjectsOf(reading, sentence, people, topic);
    if (subjects.length > 0 && subjects.length < 60)
      drafts.push(...draftsOf(reading, sentence, subjects, reading.organizationsIn(sentence)));
    const first = people.find((person) => isPerson(reading, person) && isTopic(reading, sentence, person));
    if (first !== undefined) [topic.name, topic.block] = [first.name, sentence.block];
    else if (subjects.length > 0) topic.block = sentence.block;
  }
  return drafts;
}
