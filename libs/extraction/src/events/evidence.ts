import type { EventType } from '../facts.ts';
import type { Reading, Span } from '../reading/index.ts';
import { cuesIn, type Cue } from './cues.ts';
import { decisionIn } from './decisions.ts';
import { formTraits } from '../forms/index.ts';
import { headingItem, itemMeaning, itemNumber, TEXT_DEFAULTS } from './eight-k.ts';
import { itemsOf, type Item } from './items.ts';
import { goesAlong, isHistory, standing } from './standing.ts';
import { manner, type Manner } from './manner.ts';
import { wordsOf } from './phrases.ts';
import type { Unit } from './units.ts';
import { itemWeight, placeWeight } from './weight.ts';
import type { Zone } from './zones.ts';

/** A sentence that shows an event of a type, and how well. */
export interface Evidence extends Manner {
  readonly type: EventType;
  /** What the place and the wording give it by hand; 1 is enough to be believed. */
  readonly score: number;
  readonly zone: Zone | 'item';
  /** It opens its release, or its item. */
  readonly opens: boolean;
  /** The item of a Form 8-K that it stands in says the type by its number. */
  readonly named: boolean;
  readonly sentence: Span;
  /** The words of the cue. */
  readonly cue: Span;
  readonly unit: Unit;
  /** See `decisionIn`. */
  readonly decided: ReturnType<typeof decisionIn>;
}

const MAX_SENTENCE = 900;
const MAX_SENTENCES_A_BLOCK = 16;
const MAX_ITEM_SENTENCES = 60;
const PAPER_WEIGHT = 0.6;
/** Less than this shows nothing. */
const TELLS = 0.14;
/** What only goes along with the subject of the headline, in one sentence with it, needs a second sentence to be believed. */
const ALONG = 0.75;
const HEADS = 0.8;
/** What an item tells beside the event that its number names. */
const BESIDE = 0.7;
/** The longest line with the name of an item. */
const LONGEST_NAME = 260;
/** Shorter ones are headings. */
const SPOKEN = 40;
/** Forms that report periods or offer something tell an event where a sentence says on which day of late it was. */
const LATELY = 0.8;
const OTHERWISE = 0.3;

interface Piece {
  readonly sentence: Span;
  readonly zone: Zone | 'item';
  readonly opens: boolean;
  readonly unit: Unit;
  readonly weight: number;
  readonly text: string;
  readonly cues: readonly Cue[];
  readonly decided: ReturnType<typeof decisionIn>;
}

function textOf(reading: Reading, sentence: Span): string {
  return reading.text.slice(sentence.start, Math.min(sentence.end, sentence.start + MAX_SENTENCE));
}

function evidence(reading: Reading, piece: Piece, cue: Cue, score: number, named = false): Evidence {
  const { sentence, zone, opens, unit, decided, text } = piece;
  return {
    type: cue.type,
    score,
    zone,
    opens,
    named,
    sentence,
    cue: { start: sentence.start + cue.from, end: sentence.start + cue.to },
    unit,
    decided,
    ...manner(reading, sentence, text, cue),
  };
}

/** What the blocks of a release show, or of a form without items. */
/** Of a form that announces nothing: where a sentence tells it with its day, more. */
function quietScore({ told, hedged, lately }: Manner, { weight }: Cue): number {
  return weight * (told && lately && !hedged ? LATELY : OTHERWISE);
}

function unitEvidence(reading: Reading, unit: Unit, within: (block: number) => boolean): Evidence[] {
  const found: Evidence[] = [];
  const headed = new Set<EventType>();
  const { quiet } = formTraits(reading.submission.form);
  const { filed } = reading.submission;
  for (const zoned of unit.blocks) {
    if (zoned.zone === 'tail' || within(zoned.block)) continue;
    const sentences = reading.sentencesIn(reading.blocks[zoned.block]!).slice(0, MAX_SENTENCES_A_BLOCK);
    sentences.forEach((sentence, nth) => {
      const text = textOf(reading, sentence);
      const decided = decisionIn(text);
      const weight = placeWeight(zoned, nth, text, decided) * (unit.paper ? PAPER_WEIGHT : 1);
      if (weight < TELLS) return;
      const cues = cuesIn(text, wordsOf(text));
      const opens = zoned.order === 0 && nth === 0 && zoned.zone !== 'headline' && zoned.zone !== 'contents';
      const piece: Piece = { sentence, zone: zoned.zone, opens, unit, weight, text, cues, decided };
      const lead = Math.min(...cues.filter(({ type }) => headed.has(type)).map(({ from }) => from));
      for (const cue of cues) {
        const along = zoned.zone === 'paragraph' && cue.from > lead && goesAlong(text, cue, headed) ? ALONG : 1;
        const stands = zoned.zone === 'headline' ? 1 : standing(text, cue.type, cue.from, nth, decided !== null);
        const told = weight * cue.weight * along * stands * (isHistory(text, cue, filed) ? 0.5 : 1);
        const how = manner(reading, sentence, text, cue);
        const score = quiet ? quietScore(how, cue) : told;
        if (zoned.zone === 'headline' && score >= HEADS) headed.add(cue.type);
        found.push(evidence(reading, piece, cue, score));
      }
    });
  }
  return found;
}

/** The type that an item's number names, where its text does not speak against it; null where the text alone decides. */
function namedType(number: string, pieces: readonly Piece[]): EventType | null {
  const meaning = itemMeaning(number) ?? null;
  if (meaning === null) return null;
  const told = new Set(pieces.slice(0, 12).flatMap(({ cues }) => cues.map(({ type }) => type)));
  if (meaning === 'text') {
    const first = pieces.slice(0, 4).some(({ cues }) => cues.length > 0);
    return first ? null : (TEXT_DEFAULTS[number] ?? null);
  }
  // Pay alone is no change of management.
  if (meaning === 'management_change' && !told.has(meaning)) return 'corporate_information';
  if (meaning !== 'acquisition') return meaning;
  const deal = pieces.flatMap(({ cues }) => cues).find(({ type }) => type === 'acquisition' || type === 'divestiture');
  return deal?.type === 'divestiture' ? 'divestiture' : 'acquisition';
}

/** The items that list financial statements and exhibits, of the new form and the old one. */
const EXHIBITS: ReadonlySet<string> = new Set(['9.01', '7']);

/** What an item of a Form 8-K shows. */
function itemEvidence(reading: Reading, item: Item, unit: Unit): Evidence[] {
  const meaning = itemMeaning(item.number);
  if (meaning === undefined || EXHIBITS.has(item.number)) return [];
  const sentences = reading.sentencesIn(item.body).slice(0, MAX_ITEM_SENTENCES);
  const { filed } = reading.submission;
  const pieces = sentences.map((sentence, nth): Piece => {
    const text = textOf(reading, sentence);
    const decided = decisionIn(text);
    const weight = itemWeight(nth, text, decided);
    return { sentence, zone: 'item', opens: nth === 0, unit, weight, text, cues: cuesIn(text, wordsOf(text)), decided };
  });
  const named = namedType(item.number, pieces);
  const found = pieces.flatMap((piece, nth) =>
    piece.cues.map((cue) => {
      const beside = named === null || named === cue.type ? 1 : BESIDE;
      const stands = standing(piece.text, cue.type, cue.from, nth, piece.decided !== null);
      const score = piece.weight * cue.weight * beside * stands * (isHistory(piece.text, cue, filed) ? 0.5 : 1);
      return evidence(reading, piece, cue, score, named === cue.type);
    }),
  );
  if (named !== null && !found.some(({ type, score }) => type === named && score >= HEADS)) {
    const spoken = pieces.find(({ sentence, weight }) => sentence.end - sentence.start >= SPOKEN && weight >= LATELY);
    const first = spoken ?? pieces[0] ?? headingPiece(reading, item, unit);
    const own = pieces.find(({ cues }) => cues.some(({ type }) => type === named)) ?? first;
    const cue = own.cues.find(({ type }) => type === named);
    found.push(evidence(reading, own, cue ?? { type: named, weight: 1, from: 0, to: 1 }, 1, true));
  }
  return found;
}

function headingPiece(reading: Reading, item: Item, unit: Unit): Piece {
  const { heading } = item;
  return {
    sentence: heading,
    zone: 'item',
    opens: true,
    unit,
    weight: 1,
    text: textOf(reading, heading),
    cues: [],
    decided: null,
  };
}

/** A line of a table of contents: the form's name of an item tells nothing. */
function namesItem(reading: Reading, block: number): boolean {
  const { start, end } = reading.blocks[block]!;
  if (end - start > LONGEST_NAME) return false;
  const text = reading.text.slice(start, end);
  return headingItem(text) !== undefined || itemNumber(text) !== undefined;
}

/** What the units show, and the items of a Form 8-K: one entry a type and sentence, of the whole filing. */
export function evidenceIn(reading: Reading, units: readonly Unit[]): readonly Evidence[] {
  const items = formTraits(reading.submission.form).itemized ? itemsOf(reading) : [];
  const form = units[0];
  const first = items[0]?.heading.start ?? Infinity;
  const last = items.at(-1)?.body.end ?? -Infinity;
  const within = (block: number): boolean => {
    const { start } = reading.blocks[block]!;
    return start >= first && start < last;
  };
  const named = (block: number): boolean => items.length > 0 && namesItem(reading, block);
  const ofItems = form === undefined ? [] : items.flatMap((item) => itemEvidence(reading, item, form));
  return [
    ...ofItems,
    ...units.flatMap((unit) => unitEvidence(reading, unit, (block) => within(block) || named(block))),
  ];
}
