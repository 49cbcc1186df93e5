import { EVENT_TYPES, OWNERSHIP_KINDS, ROLE_STATUSES } from '../facts.ts';
import type { EventFact, OwnershipFact, RoleClass, RoleFact } from '../facts.ts';
import { organizationKey, samePerson } from '../reading/fold.ts';
import type { Reading, Span } from '../reading/index.ts';
import { textOf } from './answer.ts';
import type { RawAnswer } from './answer.ts';
import { eventCueIn, ownershipCueIn, supportedStatus } from './cues.ts';
import { foldPassage, locateQuote } from './locate.ts';
import type { FoldedPassage } from './locate.ts';

/** Why a model's fact was dropped; the keys of the statistics. */
export type DropReason =
  | 'quote not in passage'
  | 'quote too long'
  | 'value not allowed'
  | 'person not in quote'
  | 'title not in quote'
  | 'organization not in filing'
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

const MAX_QUOTE_CHARS = 600;

/**
 * Keeps of an answer what the filing itself bears out: the quote stands letter for letter in the passage, the names
 * stand in the quote or its block, the organization is named in the filing, the values are allowed. A pure function.
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
  const context: Context = { reading, folded, grounding };
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
  readonly grounding: Grounding;
}

function groundQuote(item: RawItem, context: Context): (Span & { quote: string }) | DropReason {
  const quote = textOf(item, 'quote');
  if (quote.length > MAX_QUOTE_CHARS) return 'quote too long';
  const span = locateQuote(context.folded, quote);
  return span === null ? 'quote not in passage' : context.reading.quote(span.start, span.end);
}

function groundRole(item: RawItem, context: Context): RoleFact | DropReason {
  const { reading, grounding } = context;
  const status = oneOf(ROLE_STATUSES, item['status']);
  if (status === null) return 'value not allowed';
  const found = groundQuote(item, context);
  if (typeof found === 'string') return found;
  const person = reading.peopleIn(found).find((mention) => samePerson(mention.name, textOf(item, 'person')));
  if (person === undefined) return 'person not in quote';
  const title = textOf(item, 'title');
  const role = title === '' || !foldedIncludes(found.quote, title) ? null : grounding.classifyTitle(title);
  if (role === null) return 'title not in quote';
  const organization = organizationNear(found, textOf(item, 'organization'), reading);
  if (organization === null) return 'organization not in filing';
  return {
    ...found,
    person: person.name,
    organization,
    title,
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
  const named = reading.organizationsIn(found);
  const parent = named.find((mention) => sameOrganization(mention.name, textOf(item, 'parent')));
  const child = named.find((mention) => sameOrganization(mention.name, textOf(item, 'child')));
  if (parent === undefined || child === undefined || parent.name === child.name) return 'organization not in filing';
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

const sameOrganization = (a: string, b: string): boolean => b !== '' && organizationKey(a) === organizationKey(b);

// The filer may stay unnamed in a sentence about itself; any other organization must stand in the fact's block.
function organizationNear(found: Span, wanted: string, reading: Reading): string | null {
  const here = reading
    .organizationsIn(blockAround(found, reading))
    .find((mention) => sameOrganization(mention.name, wanted));
  if (here !== undefined) return here.name;
  const stands = reading.organizationName(wanted);
  return reading.filer !== '' && (sameOrganization(stands, reading.filer) || sameOrganization(wanted, reading.filer))
    ? reading.filer
    : null;
}

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
