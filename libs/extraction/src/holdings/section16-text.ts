import type { TradeFact } from '../facts.ts';
import type { Reading } from '../reading/index.ts';
import { foldSpace } from '../wording/pattern.ts';
import { linesOf } from './lines.ts';
import type { Line } from './lines.ts';
import { countOf } from './values.ts';

// Forms 3, 4 and 5 before 2003 are text: numbered labels with the value on the next line, then Tables I and II.

const OWNER = /name\s+and\s+address\s+of\s+reporting\s+person/iu;
const ISSUER = /issuer\s+name\s+and\s+ticker|name\s+of\s+issuer/iu;
const DATE = /^(\d{1,2})\/(\d{1,2})\/(\d{1,4})$/u;
const CODE = /^[PSVADFIMCEHOXGLWZJKU]$/u;

function below(lines: readonly Line[], label: RegExp): Line | undefined {
  const at = lines.findIndex((line) => label.test(line.text));
  if (at < 0) return undefined;
  return lines
    .slice(at + 1, at + 4)
    .find((line) => /\p{L}{2}/u.test(line.text) && !/^\W*\(?(?:last|first|middle)\b/iu.test(line.text));
}

/** "2/7/0" with a "0" below it is 2/7/00. */
function isoOf(reading: Reading, printed: string, block: number, column: number): string | null {
  const match = DATE.exec(printed);
  if (match === null) return null;
  let year = match[3]!;
  if (year.length === 1 || year.length === 3) {
    const rest = reading.blocks[block + 1]?.cells.find((cell) => cell.column === column);
    const digit = rest === undefined ? '' : reading.text.slice(rest.start, rest.end).trim();
    if (!/^\d$/u.test(digit)) return null;
    year += digit;
  }
  const full = year.length === 4 ? year : `${Number(year) > 50 ? '19' : '20'}${year}`;
  return `${full}-${match[1]!.padStart(2, '0')}-${match[2]!.padStart(2, '0')}`;
}

/** Transactions of an old Form 4 or 5 whose table rows hold a date, a code and an amount in cells of their own. */
export function textTrades(reading: Reading): readonly TradeFact[] {
  const lines = linesOf(reading);
  const owner = below(lines, OWNER);
  const issuer = below(lines, ISSUER);
  if (owner === undefined || issuer === undefined) return [];
  const found: TradeFact[] = [];
  reading.blocks.forEach((block, at) => {
    if (block.cells.length < 4) return;
    const cells = block.cells.map((cell) => ({ text: foldSpace(reading.text.slice(cell.start, cell.end)), ...cell }));
    const day = cells.findIndex((cell, index) => index > 0 && DATE.test(cell.text));
    const code = cells.findIndex((cell, index) => index > day && index <= day + 2 && CODE.test(cell.text));
    if (day < 0 || code < 0) return;
    const shares = cells.slice(code + 1).find((cell) => /^[\d,]{1,15}(?:\.\d+)?(?:\s*-)?$/u.test(cell.text));
    if (shares === undefined) return;
    const price = cells
      .slice(cells.indexOf(shares) + 1, cells.indexOf(shares) + 3)
      .find((cell) => /^\$?\s*\d[\d,]*\.\d+$/u.test(cell.text));
    found.push({
      person: foldSpace(owner.text),
      company: foldSpace(issuer.text),
      code: cells[code]!.text,
      date: isoOf(reading, cells[day]!.text, at, cells[day]!.column),
      shares: countOf(shares.text),
      price: price === undefined ? null : countOf(price.text),
      ...reading.quote(cells[0]!.start, (price ?? shares).end),
      source: 'rule:section-16-text',
      confidence: 0.8,
    });
  });
  return found;
}
