import type { DealSense } from '../lexicon/deals.ts';
import type { Claim, Filler } from './claim.ts';
import { fillerOf, quantityFrom } from './filler.ts';
import { firstWithin } from './look-ahead.ts';
import { phraseFrom } from './noun-phrase.ts';
import type { Phrase } from './noun-phrase.ts';
import type { Token } from './tokens.ts';
import type { VerbGroup } from './verbs.ts';

/** "owns 51% and Borealis owns 49% of Acme": the object stands behind the second share. */
export function sharedObject(tokens: readonly Token[], at: number): Filler | null {
  const quantity = quantityFrom(tokens, at);
  if (quantity.percent === null) return null;
  for (let index = at + 1; index < tokens.length && index - at < 12; index++) {
    if (tokens[index]!.kind !== 'percent') continue;
    const phrase = phraseFrom(tokens, index);
    return phrase === null ? null : { ...phrase.filler, percent: quantity.percent };
  }
  return null;
}

/** "a 33% interest in Acme and a 20% interest in Borealis": what else the verb takes. */
export function furtherObjects(tokens: readonly Token[], from: number): Filler[] {
  const found: Filler[] = [];
  let at = from;
  while (found.length < 12) {
    if (tokens[at]?.lower === ',') at++;
    if (tokens[at]?.lower === 'and') at++;
    if (at === from || !tokens.slice(at, at + 3).some(({ kind }) => kind === 'percent')) return found;
    const phrase = phraseFrom(tokens, at);
    if (phrase === null || phrase.filler.percent === null) return found;
    found.push(phrase.filler);
    from = at = phrase.next;
  }
  return found;
}

/** "owned 75% by Acme and 25% by Borealis": each further share with its holder. */
export function shareClaims(
  tokens: readonly Token[],
  group: VerbGroup,
  first: Claim<DealSense>,
  after: number,
): Claim<DealSense>[] {
  const found: Claim<DealSense>[] = [];
  for (let at = after + 2; at < tokens.length && at - after < 24; at++) {
    if (tokens[at]!.kind !== 'percent') continue;
    const by = tokens.slice(at + 1, at + 3).findIndex(({ lower }) => lower === 'by');
    const holder = by < 0 ? undefined : tokens[at + 2 + by];
    if (holder?.organization === undefined || first.object === null) continue;
    found.push({
      ...first,
      agent: fillerOf(holder),
      object: { ...first.object, percent: tokens[at]!.value ?? null },
      end: holder.end,
      construction: `${first.construction}-share`,
    });
  }
  return found.filter(
    ({ agent }) => agent!.organizations[0] !== first.agent?.organizations[0] && group.sense === 'own',
  );
}

const OF_WHAT = /^(?:capital|class|voting|votes|outstanding|issued|total)$/;

/** "holds 640,118 shares, being 4.61% of the capital": a notice to the company whose shares they are. */
export function impliedShares(tokens: readonly Token[], at: number): Filler | null {
  const first = tokens[at];
  const quantity = quantityFrom(tokens, at);
  const noun = firstWithin(tokens, at, at + 5, ({ lower }) => lower === 'shares');
  if (first?.kind !== 'number' || quantity.shares === null || noun < 0 || tokens[noun + 1]?.lower !== ',') return null;
  const share = firstWithin(tokens, noun + 1, noun + 5, ({ kind }) => kind === 'percent');
  if (share < 0 || !tokens.slice(share + 1, share + 6).some(({ lower }) => OF_WHAT.test(lower))) return null;
  return {
    ...fillerOf(first),
    ...quantity,
    percent: tokens[share]!.value ?? null,
    pronoun: { word: 'company', at: first.start },
    end: tokens[share]!.end,
  };
}

const GAP_REACH = 10;

/** "in which we have 12% and Borealis two thirds": the verb stands once. */
export function gappedClaims(tokens: readonly Token[], first: Claim<DealSense>, from: number): Claim<DealSense>[] {
  for (let at = from; at < tokens.length && at - from < GAP_REACH; at++) {
    if (tokens[at]!.lower !== 'and') continue;
    const named = tokens[at + 1]?.lower === 'the' ? at + 2 : at + 1;
    const [holder, share] = [tokens[named], tokens[named + 1]];
    if (holder?.kind !== 'organization' || share?.value === undefined || share.kind !== 'percent') return [];
    if (first.object === null) return [];
    const object = { ...first.object, percent: share.value, end: share.end };
    return [{ ...first, construction: 'gapped', agent: fillerOf(holder), object, end: share.end }];
  }
  return [];
}

/** "took over the assets, and assumed certain liabilities, of Acme": what was taken is named behind the second verb. */
export function sharedAssets(tokens: readonly Token[], group: VerbGroup, at: number): Phrase | null {
  if (group.sense !== 'buy') return null;
  let assets = false;
  let assumed = false;
  for (let index = at; index < tokens.length && index - at < 24; index++) {
    const { lower, kind } = tokens[index]!;
    if (kind === 'organization' || kind === 'person' || lower === ';') return null;
    if (/^(?:assets|operations|business)$/.test(lower)) assets = true;
    if (/^assum/.test(lower)) assumed = true;
    if (lower !== 'of' || !assets || !assumed) continue;
    const phrase = tokens[index + 1]?.kind === 'organization' ? phraseFrom(tokens, index + 1) : null;
    if (phrase !== null) return { ...phrase, filler: { ...phrase.filler, carrier: 'assets', whole: true } };
  }
  return null;
}

/** "owned by Acme through its subsidiary Borealis", "We own Carina through Borealis": the one between holds it. */
export function throughClaims(claim: Claim<DealSense>): Claim<DealSense>[] {
  const between = claim.beside.get('through');
  if (claim.sense !== 'own' || between?.organizations.length !== 1 || claim.agent === null) return [];
  // "holds its stake through Borealis": in whom, the words do not say.
  if (claim.object?.organizations.length === 0 && claim.object.pronoun?.word !== 'our') return [];
  const { sure } = between.organizations[0]!;
  return sure ? [{ ...claim, construction: 'through', agent: { ...between, percent: null } }] : [];
}
