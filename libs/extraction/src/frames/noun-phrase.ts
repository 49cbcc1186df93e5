import { ASSET_NOUNS, HOLDING_NOUNS, WHOLE_WORDS } from '../lexicon/deals.ts';
import {
  AUXILIARIES,
  CONJUNCTIONS,
  POSSESSIVES,
  PREPOSITIONS,
  PRONOUNS,
  isFunctionWord,
} from '../lexicon/function-words.ts';
import { isNounAfterName, relationBehind } from './behind-name.ts';
import type { Filler } from './claim.ts';
import { empty, percentAside } from './filler.ts';
import type { Draft } from './filler.ts';
import { organizationsFrom } from './name-list.ts';
import type { Token } from './tokens.ts';
import { verbAt } from './verbs.ts';

/** A filler and the index of the token behind it. */
export interface Phrase {
  readonly filler: Filler;
  readonly next: number;
}

const MOST_WORDS = 14;

const PARTITIVE = new Set('of in'.split(' '));

const APPOSED_NOUN =
  /^(?:company|companies|firm|maker|manufacturer|provider|producer|supplier|operator|developer|retailer|distributor|group|bank|insurer|chain|business|start-?up|specialist|carrier|builder|owner|publisher|broker|subsidiary|affiliate|arm|unit|vehicle|entity|corporation|partner|rival|competitor|competitors|peer|giant|lender|utility|consultancy|agency|platform|brand|division|fund|venture)$/;

function finish(draft: Draft, tokens: readonly Token[], first: number, next: number): Phrase {
  return {
    filler: { ...draft, start: tokens[first]!.start, end: tokens[Math.max(first, next - 1)]!.end },
    next,
  };
}

/**
 * The noun phrase that begins at `at`, with the organization that it leads to: "all of the outstanding shares of Acme Ltd.",
 * "a 20% stake in Acme", "Acme's pump business", "the Danish pump maker Acme A/S", "it". Null where it leads to none.
 */
export function phraseFrom(tokens: readonly Token[], at: number, within: Draft = empty(), depth = 0): Phrase | null {
  const draft = within;
  let index = at;
  let head = '';
  for (let steps = 0; steps < MOST_WORDS && index < tokens.length; steps++, index++) {
    const token = tokens[index]!;
    if (token.kind === 'percent') {
      draft.percent ??= token.value ?? null;
      if (/^(?:of|in|,)$/.test(tokens[index + 1]?.lower ?? '')) head = '%';
      continue;
    }
    if (token.kind === 'number') {
      draft.shares ??= token.value ?? null;
      continue;
    }
    if (token.kind === 'person') {
      if (token.organization !== undefined && APPOSED_NOUN.test(head))
        return throughName(tokens, at, index, draft, head);
      if (head !== '' || tokens[index + 1]?.kind === 'possessive') return null;
      draft.people.push(token.person!);
      if (token.organization === undefined) return finish(draft, tokens, at, index + 1);
      const { list, next } = organizationsFrom(tokens, index);
      draft.organizations = list;
      return finish(draft, tokens, at, next);
    }
    if (token.kind === 'organization') return throughName(tokens, at, index, draft, head);
    if (token.kind === 'possessive') continue;
    const word = token.lower;
    if (token.kind === 'mark') {
      if ('$€£¥'.includes(word) || (word === '-' && head === '')) continue;
      if (
        word === ',' &&
        /^(?:outstanding|issued|direct|indirect|privately|legal)/.test(tokens[index + 1]?.lower ?? '') &&
        head !== ''
      )
        continue;
      // "of the new company, to be called Acme Energy".
      if (
        word === ',' &&
        head === 'company' &&
        /^(?:called|named)$/.test(tokens[index + 3]?.lower ?? '') &&
        tokens[index + 4]?.kind === 'organization'
      )
        return throughName(tokens, at, index + 4, draft, '');
      // "611,000 shares, or 5.4%, of the common stock".
      if (
        word === ',' &&
        (tokens[index + 1]?.lower === 'of' || tokens.slice(index + 1, index + 4).some(({ kind }) => kind === 'percent'))
      )
        continue;
      // "its wholly owned subsidiary, Acme Ltd.": the name stands behind the comma.
      if (word === ',' && APPOSED_NOUN.test(head) && tokens[index + 1]?.kind === 'organization') continue;
      break;
    }
    if (PRONOUNS.has(word) && head === '') {
      draft.pronoun = { word, at: token.start };
      return finish(draft, tokens, at, index + 1);
    }
    if (POSSESSIVES.has(word)) {
      draft.pronoun = { word, at: token.start };
      continue;
    }
    if (word === 'no' || (word === 'any' && depth === 0)) return null;
    if (WHOLE_WORDS.has(word)) draft.whole = true;
    if (word === 'the' && head === '') draft.definite = true;
    if (word === 'majority' || word === 'control' || word === 'controlling') draft.majority = true;
    if (PARTITIVE.has(word)) return throughOf(tokens, at, index, draft, head, depth);
    if (word === 'that' || word === 'which') break;
    if (word === 'and' || word === 'or' || word === '&') {
      if (tokens.slice(index + 1, index + 3).some(({ kind }) => kind === 'percent')) continue;
      // "the issued and outstanding shares", "the business and assets of".
      if (head !== '' && tokens[index + 1]?.kind === 'word' && !isFunctionWord(tokens[index + 1]!.lower)) continue;
      break;
    }
    if (PREPOSITIONS.has(word) && word !== 'about' && word !== 'over') break;
    if (CONJUNCTIONS.has(word) || (AUXILIARIES.has(word) && head !== '')) break;
    if (!isFunctionWord(word)) {
      head = word;
      if (HOLDING_NOUNS.has(word)) {
        draft.carrier = 'holding';
        draft.percent ??= percentAside(token);
      } else if (ASSET_NOUNS.has(word)) draft.carrier = 'assets';
    }
  }
  // "acquired a 20% stake": of whom the words do not say.
  if (
    draft.carrier !== null &&
    draft.definite &&
    draft.pronoun === null &&
    (draft.percent !== null || draft.shares !== null) &&
    !PREPOSITIONS.has(tokens[index]?.lower ?? '')
  )
    draft.pronoun = { word: 'company', at: tokens[at]!.start };
  if (draft.carrier !== null && draft.pronoun !== null) return finish(draft, tokens, at, index);
  return null;
}

/** Behind "of" or "in": only what is dealt in leads on to whom it is of. */
function throughOf(
  tokens: readonly Token[],
  first: number,
  at: number,
  draft: Draft,
  head: string,
  depth: number,
): Phrase | null {
  const leads =
    head === '' ||
    head === '%' ||
    HOLDING_NOUNS.has(head) ||
    ASSET_NOUNS.has(head) ||
    WHOLE_WORDS.has(head) ||
    /^(?:part|control|member|members|certain|substantially|companies|firms|banks|subsidiaries)$/.test(head);
  if (!leads || depth > 4) return null;
  const inner = phraseFrom(tokens, at + 1, draft, depth + 1);
  return inner === null ? null : finish({ ...draft, ...mutable(inner.filler) }, tokens, first, inner.next);
}

function mutable(filler: Filler): Draft {
  return { ...filler, organizations: [...filler.organizations], people: [...filler.people] };
}

/** A name in the phrase: the one meant, or the owner of what stands behind it ("Acme's shares", "Acme shares"). */
function throughName(tokens: readonly Token[], first: number, at: number, draft: Draft, head: string): Phrase | null {
  const token = tokens[at]!;
  // "two of the vessels Acme operated", "products Acme": a noun of another kind before the name.
  const apposed =
    head === '' ||
    head === '%' ||
    APPOSED_NOUN.test(head) ||
    HOLDING_NOUNS.has(head) ||
    /(?:ed|ly|based)$/.test(head) ||
    !/s$/.test(head);
  if (!apposed) return null;
  let after = at + 1;
  const possessive = tokens[after]?.kind === 'possessive';
  if (possessive) after++;
  // "Acme's subsidiary Borealis Ltd.": the name behind is meant.
  const relation = relationBehind(tokens, after, possessive);
  if (relation !== null) {
    const { list, next } = organizationsFrom(tokens, relation);
    draft.organizations = list;
    draft.percent ??= percentAside(tokens[relation]!);
    return finish(draft, tokens, first, next);
  }
  // "Lindby agency Merrow Ltd.", "the Acme group".
  if (!possessive && isNounAfterName(tokens, after)) {
    if (tokens[after]!.lower === 'group')
      return finish({ ...draft, organizations: [token.organization!] }, tokens, first, after + 1);
    if (!token.organization!.sure && tokens[after + 1]?.kind === 'organization')
      return throughName(tokens, first, after + 1, draft, '');
  }
  if (possessive || isNounAfterName(tokens, after)) {
    // What stands behind decides: a holding or a business of it, else something else of its own.
    let noun = after;
    let last = '';
    for (let steps = 0; steps < 8 && noun < tokens.length; steps++, noun++) {
      const word = tokens[noun]!;
      if (word.kind === 'percent') {
        draft.percent ??= word.value ?? null;
        continue;
      }
      const joins =
        word.lower === 'and' && tokens[noun + 1]?.kind === 'word' && !isFunctionWord(tokens[noun + 1]!.lower);
      if (joins) continue;
      if (
        word.kind !== 'word' ||
        (PREPOSITIONS.has(word.lower) && !WHOLE_WORDS.has(last)) ||
        CONJUNCTIONS.has(word.lower)
      )
        break;
      if (
        AUXILIARIES.has(word.lower) ||
        (verbAt(tokens, noun) !== null && /(?:ed|s)$/.test(word.lower) && !HOLDING_NOUNS.has(word.lower))
      )
        break;
      if (WHOLE_WORDS.has(word.lower)) draft.whole = true;
      last = word.lower;
    }
    if (HOLDING_NOUNS.has(last)) draft.carrier = 'holding';
    else if (ASSET_NOUNS.has(last)) draft.carrier = 'assets';
    else return null;
    // "Acme's stake in Borealis": what is held is of the second.
    if (
      possessive &&
      draft.carrier === 'holding' &&
      PARTITIVE.has(tokens[noun]?.lower ?? '') &&
      tokens[noun + 1]?.kind === 'organization'
    ) {
      const { list, next } = organizationsFrom(tokens, noun + 1);
      draft.owner = token.organization!;
      draft.organizations = list;
      return finish(draft, tokens, first, next);
    }
    // "Merrow's remaining shares of the fund": what is held is of somebody else.
    if (possessive && PARTITIVE.has(tokens[noun]?.lower ?? '')) return null;
    draft.organizations = [token.organization!];
    return finish(draft, tokens, first, noun);
  }
  const { list, next } = organizationsFrom(tokens, at);
  draft.organizations = list;
  draft.percent ??= percentAside(token);
  return finish(draft, tokens, first, next);
}
