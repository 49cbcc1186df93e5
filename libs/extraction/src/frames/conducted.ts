import type { DealSense } from '../lexicon/deals.ts';
import { POSSESSIVES } from '../lexicon/function-words.ts';
import type { Claim, Filler } from './claim.ts';
import { fillerOf } from './filler.ts';
import { firstWithin } from './look-ahead.ts';
import { organizationsFrom } from './name-list.ts';
import { ownerAt, subjectOf } from './subject.ts';
import type { Token } from './tokens.ts';
import { claimOf } from './verb-claim.ts';
import type { VerbGroup } from './verbs.ts';

const BUSINESS = /^(?:business|businesses|operations|activities)$/;
const REACH = 9;

/** "conducts its business through Acme AB", "Acme's operations are carried on through Borealis and Carina": whom they belong to. */
export function conductClaims(tokens: readonly Token[], group: VerbGroup, after: number): Claim<DealSense>[] {
  const through = firstWithin(
    tokens,
    after,
    after + REACH,
    ({ lower }, at) => lower === 'through' || (group.passive && at === after && lower === 'by'),
  );
  const named = tokens[through + 1]?.lower === 'the' ? through + 2 : through + 1;
  if (through < 0 || tokens[named]?.kind !== 'organization') return [];
  const owner = group.passive ? businessBefore(tokens, group.first) : businessBehind(tokens, group, through);
  if (owner === null) return [];
  const { list } = organizationsFrom(tokens, named);
  const object = { ...fillerOf(tokens[named]!), organizations: list };
  return [claimOf(tokens, group, 'conducted', owner, object, null, new Map())];
}

/** "Acme's pump business is", "our operations in Ohio are": whose the business before the verb is. */
function businessBefore(tokens: readonly Token[], first: number): Filler | null {
  for (let at = first - 1; at >= 0 && first - at <= REACH; at--) {
    if (!BUSINESS.test(tokens[at]!.lower)) continue;
    for (let left = at; left > 0 && at - left <= 5; left--) {
      const owner = ownerAt(tokens, left);
      if (owner !== null) return owner.filler;
    }
    return null;
  }
  return null;
}

/** "We conduct our business": who acts, where the business is its own. */
function businessBehind(tokens: readonly Token[], group: VerbGroup, through: number): Filler | null {
  const between = tokens.slice(group.at + 1, through);
  const own = between.some(({ lower, kind }) => kind === 'possessive' || POSSESSIVES.has(lower));
  if (!own || !between.some(({ lower }) => BUSINESS.test(lower))) return null;
  return subjectOf(tokens, group.first, false)?.filler ?? null;
}
