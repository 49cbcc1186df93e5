import type { OwnershipFact, OwnershipKind } from '../facts.ts';
import type { Reading, Span } from '../reading/index.ts';
import { cellName, type CellName } from './row-names.ts';

// What stands in lines, not in sentences: "BUYER: Acme", "Sold: Acme", and the companies listed below the filer's name.

const BULLET = /^[\s•·*●▪–-]*(?:\(?\w{1,3}[.)]\s+)?/u;
const LABEL = /^([\p{L} ]{3,28}?)(?:\(s\))?\s*[:\t]\s*/u;
const BUYER = /^(?:the )?(?:buyer|purchaser|acquirer|acquiror|acquired by|sold to|bought by)$/iu;
const SELLER = /^(?:the )?(?:seller|vendor|sold by|bought from|acquired from)$/iu;
const TARGET =
  /^(?:the )?(?:target|target company|acquired company|company (?:sold|acquired)|business (?:sold|acquired))$/iu;
const BOUGHT = /^(?:bought|acquired|purchased|acquisitions?(?: completed)?)$/iu;
const SOLD = /^(?:sold|divested|disposed of|disposals?|divestitures?)$/iu;
const SHARE = /(?<![\d.])(\d{1,3}(?:\.\d+)?)\s?(?:%|per ?cent)/u;
const LISTED = /^[\s•·*–-]*(?:(\d{1,3}(?:\.\d+)?)\s?%)?[\s→>:–-]*/u;
const PLACED = /\(\p{Lu}[\p{L}. ]{2,24}\)\s*$/u;
const LONGEST = 200;
const MAJORITY = 50;
const NAME_ENDS = /\s\(|, \d|, (?:\p{Lu}\p{L}+ \d|for |a |an |the |which )|;|\t|$/u;

/** Lines as printed; the cells of a row are one line. */
function rowsOf(reading: Reading): Span[] {
  return reading.blocks.flatMap((block) => {
    let { start } = block;
    return reading.text
      .slice(block.start, block.end)
      .split('\n')
      .map((line) => {
        const row = { start, end: start + line.length };
        start = row.end + 1;
        return row;
      })
      .filter((row) => row.end > row.start);
  });
}

/** The company whose name begins at `start` and ends the line, or stands before an aside. */
function nameFrom(reading: Reading, start: number, end: number): CellName | undefined {
  const cut = NAME_ENDS.exec(reading.text.slice(start, end))!.index;
  const name = cellName(reading, { start, end: start + cut });
  return name === undefined || reading.organizationsIn(name)[0]?.by === 'shape' ? undefined : name;
}

function shareIn(text: string): number | null {
  const value = Number(SHARE.exec(text)?.[1] ?? NaN);
  return value > 0 && value <= 100 ? value : null;
}

function fact(
  reading: Reading,
  [parent, child]: readonly [string, string],
  kind: OwnershipKind,
  percent: number | null,
  { start, end }: Span,
  source: string,
): OwnershipFact {
  const dealt = kind === 'acquisition' || kind === 'divested';
  const dealStatus = dealt ? 'completed' : null;
  return { parent, child, kind, percent, dealStatus, ...reading.quote(start, end), source, confidence: 0.8 };
}

type Part = 'buyer' | 'seller' | 'target';

function partOf(label: string): Part | undefined {
  if (BUYER.test(label)) return 'buyer';
  if (SELLER.test(label)) return 'seller';
  return TARGET.test(label) ? 'target' : undefined;
}

/** A sheet that is being read: who stands behind which label. */
type Sheet = Map<Part, CellName & { readonly percent: number | null }>;

function dealt(reading: Reading, sheet: Sheet): OwnershipFact[] {
  const target = sheet.get('target');
  if (target === undefined) return [];
  return (['buyer', 'seller'] as const).flatMap((part) => {
    const side = sheet.get(part);
    if (side === undefined) return [];
    const span = { start: Math.min(side.start, target.start), end: Math.max(side.end, target.end) };
    const kind = part === 'buyer' ? 'acquisition' : 'divested';
    return [fact(reading, [side.name, target.name], kind, target.percent, span, 'rule:deal-sheet')];
  });
}

/** "75.0% -> Acme", "Acme (40%)", "Acme (Delaware)": a company in the list below the filer's name. */
function listedIn(reading: Reading, row: Span): { fact: OwnershipFact; placed: boolean } | undefined {
  const text = reading.text.slice(row.start, row.end);
  const before = LISTED.exec(text)!;
  const name = nameFrom(reading, row.start + before[0].length, row.end);
  if (name === undefined || name.name === reading.filer) return undefined;
  const percent = shareIn(text);
  const placed = percent === null && PLACED.test(text);
  if (percent === null && !placed) return undefined;
  const joint = /joint venture/iu.test(text);
  const kind = joint ? 'joint_venture' : percent !== null && percent <= MAJORITY ? 'stake' : 'subsidiary';
  const span = { start: before[1] === undefined ? name.start : row.start, end: name.end };
  return { fact: fact(reading, [reading.filer, name.name], kind, percent, span, 'rule:group-list'), placed };
}

function isFiler(reading: Reading, row: Span): boolean {
  const named = reading.organizationsIn(row)[0];
  if (named?.filer !== true || named.start > row.start + 2) return false;
  return /^[\s.]*(?:\([^()]{1,40}\))?\s*:?\s*$/u.test(reading.text.slice(named.end, row.end));
}

/** Deals in sheets of labels and in items, and companies in a list below the filer's name. */
export function dealSheets(reading: Reading): readonly OwnershipFact[] {
  const found: OwnershipFact[] = [];
  const rows = rowsOf(reading);
  let sheet: Sheet = new Map();
  const close = () => {
    found.push(...dealt(reading, sheet));
    sheet = new Map();
  };
  rows.forEach((row, at) => {
    const text = row.end - row.start > LONGEST ? '' : reading.text.slice(row.start, row.end);
    const indent = BULLET.exec(text)?.[0].length ?? 0;
    const label = LABEL.exec(text.slice(indent));
    const part = label === null ? undefined : partOf(label[1]!.trim());
    if (label === null || (part === undefined && sheet.size > 0 && !text.includes(':'))) close();
    if (label !== null) {
      const name = nameFrom(reading, row.start + indent + label[0].length, row.end);
      if (part !== undefined) {
        if (sheet.has(part)) close();
        if (name !== undefined) sheet.set(part, { ...name, percent: shareIn(text) });
      } else if (name !== undefined && name.name !== reading.filer && reading.filer !== '') {
        const kind = BOUGHT.test(label[1]!) ? 'acquisition' : SOLD.test(label[1]!) ? 'divested' : undefined;
        const span = { start: row.start + indent, end: name.end };
        if (kind !== undefined)
          found.push(fact(reading, [reading.filer, name.name], kind, shareIn(text), span, 'rule:deal-item'));
      }
    }
    if (text === '' || !isFiler(reading, row)) return;
    const listed = [];
    for (let below = at + 1; below < rows.length; below++) {
      const one = listedIn(reading, rows[below]!);
      if (one === undefined) break;
      listed.push(one);
    }
    // A single name with a place may be an address or a party.
    if (listed.length > 1 || listed[0]?.placed === false) found.push(...listed.map((one) => one.fact));
  });
  close();
  return found;
}
