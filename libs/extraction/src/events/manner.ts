import { HEDGES } from '../lexicon/events.ts';
import type { Reading, Span } from '../reading/index.ts';
import { announces, type Cue } from './cues.ts';
import { daysBetween } from './days.ts';
import { wordsOf } from './phrases.ts';

/** How a sentence says what its cue names. */
export interface Manner {
  /** It says that something happened or was decided. */
  readonly told: boolean;
  /** Before the cue stands what makes it no fact: "may", "if", "not". */
  readonly hedged: boolean;
  /** The filer, "we" or "the Company" stands before the cue. */
  readonly ours: boolean;
  /** It prints a day within two weeks before the filing. */
  readonly recent: boolean;
  /** It prints a day within four months before the filing. */
  readonly lately: boolean;
  /** All days that it prints lie long before the filing. */
  readonly stale: boolean;
}

const RECENT_DAYS = 14;
const AHEAD_DAYS = 3;
const LATELY_DAYS = 120;
const STALE_DAYS = 60;
const REACH = 12;

/** How the sentence says it. */
export function manner(reading: Reading, sentence: Span, text: string, cue: Cue): Manner {
  const { filed } = reading.submission;
  const ages =
    filed === null
      ? []
      : reading
          .datesIn(sentence)
          .slice(0, 12)
          .flatMap((date) => (date.precision === 'day' ? [daysBetween(date.iso, filed)] : []));
  const ahead = wordsOf(text.slice(0, cue.from)).map(({ word }) => word);
  const near = ahead.slice(-REACH);
  return {
    told: announces(text),
    hedged: near.some((word) => HEDGES.has(word)),
    ours:
      near.includes('we') ||
      reading.organizationsIn({ start: sentence.start, end: sentence.start + cue.from }).some(({ filer }) => filer),
    recent: ages.some((age) => age <= RECENT_DAYS && age >= -AHEAD_DAYS),
    lately: ages.some((age) => age <= LATELY_DAYS && age >= -AHEAD_DAYS),
    stale: ages.length > 0 && ages.every((age) => age > STALE_DAYS),
  };
}
