import type { HoldingFact } from '../facts.ts';
import type { Reading } from '../reading/index.ts';
import { foldSpace, wording } from '../wording/pattern.ts';
import { countOf, holderKind, shareOf } from './values.ts';

// Item 403 of Regulation S-K: name, amount and percentage of class of each beneficial owner.

const HEADER = wording(
  'beneficial(?:ly)? own|name (?:and address )?of (?:beneficial )?(?:owner|holder|shareholder|stockholder)|principal (?:share|stock)holders|shareholder name',
);
const NUMBERS = wording('shares|number|amount|percent|%');
const GROUP = wording(
  '\\bas a group\\b|^total|^all (?:directors|executive|current|officers)|^name|^directors|^executive|^officers|^5%|^principal|^greater|^other|beneficial',
);
const CLASS = wording(
  '((?:class [a-z] )?(?:common stock|common shares|ordinary shares|capital stock|shares of beneficial interest|units))',
);
const ABOVE = 8;

/** The block in which the text before a table says what it shows. */
function context(
  reading: Reading,
  first: number,
): { readonly text: string; readonly start: number; readonly end: number } {
  const from = Math.max(0, first - ABOVE);
  const start = reading.blocks[from]!.start;
  const end = Math.min(reading.blocks[Math.min(reading.blocks.length - 1, first + 4)]!.end, start + 6000);
  return { text: reading.text.slice(start, end), start, end };
}

function holderOf(printed: string): string {
  return foldSpace(
    (printed.split('\n')[0] ?? '')
      .replace(/\s*\((?:\d{1,2}|[a-z]|\*)\)/gu, '')
      .replace(/[\s.…*†‡,]+$/gu, (end) => (end === '.' ? '.' : '')),
  );
}

function rowFact(reading: Reading, at: number, above: ReturnType<typeof context>): HoldingFact | undefined {
  const block = reading.blocks[at]!;
  const cells = block.cells.map((cell) => ({ ...cell, text: reading.text.slice(cell.start, cell.end) }));
  const holder = holderOf(cells[0]?.text ?? '');
  if (holder.length < 4 || holder.length > 90 || !/^\p{Lu}/u.test(holder) || GROUP.test(holder) || /^\d/u.test(holder))
    return undefined;
  const amountAt = cells.findIndex(
    (cell, index) => index > 0 && /^\s*\d{1,3}(?:,\d{3})+|^\s*\d{3,}(?![\d.%])/u.test(cell.text),
  );
  if (amountAt < 0) return undefined;
  const share = cells
    .slice(amountAt + 1)
    .find((cell) => /^\s*(?:\d{1,3}(?:\.\d+)?\s*%?|\*|less than.*|[—–-])\s*$/iu.test(cell.text));
  if (share === undefined) return undefined;
  const dates = reading.datesIn(above).filter((date) => date.precision === 'day');
  const asOf =
    dates.find((date) => /as\s+of\s+$/iu.test(reading.text.slice(Math.max(0, date.start - 10), date.start))) ??
    dates[0];
  return {
    holder: reading.personName(holder),
    holderKind: holderKind(reading, holder, cells[0]!),
    company: reading.filer,
    class: CLASS.exec(above.text)?.[1] ?? null,
    shares: countOf(cells[amountAt]!.text),
    percent: /\d/u.test(share.text) ? shareOf(share.text) : null,
    asOf: asOf?.iso ?? null,
    ...reading.quote(cells[0]!.start, /\d/u.test(share.text) ? share.end : cells[amountAt]!.end),
    source: 'rule:proxy-table',
    confidence: 0.85,
  };
}

/** Beneficial owners in a table that says so in its head or right above it. */
export function proxyHoldings(reading: Reading): readonly HoldingFact[] {
  const found: HoldingFact[] = [];
  let first = 0;
  while (first < reading.blocks.length) {
    const { table } = reading.blocks[first]!;
    let last = first + 1;
    while (last < reading.blocks.length && table !== -1 && reading.blocks[last]!.table === table) last++;
    if (table !== -1 && last - first >= 2) {
      const head = reading.text
        .slice(reading.blocks[first]!.start, reading.blocks[Math.min(first + 4, last - 1)]!.end)
        .slice(0, 1500);
      if (HEADER.test(head) && NUMBERS.test(head)) {
        const above = context(reading, first);
        for (let at = first; at < last; at++) {
          const fact = rowFact(reading, at, above);
          if (fact !== undefined) found.push(fact);
        }
      }
    }
    first = last;
  }
  return found;
}
