import type { RoleStatus } from '../facts.ts';
import type { Token } from '../frames/tokens.ts';
import { AUXILIARIES, isAdverb } from '../lexicon/function-words.ts';
import { isHonorific } from '../reading/lexicon.ts';
import { byVerb, governing, leftBefore, statusOf } from './by-verb.ts';
import { holderOf, isPerson, listEndingAt, listFrom, overDegrees } from './holders.ts';
import type { LinkedPost } from './linked-post.ts';
import type { PostPhrase } from './post-phrases.ts';
import { postVerbAt } from './post-verbs.ts';

const LISTED = 6;
const MOST_BEFORE_BE = 9;
/** Between "consists of" and the names. */
const SEATED =
  /^(?:of|the|following|members?|persons?|directors?|one|two|three|four|five|six|seven|eight|nine|ten|mr|mrs|ms|dr|messrs)\.?$/;

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
  while (AUXILIARIES.has(tokens[at]?.lower ?? '') || isAdverb(tokens[at]?.lower ?? '')) at++;
  const ahead = at > post.next && /^(?:will|shall|to)$/.test(tokens[post.next]!.lower);
  if (!/^(?:consist(?:s|ed|ing)?|compris(?:es?|ed|ing)|composed|includes?)$/.test(tokens[at]?.lower ?? '')) return null;
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
