import { EVENT_TYPES, OWNERSHIP_KINDS, ROLE_STATUSES } from '../facts.ts';
import type { EventFact, OwnershipFact, RoleClass, RoleFact } from '../facts.ts';
import { samePerson } from '../reading/fold.ts';
import type { Reading, Span } from '../reading/index.ts';
import { textOf } from './answer.ts';
import type { RawAnswer } from './answer.ts';
import { MAX_QUOTE_CHARS, quotableRuns } from './choices.ts';
import { eventCueIn, ownershipCueIn, supportedStatus } from './cues.ts';
import { directionHolds } from './direction.ts';
import { foldPassage, locateQuote } from './locate.ts';
import type { FoldedPassage } from './locate.ts';
import { isNamed, organizationBeside, pairIn, titleBeside } from './standing.ts';

/** Why a model's fact was dropped; the keys of the statistics. */
export type DropReason =
  | 'quote not in passage'
  | 'quote too long'
  | 'value not allowed'
  | 'person not in quote'
  | 'title not in quote'
  | 'title not beside the person'
  | 'organization not in filing'
  | 'organization not of that post'
  | 'words do not bear it out'
  | 'no words of its kind';

/** The class of a printed title, or null when it names no post; the rules' own. */
export type ClassifyTitle = (title: string) => RoleClass | null;

export interface Grounding {
  readonly source: string;
  readonly confidence: number;
  readonly classifyTitle: ClassifyTitle;
}

export interface GroundedFacts {
  readonly roles: readonly RoleFact[];
  readonly events: readonly EventFact[];
  readonly ownership: readonly OwnershipFact[];
  readonly drops: readonly DropReason[];
}

/**
 * Keeps of an answer what the filing itself bears out: it shows a sentence of the passage or quotes it letter for letter, the names stand
 * in it and beside each other, the organization is named in the filing, the values are allowed. It is strict enough that
 * a model that answers with everything it can does no harm. A pure function.
 */
export function groundAnswer(answer: RawAnswer, passage: Span, reading: Reading, grounding: Grounding): GroundedFacts {
  const folded = foldPassage(reading.text, passage);
  const drops: DropReason[] = [];
  const keep = <T extends object>(
    items: RawAnswer[keyof RawAnswer],
    ground: (item: RawItem) => T | DropReason,
  ): T[] => {
    const kept: T[] = [];
    for (const item of items) {
      const result = ground(item);
      if (typeof result === 'string') drops.push(result);
      else kept.push(result);
    }
    return kept;
  };
  const context: Context = { reading, folded, quotable: quotableRuns(reading, passage), grounding };
  return {
    roles: keep(answer.roles, (item) => groundRole(item, context)),
    events: keep(answer.events, (item) => groundEvent(item, context)),
    ownership: keep(answer.ownership, (item) => groundOwnership(item, context)),
    drops,
  };
}

type RawItem = Readonly<Record<string, unknown>>;

interface Context {
  readonly reading: Reading;
  readonly folded: FoldedPassage;
  /** The sentences that were numbered for the model. */
  readonly quotable: readonly Span[];
  readonly grounding: Grounding;
}

// A model that is held to the schema names a sentence of ours; any other must quote what stands there.
function groundQuote(item: RawItem, context: Context): (Span & { quote: string }) | DropReason {
  const numbered = context.quotable[Number(item['sentence']) - 1];
  if (numbered !== undefined) return context.reading.quote(numbered.start, numbered.end);
  const quote = textOf(item, 'quote');
  if (quote.length > MAX_QUOTE_CHARS) return 'quote too long';
  const span = locateQuote(context.folded, quote);
  return span === null ? 'quote not in passage' : context.reading.quote(span.start, span.end);
}

/** Words of a sentence: what holds them is no title. */
const SENTENCE = /\b(?:is|was|were|be|been|has|had|have|will|as|he|she|there|who|they)\b/i;

// Weak models run on: of "President and Chief Executive Officer of AcmeCorp" what the quote prints is kept.
function printedTitle(said: string, quote: string, classify: ClassifyTitle): string | null {
  const ends = [...said.matchAll(/\s+(?:of|at|for|with)\s|\s*[,;:]/g)].map(({ index }) => index);
  for (const end of [said.length, ...ends.reverse()]) {
    const title = said.slice(0, end);
    if (title !== '' && !SENTENCE.test(title) && foldedIncludes(quote, title) && classify(title) !== null) return title;
  }
  return null;
}

function groundRole(item: RawItem, context: Context): RoleFact | DropReason {
  const { reading, grounding } = context;
  const status = oneOf(ROLE_STATUSES, item['status']);
  if (status === null) return 'value not allowed';
  const found = groundQuote(item, context);
  if (typeof found === 'string') return found;
  const person = reading.peopleIn(found).find((mention) => samePerson(mention.name, textOf(item, 'person')));
  if (person === undefined) return 'person not in quote';
  const said = printedTitle(textOf(item, 'title'), found.quote, grounding.classifyTitle);
  if (said === null) return 'title not in quote';
  const title = titleBeside(reading, found, person, said);
  if (title === null) return 'title not beside the person';
  const role = grounding.classifyTitle(title.text);
  if (role === null) return 'title not in quote';
  const wanted = textOf(item, 'organization');
  if (!isInFiling(wanted, reading)) return 'organization not in filing';
  const organization = organizationBeside(reading, found, title, wanted);
  if (organization === null) return 'organization not of that post';
  return {
    ...found,
    person: person.name,
    organization,
    title: title.text,
    role,
    status: supportedStatus(status, found.quote),
    from: null,
    to: null,
    source: grounding.source,
    confidence: grounding.confidence,
  };
}

function groundEvent(item: RawItem, context: Context): EventFact | DropReason {
  const { reading, grounding } = context;
  const type = oneOf(EVENT_TYPES, item['type']);
  if (type === null || type === 'other') return 'value not allowed';
  const found = groundQuote(item, context);
  if (typeof found === 'string') return found;
  if (!eventCueIn(type, found.quote)) return 'no words of its kind';
  // The model's date counts only where the passage prints that day.
  const wanted = textOf(item, 'date');
  const printed = reading.datesIn(blockAround(found, reading)).find((date) => date.iso === wanted);
  return {
    ...found,
    type,
    date: printed?.iso ?? null,
    company: null,
    parties: [],
    amount: null,
    currency: null,
    source: grounding.source,
    confidence: grounding.confidence,
  };
}

function groundOwnership(item: RawItem, context: Context): OwnershipFact | DropReason {
  const { reading, grounding } = context;
  const kind = oneOf(OWNERSHIP_KINDS, item['kind']);
  if (kind === null) return 'value not allowed';
  const found = groundQuote(item, context);
  if (typeof found === 'string') return found;
  if (!ownershipCueIn(kind, found.quote)) return 'no words of its kind';
  const [wantedParent, wantedChild] = [textOf(item, 'parent'), textOf(item, 'child')];
  const named = reading.organizationsIn(found);
  const stands = (wanted: string): boolean => named.some((mention) => isNamed(mention, wanted));
  if (!stands(wantedParent) || !stands(wantedChild)) return 'organization not in filing';
  const pair = pairIn(reading, found, wantedParent, wantedChild);
  if (pair === null) return 'words do not bear it out';
  const { parent, child, between } = pair;
  if (!directionHolds(kind, parent.start < child.start, between, found.quote)) return 'words do not bear it out';
  const percent = item['percent'];
  return {
    ...found,
    parent: parent.name,
    child: child.name,
    kind,
    percent: typeof percent === 'number' && printsNumber(found.quote, percent) ? percent : null,
    dealStatus: null,
    source: grounding.source,
    confidence: grounding.confidence,
  };
}

function oneOf<T extends string>(allowed: readonly T[], value: unknown): T | null {
  return allowed.find((one) => one === value) ?? null;
}

const fold = (text: string): string => text.replace(/\s+/g, ' ').trim().toLowerCase();

const foldedIncludes = (text: string, part: string): boolean => fold(text).includes(fold(part));

const isInFiling = (wanted: string, reading: Reading): boolean =>
  wanted !== '' &&
  (reading.organizations.some((mention) => isNamed(mention, wanted)) ||
    foldedIncludes(reading.filer, wanted) ||
    foldedIncludes(wanted, reading.filer));

function blockAround(span: Span, reading: Reading): Span {
  const blocks = reading.blocksIn(span);
  const first = blocks[0];
  const last = blocks.at(-1);
  if (first === undefined || last === undefined) return span;
  return { start: reading.blocks[first]!.start, end: reading.blocks[last]!.end };
}

const printsNumber = (quote: string, value: number): boolean =>
  quote.replaceAll(',', '.').includes(String(value)) ||
  quote.includes(value.toFixed(1)) ||
  quote.includes(value.toFixed(2));
