import type { DealSense } from '../lexicon/deals.ts';
import { isFunctionWord } from '../lexicon/function-words.ts';
import type { Claim, Filler } from './claim.ts';
import { fillerOf } from './filler.ts';
import { firstWithin } from './look-ahead.ts';
import { organizationsFrom } from './name-list.ts';
import { ownerAt } from './subject.ts';
import type { Token } from './tokens.ts';

const LEFT_REACH = 6;
const RIGHT_REACH = 8;

/** "Acme's 22% shareholding in Borealis", "its stake in Borealis increased to 60%": who holds stands before the noun. */
export function heldClaims(tokens: readonly Token[], at: number): Claim<DealSense>[] {
  const amounts = amountsTo(tokens, at);
  if (amounts !== null) return [amounts];
  if (tokens[at + 1]?.lower !== 'in') return [];
  let index = at + 2;
  // "its investment in and partnership with Acme".
  if (tokens[index]?.lower === 'and') {
    const preposition = firstWithin(tokens, index + 1, index + 4, ({ lower }) => lower === 'with');
    if (preposition > 0) index = preposition + 1;
  }
  if (/^(?:the|each|both)$/.test(tokens[index]?.lower ?? '')) index++;
  const object = tokens[index];
  if (object?.kind !== 'organization' || tokens[index + 1]?.kind === 'possessive') return [];
  let left = at;
  let percent: number | null = null;
  for (let steps = 0; steps < LEFT_REACH; steps++) {
    const before = tokens[left - 1];
    if (before?.kind === 'percent') percent = before.value ?? null;
    else if (before?.kind !== 'word' || isFunctionWord(before.lower)) break;
    left--;
  }
  const owner = ownerAt(tokens, left) ?? givenTo(tokens, left);
  if (owner === null) return [];
  const { list, next } = organizationsFrom(tokens, index, false);
  for (let behind = next; behind < tokens.length && behind - next < RIGHT_REACH; behind++) {
    const { kind, value = null } = tokens[behind]!;
    if (kind === 'mark') break;
    if (kind === 'percent' && /^(?:to|be|is|was|at|of|approximately)$/.test(tokens[behind - 1]?.lower ?? ''))
      percent = value;
  }
  return [
    {
      sense: 'own',
      construction: 'possessed-holding',
      agent: owner.filler,
      object: { ...fillerOf(object), organizations: list, carrier: 'holding', percent },
      beside: new Map(),
      past: tokens.slice(left, at).some(({ lower }) => /^(?:former|previous)$/.test(lower)),
      denied: false,
      modality: 'stated',
      infinitive: false,
      start: Math.min(owner.filler.start, tokens[left]!.start),
      end: tokens[next - 1]!.end,
    },
  ];
}

/** "gives Acme a 60% stake in Borealis": who gets it stands before the article. */
function givenTo(tokens: readonly Token[], left: number): { filler: Filler } | null {
  if (!/^(?:a|an)$/.test(tokens[left - 1]?.lower ?? '') || !/^(?:giv|leav)/.test(tokens[left - 3]?.lower ?? ''))
    return null;
  const receiver = tokens[left - 2];
  return receiver?.kind === 'organization' ? { filler: fillerOf(receiver) } : null;
}

/** "its holding had crossed 5% and now amounts to 5.02%": a notice to the company whose shares are held. */
function amountsTo(tokens: readonly Token[], at: number): Claim<DealSense> | null {
  const owner = ownerAt(tokens, at);
  if (owner === null) return null;
  const verb = firstWithin(tokens, at + 1, at + 24, ({ lower }) => /^amount(?:s|ed|ing)?$/.test(lower));
  const percent = verb < 0 ? undefined : tokens.slice(verb + 1, verb + 4).find(({ kind }) => kind === 'percent');
  if (percent?.value === undefined) return null;
  const named = tokens.slice(at + 1, verb).find(({ kind }) => kind === 'organization');
  const noun = tokens[at]!;
  // Who gives notice stands first.
  const notifier = tokens.slice(0, at).find(({ kind }) => kind === 'organization');
  const object =
    named === undefined ? { ...fillerOf(noun), pronoun: { word: 'company', at: noun.start } } : fillerOf(named);
  return {
    sense: 'own',
    construction: 'amounts-to',
    agent: notifier === undefined ? owner.filler : fillerOf(notifier),
    object: { ...object, carrier: 'holding', percent: percent.value },
    beside: new Map(),
    past: false,
    denied: false,
    modality: 'stated',
    infinitive: false,
    start: owner.filler.start,
    end: percent.end,
  };
}
