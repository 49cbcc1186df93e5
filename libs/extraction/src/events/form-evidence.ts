import type { EventType } from '../facts.ts';
import type { Reading, Sentence } from '../reading/index.ts';
import { Phrases, wordsOf } from './phrases.ts';
import { EVENT_CLASSES, FORM_PHRASES } from '../lexicon/events.ts';
import type { Evidence } from './evidence.ts';
import { formTraits, type Family } from '../forms/index.ts';
import { manner } from './manner.ts';
import type { Unit } from './units.ts';

/** What a form of a kind reports by being that form, as far as its text says it; the second where the first is not found. */
const REPORTED: Partial<Record<Family, readonly (readonly [EventType, readonly (keyof typeof FORM_PHRASES)[]])[]>> = {
  // A report that files the text of a prospectus.
  report: [['corporate_information', ['prospectus']]],
  periodic: [['financial_results', ['figures', 'period']]],
  proxy: [['shareholder_meeting', ['convened', 'meeting']]],
  prospectus: [
    ['share_issuance', ['shares']],
    ['debt_financing', ['notes']],
  ],
};

const SEARCHED = 600;
const MAX_SENTENCE = 600;

const PHRASES = Object.fromEntries(
  Object.entries(FORM_PHRASES).map(([name, phrases]) => [
    name,
    new Phrases<true>(
      phrases.map((phrase) => [phrase, true]),
      EVENT_CLASSES,
    ),
  ]),
);

function firstSentence(reading: Reading, name: string): { sentence: Sentence; from: number; to: number } | undefined {
  for (const sentence of reading.sentences.slice(0, SEARCHED)) {
    const text = reading.text.slice(sentence.start, Math.min(sentence.end, sentence.start + MAX_SENTENCE));
    const words = wordsOf(text);
    let found: { from: number; to: number } | undefined;
    PHRASES[name]!.each(words, (_, first, end) => {
      found ??= { from: words[first]!.from, to: words[end - 1]!.to };
    });
    if (found !== undefined) return { sentence, ...found };
  }
  return undefined;
}

/** What the form reports by being that form. */
export function formEvidence(reading: Reading, unit: Unit): readonly Evidence[] {
  const { family, offer } = formTraits(reading.submission.form);
  const reported =
    offer === null
      ? (REPORTED[family] ?? [])
      : ([[offer === 'own shares' ? 'share_repurchase' : 'acquisition', ['offer']]] as const);
  return reported.flatMap(([type, names]): Evidence[] => {
    const [at, found] = names
      .map((name, nth) => [nth, firstSentence(reading, name)] as const)
      .find(([, sentence]) => sentence !== undefined) ?? [0, undefined];
    if (found === undefined) return [];
    const { sentence, from, to } = found;
    const text = reading.text.slice(sentence.start, Math.min(sentence.end, sentence.start + MAX_SENTENCE));
    const cue = { start: sentence.start + from, end: sentence.start + to };
    return [
      {
        type,
        score: at === 0 ? 1 : 0.8,
        zone: 'statement',
        opens: false,
        named: true,
        sentence,
        cue,
        unit,
        decided: null,
        ...manner(reading, sentence, text, { type, weight: 1, from, to }),
      },
    ];
  });
}
