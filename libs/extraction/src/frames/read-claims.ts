import type { DealSense, RelationSense } from '../lexicon/deals.ts';
import type { Reading, Sentence } from '../reading/index.ts';
import type { Claim } from './claim.ts';
import { dealClaims, hasTrigger } from './sentence.ts';
import { tokensOf, type NamedOrganization, type Token } from './tokens.ts';

/** A sentence with its tokens and what it claims of ownership and deals. */
export interface ReadSentence {
  readonly sentence: Sentence;
  readonly tokens: readonly Token[];
  readonly claims: readonly Claim<DealSense | RelationSense>[];
}

const SHORTEST = 20;

/** The sentences of a filing that say something of ownership or deals. `namesIn` recognizes the organizations of a sentence. */
export function readClaims(
  reading: Reading,
  namesIn: (sentence: Sentence) => readonly NamedOrganization[],
): ReadSentence[] {
  const found: ReadSentence[] = [];
  for (const sentence of reading.sentences) {
    const { start, end } = sentence;
    if (end - start < SHORTEST || !hasTrigger(reading.text, start, end)) continue;
    const names = namesIn(sentence);
    if (names.length === 0) continue;
    const tokens = tokensOf(reading, sentence, names);
    const claims = dealClaims(tokens).filter(
      ({ denied, past, modality }) => (!denied || past) && modality !== 'possible',
    );
    if (claims.length > 0) found.push({ sentence, tokens, claims });
  }
  return found;
}
