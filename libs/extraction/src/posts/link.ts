import type { Token } from '../frames/tokens.ts';
import type { RoleStatus } from '../facts.ts';
import { AUXILIARIES, isAdverb } from '../lexicon/function-words.ts';
import { isHonorific } from '../reading/lexicon.ts';
import {
  holderOf,
  isPerson,
  listEndingAt,
  listFrom,
  overDegrees,
  skipHonorific,
  subjectPerson,
  type Holder,
} from './holders.ts';
import type { PostPhrase } from './post-phrases.ts';
import { postVerbAt, type PostVerb } from './post-verbs.ts';

/** A post with whose it is, and what the sentence says of it. */
export interface LinkedPost {
  readonly post: PostPhrase;
  readonly holders: readonly Holder[];
  readonly status: RoleStatus;
  /** The construction that read it. */
  readonly how: 'apposition' | 'verb' | 'before' | 'joined' | 'noun';
  readonly verb: PostVerb | null;
}

const VERB_REACH = 34;
const LISTED = 6;
const MOST_BEFORE_BE = 9;
/** Between "consists of" and the names. */
const SEATED =
  /^(?:of|the|following|members?|persons?|directors?|one|two|three|four|five|six|seven|eight|nine|ten|mr|mrs|ms|dr|messrs)\.?$/;

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
    (isAdverb(tokens[end]!.lower) || /^(?:also|both|most)$/.test(tokens[end]!.lower))
  )
    end--;
  const last = tokens[end];
  if (last === undefined) return false;
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
function governing(tokens: readonly Token[], post: PostPhrase, floor: number): PostVerb | null {
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

function byVerb(tokens: readonly Token[], post: PostPhrase, floor: number, topic: string | null): LinkedPost | null {
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
  // "B, who was appointed": fine; "the Company appointed": an organization acts, and nobody is its object.
  return { post, holders, status: statusOf(verb, post), how: 'verb', verb };
}

function isNeither(tokens: readonly Token[], person: number): boolean {
  return tokens[skipHonorific(tokens, person - 1)]?.lower === 'neither';
}

/** Behind "A, Chief Executive": where ", and B, Treasurer," ends, of whom the same verb speaks; `from` where nobody is joined. */
function overJoined(tokens: readonly Token[], from: number): number {
  let at = from;
  for (let joined = 0; joined < LISTED; joined++) {
    let next = at;
    while (tokens[next]?.lower === ',') next++;
    const and = tokens[next]?.lower === 'and';
    if (!and && next === at) return at;
    if (and) next++;
    const pair = new Set<string>();
    let name = false;
    for (; next < tokens.length; next++) {
      const { kind, lower } = tokens[next]!;
      if (kind === 'person' || kind === 'title') {
        if (pair.has(kind)) break;
        pair.add(kind);
      } else if (kind === 'organization') name = true;
      else if (kind !== 'possessive' && lower !== ',' && !/^(?:its|their|our|the|a|an|of|at)$/.test(lower)) break;
      if (lower === ',' && pair.size === 2 && !(name && tokens[next + 1]?.kind === 'person')) break;
    }
    if (pair.size < 2 && !(and && pair.has('title'))) return at;
    at = next;
  }
  return at;
}

/** Whether a verb of leaving follows about the same person: "A, Chief Executive, has resigned". */
function leavesBehind(tokens: readonly Token[], behind: number): RoleStatus | null {
  const from = overJoined(tokens, behind);
  for (let at = from; at < tokens.length && at - from <= 24; at++) {
    const token = tokens[at]!;
    if (isPerson(token) || (token.kind === 'title' && !/\bboards?\b/.test(token.lower)) || token.lower === ';')
      return null;
    const verb = postVerbAt(tokens, at);
    if (verb === null) continue;
    if (verb.denied && verb.sense === 'nominate') return 'resigned';
    if (verb.denied) continue;
    if (verb.sense === 'leave') return 'resigned';
    // "will take early retirement".
    if (verb.base === 'take') continue;
    if (verb.sense !== 'be' && !verb.noun) return null;
  }
  return null;
}

/** What the words of a title say of it: "former", "incoming", "outgoing". */
function saidOf({ when }: PostPhrase): RoleStatus | null {
  if (when === null) return null;
  return when === 'former' ? 'former' : when === 'incoming' ? 'appointed' : 'resigned';
}

function byApposition(tokens: readonly Token[], post: PostPhrase): LinkedPost | null {
  const mark = tokens[post.first - 1];
  const marked = mark?.kind === 'mark' && /^[,:(;-]$/.test(mark.lower);
  const nearest = overDegrees(tokens, marked ? post.first - 2 : post.first - 1);
  // "A, P.Eng., of Acme Ltd., an independent Qualified Person": the employer stands between.
  const employed =
    tokens[nearest]?.kind === 'organization' && /^(?:of|with|at|from)$/.test(tokens[nearest - 1]?.lower ?? '');
  const at = employed ? overDegrees(tokens, nearest - 2) : nearest;
  // "A Person, M.D. cofounder of": a degree stands for the comma.
  if (!marked && at === post.first - 1) return null;
  if (!isPerson(tokens[at])) return null;
  const plural = /s$/.test(post.title) && /^(?:directors|officers|members|managers|co-)/i.test(post.title);
  const holders = plural ? listEndingAt(tokens, at) : [holderOf(tokens[at]!, at)];
  const over = tokens[post.next]?.lower === 'until' ? 'former' : null;
  const status = saidOf(post) ?? over ?? leavesBehind(tokens, post.next) ?? leftBefore(tokens, at) ?? 'current';
  return { post, holders, status, how: 'apposition', verb: null };
}

/** "the resignation of A, Chief Executive". */
function leftBefore(tokens: readonly Token[], person: number): RoleStatus | null {
  for (let at = person - 1; at >= 0 && person - at <= 3; at--) {
    const verb = postVerbAt(tokens, at);
    if (verb?.noun === true && verb.sense === 'leave') return 'resigned';
  }
  return null;
}

/** "TITLE, A; TITLE, B": a list in which each title opens an item and nothing but its holder follows. */
function opensItem(tokens: readonly Token[], post: PostPhrase, behind: number): boolean {
  const left = tokens[post.first - 1];
  const right = tokens[behind];
  const opened =
    left === undefined ||
    left.lower === ';' ||
    left.lower === ':' ||
    (left.lower === 'and' && tokens[post.first - 2]?.lower === ';');
  return opened && (right === undefined || right.lower === ';' || right.lower === '.');
}

/** "The directors whose terms continue are A and B", "elected as directors for three years were A": where the names begin; -1 where none do. */
function behindBe(tokens: readonly Token[], post: PostPhrase): number {
  for (let at = post.next; at < tokens.length && at - post.next <= MOST_BEFORE_BE; at++) {
    const { kind, lower } = tokens[at]!;
    if (/^(?:is|are|was|were)$/.test(lower)) return at + 1;
    if (kind !== 'word' && kind !== 'number' && kind !== 'organization' && kind !== 'possessive') return -1;
  }
  return -1;
}

function beforePerson(tokens: readonly Token[], post: PostPhrase, floor: number): LinkedPost | null {
  let at = post.next;
  if (/^[,:]$/.test(tokens[at]?.lower ?? '')) at++;
  const comma = at > post.next;
  const be = comma ? -1 : behindBe(tokens, post);
  if (be > 0) at = be;
  while (tokens[at]?.kind === 'word' && (isHonorific(tokens[at]!.lower) || tokens[at]!.lower === 'the')) at++;
  if (!isPerson(tokens[at])) return null;
  const plural = /s$/.test(post.title);
  const { list, next } = listFrom(tokens, at);
  // "the Chief Executive, A": with a comma only where the title has a determiner or an owner.
  const owned =
    post.ours ||
    post.its ||
    post.organizations.length > 0 ||
    (tokens[post.first] !== undefined && post.first < tokens.findIndex((token) => token.title === post.titleSpan));
  if ((comma || be > 0) && !owned && !(be > 0 ? plural : opensItem(tokens, post, next))) return null;
  const holders = plural ? list : list.slice(0, 1);
  const elected = be > 0 ? governing(tokens, post, floor) : null;
  const told = elected?.sense === 'appoint' || elected?.sense === 'nominate' ? statusOf(elected, post) : null;
  const past = be > 0 && /^w/.test(tokens[be - 1]!.lower) ? 'former' : null;
  const status =
    saidOf(post) ??
    told ??
    past ??
    leavesBehind(tokens, plural ? next : at + 1) ??
    leftBefore(tokens, post.first) ??
    'current';
  return { post, holders, status, how: 'before', verb: null };
}

/** "The board will consist of five persons: A, B and C". */
function seatList(tokens: readonly Token[], post: PostPhrase): LinkedPost | null {
  let at = post.next;
  while (AUXILIARIES.has(tokens[at]?.lower ?? '')) at++;
  const ahead = at > post.next && /^(?:will|shall|to)$/.test(tokens[post.next]!.lower);
  if (!/^(?:consists?|comprises?|comprised|composed|includes?)$/.test(tokens[at]?.lower ?? '')) return null;
  for (let next = at + 1; next < tokens.length && next - at <= MOST_BEFORE_BE; next++) {
    const { kind, lower } = tokens[next]!;
    if (isPerson(tokens[next])) {
      const holders = listFrom(tokens, next).list;
      return { post, holders, status: ahead ? 'appointed' : 'current', how: 'verb', verb: null };
    }
    if (kind !== 'number' && lower !== ':' && !SEATED.test(lower)) return null;
  }
  return null;
}

/** Links a post of a sentence to its holder. `floor` is the index behind the post before it. */
export function linkPost(
  tokens: readonly Token[],
  post: PostPhrase,
  floor: number,
  topic: string | null,
): LinkedPost | null {
  const next = tokens[post.next]?.lower === ',' || tokens[post.next]?.lower === ':' ? post.next + 1 : -1;
  const item = next > 0 && isPerson(tokens[next]) && opensItem(tokens, post, listFrom(tokens, next).next);
  if (item) return beforePerson(tokens, post, floor);
  const apposed = post.seat ? null : byApposition(tokens, post);
  if (apposed !== null) return apposed;
  const told = byVerb(tokens, post, floor, topic) ?? (post.seat ? seatList(tokens, post) : null);
  if (told !== null) return told;
  // "comprises A and B as directors, and C as chairman".
  if (tokens[post.first - 1]?.lower === 'as' && isPerson(tokens[post.first - 2]))
    return { post, holders: listEndingAt(tokens, post.first - 2), status: 'current', how: 'verb', verb: null };
  return post.seat ? null : beforePerson(tokens, post, floor);
}
