import { readClaims, type ReadSentence } from '../frames/read-claims.ts';
import type { Reading } from '../reading/index.ts';
import { Candidates } from './candidates.ts';

/** What a filing's sentences claim of ownership, and the names that they claim it of. */
export interface Told {
  readonly candidates: Candidates;
  readonly sentences: readonly ReadSentence[];
}

const read = new WeakMap<Reading, Told>();

/** The claims of a filing, read once: ownership and holdings are both made from them. */
export function toldIn(reading: Reading): Told {
  const known = read.get(reading);
  if (known !== undefined) return known;
  const candidates = new Candidates(reading);
  const told = { candidates, sentences: readClaims(reading, (sentence) => candidates.in(sentence)) };
  read.set(reading, told);
  return told;
}
