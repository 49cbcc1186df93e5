import type { RoleStatus } from '../facts.ts';
import type { DateMention, Reading, Sentence, Span } from '../reading/index.ts';

/** When a post began or ended, as the sentence tells it. */
export interface PostDates {
  readonly from: string | null;
  readonly to: string | null;
  /** The dates lie so far before the filing that the change is no news. */
  readonly old: boolean;
}

const NEWS_DAYS = 200;
const CLOSE = 30;
const BEGINS =
  /\b(?:since|effective(?: as of| from| on)?|with effect (?:from|on|as of)|as of|as from|from|starting|beginning|on|in)\s*(?:the\s)?$/i;
const ENDS =
  /\b(?:until|till|through|to|effective(?: as of| from| on)?|with effect (?:from|on|as of)|as of|on|in|by)\s*(?:the\s)?$/i;

function days(iso: string): number {
  const year = Number(iso.slice(0, 4));
  const month = Number(iso.slice(5, 7));
  return year * 365.25 + month * 30.44 + Number(iso.slice(8, 10));
}

/** ISO prefix by precision: a year alone is "2004", a month "2004-05". */
function shown(date: DateMention): string {
  return date.precision === 'year'
    ? date.iso.slice(0, 4)
    : date.precision === 'month'
      ? date.iso.slice(0, 7)
      : date.iso;
}

/** Dates of a post from the sentence around it and its holder. */
export function postDates(
  reading: Reading,
  sentence: Sentence,
  holder: Span,
  post: Span,
  status: RoleStatus,
): PostDates {
  const dates = reading.datesIn(sentence);
  if (dates.length === 0) return { from: null, to: null, old: false };
  const filed = reading.submission.filed;
  const nearest = dates.filter((date) => date.start >= post.end).at(0) ?? dates.at(-1)!;
  // "who joined in 2003 as Controller, will succeed A on 1 April": what stands between holder and post dates the post.
  const between = dates.filter(
    (date) =>
      date.start >= holder.end &&
      date.end <= post.start &&
      post.start - date.end < CLOSE &&
      !/\b(?:will|has|have|is|was)\b/i.test(reading.text.slice(date.end, post.start)),
  );
  const close = between.length === 0 && nearest.start >= post.end && nearest.start - post.end < CLOSE ? [nearest] : [];
  const telling = between.length > 0 ? between : close.length > 0 ? close : dates;
  const latest = telling.reduce((best, date) => (date.iso > best.iso ? date : best), between[0] ?? nearest);
  const old = filed !== null && days(filed) - days(latest.iso) > NEWS_DAYS;
  const before = reading.text.slice(Math.max(sentence.start, nearest.start - 26), nearest.start);
  const begins = BEGINS.test(before);
  const ends = ENDS.test(before);
  if (status === 'resigned' || status === 'former') return { from: null, to: ends ? shown(nearest) : null, old };
  return { from: begins ? shown(nearest) : null, to: null, old };
}
