import { RELATION_NOUNS } from '../lexicon/deals.ts';
import { isFunctionWord } from '../lexicon/function-words.ts';
import type { Token } from './tokens.ts';
import { verbAt } from './verbs.ts';

/** Behind a name these make it the name of something else: "Acme products", "the Acme deal". */
const NOT_A_PART = new Set(['-', '/']);

export function isNounAfterName(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at];
  if (token === undefined || token.kind !== 'word') return token !== undefined && NOT_A_PART.has(token.lower);
  if (isFunctionWord(token.lower) || verbAt(tokens, at) !== null) return false;
  return !/(?:ed|ing)$/.test(token.lower) && /^\p{Ll}/u.test(token.lower);
}

export function relationBehind(tokens: readonly Token[], at: number, possessive: boolean): number | null {
  let seen = false;
  for (let index = at; index < tokens.length && index < at + 7; index++) {
    const token = tokens[index]!;
    if (token.kind === 'organization') return seen && possessive ? index : null;
    if (token.lower === ',' && seen) continue;
    if (token.kind !== 'word' || isFunctionWord(token.lower)) {
      if (token.kind === 'percent' || token.lower === '-') continue;
      return null;
    }
    const sense = RELATION_NOUNS.get(token.lower);
    seen = sense === 'subsidiary' || sense === 'associate' || (seen && token.lower === 'company');
  }
  return null;
}
