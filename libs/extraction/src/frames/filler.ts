import { HOLDING_NOUNS, WHOLE_WORDS } from '../lexicon/deals.ts';
import { AUXILIARIES, PREPOSITIONS } from '../lexicon/function-words.ts';
import type { Filler } from './claim.ts';
import type { NamedOrganization, Token } from './tokens.ts';

export interface Draft {
  organizations: NamedOrganization[];
  people: Filler['people'][number][];
  pronoun: Filler['pronoun'];
  carrier: Filler['carrier'];
  percent: number | null;
  shares: number | null;
  whole: boolean;
  majority: boolean;
  controlling: boolean;
  definite: boolean;
  owner: NamedOrganization | null;
}

export function empty(): Draft {
  return {
    organizations: [],
    people: [],
    pronoun: null,
    carrier: null,
    percent: null,
    shares: null,
    whole: false,
    majority: false,
    controlling: false,
    definite: false,
    owner: null,
  };
}

/** A percentage in the parentheses behind a token: "Lebombo Refining (37.5 per cent)". */
export function percentAside(token: Token): number | null {
  for (const aside of token.asides ?? []) {
    if (aside.length > 8) continue;
    const percent = aside.find((one) => one.kind === 'percent');
    if (percent?.value !== undefined) return percent.value;
  }
  return null;
}

/** A filler of one organization. */
export function fillerOf(token: Token): Filler {
  return {
    ...empty(),
    organizations: token.organization === undefined ? [] : [token.organization],
    people: token.person === undefined ? [] : [token.person],
    percent: percentAside(token),
    start: token.start,
    end: token.end,
  };
}

/** How much of something the words from `at` say: "50%", "a majority stake", "1,200 shares"; nothing of whom. */
export function quantityFrom(
  tokens: readonly Token[],
  at: number,
): Pick<Filler, 'percent' | 'shares' | 'carrier' | 'whole' | 'majority'> {
  let [percent, shares, carrier, whole, majority]: [number | null, number | null, Filler['carrier'], boolean, boolean] =
    [null, null, null, false, false];
  for (let index = at; index < tokens.length && index - at < 8; index++) {
    const { kind, lower, value = null } = tokens[index]!;
    if (kind === 'percent') percent ??= value;
    else if (kind === 'number') shares ??= value;
    else if (kind !== 'word' || AUXILIARIES.has(lower) || PREPOSITIONS.has(lower)) {
      // "an interest in buying lenses".
      if (lower === 'in' && /ing$/.test(tokens[index + 1]?.lower ?? '')) carrier = null;
      break;
    }
    if (HOLDING_NOUNS.has(lower)) carrier = 'holding';
    if (WHOLE_WORDS.has(lower)) whole = true;
    if (lower === 'majority' || lower === 'controlling') majority = true;
  }
  return { percent, shares: carrier === 'holding' ? shares : null, carrier, whole, majority };
}
