import type { EventType } from '../facts.ts';
import type { Evidence } from './evidence.ts';

/** Evidence from this on is believed alone. */
const BELIEVED = 0.8;
/** Each further sentence that shows the type adds a part of its own score. */
const SUPPORT = 0.3;
const MAX_EVENTS = 4;

/** A type that says more precisely what the other one also matches. */
const RATHER: readonly (readonly [EventType, EventType])[] = [
  ['corporate_information', 'financial_results'],
  ['share_repurchase', 'acquisition'],
  ['management_change', 'shareholder_meeting'],
];

export interface Chosen {
  readonly type: EventType;
  readonly best: Evidence;
  readonly score: number;
}

/** Adds up the evidence for each type and keeps what is believed, strongest first. */
export function choose(evidence: readonly Evidence[]): readonly Chosen[] {
  const byType = new Map<EventType, Evidence[]>();
  for (const piece of evidence) byType.set(piece.type, [...(byType.get(piece.type) ?? []), piece]);
  const all: Chosen[] = [];
  for (const [type, pieces] of byType) {
    const ranked = [...pieces].sort((a, b) => b.score - a.score || a.sentence.start - b.sentence.start);
    const support = ranked.slice(1, 4).reduce((sum, piece) => sum + piece.score * SUPPORT, 0);
    const best =
      ranked.find(
        (piece) => piece.score >= ranked[0]!.score - 0.06 && piece.sentence.end - piece.sentence.start > 90,
      ) ?? ranked[0]!;
    all.push({ type, best, score: ranked[0]!.score + support });
  }
  const believed = all.filter((chosen) => chosen.score >= BELIEVED).sort((a, b) => b.score - a.score);
  return believed
    .filter(
      (chosen) =>
        !RATHER.some(
          ([kept, dropped]) =>
            chosen.type === dropped &&
            believed.some(
              (other) =>
                other.type === kept &&
                other.best.sentence.start === chosen.best.sentence.start &&
                other.score >= chosen.score,
            ),
        ),
    )
    .slice(0, MAX_EVENTS);
}
