import type { EventType } from '../facts.ts';
import type { DateMention, Reading, Span } from '../reading/index.ts';
import { wording } from '../wording/pattern.ts';
import { dayBefore, daysBetween } from './days.ts';
import { DATELINE } from './zones.ts';

const PERIOD_END = wording(
  '(?:ended|ending|period to|months to|year to|quarter to|half to|as (?:at|of))(?: on)? $',
  'iu',
);
const EFFECTIVE = wording(
  '(?:effective|with effect from|(?<!dated |entered into |made |amended )as (?:of|from)|effective (?:on|from|date|as of(?: .{0,20} on)?)|starting(?: on)?|beginning(?: on)?|commencing(?: on)?)[ :]*$',
);
/** What a sentence opens with before its own day. */
const OPENS = wording(
  '^\\W{0,4}(?:\\(\\p{L}{1,3}\\) )*(?:also |effective )?(?:on|effective|effective as of|as of) (?:\\p{L}+day,? )?$',
);
/** What is still to come on a day that the sentence names. */
const CALLED = wording('conference|webcast|call|present|symposium|forum|investor day');
const HELD = wording(
  '(?:held|place|meeting|convened|agm|egm|scheduled|be)(?: \\(.{1,40}\\))?(?: (?:of|by|in|at) .{1,60})?(?: for| on| dated)? (?:\\p{L}+day,? )?$',
);
/** Behind a date: "fixed 13 July as the date of the meeting". */
const AS_THE_DAY = wording('^,? (?:as|to be) the (?:date|day) ');
const MEETS = wording('(?:held|takes? place|took place|convened?|meeting|agm|egm)(?![\\p{L}])');
const TO_BE_HELD = wording('(?:will be|to be|will take|be) (?:held|convened|place)');
const BACKGROUND = wording(
  '(?:previously|originally|first|initially|was|were|release|release dated|dated|announced|announcement of|since|until|expire[sd]?|expir(?:y|ing)|due|maturing|prior to|before|by|ended|ending|record date of|holders of record on|as of|as at)(?: announced)?(?: (?:on|as of|in))? $',
);
const ON = wording('(?<![\\p{L}])on(?: (?:mon|tues|wednes|thurs|fri|satur|sun)day,?)? (?:the )?$');
/** What is still to be done by that day, or was said before. */
const LATER = wording(
  '(?:clos(?:e|es|ing)|expect(?:ed|s)?|expir(?:e|es|y|ing)|payable|paid|matur\\p{L}+|due|commenc\\p{L}+|begin\\p{L}*|release|about)[^.;]{0,40}$|(?:announced(?: by .{1,40})?|dated|record|trading|revised|initiated|filed with the (?:securities|sec|commission)[^;.]{0,40}) (?:on )?(?:\\p{L}+day,? )?$',
);
/** Behind the day that a sentence opens with: "On May 5, 2009, at its annual meeting, ...", "..., X held its annual meeting". */
const MET_THEN = wording(
  '^,? (?:at|during) (?:the|its|our|an?) [^.;]{0,60}?(?:meeting|agm|egm)(?![\\p{L}])|^,? [^;]{0,120}? held (?:the|its|our|an?) [^.;]{0,60}?(?:meeting|agm|egm)(?![\\p{L}])',
);
/** Accounts that are withdrawn: the day is that of the decision. */
const WITHDRAWN = wording('no longer be relied|non-?reliance');
const TODAY = /\btoday\b/iu;
const YESTERDAY = /\byesterday\b/iu;
const QUARTER = wording(
  "(first|second|third|fourth|1st|2nd|3rd|4th|final)[- ]quarter(?: (?:of|and|report|results|net|earnings|operating|financial|fiscal|production|year|ended|unaudited|for|full-year)){0,5}(?:,? (?:fiscal )?((?:19|20)\\d{2}))|(?:Q([1-4])|([1-4])Q) ?[-\u2013]? ?((?:19|20)\\d{2}|'?\\d{2})(?!\\d)",
);
const HALF = wording(
  '(first|second)[- ]half(?: (?:of|results|year|financial|fiscal|and)){0,3} ((?:19|20)\\d{2})|(?:H([12])|([12])H) ?((?:19|20)\\d{2})',
);
const YEAR = wording(
  '(?:(?:full[- ]?year|fiscal(?: year)?|annual|year-?end|year) (?:results |earnings |financial results |financial |ended |of |for ){0,3}((?:19|20)\\d{2})|((?:19|20)\\d{2}) (?:(?:full|fiscal|financial|annual)[- ]?)?(?:year )?(?:results|earnings|annual|year-end|full-year)|(?:at|by) (?:the end of|year-?end) ((?:19|20)\\d{2}))',
);
/** Behind and before a month: it is the one that the figures are of. */
const FIGURES_OF = wording(
  '(?:revenues?|sales|traffic|passengers?|production|turnover|shipments?|statistics|figures|results|data|report)(?: [\\p{L}]+){0,3} (?:for|in|of|during) (?:the month of )?$',
);
const FIGURES_AFTER = wording(
  '^ (?:consolidated |net |monthly |unaudited |total |group )*(?:revenues?|sales|traffic|passenger|production|turnover|shipments?|operating|results)(?![\\p{L}])',
);
const QUARTER_END = ['-03-31', '-06-30', '-09-30', '-12-31'];

/** Dates that stand right behind words which make them the date of something else, e.g. "as announced on 3 May". */
function before(reading: Reading, date: DateMention, length = 90): string {
  return reading.text.slice(Math.max(0, date.start - length), date.start);
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
  return year === null ? null : `${year[1] ?? year[2] ?? year[3] ?? ''}-12-31`;
}

function periodEnd(reading: Reading, spans: readonly Span[], announced: string | null): string | null {
  const past = (iso: string) => announced === null || daysBetween(announced, iso) <= 31;
  const ends = spans.map((span) =>
    reading
      .datesIn(span)
      .slice(0, 60)
      .filter((date) => date.precision !== 'year' && past(date.iso) && PERIOD_END.test(before(reading, date, 30))),
  );
  const ended = ends.flat().find((date) => /end(?:ed|ing)(?:\s+on)?\s+$/iu.test(before(reading, date, 30)));
  if (ended !== undefined) return ended.iso;
  // Guidance and budgets are of a period that is still to come: their day is that of the announcement.
  const first = spans[0];
  const ahead = first === undefined ? [] : reading.datesIn(first).slice(0, 20);
  if (ahead.some((date) => !past(date.iso) && PERIOD_END.test(before(reading, date, 30)))) return null;
  const month = spans
    .slice(0, 1)
    .flatMap((span) => reading.datesIn(span).slice(0, 20))
    .find(
      (date) =>
        date.precision === 'month' &&
        past(date.iso) &&
        (FIGURES_OF.test(before(reading, date, 60)) || FIGURES_AFTER.test(reading.text.slice(date.end, date.end + 60))),
    );
  if (month !== undefined) return month.iso;
  for (const span of spans) {
    const named = namedPeriodEnd(reading.text.slice(span.start, Math.min(span.end, span.start + 3000)));
    if (named !== null && past(named)) return named;
  }
  return ends.flat()[0]?.iso ?? null;
}

/** Types whose date may lie ahead of the announcement: the day of the meeting, the call, the first day in office. */
const AHEAD: ReadonlySet<EventType> = new Set(['shareholder_meeting', 'management_change', 'corporate_information']);
const STALE_DAYS = 80;

/** Whether a day can be the event's own: neither long past nor, for what is announced as done, still to come. */
function timely(type: EventType, iso: string, announced: string | null): boolean {
  if (announced === null) return true;
  const ahead = daysBetween(announced, iso);
  return ahead <= 0 ? ahead > -STALE_DAYS : AHEAD.has(type);
}

/** The day that a sentence gives for what it tells: "on 6 September 2010 a judgment was entered". */
function ownDay(reading: Reading, type: EventType, sentence: Span, announced: string | null): string | undefined {
  const days = reading.datesIn(sentence).filter((date) => date.precision === 'day');
  const opens = days.find((date) => OPENS.test(reading.text.slice(sentence.start, date.start)));
  const own = opens !== undefined && timely(type, opens.iso, announced) ? opens.iso : undefined;
  if (own !== undefined && !AHEAD.has(type)) return own;
  const effective =
    type === 'legal_regulatory' ? undefined : days.find((date) => EFFECTIVE.test(before(reading, date, 40)));
  if (effective !== undefined && timely(type, effective.iso, announced)) {
    if (type !== 'corporate_information' || own === undefined) return effective.iso;
  }
  const scheduled = (date: DateMention) =>
    type === 'corporate_information' && announced !== null && date.iso > announced;
  const on = days.find(
    (date) =>
      ON.test(before(reading, date, 30)) &&
      (scheduled(date) || !LATER.test(before(reading, date, 70))) &&
      timely(type, date.iso, announced),
  );
  const coming =
    type === 'corporate_information'
      ? days.find((date) => ON.test(before(reading, date, 30)) && scheduled(date))
      : undefined;
  if (coming !== undefined && CALLED.test(reading.text.slice(sentence.start, sentence.end))) return coming.iso;
  if (own !== undefined) return own;
  if (on !== undefined) return on.iso;
  if (announced !== null && YESTERDAY.test(reading.text.slice(sentence.start, sentence.end)))
    return dayBefore(announced);
  return undefined;
}

/** The day on which a meeting is or was held; one that is still to be held does not lie before its announcement. */
function meetingDay(reading: Reading, spans: readonly Span[], announced: string | null): string | undefined {
  const days = spans.flatMap((span) => reading.datesIn(span).slice(0, 20)).filter((date) => date.precision === 'day');
  const first = spans[0];
  const opens = days.find(
    ({ start, end }) =>
      first !== undefined &&
      start >= first.start &&
      end <= first.end &&
      OPENS.test(reading.text.slice(first.start, start)) &&
      MET_THEN.test(reading.text.slice(end, Math.min(first.end, end + 260))),
  );
  if (opens !== undefined) return opens.iso;
  return days.find((date) => {
    const ahead = before(reading, date, 200);
    if (announced !== null && date.iso < announced && TO_BE_HELD.test(ahead)) return false;
    if (AS_THE_DAY.test(reading.text.slice(date.end, date.end + 30))) return true;
    return (HELD.test(ahead) || (ON.test(ahead) && MEETS.test(ahead))) && !LATER.test(ahead.slice(-70));
  })?.iso;
}

/** A form may hold several releases: the day in the dateline of the one that the sentence opens, else the one given. */
function datelineOf(reading: Reading, sentence: Span | undefined, announced: string | null): string | null {
  if (sentence === undefined) return announced;
  const head = { start: sentence.start, end: Math.min(sentence.end, sentence.start + 160) };
  if (!DATELINE.test(reading.text.slice(head.start, head.end))) return announced;
  const day = reading.datesIn(head).find((date) => date.precision === 'day' && date.start - head.start < 80);
  const { filed } = reading.submission;
  if (day === undefined || (filed !== null && daysBetween(filed, day.iso) > 1)) return announced;
  return announced === null || Math.abs(daysBetween(day.iso, announced)) < STALE_DAYS ? day.iso : announced;
}

/** Deals that are agreed on one day and done on another. */
const COMPLETES: ReadonlySet<EventType> = new Set(['acquisition', 'divestiture', 'merger']);
const COMPLETED = wording(
  '(?<!(?:be|once|until|when|is|expected to have) )(?:completed|consummated|closed)(?![\\p{L}])|became effective',
);

/** The sentences that tell of the completion before those that tell what was agreed. */
function completedFirst(reading: Reading, sentences: readonly Span[]): readonly Span[] {
  const done = ({ start, end }: Span) => COMPLETED.test(reading.text.slice(start, Math.min(end, start + 600)));
  return [...sentences.filter(done), ...sentences.filter((sentence) => !done(sentence))];
}

/** What is known of an event when its date is asked for. */
export interface Dated {
  /** The sentences that show it, the most telling first. */
  readonly sentences: readonly Span[];
  /** The beginning of the release. */
  readonly opening: Span;
  /** ISO date of the announcement, or null. */
  readonly announced: string | null;
  /** A board or a meeting decided it: without a day of its own, the day on which that met. */
  readonly decided?: boolean;
}

/**
 * The date of an event by the guide: a results period's last day, a meeting's day, the day on which a change takes effect,
 * else the day that a sentence gives, else the day of the announcement.
 */
export function eventDate(reading: Reading, type: EventType, dated: Dated): string | null {
  const { sentences, opening } = dated;
  const announced = datelineOf(reading, sentences[0], dated.announced);
  const best = sentences[0];
  const withdrawn = best !== undefined && WITHDRAWN.test(reading.text.slice(best.start, best.end));
  if (type === 'financial_results' && !withdrawn)
    return periodEnd(reading, [...sentences.slice(0, 1), opening, ...sentences.slice(1, 4)], announced) ?? announced;
  if (type === 'shareholder_meeting') {
    const held = meetingDay(reading, [...sentences.slice(0, 1), opening], announced);
    if (held !== undefined) return held;
  }
  for (const sentence of COMPLETES.has(type) ? completedFirst(reading, sentences) : sentences) {
    const own = ownDay(reading, type, sentence, announced);
    if (own !== undefined) return own;
    if (TODAY.test(reading.text.slice(sentence.start, sentence.end))) break;
  }
  if (dated.decided === true) {
    const met = meetingDay(reading, [...sentences.slice(0, 1), opening], announced);
    if (met !== undefined && timely(type, met, announced)) return met;
  }
  if (announced !== null) return announced;
  if (type === 'shareholder_meeting') return null;
  const day = sentences
    .slice(0, 1)
    .flatMap((sentence) => reading.datesIn(sentence))
    .find((date) => date.precision === 'day');
  return day === undefined || BACKGROUND.test(before(reading, day, 40)) ? null : day.iso;
}
