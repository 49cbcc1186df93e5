import type { EventType } from '../facts.ts';
import { ANNOUNCING, EVENT_CLASSES, EVENT_WORDS } from '../lexicon/events.ts';
import { Phrases, wordsOf, type Word } from './phrases.ts';

/** Words of a sentence that show a type of event. `from` and `to` are offsets into the sentence. */
export interface Cue {
  readonly type: EventType;
  /** 1: the words alone name the event; less: they need to stand where events are announced. */
  readonly weight: number;
  readonly from: number;
  readonly to: number;
}

const HINT = 0.6;

/** What a phrase does to its type: adds so much weight, or takes it away. */
interface Shown {
  readonly type: EventType;
  readonly weight: number;
}

const SHOWN = new Phrases<Shown>(
  EVENT_WORDS.flatMap(({ type, names, hints = [], unless = [] }) => [
    ...names.map((phrase): [string, Shown] => [phrase, { type, weight: 1 }]),
    ...hints.map((phrase): [string, Shown] => [phrase, { type, weight: HINT }]),
    ...unless.map((phrase): [string, Shown] => [phrase, { type, weight: 0 }]),
  ]),
  EVENT_CLASSES,
);

/** The cues of a sentence, the strongest of each type and of these the first. */
export function cuesIn(text: string, words: readonly Word[] = wordsOf(text)): readonly Cue[] {
  const best = new Map<EventType, Cue>();
  const barred = new Set<EventType>();
  SHOWN.each(words, ({ type, weight }, first, end) => {
    if (weight === 0) barred.add(type);
    else if (weight > (best.get(type)?.weight ?? 0))
      best.set(type, { type, weight, from: words[first]!.from, to: words[end - 1]!.to });
  });
  return [...best.values()].filter(({ type }) => !barred.has(type));
}

const ANNOUNCES = new Phrases<true>(
  ANNOUNCING.map((phrase) => [phrase, true]),
  EVENT_CLASSES,
);

/** Whether a sentence says that something happened or was decided. */
export function announces(sentence: string): boolean {
  let said = false;
  ANNOUNCES.each(wordsOf(sentence), () => {
    said = true;
  });
  return said;
}
