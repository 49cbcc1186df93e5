import { RELATION_NOUNS } from '../lexicon/deals.ts';
import { BE, isAdverb, isFunctionWord } from '../lexicon/function-words.ts';
import type { Filler } from './claim.ts';
import { fillerOf } from './filler.ts';
import { firstWithin } from './look-ahead.ts';
import { LONGEST_LIST, withShare } from './name-list.ts';
import type { Noun } from './relation-noun.ts';
import type { NamedOrganization, Token } from './tokens.ts';
import { verbAt } from './verbs.ts';

/** Words between the holder and the colon: "and, unless stated otherwise, is wholly owned". */
const COLON_REACH = 12;
/** Words between two names of the list: "Acme AB, a company under the laws of Sweden that makes lenses; Borealis plc". */
const GAP_REACH = 24;
const VERB_REACH = 8;
const KIND_WORDS = 3;

const LINKING = /^(?:a|an|the|each|all|also|has|have|had|will|would|may|not|complete|full)$/;
const OTHER_CLAUSE = /^(?:has|have|had|with|who|whose|which|that|including)$/;

function isTheFollowing(tokens: readonly Token[], at: number): boolean {
  return tokens[at]?.lower === 'following' && tokens[at - 1]?.lower === 'the';
}

/** "the following companies are", "each of the following is a list of": whether the words before the noun promise a list of such. */
function promised(tokens: readonly Token[], { left, at }: Noun): boolean {
  if (firstWithin(tokens, left - 1, at - 1, (_, index) => isTheFollowing(tokens, index)) >= 0) return true;
  let index = left - 1;
  let verb = false;
  for (const stop = index - VERB_REACH; index > stop; index--) {
    const { kind, lower = '' } = tokens[index] ?? {};
    if (lower === 'of' && tokens[index - 1]?.lower === 'list') index--;
    else if (BE.has(lower)) verb = true;
    else if (kind !== 'word' || !(LINKING.test(lower) || isAdverb(lower))) break;
  }
  if (!verb) return false;
  for (let words = 0; words <= KIND_WORDS; words++, index--) {
    if (isTheFollowing(tokens, index)) return true;
    if (tokens[index]?.kind !== 'word' || isFunctionWord(tokens[index]!.lower)) return false;
  }
  return false;
}

/** Whether the word at `at` says that the colon behind it belongs to something else: "and has three lenders:". */
function leadsAway(tokens: readonly Token[], at: number): boolean {
  const { kind, lower } = tokens[at]!;
  if (kind === 'organization' || kind === 'person' || lower === ';') return true;
  if (kind !== 'word') return false;
  if (OTHER_CLAUSE.test(lower) || RELATION_NOUNS.has(lower)) return true;
  const behind = tokens[at + 1];
  const verb = verbAt(tokens, at);
  if (verb !== null && verb.sense !== 'own') return true;
  // "and owes money to three banks:".
  return (
    lower === 'and' &&
    behind?.kind === 'word' &&
    !BE.has(behind.lower) &&
    !isFunctionWord(behind.lower) &&
    !isAdverb(behind.lower)
  );
}

/** "Each of the following is a subsidiary of Acme: Borealis; Carina": the names behind the colon that ends the phrase; `from` is behind the holder. */
export function listBehind(tokens: readonly Token[], noun: Noun, from: number): Filler | null {
  if (!promised(tokens, noun)) return null;
  const colon = firstWithin(
    tokens,
    from,
    from + COLON_REACH,
    ({ lower }, at) => lower === ':' || leadsAway(tokens, at),
  );
  if (tokens[colon]?.lower !== ':') return null;
  const organizations: NamedOrganization[] = [];
  let [first, last] = [-1, colon];
  while (organizations.length < LONGEST_LIST) {
    // "; Carina AB, a subsidiary of Borealis plc": a relation of its own ends the list.
    const next = firstWithin(
      tokens,
      last + 1,
      last + GAP_REACH,
      ({ kind, lower }) => kind === 'organization' || RELATION_NOUNS.has(lower),
    );
    if (tokens[next]?.kind !== 'organization') break;
    organizations.push(withShare(tokens[next]!));
    if (first < 0) first = next;
    last = next;
  }
  return first < 0 ? null : { ...fillerOf(tokens[first]!), organizations, end: tokens[last]!.end };
}
