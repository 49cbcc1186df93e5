import { DEAL_NOUNS, type DealSense } from '../lexicon/deals.ts';
import { AUXILIARIES, MODALS_OPEN, NEGATIONS } from '../lexicon/function-words.ts';
import type { Claim, Filler, Modality } from './claim.ts';
import { fillerOf } from './filler.ts';
import { firstWithin } from './look-ahead.ts';
import { phraseFrom } from './noun-phrase.ts';
import { ownerAt, subjectOf } from './subject.ts';
import type { Token } from './tokens.ts';
import { agreedWith, besideFrom } from './sides.ts';

const LEFT_REACH = 6;
/** Behind these words a deal is dealt with, not made: "the purchase price", "acquisition costs", "an acquisition vehicle". */
const COMPOUND =
  /^(?:price|agreement|costs?|vehicle|contract|plan|program|programme|strategy|date|method|accounting|consideration|order|orders|facility|financing|sub|corp|proceeds|document|documents|materials|period|letter|option|options|rights?)$/;
/** Who advises on a deal, audits or underwrites it is no party to it. */
const ADVISES =
  /^(?:underwriters?|underwriting|advis\w+|counsel|audit\w*|arranger|bookrunner|acting|agents?|lenders?)$/;
const OBJECT_BEHIND: Readonly<Record<string, readonly string[]>> = {
  buy: ['of', 'by'],
  sell: ['of', 'by'],
  offer: ['for', 'by'],
};

/** Left end of the noun phrase that the noun at `at` closes, without determiner and owner. */
function leftEnd(tokens: readonly Token[], at: number): number {
  let left = at;
  for (let steps = 0; steps < LEFT_REACH; steps++) {
    const before = tokens[left - 1];
    if (before === undefined || before.kind === 'mark' || before.kind === 'possessive') break;
    if (before.kind === 'organization' || before.kind === 'person') break;
    if (
      /^(?:the|a|an|its|our|their|of|to|in|on|for|by|with|from|and|or|that|this|his|her|any|such)$/.test(before.lower)
    )
      break;
    if (AUXILIARIES.has(before.lower)) break;
    left--;
  }
  return left;
}

/** "completed the acquisition of", "announced an offer for": the claim of a noun that stands for a deal. */
export function nounClaims(tokens: readonly Token[], at: number): Claim<DealSense>[] {
  const noun = tokens[at]!;
  const sense = DEAL_NOUNS.get(noun.lower);
  if (sense === undefined || tokens[at - 1]?.lower === 'to') return [];
  if (COMPOUND.test(tokens[at + 1]?.lower ?? '')) return agreementClaims(tokens, at);
  const left = leftEnd(tokens, at);
  const owner = ownerAt(tokens, left);
  const compound = compoundName(tokens, left);
  const [objectWord] = OBJECT_BEHIND[sense] ?? ['of'];
  let object: Filler | null = null;
  let next = at + 1;
  const early = new Map<string, Filler>();
  for (let index = at + 1; index < tokens.length && index <= at + 12; index++) {
    const { lower, kind } = tokens[index]!;
    if (kind === 'mark' && (lower !== ',' || /^(?:or|and)$/.test(tokens[index + 1]?.lower ?? ''))) break;
    if (
      (lower === 'by' || lower === 'to' || lower === 'from') &&
      tokens[index + 1] !== undefined &&
      !early.has(lower)
    ) {
      const side = phraseFrom(tokens, index + 1);
      if (side !== null) {
        early.set(lower, side.filler);
        index = side.next - 1;
        continue;
      }
      // "its acquisition by the consortium consisting of": what follows is of the consortium.
      if (lower === 'by') break;
    }
    if (
      lower === objectWord ||
      (sense === 'offer' && lower === 'to' && /^(?:acquire|purchase|buy)$/.test(tokens[index + 1]?.lower ?? ''))
    ) {
      const phrase = phraseFrom(tokens, lower === 'to' ? index + 2 : index + 1);
      if (phrase !== null) {
        object = phrase.filler;
        next = phrase.next;
      }
      break;
    }
    if (AUXILIARIES.has(lower)) break;
  }
  const beside = besideFrom(tokens, next);
  for (const [word, filler] of early) if (!beside.has(word)) beside.set(word, filler);
  if (object !== null) agreedWith(tokens, left, sense, beside);
  let agent: Filler | null = owner?.filler ?? null;
  if (object === null && compound !== null && sense === 'buy' && noun.lower === 'acquisition') object = compound;
  // "its acquisition by Acme".
  if (object === null && agent !== null && beside.has('by')) {
    object = agent;
    agent = beside.get('by')!;
  }
  if (object === null) return [];
  const verbFirst = owner === null ? left : owner.index;
  let modality: Modality = 'stated';
  let denied = false;
  if (agent === null && beside.has('by')) agent = beside.get('by')!;
  if (agent === null && object === compound) agent = { ...fillerOf(noun), pronoun: { word: 'we', at: noun.start } };
  if (agent === null) {
    const subject = subjectOf(tokens, verbFirst, true);
    agent = subject?.filler ?? null;
    // Who bids is named: the one that speaks is more often bid for.
    if (agent === null && sense === 'offer') return [];
    if (agent === null || agent.people.length > 0)
      agent = { ...fillerOf(noun), pronoun: { word: 'we', at: noun.start } };
    // "Acme Advanced Materials Closes Acquisition of": a name of several words that opens the sentence.
    const opens = subject?.index === 0 && /\s/.test(tokens[0]!.organization?.printed ?? '');
    if (agent?.organizations.some(({ sure }) => !sure) === true && !opens) return [];
    denied = subject?.denied === true;
    if (subject !== null && tokens.slice(subject.index, left).some(({ lower }) => ADVISES.test(lower))) return [];
    if (subject?.conditional === true) modality = 'possible';
  }
  for (let before = left - 1; before >= 0 && left - before < 7; before--) {
    const { lower, kind } = tokens[before]!;
    if (kind === 'mark') break;
    if (MODALS_OPEN.has(lower)) modality = 'possible';
    if (NEGATIONS.has(lower)) denied = true;
  }
  if (/^(?:proposed|planned|potential|possible|pending|intended|future)$/.test(tokens[left]?.lower ?? ''))
    modality = /^(?:potential|possible|future)$/.test(tokens[left]!.lower) ? 'possible' : 'planned';
  const spans = [agent, object, ...beside.values()].filter((one) => one !== null);
  return [
    {
      sense,
      construction: compound !== null && object === compound ? 'compound' : owner === null ? 'noun' : 'possessed-noun',
      agent,
      object,
      beside,
      past: false,
      denied,
      modality,
      infinitive: false,
      start: Math.min(tokens[left]!.start, ...spans.map(({ start }) => start)),
      end: Math.max(noun.end, ...spans.map(({ end }) => end)),
    },
  ];
}

/** "the Transamerica acquisition": the name right before the noun is what is bought. */
function compoundName(tokens: readonly Token[], left: number): Filler | null {
  const before = tokens[left - 1];
  if (before?.kind !== 'organization') return null;
  return fillerOf(before);
}

const AGREED = /^(?:sign|enter|execut|conclud|reach|agree)/;

/** "have signed a share purchase agreement with Borealis for the entire capital of Acme": the ones that sign buy. */
function agreementClaims(tokens: readonly Token[], at: number): Claim<DealSense>[] {
  if (tokens[at]!.lower !== 'purchase' || tokens[at + 1]?.lower !== 'agreement') return [];
  const left = leftEnd(tokens, at);
  if (!tokens.slice(Math.max(0, left - 4), left).some(({ lower }) => AGREED.test(lower))) return [];
  const what = firstWithin(tokens, at + 1, at + 12, ({ lower }) => lower === 'for');
  const phrase = what < 0 ? null : phraseFrom(tokens, what + 1);
  if (phrase === null) return [];
  const subject = subjectOf(tokens, left - 1, true);
  if (subject === null || subject.denied || subject.conditional) return [];
  const beside = new Map<string, Filler>();
  agreedWith(tokens, what, 'buy', beside);
  return [
    {
      sense: 'buy',
      construction: 'agreement-for',
      agent: subject.filler,
      object: phrase.filler,
      beside,
      past: false,
      denied: false,
      modality: 'planned',
      infinitive: false,
      start: Math.min(subject.filler.start, tokens[left]!.start),
      end: phrase.filler.end,
    },
  ];
}
