import type { DealSense } from '../lexicon/deals.ts';
import { AUXILIARIES, PREPOSITIONS } from '../lexicon/function-words.ts';
import type { Filler } from './claim.ts';
import { fillerOf, percentAside } from './filler.ts';
import { firstWithin } from './look-ahead.ts';
import { organizationsFrom } from './name-list.ts';
import { phraseFrom } from './noun-phrase.ts';
import type { Phrase } from './noun-phrase.ts';
import type { Token } from './tokens.ts';
import { verbAt } from './verbs.ts';

const BESIDE = new Set('by from to with into through for'.split(' '));

const BESIDE_REACH = 40;

const SIDES_END = new Set([';', ':']);

/** What prepositions behind a verb or noun name: "to Borealis plc", "from Acme AG". The first of each counts. */
export function besideFrom(tokens: readonly Token[], from: number): Map<string, Filler> {
  const found = new Map<string, Filler>();
  for (let at = from; at < tokens.length && at - from < BESIDE_REACH; at++) {
    const { kind, lower } = tokens[at]!;
    if (kind === 'mark' && SIDES_END.has(lower)) break;
    if (kind !== 'word') continue;
    // A new clause with a verb of its own has sides of its own.
    const verb = at > from ? verbAt(tokens, at) : null;
    if (verb !== null && verb.form !== 'gerund' && lower !== 'offer' && lower !== 'purchase') break;
    if (AUXILIARIES.has(lower) && at > from + 1) break;
    if (!BESIDE.has(lower) || found.has(lower)) continue;
    if (lower === 'to' && tokens[at + 1]?.kind === 'word' && verbAt(tokens, at + 1) !== null) break;
    const phrase = sideAt(tokens, at + 1);
    if (phrase !== null) found.set(lower, phrase.filler);
  }
  return found;
}

/** A side of a deal: a name, be it behind "a subsidiary of" or "affiliates of". */
function sideAt(tokens: readonly Token[], at: number): Phrase | null {
  const house = tokens[at + 1];
  if (
    /^(?:a|an)$/.test(tokens[at]?.lower ?? '') &&
    house?.kind === 'organization' &&
    /^(?:affiliate|subsidiary|unit|fund|vehicle)$/.test(tokens[at + 2]?.lower ?? '')
  )
    return { filler: fillerOf(house), next: at + 3 };
  const phrase = phraseFrom(tokens, at);
  if (phrase !== null) return phrase;
  // "an investor group led by Vector Capital", "a company controlled by X", "a fund advised by X".
  for (let index = at; index < tokens.length && index - at <= 9; index++) {
    const token = tokens[index]!;
    if (token.kind === 'organization' || token.kind === 'mark') return null;
    if (
      token.lower === 'by' &&
      /^(?:led|controlled|owned|advised|managed|formed|sponsored|headed|backed|lead)$/.test(
        tokens[index - 1]?.lower ?? '',
      )
    ) {
      return tokens[index + 1]?.kind === 'organization' ? nameAt(tokens, index + 1) : null;
    }
    if (
      token.lower === 'of' &&
      /^(?:affiliate|affiliates|funds?|unit|subsidiary|vehicle|consortium|group)$/.test(tokens[index - 1]?.lower ?? '')
    )
      return tokens[index + 1]?.kind === 'organization' ? nameAt(tokens, index + 1) : null;
    if (PREPOSITIONS.has(token.lower)) return null;
  }
  return null;
}

function nameAt(tokens: readonly Token[], at: number): Phrase {
  const { list, next } = organizationsFrom(tokens, at);
  return { filler: { ...fillerOf(tokens[at]!), organizations: list }, next };
}

/** The phrase that ends right before `end`: what a passive or reduced clause is about. */
export function phraseBefore(tokens: readonly Token[], end: number): Phrase | null {
  let at = end - 1;
  if (tokens[at]?.lower === 'turn' && tokens[at - 1]?.lower === 'in') at -= 2;
  if (tokens[at]?.lower === ',') at--;
  const last = tokens[at];
  if (last === undefined) return null;
  if (/^(?:which|that|who)$/.test(last.lower)) return phraseBefore(tokens, at);
  // Back to where a phrase can begin, then forward: the phrase must end where we began. The longest one counts.
  let longest: Phrase | null = null;
  for (let first = at, steps = 0; first >= 0 && steps < 16; first--, steps++) {
    const token = tokens[first]!;
    if (token.kind === 'mark' && token.lower !== ',' && token.lower !== '-') break;
    if (token.kind === 'mark') continue;
    const before = tokens[first - 1];
    const opens =
      before === undefined ||
      before.kind === 'mark' ||
      (before.kind === 'word' &&
        (PREPOSITIONS.has(before.lower)
          ? !/^(?:of|in)$/.test(before.lower)
          : /^(?:and|that|which|while|but|said|where|when|whereby|if)$/.test(before.lower)));
    if (!opens && !(token.kind === 'organization' && before?.kind === 'word' && before.lower === 'the')) continue;
    const phrase = phraseFrom(tokens, first);
    if (phrase !== null && phrase.next >= at && phrase.next <= at + 2) longest = phrase;
  }
  if (longest !== null) return longest;
  if (last.kind === 'organization') {
    return { filler: { ...fillerOf(last), percent: percentAside(last) }, next: end };
  }
  return null;
}

/** "an agreement with Acme to sell": the other side stands before the verb. */
export function agreedWith(
  tokens: readonly Token[],
  first: number,
  sense: DealSense,
  beside: Map<string, Filler>,
): void {
  const side = sense === 'sell' ? 'to' : sense === 'buy' ? 'from' : null;
  if (side === null || beside.has(side)) return;
  for (let at = first - 1; at >= 0 && first - at <= 24; at--) {
    const { kind, lower } = tokens[at]!;
    if (kind === 'mark' && lower === ';') return;
    if (
      lower !== 'with' ||
      !tokens
        .slice(Math.max(0, at - 5), at)
        .some((token) => /^(?:agreements?|agreed|contract|deal|deed|letter|terms)$/.test(token.lower))
    )
      continue;
    const named = tokens[at + 1]?.kind === 'organization' ? nameAt(tokens, at + 1) : null;
    if (named !== null) beside.set(side, named.filler);
    return;
  }
}

/** "owns, directly or indirectly, 62%": behind an aside between commas. */
export function behindAside(tokens: readonly Token[], at: number): number {
  if (tokens[at]?.lower !== ',') return at;
  const closing = firstWithin(tokens, at + 1, at + 9, ({ lower }) => lower === ',');
  return closing > 0 ? closing + 1 : at;
}

/** "acquire from Acme its 70% holding in": a side stands between the verb and what it takes. */
export function sideFirst(tokens: readonly Token[], at: number): { word: string; filler: Filler; next: number } | null {
  const word = tokens[at]?.lower ?? '';
  if (word !== 'from' && word !== 'to') return null;
  // "distributed to its stockholders all of the shares of".
  const holders = tokens.slice(at + 1, at + 5).findIndex(({ lower }) => /^(?:share|stock|unit)holders$/.test(lower));
  if (holders >= 0) return { word: 'holders', filler: fillerOf(tokens[at + 1 + holders]!), next: at + 2 + holders };
  const phrase = phraseFrom(tokens, at + 1);
  if (phrase === null) return null;
  let { next } = phrase;
  // ", subject to approval,": an aside between commas.
  if (tokens[next]?.lower === ',') {
    const closing = firstWithin(tokens, next + 1, next + 13, ({ lower }) => lower === ',');
    next = closing > 0 ? closing + 1 : next + 1;
  }
  return { word, filler: phrase.filler, next };
}
