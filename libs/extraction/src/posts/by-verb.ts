import type { RoleStatus } from '../facts.ts';
import type { Token } from '../frames/tokens.ts';
import { isAdverb } from '../lexicon/function-words.ts';
import { holderOf, isPerson, listFrom, overHonorific, skipHonorific, subjectPerson, type Holder } from './holders.ts';
import type { LinkedPost } from './linked-post.ts';
import type { PostPhrase } from './post-phrases.ts';
import { postVerbAt, type PostVerb } from './post-verbs.ts';

const VERB_REACH = 34;
/** A clause that opens a sentence has its noun among these. */
const FIRST_WORDS = 6;

/** What a verb of posts says of the post that it links. */
export function statusOf(verb: PostVerb, post: PostPhrase): RoleStatus {
  if (post.when === 'former' && (verb.sense === 'be' || verb.sense === 'serve')) return 'former';
  switch (verb.sense) {
    case 'leave':
      return 'resigned';
    case 'nominate':
      return 'nominated';
    case 'appoint':
      if (verb.base === 'confirm') return 'current';
      return verb.asked ? 'nominated' : 'appointed';
    case 'take-up':
    case 'succeed':
    case 'join':
      return 'appointed';
    case 'be':
    case 'serve':
      if (verb.goesOn || /^(?:remain|continue)$/.test(verb.base)) return verb.past ? 'former' : 'current';
      if (verb.ahead) return 'appointed';
      return verb.past ? 'former' : 'current';
    case 'work':
      if (verb.ahead) return 'appointed';
      return verb.past || /^(?:begin|start|spend)$/.test(verb.base) ? 'former' : 'current';
  }
}

/** Words that link a verb to a post behind it: "as", "to the position of", "from his role as". */
const LINK_END =
  /^(?:as|to|be|of|from|on|is|are|was|were|been|becoming|become|became|becomes|position|role|the|a|an|its|his|her|their|our|for|in|at)$/;

/** "elected A to fill the vacancy". */
function isVacancy(post: PostPhrase): boolean {
  return post.seat && /^(?:vacanc|seat)/i.test(post.title);
}

function linkable(tokens: readonly Token[], verb: PostVerb, post: PostPhrase): boolean {
  if (isVacancy(post)) return verb.sense === 'appoint';
  let end = post.first - 1;
  while (
    end > verb.at &&
    tokens[end]!.kind === 'word' &&
    (isAdverb(tokens[end]!.lower) || /^(?:also|both|most|no|longer)$/.test(tokens[end]!.lower))
  )
    end--;
  const last = tokens[end];
  if (last === undefined) return false;
  // "is the son of the Chairman"; "is one of the directors".
  if (verb.sense === 'be' && last.lower === 'of' && !/^(?:one|two|three|members?)$/.test(tokens[end - 1]?.lower ?? ''))
    return false;
  if (end === verb.at) return true;
  // "succeeds A, who is retiring, as": the verb of the clause between commas is another's.
  if (
    last.lower === 'as' &&
    tokens[end - 1]?.lower === ',' &&
    tokens.slice(Math.max(0, verb.first - 2), verb.first).some(({ lower }) => lower === 'who')
  )
    return false;
  if (last.kind === 'word' && (LINK_END.test(last.lower) || postVerbAt(tokens, end)?.at === verb.at)) return true;
  // "appointed John Smith Chief Executive Officer", "elected Messrs. A and B directors".
  return verb.sense === 'appoint' && isPerson(last);
}

/** The verb that governs the post: the nearest one to the left, with nothing of another clause between. */
export function governing(tokens: readonly Token[], post: PostPhrase, floor: number): PostVerb | null {
  for (let at = post.first - 1; at >= floor && post.first - at <= VERB_REACH; at--) {
    const { kind, lower } = tokens[at]!;
    if (kind === 'mark' && (lower === ';' || lower === '?')) return null;
    const verb = postVerbAt(tokens, at);
    if (verb === null) continue;
    if (verb.base === 'fill' && isVacancy(post)) continue;
    // "has agreed to serve": forms of "be" before another verb belong to that one.
    if (!linkable(tokens, verb, post)) {
      if (verb.sense === 'be' || verb.noun || verb.sense === 'leave') continue;
      return null;
    }
    return verb;
  }
  return null;
}

/** Whether a participle at `first` can be about the person before it: "A, elected in 2005 as", "and was". */
function beginsClause(tokens: readonly Token[], first: number): boolean {
  const before = tokens[first - 1];
  return (
    before === undefined ||
    isPerson(before) ||
    /^(?:,|and|who|he|she|also|later|then)$/.test(before.lower) ||
    before.kind === 'number'
  );
}

function objectPeople(tokens: readonly Token[], verb: PostVerb, post: { readonly first: number }): Holder[] {
  for (let at = verb.at + 1; at < post.first; at++) {
    if (isPerson(tokens[at])) return listFrom(tokens, at).list;
    const { kind, lower } = tokens[at]!;
    if (kind === 'mark' && lower !== ',') return [];
    if (lower === 'as' || lower === 'to') return [];
  }
  return [];
}

/** "Prior to his appointment as", "since her election as": told of one who took it up long ago. */
function isBefore(tokens: readonly Token[], verb: PostVerb): boolean {
  return (
    verb.sense === 'appoint' &&
    tokens
      .slice(Math.max(0, verb.at - 4), verb.at)
      .some(
        ({ lower }, nth, words) =>
          /^(?:since|before)$/.test(lower) || (lower === 'prior' && words[nth + 1]?.lower === 'to'),
      )
  );
}

/** The person of a noun: "the resignation of A as", "A's resignation as". */
function nounPeople(tokens: readonly Token[], verb: PostVerb, topic: string | null): Holder[] {
  for (let at = verb.at + 1; at < tokens.length && at - verb.at <= 12; at++) {
    if (isPerson(tokens[at])) return listFrom(tokens, at).list;
    if (tokens[at]!.kind === 'title' || tokens[at]!.lower === 'as') break;
  }
  for (let at = verb.at - 1; at >= 0 && verb.at - at <= 4; at--) {
    const token = tokens[at]!;
    if (isPerson(token)) return tokens[at + 1]?.kind === 'possessive' ? [holderOf(token, at)] : [];
    if (token.lower !== 'his' && token.lower !== 'her') continue;
    const named = subjectPerson(tokens, at, topic);
    if (named.length > 0) return named.slice(0, 1);
    // "Prior to his appointment as Treasurer, A served".
    const behind = tokens.findIndex(({ lower }, index) => index > verb.at && lower === ',');
    const subject = behind < 0 ? -1 : overHonorific(tokens, behind + 1);
    if (isPerson(tokens[subject]) && verb.at < FIRST_WORDS) return [holderOf(tokens[subject], subject)];
    if (topic !== null) return [{ name: topic, pronoun: true, start: token.start, end: token.end, index: at }];
  }
  return [];
}

/** "joined the Board", "serves on the Board", "was elected to the Board": words that put somebody on a board or take them off it. */
function takesSeat(tokens: readonly Token[], verb: PostVerb, post: PostPhrase): boolean {
  if (isVacancy(post)) return true;
  if (post.first - verb.at > 14) return false;
  const last = tokens[post.first - 1]?.lower ?? '';
  if (verb.sense === 'join' || (verb.sense === 'leave' && post.first - 1 === verb.at)) return true;
  if (/^members? of/i.test(post.title)) return true;
  return /^(?:on|onto|to|from)$/.test(last) && verb.sense !== 'be' && verb.sense !== 'work';
}

function outerVerb(tokens: readonly Token[], before: number, floor: number): PostVerb | null {
  for (let at = before - 1; at >= floor && before - at <= 14; at--) {
    const verb = postVerbAt(tokens, at);
    if (verb !== null && !verb.noun && verb.sense !== 'be') return verb;
  }
  return null;
}

/** "has chaired the Board of Acme since": the seat is the chair. */
function chairs(tokens: readonly Token[], verb: PostVerb, post: PostPhrase, topic: string | null): LinkedPost | null {
  const holders = subjectPerson(tokens, verb.first, topic);
  if (holders.length === 0 || post.first - 1 !== verb.at) return null;
  const chair = { ...post, seat: false, title: `Chair of the ${post.title}` };
  return { post: chair, holders, status: statusOf(verb, post), how: 'verb', verb };
}

/** "the resignation of A, Chief Executive". */
export function leftBefore(tokens: readonly Token[], person: number): RoleStatus | null {
  // "the death on May 3 of A": whose it is stands behind the day.
  const reach = tokens[skipHonorific(tokens, person - 1)]?.lower === 'of' ? 9 : 3;
  for (let at = person - 1; at >= 0 && person - at <= reach && !isPerson(tokens[at]); at--) {
    const verb = postVerbAt(tokens, at);
    if (verb?.noun === true && verb.sense === 'leave') return 'resigned';
  }
  return null;
}

function lately(tokens: readonly Token[], verb: PostVerb, post: PostPhrase): boolean {
  const between = tokens.slice(verb.at, post.first);
  return between.some(({ lower }) => lower === 'recently') && between.some(({ kind }) => kind === 'organization');
}

/** The post as a verb or a noun that stands for one tells it; null where none does. */
export function byVerb(
  tokens: readonly Token[],
  post: PostPhrase,
  floor: number,
  topic: string | null,
): LinkedPost | null {
  const verb = governing(tokens, post, floor);
  if (verb === null) return null;
  // "did not stand for re-election as directors".
  if (verb.denied && verb.sense === 'nominate') {
    const holders = subjectPerson(tokens, verb.first, topic);
    return holders.length === 0 ? null : { post, holders, status: 'resigned', how: 'verb', verb };
  }
  if (verb.denied || verb.possible) return null;
  if (post.seat && verb.base === 'chair') return chairs(tokens, verb, post, topic);
  if (post.seat && !takesSeat(tokens, verb, post)) return null;
  if (verb.noun) {
    const holders = nounPeople(tokens, verb, topic);
    // "his successor as" is somebody else.
    if (holders.length > 0 && verb.sense === 'succeed') return null;
    if (holders.length > 0)
      return { post, holders, status: isBefore(tokens, verb) ? 'current' : statusOf(verb, post), how: 'noun', verb };
    // "nominate A and B for appointment as": the verb before the noun says whom and how.
    const outer = outerVerb(tokens, verb.at, floor);
    // "stands for election as": the one who stands.
    if (outer !== null && (outer.base === 'stand' || outer.base === 'seek')) {
      const standing = outer.possible ? [] : subjectPerson(tokens, outer.first, topic);
      const status = outer.denied || outer.sense === 'leave' ? 'resigned' : 'nominated';
      return standing.length === 0 ? null : { post, holders: standing, status, how: 'verb', verb: outer };
    }
    const objects = outer === null ? [] : objectPeople(tokens, outer, post);
    return outer === null || objects.length === 0
      ? null
      : { post, holders: objects, status: statusOf(outer, post), how: 'verb', verb: outer };
  }
  const transitive = verb.sense === 'appoint' || verb.sense === 'nominate' || (verb.sense === 'leave' && !verb.passive);
  if (transitive && !verb.passive) {
    const holders = objectPeople(tokens, verb, post);
    if (holders.length > 0) return { post, holders, status: statusOf(verb, post), how: 'verb', verb };
    // "Any director designated to": the participle is that of the noun before it.
    if (verb.sense !== 'leave' && !beginsClause(tokens, verb.first)) return null;
  }
  if (verb.sense === 'succeed' && !verb.passive) {
    // "A succeeds B as": A takes it up; B is told apart by the caller. "appointed A to succeed B as": the object does.
    const outer = verb.asked ? outerVerb(tokens, verb.first, floor) : null;
    const objects = outer?.sense === 'appoint' && !outer.passive ? objectPeople(tokens, outer, verb) : [];
    const holders = objects.length > 0 ? objects : subjectPerson(tokens, verb.first, topic);
    return holders.length === 0 ? null : { post, holders, status: 'appointed', how: 'verb', verb };
  }
  const holders = subjectPerson(tokens, verb.first, topic);
  if (holders.length === 0 || isNeither(tokens, holders[0]!.index)) return null;
  // "the resignation of A, who served as".
  if (
    (verb.sense === 'serve' || verb.sense === 'be') &&
    tokens[verb.first - 1]?.lower === 'who' &&
    leftBefore(tokens, holders[0]!.index) !== null
  )
    return { post, holders, status: 'resigned', how: 'verb', verb };
  // "was employed by Acme, most recently serving as": the time is that of the verb before.
  if (verb.timeless && outerVerb(tokens, verb.first, floor)?.past === true)
    return { post, holders, status: 'former', how: 'verb', verb };
  // "has held several positions at Acme, most recently as": that is over, unless the person is still there.
  if (verb.perfect && post.organizations.length === 0 && lately(tokens, verb, post))
    return { post, holders, status: 'former', how: 'verb', verb };
  // "B, who was appointed": fine; "the Company appointed": an organization acts, and nobody is its object.
  return { post, holders, status: statusOf(verb, post), how: 'verb', verb };
}

function isNeither(tokens: readonly Token[], person: number): boolean {
  return tokens[skipHonorific(tokens, person - 1)]?.lower === 'neither';
}
