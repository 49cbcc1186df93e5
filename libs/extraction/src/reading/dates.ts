import type { DateMention } from './types.ts';

const MONTHS = [
  ['january', 'jan'],
  ['february', 'feb'],
  ['march', 'mar'],
  ['april', 'apr'],
  ['may'],
  ['june', 'jun'],
  ['july', 'jul'],
  ['august', 'aug'],
  ['september', 'sept', 'sep'],
  ['october', 'oct'],
  ['november', 'nov'],
  ['december', 'dec'],
] as const;

const MONTH_NUMBER = new Map<string, number>(
  MONTHS.flatMap((names, index) => names.map((name) => [name, index + 1] as [string, number])),
);

const M =
  '(january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul|aug|sept|sep|oct|nov|dec)';
const GAP = '[\\s,]{1,4}';
const DAY = '(\\d{1,2})(?:\\s?(?:st|nd|rd|th))?';
const YEAR = '((?:19|20)\\d\\d)';

const PATTERNS: readonly { regex: RegExp; read: (m: RegExpExecArray, context: Context) => Parts | null }[] = [
  // March 12, 2009 · March 12 2009 · Mar. 12th, 2009
  { regex: new RegExp(`\\b${M}\\.?\\s{1,3}${DAY}${GAP}${YEAR}\\b`, 'gi'), read: (m) => parts(m[3], m[1], m[2]) },
  // 12 March 2009 · 12th of March, 2009 · 12-Mar-2009
  {
    regex: new RegExp(`\\b${DAY}(?:\\s{1,3}of)?[\\s-]{1,3}${M}\\.?[\\s,-]{1,4}${YEAR}\\b`, 'gi'),
    read: (m) => parts(m[3], m[2], m[1]),
  },
  { regex: /\b((?:19|20)\d\d)[-/](\d{1,2})[-/](\d{1,2})\b/g, read: (m) => parts(m[1], m[2], m[3]) },
  // 31.12.2009 is day first; 12/31/2009 month first unless that cannot be.
  { regex: /\b(\d{1,2})\.(\d{1,2})\.((?:19|20)\d\d)\b/g, read: (m) => parts(m[3], m[2], m[1]) },
  {
    regex: /\b(\d{1,2})[/-](\d{1,2})[/-]((?:19|20)\d\d)\b/g,
    read: (m) => (Number(m[1]) > 12 ? parts(m[3], m[2], m[1]) : parts(m[3], m[1], m[2])),
  },
  // March 2009
  { regex: new RegExp(`\\b${M}\\.?(?:\\s{1,3}of)?${GAP}${YEAR}\\b`, 'gi'), read: (m) => parts(m[2], m[1], undefined) },
  {
    regex:
      /\b(?:(first|second|third|fourth|1st|2nd|3rd|4th)\s{1,3}(quarter|half)|(Q|H)([1-4]))[\s,]{1,3}(?:of\s{1,3})?(?:fiscal\s{1,3}|the\s{1,3}year\s{1,3}|FY\s?)?((?:19|20)\d\d)\b/gi,
    read: (m) => quarter(m),
  },
  // March 12, without a year: the year that is nearest to the filing.
  {
    regex: new RegExp(`\\b${M}\\.?\\s{1,3}${DAY}\\b(?![\\s,]{1,4}\\d{4})`, 'gi'),
    read: (m, context) => nearest(m[1], m[2], context),
  },
  {
    regex:
      /\b(?:in|since|from|until|till|year|years|to|by|for|during|of|fiscal|between|and)\s{1,3}((?:19|20)\d\d)\b(?![-/.]\d)/gi,
    read: (m) => parts(m[1], undefined, undefined),
  },
];

interface Context {
  /** ISO date of the filing, or null. */
  readonly filed: string | null;
}

interface Parts {
  readonly iso: string;
  readonly precision: DateMention['precision'];
}

function lastDay(year: number, month: number): number {
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  return [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1] ?? 31;
}

function iso(year: number, month: number, day: number): string {
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

function monthOf(word: string): number {
  return MONTH_NUMBER.get(word.toLowerCase()) ?? Number(word);
}

function parts(yearWord?: string, monthWord?: string, dayWord?: string): Parts | null {
  const year = Number(yearWord);
  if (monthWord === undefined) return { iso: iso(year, 12, 31), precision: 'year' };
  const month = monthOf(monthWord);
  if (!(month >= 1 && month <= 12)) return null;
  if (dayWord === undefined) return { iso: iso(year, month, lastDay(year, month)), precision: 'month' };
  const day = Number(dayWord);
  if (day < 1 || day > lastDay(year, month)) return null;
  return { iso: iso(year, month, day), precision: 'day' };
}

const ORDINALS = new Map([
  ['first', 1],
  ['1st', 1],
  ['second', 2],
  ['2nd', 2],
  ['third', 3],
  ['3rd', 3],
  ['fourth', 4],
  ['4th', 4],
]);

function quarter(m: RegExpExecArray): Parts | null {
  const half = (m[2] ?? m[3] ?? '').toLowerCase().startsWith('h');
  const count = m[1] === undefined ? Number(m[4]) : (ORDINALS.get(m[1].toLowerCase()) ?? 0);
  const month = count * (half ? 6 : 3);
  if (month < 1 || month > 12) return null;
  const year = Number(m[5]);
  return { iso: iso(year, month, lastDay(year, month)), precision: half ? 'half' : 'quarter' };
}

function nearest(monthWord: string | undefined, dayWord: string | undefined, context: Context): Parts | null {
  if (context.filed === null || monthWord === undefined || /^[a-z]/.test(monthWord)) return null;
  const filedYear = Number(context.filed.slice(0, 4));
  const filedMonth = Number(context.filed.slice(5, 7));
  const month = monthOf(monthWord);
  const year = month - filedMonth > 6 ? filedYear - 1 : filedMonth - month > 6 ? filedYear + 1 : filedYear;
  return parts(String(year), monthWord, dayWord);
}

/** Every date of a text, in order, without overlaps; where two readings overlap, the one that says more stays. */
export function findDates(text: string, filed: string | null): DateMention[] {
  const taken: DateMention[] = [];
  const found: DateMention[][] = PATTERNS.map(({ regex, read }) => {
    const list: DateMention[] = [];
    regex.lastIndex = 0;
    for (let m = regex.exec(text); m !== null; m = regex.exec(text)) {
      const value = read(m, { filed });
      if (value === null) continue;
      // A year's mention is the year alone, without the preposition before it.
      const start = value.precision === 'year' ? m.index + m[0].length - 4 : m.index;
      list.push({ start, end: m.index + m[0].length, ...value });
    }
    return list;
  });
  for (const list of found) mergeInto(taken, list);
  return taken;
}

/** Merges a sorted list into a sorted list; what is there already wins an overlap. */
function mergeInto(taken: DateMention[], list: readonly DateMention[]): void {
  const merged: DateMention[] = [];
  let at = 0;
  for (const item of list) {
    while (at < taken.length && taken[at]!.end <= item.start) merged.push(taken[at++]!);
    const next = taken[at];
    if (next === undefined || next.start >= item.end) merged.push(item);
  }
  while (at < taken.length) merged.push(taken[at++]!);
  taken.length = 0;
  for (const item of merged) taken.push(item);
}
