import { matchesIn } from './matches.ts';
import { wording } from './pattern.ts';

/** A sum of money in the text; `amount` in whole units of the currency, offsets relative to the string searched. */
export interface Money {
  readonly amount: number;
  /** ISO 4217, or null where the text prints a bare `$` that may be any dollar. */
  readonly currency: string | null;
  readonly start: number;
  readonly end: number;
}

const SYMBOLS: readonly (readonly [RegExp, string])[] = [
  [/^(?:US\s?\$|U\.S\.\s?\$|USD|US\s+dollars?)/iu, 'USD'],
  [/^(?:C(?:A|dn|DN)?\s?\$|CAD)/u, 'CAD'],
  [/^(?:A(?:U)?\s?\$|AUD)/u, 'AUD'],
  [/^(?:NZ\s?\$|NZD)/u, 'NZD'],
  [/^(?:HK\s?\$|HKD)/u, 'HKD'],
  [/^(?:S\s?\$|SGD)/u, 'SGD'],
  [/^(?:NT\s?\$|TWD)/u, 'TWD'],
  [/^(?:R\s?\$|BRL)/u, 'BRL'],
  [/^(?:€|EUR|Euros?)/iu, 'EUR'],
  [/^(?:£|GBP)/u, 'GBP'],
  [/^(?:¥|JPY|Yen)/iu, 'JPY'],
  [/^(?:RMB|CNY)/u, 'CNY'],
  [/^(?:CHF|SFr\.?)/u, 'CHF'],
  [/^(?:NIS|ILS)/u, 'ILS'],
  [/^(?:NOK)/u, 'NOK'],
  [/^(?:SEK)/u, 'SEK'],
  [/^(?:DKK)/u, 'DKK'],
  [/^(?:Rs\.?|INR|₹)/u, 'INR'],
  [/^(?:KRW|₩)/u, 'KRW'],
  [/^(?:MXN|Ps\.?)/u, 'MXN'],
  [/^(?:ZAR|R)/u, 'ZAR'],
];

const SCALES: Readonly<Record<string, number>> = {
  thousand: 1e3,
  million: 1e6,
  mln: 1e6,
  mm: 1e6,
  m: 1e6,
  billion: 1e9,
  bn: 1e9,
  b: 1e9,
  trillion: 1e12,
};

const BEFORE = wording(
  '(?<![\\p{L}\\p{N}$])(US\\s?\\$|U\\.S\\.\\s?\\$|NZ\\s?\\$|HK\\s?\\$|NT\\s?\\$|C(?:dn|DN|A)?\\s?\\$|AU?\\s?\\$|S\\s?\\$|R\\s?\\$|USD|EUR|GBP|JPY|CHF|CAD|AUD|NZD|HKD|SGD|TWD|BRL|RMB|CNY|NIS|ILS|NOK|SEK|DKK|INR|Rs\\.?|KRW|MXN|ZAR|[Ee]uros?|\\$|€|£|¥|₹|₩)\\s{0,3}(\\d{1,3}(?:[,\\u2009 ]\\d{3}){1,5}(?:\\.\\d+)?|\\d+(?:\\.\\d+)?)(?:\\s{0,3}-?(thousand|million|mln|mm|billion|bn|trillion|[mMbB])(?![\\p{L}\\p{N}]))?',
  'gu',
);
const AFTER = wording(
  '(?<![\\p{L}\\p{N}.,])(\\d{1,3}(?:,\\d{3}){1,5}(?:\\.\\d+)?|\\d+(?:\\.\\d+)?)\\s{0,3}(thousand|million|mln|billion|bn|trillion)?\\s{1,3}(US dollars|U\\.S\\. dollars|euros?|Euros?|EUR|USD|GBP|CHF|NOK|SEK|DKK|yen|Yen|NIS|RMB)(?![\\p{L}\\p{N}])',
  'gu',
);

function currencyOf(printed: string): string | null {
  if (/^U\.?S\.?\s+dollars/iu.test(printed)) return 'USD';
  return SYMBOLS.find(([pattern]) => pattern.test(printed))?.[1] ?? null;
}

function amountOf(digits: string, scale: string | undefined): number {
  const value = Number(digits.replace(/[^\d.]/g, '')) * (scale === undefined ? 1 : (SCALES[scale.toLowerCase()] ?? 1));
  return Math.round(value * 100) / 100;
}

/** All sums of money that are printed with a currency, in text order. */
export function moneyIn(text: string): readonly Money[] {
  const found: Money[] = [];
  for (const match of matchesIn(text, BEFORE)) {
    found.push({
      amount: amountOf(match[2] ?? '', match[3]),
      currency: currencyOf(match[1] ?? ''),
      start: match.index,
      end: match.index + match[0].length,
    });
  }
  for (const match of matchesIn(text, AFTER)) {
    const start = match.index;
    if (found.some((other) => start < other.end && other.start < start + match[0].length)) continue;
    found.push({
      amount: amountOf(match[1] ?? '', match[2]),
      currency: currencyOf(match[3] ?? ''),
      start,
      end: start + match[0].length,
    });
  }
  return found.sort((a, b) => a.start - b.start);
}
