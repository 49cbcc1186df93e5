import type { RoleStatus } from '../facts.ts';
import type { DateMention, Reading, Span } from '../reading/index.ts';

/** When a post began or ended, as the sentence tells it. */
export interface PostDates {
  readonly from: string | null;
  readonly to: string | null;
  /** The dates lie so far before the filing that the change is no news. */
  readonly old: boolean;
}

/** A post as a sentence links it to its holder. */
export interface ToldPost {
  readonly holder: Span;
  readonly post: Span;
  readonly status: RoleStatus;
}

/** What the words before a date say of it. */
type Lead = 'effect' | 'as-of' | 'from' | 'since' | 'until' | 'day';

const NEWS_DAYS = 200;
const CLOSE = 30;
/** How far behind the post a day without a word of effect may stand. */
const DAY_REACH = 70;
/** How much of what stands before a date is read. */
const LEAD_REACH = 80;
/** A clause that begins a sentence with a day: "At its meeting on", "Effective as of". */
const HEAD_REACH = 60;

const LEADS: readonly (readonly [Lead, RegExp])[] = [
  ['effect', /\b(?:effective|with effect|tak(?:es?|ing) effect|commencing|starting|beginning)\b[^,;:.]{0,50}$/i],
  ['until', /\b(?:until|till|through|up to|(?:from|between) [^,;:.]{0,20}(?:to|and)|end(?:s|ed|ing)?(?: on)?)\s*$/i],
  ['as-of', /(?<!\bdated )\bas (?:of|at|from)\s*$/i],
  ['from', /\b(?:from|between)\s*$/i],
  ['since', /\bsince\s*$/i],
  ['day', /(?:^|\b(?:on|in|by|day|meeting|retired|resigned|joins?|joined|appointed)\b|,)\s*$/i],
];
/** Words of telling, asking, agreeing and writing: their day is that of the notice or the paper. */
const NOTICE =
  /\b(?:announc\w*|notif\w*|inform(?:s|ed|ing)?|advis(?:es|ed|ing)|tender\w*|submit\w*|deliver\w*|(?:gave|giv\w+|provid\w+|receiv\w+)\b[^,;]{0,30}\b(?:notice|letter|resignation)|receiv(?:ed|es)|accept(?:ed|s)|agree[ds]?|decided|enter(?:ed|s) into|amended|fil(?:ed|es|ing)|sign(?:ed|s)|execut(?:ed|es)|report(?:ed|s)|disclosed|stated|said|says|issued|published|approved|released|intention|intends|expects|plans|dated|proposed|recommended|nominated)\b/i;
/** Another clause begins: its day is its own. */
const OTHER_CLAUSE =
  /[;:]|\b(?:who|whom|whose|which|where|when|while|whereas|after|before|following|pursuant|under|agreement|plan|meeting|grant\w*|shares?|options?|born|graduat\w*|annual|until|succe\w+|replac\w+)\b/i;
/** Behind a date within the run of a post: the date was that of what stands before it. */
const OTHER_VERB = /;|\b(?:who|which|where|having|previously|formerly|and (?:is|was|has|serves|served)|was|is)\b/i;
/** A post that is held goes on: the days of a term to come do not begin it. */
const GOES_ON = /\b(?:remain\w*|continu\w*|exten(?:d|sion)\w*)\b/i;
/** "will step down at the annual meeting of shareholders to be held on": the meeting's day is that of the act. */
const AT_MEETING =
  /\bat (?:the|its|our|this year's) [^,;:]{0,40}?\bmeeting(?: of (?:share|stock)holders)?(?:,? (?:(?:to be )?held|scheduled))?/i;
const AT_ONCE =
  /\b(?:effective (?:immediately|at once|(?:as of |on )?(?:the|that) same da(?:y|te))|with immediate effect)\b/i;
/** Between a post and its day: whose it is, then nothing but words of effect. */
const WHOSE =
  /^[\s,(]*(?:(?:of|at|for) [^,;]{1,60}?[\s,(]+)?(?=(?:from|effective|with effect|commencing|starting|beginning)\b)/i;
const ONLY_EFFECT =
  /^(?:from|effective|with effect|commencing|starting|beginning)(?: immediately)?(?:,? (?:as of|as from|from|on|of))?(?: the)?\s*$/i;
const SAME_DAY = /\beffective (?:as of |on |from )?(?:the|that) same da(?:y|te)\b/i;
const ON_ITS_DAY =
  /\b(?:death|resignation|retirement|departure|appointment|election),? (?:on|effective|effective as of|as of) $/i;
const MEETING_BEHIND = /^\s*(?:annual|general|special|AGM|meeting)/i;

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

/** Whether the dates around a post lie so far before the filing that what they tell is no news. */
function isOld(reading: Reading, dates: readonly DateMention[], { holder, post }: ToldPost): boolean {
  const { filed } = reading.submission;
  if (filed === null) return false;
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
  return days(filed) - days(latest.iso) > NEWS_DAYS;
}

/** The dates of one sentence as they bear on one post in it. */
class PostDays {
  readonly #reading: Reading;
  readonly #sentence: Span;
  readonly #dates: readonly DateMention[];
  readonly #start: number;
  readonly #end: number;
  readonly #told: ToldPost;

  constructor(reading: Reading, sentence: Span, dates: readonly DateMention[], told: ToldPost) {
    this.#reading = reading;
    this.#sentence = sentence;
    this.#dates = dates.filter(({ precision }) => precision !== 'quarter' && precision !== 'half');
    this.#told = told;
    this.#start = Math.min(told.holder.start, told.post.start);
    this.#end = Math.max(told.holder.end, told.post.end);
  }

  /** The date that one of the leads brings in and that belongs to the post: behind it, within it, or at the head. */
  led(...leads: readonly Lead[]): DateMention | undefined {
    const fitting = this.#dates.filter((date) => {
      const lead = this.#leadOf(date);
      return lead !== null && leads.includes(lead);
    });
    const behind = fitting.find((date) => date.start >= this.#end && this.#reaches(date));
    const within = fitting.filter((date) => date.start >= this.#start && date.end <= this.#end && this.#isWithin(date));
    const head = fitting.filter((date) => date.end <= this.#start && this.#isHead(date));
    return behind ?? within.at(-1) ?? head.at(-1);
  }

  /** The day of effect of a post that is held, where only the words of effect stand between the two. */
  begun(): DateMention | undefined {
    const { text } = this.#reading;
    if (GOES_ON.test(text.slice(this.#sentence.start, this.#end))) return undefined;
    const date = this.led('from', 'effect');
    if (date === undefined || date.start < this.#end) return date;
    return ONLY_EFFECT.test(text.slice(this.#end, date.start).replace(WHOSE, '')) ? date : undefined;
  }

  /** The day that begins the sentence, whatever is told of it: "On May 3, A gave notice ..., effective immediately". */
  atOnce(): DateMention | undefined {
    const { text } = this.#reading;
    const clause = text.slice(this.#start, this.#sentence.end);
    const found = AT_ONCE.exec(clause) ?? AT_ONCE.exec(text.slice(this.#sentence.start, this.#start));
    if (found === null) return undefined;
    if (SAME_DAY.test(found[0])) {
      const from = Math.max(0, this.#sentence.start - 400);
      return this.#reading.datesIn({ start: from, end: this.#sentence.start }).at(-1);
    }
    return this.#dates.filter((date) => date.end <= this.#end && this.#leadOf(date) === 'day').at(-1);
  }

  #leadOf(date: DateMention): Lead | null {
    const { text } = this.#reading;
    const earlier = this.#dates.filter((one) => one.end <= date.start).at(-1)?.end ?? 0;
    const from = Math.max(this.#sentence.start, date.start - LEAD_REACH);
    // "from 1999 to 2003": the first date belongs to the words before the second.
    const range = text.slice(from, date.start).replace(/\bthe\s+$/i, '');
    if (/\b(?:from|between)\s[^;:]{3,24}\s(?:to|and|until|through)\s*$/i.test(range)) return 'until';
    const words = text.slice(Math.max(from, earlier), date.start).replace(/\bthe\s+$/i, '');
    return LEADS.find(([, pattern]) => pattern.test(words))?.[0] ?? null;
  }

  /** Behind the post: nothing of another person or clause stands between. */
  #reaches(date: DateMention): boolean {
    const { text } = this.#reading;
    const between = text.slice(this.#end, date.start);
    const lead = this.#leadOf(date);
    // "and, until 2021, served elsewhere".
    if (lead === 'until' && /[,(]\s*until\s*$/i.test(between) && /^\s*,/.test(text.slice(date.end, date.end + 3)))
      return false;
    if (lead === 'until' && MEETING_BEHIND.test(text.slice(date.end, date.end + 20))) return false;
    const effective = lead === 'effect' || lead === 'as-of';
    if (this.#othersBetween(this.#end, date.start) && !/\b(?:each|both)\b[^,;]{0,20}$/i.test(between)) return false;
    if (effective) return !/;|\b(?:agreement|plan|dated|salary|grant\w*|options?|shares?)\b/i.test(between);
    if (lead === 'until') return !/[;:]|\b(?:meeting|agreement)\b/i.test(between);
    // "A, Treasurer, who leaves on May 3": the clause is of the one who leaves.
    const clause = this.#told.status === 'resigned' ? between.replace(/^,? who\b/i, '') : between;
    const plain = clause.replace(AT_MEETING, '');
    return plain.length <= DAY_REACH && !NOTICE.test(plain) && !OTHER_CLAUSE.test(plain);
  }

  /** "resigned on April 30 as a director", "was, effective May 1, named". */
  #isWithin(date: DateMention): boolean {
    const { text } = this.#reading;
    const before = text.slice(this.#start, date.start);
    const after = text.slice(date.end, this.#end);
    if (this.#othersBetween(date.start, this.#end)) return false;
    if (NOTICE.test(after)) return false;
    const lead = this.#leadOf(date);
    if (lead !== 'day') return !OTHER_VERB.test(after);
    return !NOTICE.test(before.slice(-50)) && !/[;,]|\b(?:who|which|where|will|has|have|and)\b/i.test(after);
  }

  /** The sentence, or the part of it behind a semicolon, begins with the date, and nobody gives notice behind it. */
  #isHead(date: DateMention): boolean {
    const { text } = this.#reading;
    const before = text.slice(this.#sentence.start, date.start);
    const head = before.slice(before.lastIndexOf(';') + 1);
    const rest = text.slice(date.end, this.#start);
    if (rest.includes(';')) return false;
    const lead = this.#leadOf(date);
    // "report the death on May 3 of A".
    if (ON_ITS_DAY.test(before) && /^,? of (?:(?:Mr|Mrs|Ms|Dr)\.?\s*)?$/.test(rest)) return true;
    // "announced that, effective October 3, A will": the day stands right before what it tells.
    if (lead === 'effect' && /^,?\s*(?:(?:Mr|Mrs|Ms|Dr)\.?\s*)?$/.test(rest)) return true;
    if (head.length > HEAD_REACH) return false;
    if (lead !== 'day') return !/\b(?:who|which|where)\b/i.test(head);
    const verbs = text.slice(date.end, Math.max(this.#start, this.#told.post.start));
    return !NOTICE.test(head) && !NOTICE.test(verbs) && !/\b(?:who|which|whose)\b/i.test(rest);
  }

  #othersBetween(start: number, end: number): boolean {
    const { text } = this.#reading;
    // "Vice President - Supply Chain": what a dash hangs on a title is part of it, whatever it looks like.
    return this.#reading
      .peopleIn({ start, end })
      .some((one) => one.start >= start && one.end <= end && !/^\s*[-–—]\s*$/.test(text.slice(start, one.start)));
  }
}

/** What a date of a lead says of a post of each status. */
function endsOf(days: PostDays, status: RoleStatus): readonly (DateMention | undefined)[] {
  switch (status) {
    case 'resigned':
      return [undefined, days.led('effect', 'as-of', 'until') ?? days.atOnce() ?? days.led('day')];
    case 'former':
      return [days.led('from', 'since'), days.led('until')];
    case 'current':
      return [days.led('since') ?? days.begun(), days.led('until')];
    case 'appointed':
      return [days.led('effect', 'as-of', 'from') ?? days.atOnce() ?? days.led('day'), days.led('until')];
    case 'nominated':
      return [days.led('effect'), undefined];
  }
}

/**
 * Dates of a post from the sentence around it and its holder: the day on which it takes effect, not the day on which
 * somebody gives notice, announces, agrees, signs or files.
 */
export function postDates(reading: Reading, sentence: Span, told: ToldPost): PostDates {
  const dates = reading.datesIn(sentence);
  if (dates.length === 0 && !SAME_DAY.test(reading.text.slice(sentence.start, sentence.end)))
    return { from: null, to: null, old: false };
  const [from, to] = endsOf(new PostDays(reading, sentence, dates, told), told.status);
  return {
    from: from === undefined ? null : shown(from),
    to: to === undefined ? null : shown(to),
    old: dates.length > 0 && isOld(reading, dates, told),
  };
}
