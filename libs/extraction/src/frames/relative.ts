import { HOLDING_NOUNS, NEEDS_HOLDING } from '../lexicon/deals.ts';
import type { DealSense } from '../lexicon/deals.ts';
import { PREPOSITIONS } from '../lexicon/function-words.ts';
import type { Claim, Filler } from './claim.ts';
import { fillerOf, quantityFrom } from './filler.ts';
import { whoseShares } from './passive.ts';
import { besideFrom } from './sides.ts';
import type { Token } from './tokens.ts';
import { claimOf } from './verb-claim.ts';
import type { VerbGroup } from './verbs.ts';

/** "Acme, a company", "Acme is the company": a noun with an article says what the name at `at` is. */
function explained(tokens: readonly Token[], at: number): boolean {
  const link = tokens[at + 1]?.lower;
  return (
    (link === ',' || link === 'is') && /^(?:a|an|the|one|its|our|their|another)$/.test(tokens[at + 2]?.lower ?? '')
  );
}

/** The name before ", a company" at `at`. */
function apposedHost(tokens: readonly Token[], at: number): Token | undefined {
  for (let before = at; before >= 0 && at - before <= 6; before--) {
    const { kind, lower } = tokens[before]!;
    if (kind === 'organization') return explained(tokens, before) ? tokens[before] : undefined;
    if (kind === 'mark' && lower !== ',') return undefined;
  }
  return undefined;
}

/** A name, or the pronoun that stands for one. */
function actor(subject: Token): Filler {
  return subject.kind === 'organization'
    ? fillerOf(subject)
    : { ...fillerOf(subject), pronoun: { word: subject.lower, at: subject.start } };
}

/** "Acme, which Borealis had held for eleven years": the name before the pronoun is what the verb takes. */
export function objectRelative(tokens: readonly Token[], group: VerbGroup): Claim<DealSense> | null {
  if (NEEDS_HOLDING.has(group.base) && group.base !== 'hold' && group.base !== 'have') return null;
  let at = group.first - 1;
  const subject = tokens[at];
  if (subject?.kind !== 'organization' && subject?.kind !== 'word') return null;
  if (subject.kind === 'word' && !/^(?:it|we|they|company)$/.test(subject.lower)) return null;
  while (at > 0 && tokens[at - 1]!.lower === 'the') at--;
  // "Acme, all of whose shares it holds".
  const whose = HOLDING_NOUNS.has(tokens[at - 1]?.lower ?? '') ? whoseShares(tokens, at) : null;
  if (whose !== null) return claimOf(tokens, group, 'object-relative', actor(subject), whose, null, new Map());
  const pronoun = tokens[at - 1]?.lower;
  if (pronoun !== 'which' && pronoun !== 'that') return null;
  let before = at - 2;
  const share = tokens[before]?.lower === 'in' || tokens[before]?.lower === 'of';
  if (share) before--;
  if (!share && PREPOSITIONS.has(tokens[before]?.lower ?? '')) return null;
  if (tokens[before]?.lower === ',') before--;
  // "Acme, a company that Borealis acquired".
  const host = tokens[before]?.kind === 'organization' ? tokens[before] : apposedHost(tokens, before);
  if (host?.kind !== 'organization') return null;
  const quantity = quantityFrom(tokens, group.at + 1);
  if (!share && (quantity.percent !== null || quantity.carrier !== null)) return null;
  if (share && quantity.carrier === null && quantity.percent === null && !quantity.majority) return null;
  const object = { ...fillerOf(host), ...quantity, end: Math.max(host.end, tokens[group.at]!.end) };
  return claimOf(
    tokens,
    group,
    'object-relative',
    { ...actor(subject), percent: null },
    object,
    null,
    besideFrom(tokens, group.at + 1),
  );
}
