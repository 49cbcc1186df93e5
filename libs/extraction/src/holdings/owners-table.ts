import type { HoldingFact } from '../facts.ts';
import type { Reading, Span } from '../reading/index.ts';
import { foldSpace, wording } from '../wording/pattern.ts';
import { countOf, holderKind, shareOf } from './values.ts';

// Item 403 of Regulation S-K, Item 7.A of Form 20-F, selling holders of a prospectus: a row a holder, with shares and percentage.

/** Words that say that a table lists holders, in its head or right above it. */
const OWNERS = [
  'beneficial(?:ly)? own',
  'security ownership',
  'names? (?:and address(?:es)? )?of (?:beneficial |selling |registered )?(?:owner|holder|shareholder|stockholder)',
  '(?:principal|major|substantial|significant|largest|main|selling|registered) (?:share|stock|unit|security ?)holders?',
  "^(?:share|stock|unit)holders?\\b(?!'| equity)|\\b5% (?:or greater )?(?:share|stock)holders?(?!')",
  '^reporting persons?\\b|(?:share|stock)holder names?',
].map((words) => wording(words));
const COUNTS = wording('\\bshares\\b|\\bnumber\\b|\\bamount\\b|\\bunits\\b|\\bowned\\b|\\bstock\\b');
const PERCENTS = wording('percent|per cent|%');
/** Tables of money, pay or plans have columns of the same look. */
const OTHER = wording(
  'option|compens|salar|bonus|revenue|income|assets\\b|fees\\b|premium|votes? (?:for|cast)|principal amount|grant|matur',
);
/** First cells that name no single holder. */
const NOBODY = [
  '\\bas a group\\b|^total|^sub-?total|^all (?:directors|executive|current|officers|other)|^name\\b|^directors|^executive',
  '^officers|^5%|^principal|^greater|^other|beneficial|free float|^public\\b|^treasury|^the public|^minority|^remaining',
  '^(?:share|stock|unit)holders?\\b|^shares?\\b|^class\\b|^common\\b',
  '^ordinary\\b|^number\\b|^amount\\b|^percent|^reporting person',
  '^employees|^(?:paid-in|retained|additional|accumulated)\\b',
  '^balance\\b|^(?:after|before|upon|as of|until|since|from)\\b|^(?:issued|outstanding|authorized)\\b',
].map((words) => wording(words));
const CLASS = wording(
  '((?:class [a-z] )?(?:common stock|common shares|ordinary shares|capital stock|shares of beneficial interest|units))',
);
const COUNT = /^\s*\$?\d{1,3}(?:,\d{3})+/u;
/** A number without separators that is no year, no age, no percentage. */
const PLAIN_COUNT = /^\s*(?!(?:19|20)\d\d\s*$)\d{3,}(?![\d.%])/u;
const SHARE = /^\s*(?:\d{0,3}(?:\.\d+)?\s*%?|\*+|less than.*|[—–-])\s*(?:\(\w{1,2}\))*\s*$/iu;
const TITLE_BEHIND =
  /^((?:[\p{L}.’'-]+ ){1,4}[\p{L}.’'-]+), .*(?:president|secretary|director|chair|officer|treasurer|ceo|cfo|counsel)/iu;
const ABOVE = 8;
const HEAD_ROWS = 5;
const LONGEST_HEADING = 400;

interface Cell extends Span {
  readonly text: string;
}

/** What stands around a table and says what it shows. */
function context(reading: Reading, first: number): Cell {
  const from = Math.max(0, first - ABOVE);
  const { start } = reading.blocks[from]!;
  const last = Math.min(reading.blocks.length - 1, first + HEAD_ROWS - 1);
  const end = Math.min(reading.blocks[last]!.end, start + 6000);
  return { text: reading.text.slice(start, end), start, end };
}

/** The cells of a row; a number at the end of the first cell is a cell of its own. */
function cellsOf(reading: Reading, at: number): readonly Cell[] {
  const cells = reading.blocks[at]!.cells.map(({ start, end }) => ({
    start,
    end,
    text: reading.text.slice(start, end),
  }));
  // Ranks stand before the names.
  if (cells.length > 2 && /^\W*\d{1,2}\W*$/u.test(cells[0]!.text)) cells.shift();
  const [first, ...rest] = cells;
  const joined = first === undefined ? null : /^(.*\p{L}\.?)\s+(?=\d{1,3}(?:,\d{3})+\s*$)/u.exec(first.text);
  if (first === undefined || joined === null) return cells;
  const cut = first.start + joined[0].length;
  return [
    { start: first.start, end: first.start + joined[1]!.length, text: joined[1]! },
    { start: cut, end: first.end, text: reading.text.slice(cut, first.end) },
    ...rest,
  ];
}

function holderOf(printed: string): string {
  const line = foldSpace(
    (printed.split('\n')[0] ?? '')
      .replace(/\s*\((?:\d{1,2}|[a-z]|\*)\)/gu, '')
      .replace(/[\s.…*†‡,]+$/gu, (end) => (end === '.' ? '.' : '')),
  );
  return TITLE_BEHIND.exec(line)?.[1] ?? line;
}

function namesHolder(holder: string): boolean {
  return (
    holder.length >= 4 &&
    holder.length <= 90 &&
    /^\p{Lu}/u.test(holder) &&
    /[\s.]/u.test(holder) &&
    !holder.endsWith(':') &&
    !NOBODY.some((words) => words.test(holder))
  );
}

const SMALL_NAME_PART = /^(?:d[aeiou]s?|del|della|der|den|di|du|e|et|el|al|la|le|ten|ter|van|von|y|zu|bin|binti|st)$/u;

/** A person's words are all names: "Retained earnings" is nobody. */
function namesPerson(holder: string): boolean {
  return holder.split(/[\s,]+/u).every((word) => !/^\p{Ll}/u.test(word) || SMALL_NAME_PART.test(word));
}

function rowFact(reading: Reading, at: number, above: Cell, company: string): HoldingFact | undefined {
  const cells = cellsOf(reading, at);
  const holder = holderOf(cells[0]?.text ?? '');
  if (!namesHolder(holder)) return undefined;
  const behind = (form: RegExp) => cells.findIndex((cell, index) => index > 0 && form.test(cell.text));
  const grouped = behind(COUNT);
  const amountAt = grouped < 0 ? behind(PLAIN_COUNT) : grouped;
  if (amountAt < 0 || cells[amountAt]!.text.includes('$')) return undefined;
  const share = cells.slice(amountAt + 1).find((cell) => SHARE.test(cell.text));
  if (share === undefined) return undefined;
  const dates = reading.datesIn(above).filter((date) => date.precision === 'day');
  const asOf =
    dates.find((date) => /as\s+of\s+$/iu.test(reading.text.slice(Math.max(0, date.start - 10), date.start))) ??
    dates[0];
  const told = /\d/u.test(share.text);
  const kind = holderKind(reading, holder, cells[0]!);
  if (kind === 'person' && !namesPerson(holder)) return undefined;
  return {
    holder: reading.personName(holder),
    holderKind: kind,
    company,
    class: CLASS.exec(above.text)?.[1] ?? null,
    shares: countOf(cells[amountAt]!.text),
    percent: told ? shareOf(share.text.replace(/\(\w{1,2}\)/gu, '')) : null,
    asOf: asOf?.iso ?? null,
    ...reading.quote(cells[0]!.start, told ? share.end : cells[amountAt]!.end),
    source: 'rule:owners-table',
    confidence: 0.85,
  };
}

/** Whether the head of the table, or what stands right above it, says that it lists holders. `columns` is enough where true. */
function listsOwners(reading: Reading, first: number, last: number, columns: boolean): boolean {
  const headEnd = reading.blocks[Math.min(first + HEAD_ROWS, last) - 1]!.end;
  const head = reading.text.slice(reading.blocks[first]!.start, headEnd).slice(0, 1500);
  const headings: string[] = [];
  for (let at = first - 1; at >= Math.max(0, first - 3) && reading.blocks[at]!.table === -1; at--) {
    const { start, end } = reading.blocks[at]!;
    headings.push(reading.text.slice(Math.max(start, end - LONGEST_HEADING), end));
  }
  // The head is what stands before the first row with a count.
  const before = head.split('\n').findIndex((line) =>
    line
      .split('\t')
      .slice(1)
      .some((cell) => COUNT.test(cell)),
  );
  const columnHead = head.split('\n').slice(0, Math.max(before, 0)).join('\n');
  if (OTHER.test(columnHead)) return false;
  const measured = COUNTS.test(head) && PERCENTS.test(head);
  if (OWNERS.some((words) => words.test(columnHead))) return COUNTS.test(head) || PERCENTS.test(head);
  if (headings.some((text) => OWNERS.some((words) => words.test(text))))
    return (measured || PERCENTS.test(head)) && !OTHER.test(head);
  return columns && COUNTS.test(columnHead) && PERCENTS.test(columnHead);
}

/**
 * Holders of the company in tables that say in their head or right above it that they list such. With `columns`, columns of
 * shares and percentages say enough: forms whose tables of that look list holders.
 */
export function ownersInTables(reading: Reading, company: string, columns: boolean): readonly HoldingFact[] {
  const found: HoldingFact[] = [];
  let first = 0;
  while (first < reading.blocks.length) {
    const { table } = reading.blocks[first]!;
    let last = first + 1;
    while (last < reading.blocks.length && table !== -1 && reading.blocks[last]!.table === table) last++;
    if (table !== -1 && listsOwners(reading, first, last, columns)) {
      const above = context(reading, first);
      for (let at = first; at < last; at++) {
        const fact = rowFact(reading, at, above, company);
        if (fact !== undefined) found.push(fact);
      }
    }
    first = last;
  }
  return found;
}
