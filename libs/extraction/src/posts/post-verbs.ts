import type { Token } from '../frames/tokens.ts';
import { AUXILIARIES, isAdverb, MODALS_OPEN, NEGATIONS } from '../lexicon/function-words.ts';
import { INTENTIONS, particlesOf, postNounSense, postVerb, type PostSense } from '../lexicon/post-verbs.ts';

/** A verb of posts as it stands in a sentence. */
export interface PostVerb {
  readonly sense: PostSense | 'be';
  readonly base: string;
  readonly at: number;
  readonly first: number;
  readonly passive: boolean;
  readonly denied: boolean;
  /** "will", "is to", "has agreed to". */
  readonly ahead: boolean;
  /** "was", "served", "had been": over, where the verb says that somebody holds a post. */
  readonly past: boolean;
  /** "has served". */
  readonly perfect: boolean;
  /** It stands as a noun: "resignation". */
  readonly noun: boolean;
  /** "continues to serve". */
  readonly goesOn: boolean;
  /** "be appointed", "to appoint": asked for, not done. */
  readonly asked: boolean;
  /** "may resign", "shall no longer serve": told of a case that may never be. */
  readonly possible: boolean;
  /** "serving as", without a form of "be": the time is that of the verb before it. */
  readonly timeless: boolean;
}

const BE = /^(?:is|are|was|were|be|been|being)$/;
const PAST_BE = /^(?:was|were|had)$/;

function auxiliaries(
  tokens: readonly Token[],
  at: number,
): Pick<PostVerb, 'first' | 'passive' | 'denied' | 'ahead' | 'past' | 'perfect' | 'goesOn' | 'asked' | 'possible'> & {
  simple: boolean;
  /** "no longer". */
  over: boolean;
} {
  let first = at;
  let [passive, denied, ahead, past, perfect, possible] = [false, false, false, false, false, false];
  let [goesOn, simple, to, will, bare, over, meant] = [false, true, false, false, false, false, false];
  for (let before = at - 1; before >= 0 && at - before <= 8; before--) {
    const { kind, lower } = tokens[before]!;
    if (kind !== 'word') break;
    if (lower === 'to') [ahead, to, simple] = [true, true, false];
    else if (/^(?:continu|remain)/.test(lower)) goesOn = true;
    else if (lower === 'longer' && tokens[before - 1]?.lower === 'no') over = true;
    else if (NEGATIONS.has(lower)) denied = true;
    else if (AUXILIARIES.has(lower)) {
      simple = false;
      if (meant) {
        first = before;
        continue;
      }
      if (MODALS_OPEN.has(lower) && lower !== 'would') possible = true;
      if (lower === 'shall' && over) possible = true;
      if (lower === 'be') bare = true;
      if (lower === 'will' || lower === 'shall' || lower === 'would') will = true;
      if (BE.test(lower)) passive = true;
      if (PAST_BE.test(lower)) past = true;
      if (lower === 'will' || lower === 'shall' || lower === 'would') ahead = true;
      if (lower === 'has' || lower === 'have') perfect = true;
    } else if (/^(?:previously|formerly)$/.test(lower)) past = true;
    else if (to && INTENTIONS.has(lower)) meant = true;
    else if (!isAdverb(lower) && lower !== 'also') break;
    first = before;
  }
  const asked = !will && ((bare && !to) || (to && !passive));
  return { first, passive, denied, ahead, past, perfect, goesOn, asked, possible, simple, over };
}

/** "on paid leave": the noun. */
function isLeaveOfAbsence(tokens: readonly Token[], at: number): boolean {
  const { kind, lower } = tokens[at - 1] ?? { kind: 'mark', lower: ',' };
  return kind === 'word' && !AUXILIARIES.has(lower) && !isAdverb(lower) && !/^(?:to|and|who|they|not)$/.test(lower);
}

/** The verb of posts at a token: a verb of the lexicon, a form of "be" by itself, or a noun that stands for a verb. */
export function postVerbAt(tokens: readonly Token[], at: number): PostVerb | null {
  const token = tokens[at];
  if (token?.kind !== 'word') return null;
  const noun = postNounSense(token.lower);
  if (noun !== undefined)
    return {
      sense: noun,
      base: token.lower,
      at,
      first: at,
      passive: false,
      denied: false,
      ahead: false,
      past: false,
      perfect: false,
      noun: true,
      goesOn: false,
      asked: false,
      possible: false,
      timeless: false,
    };
  const verb = postVerb(token.lower);
  if (verb !== undefined) {
    const particles = particlesOf(verb.base);
    const particle = particles && tokens.slice(at + 1, at + 5).find(({ lower }) => Object.hasOwn(particles, lower));
    const sense = particles === undefined ? verb.sense : particle && particles[particle.lower];
    if (sense === undefined) return null;
    // "has elected to retire": the verb behind says what is done.
    if (INTENTIONS.has(token.lower) && tokens[at + 1]?.lower === 'to') return null;
    if (token.lower === 'leave' && isLeaveOfAbsence(tokens, at)) return null;
    const timeless = verb.form === 'gerund';
    const { simple, over, ...group } = auxiliaries(tokens, at);
    // "will no longer serve as": what is over is left.
    if (over && (sense === 'serve' || sense === 'work'))
      return { sense: 'leave', base: verb.base, at, noun: false, ...group, denied: false, timeless: false };
    const past = group.past || (simple && verb.form === 'past');
    return { sense, base: verb.base, at, noun: false, ...group, past, timeless: timeless && simple };
  }
  if (!BE.test(token.lower) && token.lower !== 'been') return null;
  const next = tokens[at + 1]?.lower ?? '';
  if (BE.test(next)) return null;
  const { over, passive, denied, ahead, perfect, goesOn, asked, possible, first, past } = auxiliaries(tokens, at);
  const gone = over || (next === 'no' && tokens[at + 2]?.lower === 'longer');
  return {
    sense: gone ? 'leave' : 'be',
    base: 'be',
    at,
    first,
    passive,
    denied: denied && !gone,
    ahead,
    past: PAST_BE.test(token.lower) || (past && !perfect),
    perfect,
    noun: false,
    goesOn,
    asked,
    possible,
    timeless: false,
  };
}
