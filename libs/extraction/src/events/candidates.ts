import type { EventType } from '../facts.ts';
import { EVENT_CLASSES, TAKEOVERS } from '../lexicon/events.ts';
import { Phrases, wordsOf } from './phrases.ts';
import type { Reading } from '../reading/index.ts';
import { evidenceIn } from './evidence.ts';
import type { Evidence } from './evidence.ts';
import { formEvidence } from './form-evidence.ts';
import { unitsOf } from './units.ts';
import { zonesOf } from './zones.ts';

/** A type of event that a filing may tell, with all that shows it. */
export interface Candidate {
  readonly type: EventType;
  /** The sentence to quote. */
  readonly best: Evidence;
  /** All evidence added up by hand. */
  readonly score: number;
  /** Every piece of evidence, strongest first. */
  readonly pieces: readonly Evidence[];
}

/** Each further sentence that shows the type adds a part of its own score. */
const SUPPORT = 0.3;
const MAX_SUPPORT = 0.2;
const NEAR_BEST = 0.25;

/** Sentences say more than headlines, and headlines more than lists. */
const TELLING: Readonly<Record<string, number>> = { item: 0.2, paragraph: 0.2, statement: 0.1, headline: 0.05 };
const TOLD = 0.1;
/** No words of the sentence show it. */
const UNSAID = 0.5;

function representative(ranked: readonly Evidence[]): Evidence {
  const near = ranked.filter((piece) => piece.score >= ranked[0]!.score - NEAR_BEST);
  const merit = (piece: Evidence) =>
    piece.score +
    (TELLING[piece.zone] ?? 0) +
    (piece.told && !piece.hedged ? TOLD : 0) -
    (piece.cue.end - piece.cue.start === 1 ? UNSAID : 0);
  return near.reduce((best, piece) => (merit(piece) > merit(best) ? piece : best));
}

function total(ranked: readonly Evidence[]): number {
  const support = ranked.slice(1, 4).reduce((sum, piece) => sum + piece.score * SUPPORT, 0);
  return ranked[0]!.score + Math.min(MAX_SUPPORT, support);
}

const TAKES_OVER = new Phrases<true>(
  TAKEOVERS.map((phrase) => [phrase, true]),
  EVENT_CLASSES,
);
const READ = 6;
const AGREEMENT = /purchase\s+agreement$/iu;
const MEETING_LEADS = 1;
const BELIEVED = 0.8;

/** Whether what is called a merger is one company's purchase of the other. */
function isTakeover(reading: Reading, merger: readonly Evidence[]): boolean {
  let found = false;
  for (const { sentence } of merger.slice(0, READ)) {
    TAKES_OVER.each(wordsOf(reading.text.slice(sentence.start, sentence.end)), () => {
      found = true;
    });
  }
  return found;
}

/** Whether all that shows a purchase is an agreement, which may as well be the seller's. */
const isAgreement =
  ({ text }: Reading) =>
  ({ cue }: Evidence): boolean =>
    AGREEMENT.test(text.slice(cue.start, cue.end));

/** What a meeting is to vote on is its agenda, unless a headline tells it for itself, it was decided or somebody is elected. */
function onAgenda(candidate: Candidate, meeting: Candidate | undefined): boolean {
  if (meeting === undefined || meeting === candidate || meeting.score < MEETING_LEADS) return false;
  if (candidate.type === 'management_change' && candidate.best.decided !== 'listed') return false;
  return !candidate.pieces.some(
    (piece) =>
      piece.score >= BELIEVED &&
      (piece.zone === 'headline' ||
        piece.zone === 'item' ||
        (piece.decided === 'taken' && candidate.type !== 'corporate_information')),
  );
}

/** The types of events that the filing may tell, those with the strongest evidence first. */
export function candidatesIn(reading: Reading): readonly Candidate[] {
  const units = unitsOf(reading, zonesOf(reading));
  const byType = new Map<EventType, Evidence[]>();
  const form = units[0] === undefined ? [] : formEvidence(reading, units[0]);
  for (const piece of [...evidenceIn(reading, units), ...form]) {
    const known = byType.get(piece.type);
    if (known === undefined) byType.set(piece.type, [piece]);
    else known.push(piece);
  }
  const merger = byType.get('merger');
  const purchase = byType.get('acquisition');
  if (merger !== undefined && purchase !== undefined && isTakeover(reading, [...merger, ...purchase])) {
    const known = new Set(purchase.map(({ sentence }) => sentence.start));
    const moved = merger.filter(({ sentence }) => !known.has(sentence.start));
    byType.set('acquisition', [...purchase, ...moved.map((piece): Evidence => ({ ...piece, type: 'acquisition' }))]);
    byType.delete('merger');
  }
  const sale = byType.get('divestiture');
  if (
    sale?.some(({ score }) => score >= BELIEVED) === true &&
    byType.get('acquisition')?.every(isAgreement(reading)) === true
  )
    byType.delete('acquisition');
  const all = [...byType]
    .map(([type, pieces]): Candidate => {
      const ranked = pieces.sort((a, b) => b.score - a.score || a.sentence.start - b.sentence.start);
      return { type, best: representative(ranked), score: total(ranked), pieces: ranked };
    })
    .sort((a, b) => b.score - a.score || (a.type < b.type ? -1 : 1));
  const meeting = all.find(({ type }) => type === 'shareholder_meeting');
  return all.filter((candidate) => !onAgenda(candidate, meeting));
}
