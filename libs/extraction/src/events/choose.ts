import type { EventType } from '../facts.ts';
import type { Evidence } from './evidence.ts';

/** Evidence from this on is believed alone. */
const BELIEVED = 0.8;
/** Each further sentence that shows the type adds a part of its own score. */
const SUPPORT = 0.3;
const MAX_SUPPORT = 0.2;
/** Without anything better, the strongest type from this on is taken. */
const LIKELY = 0.5;
const MAX_EVENTS = 6;
const MEETING_LEADS = 1;
const TOLD = 0.9;
/** From this on a further sentence may tell the date. */
const TELLS = 0.3;

/** A type that says more precisely what the other one also matches. */
const RATHER: readonly (readonly [EventType, EventType])[] = [
  ['share_repurchase', 'acquisition'],
  ['acquisition', 'merger'],
];

export interface Chosen {
  readonly type: EventType;
  readonly best: Evidence;
  readonly score: number;
  /** Other sentences that show it, strongest first. */
  readonly others: readonly Evidence[];
}

/** Sentences say more than headlines, and headlines more than lists. */
const TELLING: Readonly<Record<string, number>> = { paragraph: 0.2, statement: 0.1, headline: 0.05 };

function representative(ranked: readonly Evidence[]): Evidence {
  const near = ranked.filter((piece) => piece.score >= ranked[0]!.score - 0.25);
  const merit = (piece: Evidence) => piece.score + (TELLING[piece.zone] ?? 0);
  return near.reduce((best, piece) => (merit(piece) > merit(best) ? piece : best));
}

function total(ranked: readonly Evidence[]): number {
  const support = ranked.slice(1, 4).reduce((sum, piece) => sum + piece.score * SUPPORT, 0);
  return ranked[0]!.score + Math.min(MAX_SUPPORT, support);
}

/** Shorter ones are the headings and lines of accounts. */
const SPOKEN = 50;
const told = (piece: Evidence) => piece.score >= TOLD && (piece.zone === 'statement' || piece.zone === 'paragraph');

/**
 * Results that a sentence tells leave aside the call that discusses them and what only their accounts and slides are headed
 * with. Results that only a headline names beside a date in the calendar are still to come.
 */
function aroundResults(kept: readonly Chosen[]): readonly Chosen[] {
  const results = kept.find((chosen) => chosen.type === 'financial_results');
  if (results === undefined) return kept;
  const calendar = kept.some((chosen) => chosen.type === 'corporate_information');
  if (![results.best, ...results.others].some(told)) {
    return calendar ? kept.filter((chosen) => chosen !== results) : kept;
  }
  const unit = results.best.unit;
  return kept.filter(
    (chosen) =>
      chosen === results ||
      (chosen.type !== 'corporate_information' &&
        [chosen.best, ...chosen.others].some(
          (piece) =>
            piece.score >= BELIEVED &&
            piece.sentence.end - piece.sentence.start >= SPOKEN &&
            (piece.unit === unit || piece.unit.blocks[0]?.unit === 0),
        )),
  );
}

/** What a meeting is to vote on is its agenda, unless a headline tells it for itself, it was decided or somebody is elected. */
function withoutAgenda(kept: readonly Chosen[]): readonly Chosen[] {
  const meeting = kept.find((chosen) => chosen.type === 'shareholder_meeting');
  if (meeting === undefined || meeting.score < MEETING_LEADS) return kept;
  const headed = (chosen: Chosen) =>
    [chosen.best, ...chosen.others].some(
      (piece) =>
        (piece.zone === 'headline' || (piece.decided === 'taken' && chosen.type !== 'corporate_information')) &&
        piece.score >= BELIEVED,
    );
  const elects = ({ type, best }: Chosen) => type === 'management_change' && best.decided !== 'listed';
  return kept.filter((chosen) => chosen === meeting || elects(chosen) || headed(chosen));
}

/** Adds up the evidence for each type and keeps what is believed, strongest first. */
export function choose(evidence: readonly Evidence[]): readonly Chosen[] {
  const byType = new Map<EventType, Evidence[]>();
  for (const piece of evidence) byType.set(piece.type, [...(byType.get(piece.type) ?? []), piece]);
  const all = [...byType].map(([type, pieces]): Chosen => {
    const ranked = [...pieces].sort((a, b) => b.score - a.score || a.sentence.start - b.sentence.start);
    const best = representative(ranked);
    return {
      type,
      best,
      score: total(ranked),
      others: ranked.filter((piece) => piece !== best && piece.score >= TELLS),
    };
  });
  all.sort((a, b) => b.score - a.score);
  const believed = all.filter((chosen) => chosen.score >= BELIEVED);
  const worseOf = (chosen: Chosen) =>
    believed.filter((other) => RATHER.some(([better, worse]) => chosen.type === better && other.type === worse));
  // What showed the other type speaks for the one that stays.
  const kept = believed
    .filter((chosen) => !believed.some((other) => worseOf(other).includes(chosen)))
    .map((chosen) => ({
      ...chosen,
      others: [...chosen.others, ...worseOf(chosen).flatMap(({ best, others }) => [best, ...others])],
    }));
  if (kept.length > 0) return withoutAgenda(aroundResults(kept)).slice(0, MAX_EVENTS);
  return all.slice(0, 1).filter((chosen) => chosen.score >= LIKELY);
}
