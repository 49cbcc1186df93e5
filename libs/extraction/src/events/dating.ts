import type { EventType } from '../facts.ts';
import type { DateMention, Reading, Span } from '../reading/index.ts';
import { wording } from '../wording/pattern.ts';

const PERIOD_END = wording(
  '(?:ended|ending|period to|months to|year to|quarter to|half to|as (?:at|of))(?: on)? $',
  'iu',
);
const EFFECTIVE = wording(
  '(?:effective|with effect from|as (?:of|from)|effective (?:on|as of|from|date)|starting(?: on)?|beginning(?: on)?|commencing(?: on)?)[ :]*$',
);
const HELD = wording(
  '(?:held|place|meeting|convened|agm|egm|scheduled|be)(?: \\(.{1,40}\\))?(?: (?:of|by|in|at) .{1,60})?(?: for| on| dated)? (?:\\p{L}+day,? )?$',
);
const BACKGROUND = wording(
  '(?:previously|originally|first|initially|was|were|release|release dated|dated|announced|announcement of|since|until|expire[sd]?|expir(?:y|ing)|due|maturing|prior to|before|by|record date of|holders of record on|as of|as at)(?: announced)?(?: (?:on|as of|in))? $',
);
const TODAY = /\btoday\b/iu;
const YESTERDAY = /\byesterday\b/iu;
const QUARTER = wording(
  "(first|second|third|fourth|1st|2nd|3rd|4th|final)[- ]quarter(?: (?:of|and|results|net|earnings|operating|financial|fiscal|production|year|ended|unaudited|for|full-year)){0,5}(?:,? (?:fiscal )?((?:19|20)\\d{2}))|(?:Q([1-4])|([1-4])Q) ?[-\u2013]? ?((?:19|20)\\d{2}|'?\\d{2})(?!\\d)",
);
const HALF = wording(
  '(first|second)[- ]half(?: (?:of|results|year|financial|fiscal|and)){0,3} ((?:19|20)\\d{2})|(?:H([12])|([12])H) ?((?:19|20)\\d{2})',
);
const YEAR = wording(
  '(?:(?:full[- ]?year|fiscal(?: year)?|annual|year-?end|year) (?:results |earnings |financial results |financial |ended |of |for ){0,3}((?:19|20)\\d{2})|((?:19|20)\\d{2}) (?:(?:full|fiscal|financial|annual)[- ]?)?(?:year )?(?:results|earnings|annual|year-end|full-year))',
);
const QUARTER_END = ['-03-31', '-06-30', '-09-30', '-12-31'];

/** Dates that stand right behind words which make them the date of something else, e.g. "as announced on 3 May". */
function before(reading: Reading, date: DateMention, length = 90): string {
  return reading.text.slice(Math.max(0, date.start - length), date.start);
}

/** The day before an ISO date. */
export function dayBefore(iso: string): string {
  const [year, month, day] = iso.split('-').map(Number) as [number, number, number];
  return new Date(Date.UTC(year, month - 1, day - 1)).toISOString().slice(0, 10);
}

function ordinal(printed: string | undefined): number {
  return ['first', 'second', 'third', 'fourth'].findIndex(
    (word, at) =>
      printed?.toLowerCase() === word ||
      printed?.startsWith(String(at + 1)) ||
      (at === 3 && printed?.toLowerCase() === 'final'),
  );
}

/** The last day of the period that a headline names: "second quarter 2009" of a calendar year. Null if it names none. */
export function namedPeriodEnd(text: string): string | null {
  const full = (year: string) => (year.length === 4 ? year : `20${year.replace(/\D/gu, '')}`);
  const quarter = QUARTER.exec(text);
  if (quarter !== null) {
    const year = quarter[2] ?? quarter[5];
    const at = quarter[1] === undefined ? Number(quarter[3] ?? quarter[4]) - 1 : ordinal(quarter[1]);
    if (year !== undefined && at >= 0) return `${full(year)}${QUARTER_END[at] ?? '-12-31'}`;
  }
  const half = HALF.exec(text);
  if (half !== null) {
    const year = half[2] ?? half[5];
    const second = half[1] === undefined ? (half[3] ?? half[4]) === '2' : half[1].toLowerCase() === 'second';
    if (year !== undefined) return `${year}${second ? '-12-31' : '-06-30'}`;
  }
  const year = YEAR.exec(text);
  return year === null ? null : `${year[1] ?? year[2] ?? ''}-12-31`;
}

function periodEnd(reading: Reading, evidence: Span, unit: Span): string | null {
  for (const span of [evidence, unit]) {
    const dates = reading.datesIn(span).slice(0, 40);
    const found = dates.find((date) => date.precision !== 'year' && PERIOD_END.test(before(reading, date, 30)));
    if (found !== undefined) return found.iso;
    const named = namedPeriodEnd(reading.text.slice(span.start, Math.min(span.end, span.start + 3000)));
    if (named !== null) return named;
  }
  return null;
}

/**
 * The date of an event by the guide: a results period's last day, a meeting's day, the day on which a change takes effect,
 * else the day that the sentence gives, else the day of the announcement.
 */
export function eventDate(
  reading: Reading,
  type: EventType,
  evidence: Span,
  unit: Span,
  announced: string | null,
): string | null {
  const days = reading.datesIn(evidence).filter((date) => date.precision === 'day');
  if (type === 'financial_results') return periodEnd(reading, evidence, unit) ?? announced;
  const sentence = reading.text.slice(evidence.start, evidence.end);
  if (type === 'shareholder_meeting') {
    const lead = reading
      .datesIn(unit)
      .filter((date) => date.precision === 'day')
      .slice(0, 12);
    const held = [...days, ...lead].find(
      (date) => HELD.test(before(reading, date)) && !/\bdated\s+$/iu.test(before(reading, date)),
    );
    if (held !== undefined) return held.iso;
    if (YESTERDAY.test(sentence) && announced !== null) return dayBefore(announced);
    return announced;
  }
  const effective = days.find((date) => EFFECTIVE.test(before(reading, date, 30)));
  if (effective !== undefined && type !== 'legal_regulatory') return effective.iso;
  if (TODAY.test(sentence)) return announced ?? days[0]?.iso ?? null;
  if (YESTERDAY.test(sentence) && announced !== null) return dayBefore(announced);
  const own = days.find((date) => !BACKGROUND.test(before(reading, date, 40)));
  return own?.iso ?? announced;
}
