import type { Reading, Span } from '../reading/index.ts';
import { headingItem, itemNumber } from './eight-k.ts';

/** An item of a Form 8-K. */
export interface Item {
  readonly number: string;
  readonly heading: Span;
  /** From the heading's end to the next item or the signatures. */
  readonly body: Span;
}

const END = /^\W{0,6}(?:signatures?\W{0,6}$|pursuant\s+to\s+the\s+requirements\s+of\s+the\s+securities)/iu;
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
export function itemsOf(reading: Reading): readonly Item[] {
  const numbered = itemsBy(reading, headingItem);
  return numbered.length > 0
    ? numbered
    : itemsBy(reading, (text) => (text.length < 120 ? itemNumber(text) : undefined));
}

/** The lines of a table of contents have shorter bodies, a page's number perhaps. */
const SHORTEST_BODY = 40;

/** Exhibits are not searched, and neither is what follows the signatures, unless only a table of contents has named those. */
function itemsBy(reading: Reading, numberOf: (text: string) => string | undefined): readonly Item[] {
  const document = reading.blocks[0]?.document;
  const found: { number: string; heading: Span; end: number }[] = [];
  const listed = (item: (typeof found)[number]) => item.end - item.heading.end < SHORTEST_BODY;
  // Whether an item that has ended has a body.
  let told = false;
  for (let b = 0; b < reading.blocks.length; b++) {
    const block = reading.blocks[b]!;
    const head = reading.text.slice(block.start, Math.min(block.end, block.start + 120));
    const outside = block.document !== document;
    const number = outside ? undefined : numberOf(head);
    const signed = found.length > 0 && END.test(head);
    const last = found.at(-1);
    if (last !== undefined && (outside || signed || number !== undefined)) {
      last.end = Math.min(last.end, Math.max(last.heading.end, block.start));
      told ||= !listed(last);
    }
    if (outside || (signed && told)) break;
    if (number !== undefined) found.push({ number, heading: headingSpan(reading, b), end: reading.text.length });
  }
  const lastOf = new Map(found.map((item) => [item.number, item]));
  return found
    .filter((item) => !listed(item) || lastOf.get(item.number) === item)
    .map(({ number, heading, end }) => ({ number, heading, body: { start: heading.end, end } }));
}
