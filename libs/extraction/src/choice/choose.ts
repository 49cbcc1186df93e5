import { candidatesIn, type Candidate } from '../events/candidates.ts';
import type { EventType } from '../facts.ts';
import type { Reading } from '../reading/index.ts';
import { featuresOf } from './features.ts';
import { oddsOf, shareOf, type Tree } from './trees.ts';
import { WEIGHTS } from './weights.ts';

/** What was learned from labels. */
export interface Weights {
  /** Logarithmic odds of any candidate. */
  readonly start: number;
  /** How often a candidate of a type is told, as logarithmic odds. */
  readonly odds: Readonly<Partial<Record<EventType, number>>>;
  readonly trees: readonly Tree[];
}

/** A candidate that the filing tells, and how sure that is, 0 to 1. */
export interface Chosen extends Candidate {
  readonly confidence: number;
}

const ENOUGH = 0.5;
/** Of what a board or a meeting decided, which its letters and minutes list without a headline. */
const ENOUGH_DECIDED = 0.4;
const MAX_EVENTS = 8;

/** The events that the filing tells, the surest first. */
export function chosenEvents(reading: Reading): readonly Chosen[] {
  const candidates = candidatesIn(reading);
  const rows = featuresOf(reading, candidates, WEIGHTS.odds);
  return candidates
    .map((candidate, at) => ({ ...candidate, confidence: shareOf(oddsOf(WEIGHTS.start, WEIGHTS.trees, rows[at]!)) }))
    .filter(({ confidence, best }) => confidence >= (best.decided === 'taken' ? ENOUGH_DECIDED : ENOUGH))
    .sort((a, b) => b.confidence - a.confidence)
    .slice(0, MAX_EVENTS);
}
