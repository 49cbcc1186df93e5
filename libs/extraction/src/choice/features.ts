import type { Candidate } from '../events/candidates.ts';
import type { Evidence } from '../events/evidence.ts';
import { formTraits } from '../forms/index.ts';
import type { EventType } from '../facts.ts';
import type { Reading } from '../reading/index.ts';

/**
 * What the choice knows of a candidate, in the order of its numbers: 1 where a higher number never speaks against it, -1 where
 * it never speaks for it, else 0.
 */
const KNOWN = {
  type: 1,
  score: 1,
  best: 1,
  pieces: 1,
  headline: 1,
  opening: 1,
  named: 1,
  item: 1,
  margin: 1,
  rank: -1,
  rivals: 0,
  recent: 1,
  lately: 1,
  ours: 1,
  hedged: -1,
  told: 1,
  stale: -1,
  decided: 1,
  words: 0,
  current: 0,
  report: 0,
  periodic: 0,
  proxy: 0,
  prospectus: 0,
  rather: -1,
  around: -1,
  beside: -1,
} as const;

/** The names of a candidate's numbers. */
export const FEATURES: readonly string[] = Object.keys(KNOWN);

/** Whether each number speaks for a candidate, see `Learning`. */
export const SPEAKS: readonly number[] = Object.values(KNOWN);

/** A type that says more precisely what the other one also matches. */
const RATHER: readonly (readonly [EventType, EventType])[] = [
  ['share_repurchase', 'acquisition'],
  ['acquisition', 'merger'],
];
const BELIEVED = 0.8;
const ASIDE = 0.7;
const TELLS = 0.3;
const SURE = 0.9;
const MAX_PIECES = 5;
/** Shorter ones are the headings and lines of accounts. */
const SPOKEN = 40;

const best = (pieces: readonly Evidence[]): number => pieces.reduce((most, { score }) => Math.max(most, score), 0);
const flag = (said: boolean): number => (said ? 1 : 0);
const length = ({ sentence }: Evidence): number => sentence.end - sentence.start;

/** Results that sentences tell leave aside what only their accounts and slides are headed with, and the call about them. */
function aroundResults(candidate: Candidate, results: Candidate | undefined): boolean {
  if (results === undefined || results === candidate) return false;
  const spoken = results.pieces.some(
    (piece) =>
      piece.score >= SURE && (piece.zone === 'statement' || piece.zone === 'paragraph' || piece.zone === 'item'),
  );
  if (!spoken) return false;
  return !candidate.pieces.some(
    (piece) =>
      piece.score >= ASIDE &&
      length(piece) >= SPOKEN &&
      (piece.unit === results.best.unit || piece.unit.blocks[0]?.unit === 0),
  );
}

/** Whether the sentence that shows it best shows another type better. */
const beside = ({ best: own }: Candidate, others: readonly Candidate[]): boolean =>
  others.some(({ pieces }) =>
    pieces.some(({ sentence, score }) => sentence.start === own.sentence.start && score > own.score),
  );

/** The numbers of each candidate of a filing; `typeOdds` says how often a candidate of a type is told. */
export function featuresOf(
  reading: Reading,
  candidates: readonly Candidate[],
  typeOdds: Readonly<Partial<Record<EventType, number>>>,
): readonly (readonly number[])[] {
  const { family } = formTraits(reading.submission.form);
  const words = Math.log10(1 + reading.sentences.length);
  const of = (type: EventType) => candidates.find((candidate) => candidate.type === type);
  const results = of('financial_results');
  return candidates.map((candidate, rank) => {
    const { type, score, pieces } = candidate;
    const strong = pieces.filter((piece) => piece.score >= TELLS);
    const others = candidates.filter((other) => other !== candidate);
    const rivals = others.filter((other) => other.score >= BELIEVED);
    return [
      typeOdds[type] ?? 0,
      score,
      pieces[0]!.score,
      Math.min(MAX_PIECES, strong.length),
      best(pieces.filter(({ zone }) => zone === 'headline' || zone === 'contents')),
      best(pieces.filter(({ opens }) => opens)),
      flag(pieces.some(({ named }) => named)),
      best(pieces.filter(({ zone }) => zone === 'item')),
      score - strongest(others),
      rank,
      rivals.length,
      flag(strong.some(({ recent, hedged }) => recent && !hedged)),
      flag(strong.some(({ lately, told, hedged }) => lately && told && !hedged)),
      flag(strong.some(({ ours, told, hedged }) => ours && told && !hedged)),
      flag(candidate.best.hedged),
      flag(candidate.best.told),
      flag(strong.length > 0 && strong.every(({ stale }) => stale)),
      flag(strong.some(({ decided }) => decided === 'taken')),
      words,
      flag(family === 'current'),
      flag(family === 'report'),
      flag(family === 'periodic'),
      flag(family === 'proxy'),
      flag(family === 'prospectus'),
      flag(RATHER.some(([better, worse]) => worse === type && rivals.some((other) => other.type === better))),
      flag(aroundResults(candidate, results)),
      flag(beside(candidate, others)),
    ].map((value) => Math.round(value * 1000) / 1000);
  });
}

function strongest(others: readonly Candidate[]): number {
  return others.reduce((most, { score }) => Math.max(most, score), 0);
}
