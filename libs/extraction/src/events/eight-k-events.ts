import type { EventFact, EventType } from '../facts.ts';
import type { Reading, Span } from '../reading/index.ts';
import { cuesIn } from './cues.ts';
import { detailsOf } from './details.ts';
import { eventDate } from './dating.ts';
import { headingItem, itemMeaning, itemNumber, TEXT_DEFAULTS } from './eight-k.ts';

interface Item {
  readonly number: string;
  readonly heading: Span;
  /** From the heading's end to the next item or the signatures. */
  readonly body: Span;
}

const END = /^\W{0,6}(?:signatures?\W{0,6}$|pursuant\s+to\s+the\s+requirements\s+of\s+the\s+securities)/iu;
/** How much of an item's text is read for its meaning. */
const READ = 4000;

/** The heading of an item: its number and name, without a text that runs on in the same block. */
function headingSpan(reading: Reading, block: number): Span {
  const { start, end } = reading.blocks[block]!;
  const first = reading.text.slice(start, Math.min(end, start + 400));
  if (end - start <= 260 && !/[.:]\s+\S{2,}.{80,}/su.test(first.replace(/^\W*item\s+[\d.]+\W*/iu, ''))) {
    const next = reading.blocks[block + 1];
    const bare = /^\W*item\s*\d{1,2}(?:\.\d{2})?\W*$/iu.test(first);
    return bare && next !== undefined && next.end - next.start < 260 ? { start, end: next.end } : { start, end };
  }
  const name = /^\W*item\s*\d{1,2}(?:\.\d{2})?\W{0,8}[^.:\n]{3,200}[.:]?/iu.exec(first);
  return { start, end: name === null ? Math.min(end, start + 200) : start + name[0].length };
}

/** The items of the form's own document, in order: by their numbers, else by the names that the form gives them. */
function itemsOf(reading: Reading): readonly Item[] {
  const numbered = itemsBy(reading, headingItem);
  return numbered.length > 0
    ? numbered
    : itemsBy(reading, (text) => (text.length < 120 ? itemNumber(text) : undefined));
}

/** Exhibits are not searched. */
function itemsBy(reading: Reading, numberOf: (text: string) => string | undefined): readonly Item[] {
  const document = reading.blocks[0]?.document;
  const found: { number: string; heading: Span }[] = [];
  let stop = reading.text.length;
  for (let b = 0; b < reading.blocks.length; b++) {
    const block = reading.blocks[b]!;
    const head = reading.text.slice(block.start, Math.min(block.end, block.start + 120));
    if (block.document !== document || (found.length > 0 && END.test(head))) {
      stop = block.start;
      break;
    }
    const number = numberOf(head);
    if (number !== undefined) found.push({ number, heading: headingSpan(reading, b) });
  }
  return found.map((item, at) => ({
    ...item,
    body: { start: item.heading.end, end: found[at + 1]?.heading.start ?? stop },
  }));
}

/** What an item's own words say, where its number leaves it open. */
function byText(reading: Reading, item: Item): EventType {
  const text = reading.text.slice(item.body.start, Math.min(item.body.end, item.body.start + READ));
  const sentences = reading
    .sentencesIn(item.body)
    .slice(0, 6)
    .map((sentence) => reading.text.slice(sentence.start, Math.min(sentence.end, sentence.start + 900)));
  const types = (sentences.length > 0 ? sentences : [text.slice(0, 900)]).flatMap((sentence) => {
    const strong = cuesIn(sentence).filter((cue) => cue.weight >= 0.7);
    return strong.sort((a, b) => b.weight - a.weight || a.from - b.from).map((cue) => cue.type);
  });
  if (types[0] !== undefined) return types[0] === 'merger' && types.includes('acquisition') ? 'acquisition' : types[0];
  return TEXT_DEFAULTS[item.number] ?? 'other';
}

const SALE = /\b(?:sold|sale|disposition|disposed|divest\w*)\b/iu;
const PURCHASE = /\b(?:acquired|acquisition|purchased?|merger)\b/iu;

function typeOf(reading: Reading, item: Item): EventType | null {
  const meaning = itemMeaning(item.number);
  if (meaning === undefined || meaning === null) return null;
  if (meaning === 'text') return byText(reading, item);
  if (meaning !== 'acquisition') return meaning;
  const body = reading.text.slice(item.body.start, Math.min(item.body.end, item.body.start + 1500));
  const sale = body.search(SALE);
  const purchase = body.search(PURCHASE);
  return sale >= 0 && (purchase < 0 || sale < purchase) ? 'divestiture' : 'acquisition';
}

const OPENS_WITH_DATE = /^\W{0,4}(?:on|effective|as\s+of|effective\s+as\s+of)\s+$/iu;

/** The day that the item's text opens with, the end of the period whose results it reports, else the period of report. */
function itemDate(reading: Reading, type: EventType, first: Span, opening: Span): string | null {
  const { period, filed } = reading.submission;
  if (type === 'financial_results')
    return eventDate(reading, type, { sentences: [first], opening, announced: period ?? filed });
  const day = reading.datesIn(first).find((date) => date.precision === 'day');
  if (day !== undefined && OPENS_WITH_DATE.test(reading.text.slice(first.start, day.start))) return day.iso;
  return period ?? day?.iso ?? filed;
}

/**
 * The events of a Form 8-K: one an item that has a meaning, quoted by the item's heading, dated by the period of report
 * unless its text gives a date.
 */
export function eightKEvents(reading: Reading): readonly EventFact[] {
  const seen = new Set<EventType>();
  const events: EventFact[] = [];
  for (const item of itemsOf(reading)) {
    const type = typeOf(reading, item);
    if (type === null || seen.has(type)) continue;
    seen.add(type);
    const first = reading.sentencesIn(item.body)[0] ?? item.body;
    const opening = { start: item.body.start, end: Math.min(item.body.end, item.body.start + 1500) };
    events.push({
      type,
      date: itemDate(reading, type, first, opening),
      ...detailsOf(reading, type, opening, { start: opening.start, end: opening.start }),
      ...reading.quote(item.heading.start, item.heading.end),
      source: 'rule:8-k-item',
      confidence: itemMeaning(item.number) === 'text' ? 0.7 : 0.9,
    });
  }
  return events;
}
