import { RELATION_NOUNS } from '../lexicon/deals.ts';
import type { RelationSense } from '../lexicon/deals.ts';
import { isAdverb, isFunctionWord } from '../lexicon/function-words.ts';
import type { Token } from './tokens.ts';

const LEFT_REACH = 12;

const PAST = /^(?:former|formerly|previous|previously|ex)$/;

const NEGATIVE = /^(?:not|never|no|neither)$/;

export interface Noun {
  readonly at: number;
  readonly sense: RelationSense;
  /** First word of the phrase, and whether it says "former", "wholly", a percentage. */
  readonly left: number;
  readonly past: boolean;
  readonly whole: boolean;
  readonly percent: number | null;
  readonly negative: boolean;
  readonly largest: boolean;
  readonly controlling: boolean;
  readonly plural: boolean;
}

/** The noun phrase around a relational noun: "a newly formed, 85%-held Peruvian subsidiary". */
export function nounAt(tokens: readonly Token[], at: number): Noun | null {
  const sense = tokens[at - 1]?.lower === 'associated' ? 'associate' : RELATION_NOUNS.get(tokens[at]!.lower);
  if (sense === undefined) return null;
  if (tokens[at]!.lower === 'entity' && !/^(?:interest|affiliated)$/.test(tokens[at - 1]?.lower ?? '')) return null;
  // "the ETS business unit" is a part of the company itself.
  if (
    /^units?$/.test(tokens[at]!.lower) &&
    tokens[at + 1]?.lower !== 'of' &&
    /^(?:business|operating|reporting)$/.test(tokens[at - 1]?.lower ?? '')
  )
    return null;
  if (tokens[at]!.lower === 'portfolio' && !/^compan(?:y|ies)$/.test(tokens[at + 1]?.lower ?? '')) return null;
  if (tokens[at]!.lower === 'holding' && (tokens[at + 1]?.lower !== 'company' || tokens[at - 1]?.lower === 'parent'))
    return null;
  // "our 50:50 venture".
  const shared = tokens[at - 1]?.value === 50;
  if (sense === 'joint-venture' && !shared && !/joint$/.test(tokens[at - 1]?.lower ?? '')) return null;
  let left = at;
  let past = false;
  let whole = false;
  let negative = false;
  let largest = false;
  let controlling = false;
  let percent: number | null = null;
  for (let steps = 0; steps < LEFT_REACH && left > 0; steps++) {
    const before = tokens[left - 1]!;
    if (before.kind === 'percent') percent ??= before.value ?? null;
    else if (shared && (before.kind === 'number' || before.lower === ':' || before.lower === '/')) percent = 50;
    else if (before.kind === 'mark' && before.lower === '-') {
      left--;
      continue;
    } else if (
      before.kind === 'mark' &&
      before.lower === ',' &&
      /(?:ly|ed)$|^(?:direct|indirect|new|wholly)$/.test(tokens[left - 2]?.lower ?? '')
    ) {
      left--;
      continue;
    } else if (before.kind !== 'word') break;
    else if (
      before.lower !== 'and' &&
      before.lower !== 'or' &&
      isFunctionWord(before.lower) &&
      !isAdverb(before.lower) &&
      !/^(?:one|two|three|four|five|six|several)$/.test(before.lower)
    )
      break;
    else if (before.lower === 'and' && !/(?:ly|ed|direct)$/.test(tokens[left - 2]?.lower ?? '')) break;
    if (PAST.test(before.lower)) past = true;
    if (/wholly|^(?:sole|fully|100)/.test(before.lower)) whole = true;
    if (/^(?:majority|controlling|sole)$/.test(before.lower)) controlling = true;
    if (/^(?:largest|principal|major|majority|controlling|main|significant|minority|sole)$/.test(before.lower))
      largest = true;
    left--;
  }
  for (let before = left - 1; before >= 0 && left - before <= 3; before--)
    if (NEGATIVE.test(tokens[before]!.lower)) negative = true;
  return {
    at,
    sense,
    left,
    past,
    whole,
    percent,
    negative,
    largest,
    controlling,
    plural: /s$/.test(tokens[at]!.lower) || tokens[at + 1]?.lower === 'companies',
  };
}

export function determinerBefore(tokens: readonly Token[], left: number): number {
  const word = tokens[left - 1]?.lower ?? '';
  return /^(?:a|an|the|another|one)$/.test(word) ? left - 1 : left;
}
