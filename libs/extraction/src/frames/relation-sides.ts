import { isNounAfterName } from './behind-name.ts';
import type { Filler } from './claim.ts';
import { fillerOf } from './filler.ts';
import { organizationsFrom } from './name-list.ts';
import { phraseFrom } from './noun-phrase.ts';
import type { Token } from './tokens.ts';

const LIST_VERBS =
  /^(?:is|are|was|were|include|includes|included|comprise|comprises|comprised|including|named|called|being|namely|:)$/;

/** The holder behind "of": "of Acme AG", "of the Company and Acme". */
export function behindOf(tokens: readonly Token[], at: number): { filler: Filler; next: number } | null {
  let index = at;
  while (/^(?:holding|company|companies)$/.test(tokens[index]?.lower ?? '')) index++;
  if (
    tokens[index]?.lower === 'company' ||
    tokens[index]?.lower === 'undertaking' ||
    tokens[index]?.lower === 'corporation'
  )
    index++;
  if (!/^(?:of|in|between|by|among|with|for)$/.test(tokens[index]?.lower ?? '')) return null;
  const partners =
    !/^(?:in|of)$/.test(tokens[index]!.lower) || /^(?:holding|company)$/.test(tokens[index - 1]?.lower ?? '');
  index++;
  while (/^(?:the|both|each|its|our|their|wholly|newly|owned|formed)$/.test(tokens[index]?.lower ?? '')) {
    if (/^(?:its|our|their)$/.test(tokens[index]!.lower)) break;
    index++;
  }
  const token = tokens[index];
  if (token?.organization !== undefined) {
    const { list, next } = organizationsFrom(tokens, index, partners, partners);
    // "part of the Acme index": the name is that of something else.
    const other = tokens[next]?.kind === 'possessive' || isNounAfterName(tokens, next);
    if (tokens[next]?.lower !== 'group' && other) return null;
    return { filler: { ...fillerOf(token), organizations: list, percent: null }, next };
  }
  if (
    token !== undefined &&
    /^(?:ours|its|us|company|group|bank|registrant|parent|purchaser|issuer|corporation)$/.test(token.lower)
  )
    return { filler: { ...fillerOf(token), pronoun: { word: token.lower, at: token.start } }, next: index + 1 };
  return null;
}

/** "a joint venture established in 2005 by", "formed between": index of the preposition before the partners. */
export function partnersAt(tokens: readonly Token[], at: number): number {
  for (let index = at; index < tokens.length && index - at <= 7; index++) {
    const { kind, lower } = tokens[index]!;
    if (kind === 'mark' || kind === 'organization') return at;
    if (/^(?:by|between|among|of|with)$/.test(lower)) return index;
  }
  return at;
}

/** The names right behind a relational noun: ", Acme Ltd.", "Acme Ltd.", ", namely A and B", "are A and B". */
export function namesBehind(
  tokens: readonly Token[],
  at: number,
  plural: boolean,
): { filler: Filler; next: number } | null {
  let index = at;
  for (let steps = 0; steps < 5; steps++) {
    const { lower = '', kind } = tokens[index] ?? {};
    if (lower === ',' || lower === ':' || lower === 'the' || lower === '-') index++;
    else if (lower === 'company' || lower === 'companies') index++;
    else if (lower === 'known' && tokens[index + 1]?.lower === 'as') index += 2;
    else if (
      (lower === 'in' || lower === 'and') &&
      tokens[index + 1]?.kind === 'word' &&
      tokens[index + 2]?.lower === ','
    )
      index += 2;
    else if (
      (plural || lower === 'is' || lower === 'named' || lower === 'called' || lower === 'namely') &&
      kind === 'word' &&
      LIST_VERBS.test(lower)
    )
      index++;
    else break;
  }
  const token = tokens[index];
  if (token?.kind !== 'organization') return null;
  if (tokens[index + 1]?.kind === 'possessive') return null;
  const { list, next } = organizationsFrom(tokens, index, true, true);
  const kept = plural || tokens[at]?.lower === ':' ? list : list.slice(0, 1);
  return { filler: { ...fillerOf(token), organizations: kept }, next };
}

/** "holder of 34% of our share capital", "record owner of 611,000 shares of Acme": what is held, with its number. */
export function heldPhrase(tokens: readonly Token[], at: number): { filler: Filler; next: number } | null {
  if (tokens[at + 1]?.lower !== 'of') return null;
  const phrase = phraseFrom(tokens, at + 2);
  return phrase !== null &&
    (phrase.filler.percent !== null || phrase.filler.shares !== null || phrase.filler.carrier !== null)
    ? phrase
    : null;
}

/** "its subsidiaries (Acme AG and Borealis plc)". */
export function asideNames(token: Token): { filler: Filler } | null {
  for (const aside of token.asides ?? []) {
    const first = aside.findIndex(({ kind }) => kind === 'organization');
    if (first < 0 || first > 2) continue;
    return { filler: { ...fillerOf(aside[first]!), organizations: organizationsFrom(aside, first).list } };
  }
  return null;
}
