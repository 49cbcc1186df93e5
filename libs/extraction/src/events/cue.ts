import type { EventType } from '../facts.ts';
import { anyOf } from '../wording/pattern.ts';

/** Words that show a type of event. */
export interface Cue {
  readonly type: EventType;
  readonly pattern: RegExp;
  /** 1: the words alone name the event; less: they need to stand where events are announced. */
  readonly weight: number;
  /** Where these words stand in the same sentence, the cue does not count. */
  readonly unless?: RegExp;
}

/** A cue out of alternatives in `wording` form, on word boundaries. */
export function cue(type: EventType, weight: number, alternatives: readonly string[], unless?: readonly string[]): Cue {
  return { type, weight, pattern: anyOf(alternatives), ...(unless === undefined ? {} : { unless: anyOf(unless) }) };
}
