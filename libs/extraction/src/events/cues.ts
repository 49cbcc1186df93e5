import type { EventType } from '../facts.ts';
import { anyOf, smallLetters } from '../wording/pattern.ts';
import { CORPORATE_CUES } from './cues-corporate.ts';
import { DEAL_CUES } from './cues-deals.ts';
import { FINANCE_CUES } from './cues-finance.ts';
import type { Cue } from './cue.ts';

/** Every cue, in no order that matters: a sentence may show several types. */
export const CUES: readonly Cue[] = [...DEAL_CUES, ...FINANCE_CUES, ...CORPORATE_CUES];

const ANNOUNCES = anyOf([
  'announce[sd]?',
  'announcing',
  'reports?',
  'reported',
  'advise[sd]?',
  'is pleased to',
  'are pleased to',
  'has (?:today|now|been|also|recently|successfully|entered|signed|agreed|completed|closed|appointed|acquired|sold|received|filed|issued|granted|decided|approved|adopted|launched|resigned|reached|commenced)',
  'have (?:today|now|been|also|signed|agreed|completed|entered|reached|concluded)',
  'today',
  'yesterday',
  'on \\d{1,2} \\p{L}+ \\d{4}',
  'on \\p{L}+ \\d{1,2},? \\d{4}',
  'effective',
  'will be',
  'intends to',
  'was (?:approved|appointed|elected|served|issued|granted|filed|entered)',
]);

/** Whether a sentence says that something happened or was decided. */
export function announces(sentence: string): boolean {
  return ANNOUNCES.test(smallLetters(sentence));
}

/** The cues that a piece of text shows, the strongest of each type. `from` is the offset of its first words in `text`. */
export function cuesIn(
  text: string,
): readonly { readonly type: EventType; readonly weight: number; readonly from: number; readonly to: number }[] {
  const best = new Map<EventType, { type: EventType; weight: number; from: number; to: number }>();
  const small = smallLetters(text);
  for (const cue of CUES) {
    const match = cue.pattern.exec(small);
    if (match === null || cue.unless?.test(small)) continue;
    const known = best.get(cue.type);
    if (known === undefined || cue.weight > known.weight)
      best.set(cue.type, { type: cue.type, weight: cue.weight, from: match.index, to: match.index + match[0].length });
  }
  return [...best.values()];
}
