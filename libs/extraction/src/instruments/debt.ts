import type { DebtFact } from '../facts.ts';
import type { Reading, Sentence, Span } from '../reading/index.ts';
import { zonesOf } from '../events/zones.ts';
import { moneyIn } from '../wording/money.ts';
import type { Money } from '../wording/money.ts';
import { bareDollar } from '../wording/dollars.ts';
import { matchesIn } from '../wording/matches.ts';
import { foldSpace, wording } from '../wording/pattern.ts';

const QUALIFIER =
  '(?:senior|junior|subordinated|unsecured|secured|guaranteed|unguaranteed|convertible|exchangeable|redeemable|perpetual|floating[- ]rate|fixed[- ]rate|fixed|floating|zero[- ]coupon|medium[- ]term|long[- ]term|short[- ]term|step-up|callable|puttable|covered|mortgage|capital|trust|preferred|non-?cumulative|cumulative|global|first|second|lien|priority|tier|hybrid|bearer|registered|syndicated|revolving|extendible|demand|operating|term|bridge|multi-?currency|committed|uncommitted|bilateral|standby|green|sovereign|commercial|rmbs|cmbs|residential|asset-backed|backed|liquidity|credit|loan|working|construction|project|equipment|export|letter of credit|subscription|receivables|(?:class|series) [a-z0-9]{1,3}|debt|core|upper|lower|deeply|additional|aggregate|principal)';
const NOUN =
  '(?:notes?|bonds?|debentures?|eurobonds?|sukuk|(?:preferred|capital|hybrid|debt|debenture|trust) securities|securities|loans?|facilit(?:y|ies)|credit lines?|lines? of credit|commercial paper|core capital|term loan|certificates of deposit)';
const INSTRUMENT = wording(`(?<![\\p{L}\\p{N}])(?:${QUALIFIER}(?:,? (?:and )?|-)){0,9}${NOUN}(?![\\p{L}])`, 'giu');
/** Every instrument's name has one of these. */
const STEM =
  /note|bond|debenture|securit|loan|facilit|credit line|line of credit|commercial paper|core capital|sukuk|certificates of/iu;
const COUPON = wording(
  '(?<![\\d.])(\\d{1,2}(?:[.,]\\d{1,4})?|\\d{1,2} \\d{1,2}/\\d{1,2}) ?(?:%|per ?cent|percent)',
  'giu',
);
const RATE = wording('(?:coupon|interest|rate|bear(?:s|ing)?|priced|fixed)(?:[^.;]{0,60}?)$');
const MATURES = wording(
  '(?:due|matur(?:es|ing|ity)(?: date)?(?: is| of| on| in)?|expir(?:es|ing|e)(?: on)?|repayable(?: on)?|redeemed on|final maturity(?: on| of)?|until)[^.;]{0,40}$',
);
const PLAIN =
  /^(?:notes?|bonds?|securities|loans?|facilit(?:y|ies)|debt securities|capital securities|series securities|notes and bonds)$/iu;
const NOT_DEBT = wording(
  '(?:notes? to (?:the )?(?:consolidated|financial|editors)|securities (?:and exchange|act|laws?|exchange|regulat|commission|authorit|administrat|litigation)|no securities|any securities|(?:production|manufacturing|storage|processing|treatment|research) facilit|(?:loans?|securities|notes?) (?:impairments?|write|loss|provision|portfolio|book|growth|balances|origination)|(?:increase|decrease|reduction|growth|investments?|gains?|losses) (?:in|on|of) )',
);
const REACH_BACK = 110;
const REACH_ON = 130;

interface Terms {
  readonly instrument: string;
  readonly amount: Money | undefined;
  readonly coupon: number | null;
  readonly maturity: string | null;
  readonly span: Span;
  /** Offset of the end of the instrument's own words. */
  readonly instrumentEnd: number;
}

function numberOf(printed: string): number {
  const fraction = /^(\d+)\s+(\d+)\/(\d+)$/u.exec(printed);
  if (fraction !== null) return Number(fraction[1]) + Number(fraction[2]) / Number(fraction[3]);
  return Number(printed.replace(',', '.'));
}

/** The coupon: a percentage right before the instrument, or one that interest words introduce. */
function couponOf(
  text: string,
  from: number,
  to: number,
  instrument: Span,
): { value: number; start: number; end: number } | undefined {
  for (const match of matchesIn(text.slice(from, to), COUPON)) {
    const start = from + match.index;
    const end = start + match[0].length;
    const value = numberOf(match[1]!);
    if (value <= 0 || value > 25) continue;
    const joined = end <= instrument.start && /^[\s,]{0,3}(?:\(.{0,20}\)\s)?$/u.test(text.slice(end, instrument.start));
    const named =
      RATE.test(text.slice(Math.max(0, start - 70), start)) ||
      /^\s*(?:coupon|interest|p\.?a\.?|per\s+annum|a\s+year)/iu.test(text.slice(end, end + 14));
    if (joined || named) return { value, start, end };
  }
  return undefined;
}

function termsAt(
  reading: Reading,
  sentence: Sentence,
  text: string,
  sums: readonly Money[],
  instrument: Span,
  next: number,
): Terms | undefined {
  const printed = foldSpace(text.slice(instrument.start, instrument.end));
  if (NOT_DEBT.test(text.slice(Math.max(0, instrument.start - 20), instrument.end + 30))) return undefined;
  const from = Math.max(0, instrument.start - REACH_BACK);
  const to = Math.min(next, instrument.end + REACH_ON);
  const coupon = couponOf(text, from, to, instrument);
  const before = [...sums]
    .reverse()
    .find(
      (sum) => sum.end <= instrument.start && sum.start >= from && !/[;]/u.test(text.slice(sum.end, instrument.start)),
    );
  const after = sums.find(
    (sum) =>
      sum.start >= instrument.end &&
      sum.end <= to &&
      /^[^.;]{0,90}(?:\bof|amount(?:ing)?(?:\s+to|\s+of)?|totall?ing|for|to|approximately)\s*$/iu.test(
        text.slice(instrument.end, sum.start),
      ),
  );
  const amount =
    before !== undefined && before.amount >= 10_000
      ? before
      : after !== undefined && after.amount >= 10_000
        ? after
        : undefined;
  if (amount === undefined && coupon === undefined) return undefined;
  if (PLAIN.test(printed) && coupon === undefined && !/notes|bonds|loan|facilit/iu.test(printed)) return undefined;
  const date = reading
    .datesIn({ start: sentence.start + instrument.end, end: sentence.start + to })
    .find((d) => d.precision === 'day' && MATURES.test(text.slice(instrument.end, d.start - sentence.start)));
  const dueYear = /^[\s,]{0,3}due\s+(?:(?:19|20)\d{2}(?:,\s*)?(?:\s*and\s*)?)+/iu.exec(text.slice(instrument.end, to));
  const ends = [
    instrument.end,
    amount?.end ?? 0,
    coupon?.end ?? 0,
    date === undefined ? 0 : date.end - sentence.start,
    dueYear === null ? 0 : instrument.end + dueYear[0].trimEnd().length,
  ];
  const starts = [instrument.start, amount?.start ?? instrument.start, coupon?.start ?? instrument.start];
  return {
    instrument: printed,
    amount,
    coupon: coupon?.value ?? null,
    maturity: date?.iso ?? null,
    span: { start: sentence.start + Math.min(...starts), end: sentence.start + Math.max(...ends) },
    instrumentEnd: sentence.start + instrument.end,
  };
}

const NAME = "\\p{Lu}[\\p{L}\\p{N}.&'\u2019-]*";
/** "Securities of Acme Funding Trust I", "notes (CRNs) in Acme Finance": the issuer right behind the instrument. */
const BEHIND = new RegExp(
  `^\\s*(?:due\\s+[\\d, and]{4,40})?(?:\\([^)]{0,60}\\)\\s*)?(?:(?:issued\\s+by|of)\\s+(?:the\\s+)?|in\\s+(?=${NAME}\\s+\\p{Lu}))(${NAME}(?:\\s+(?:of\\s+)?${NAME}){0,7})`,
  'u',
);
const ISSUES =
  /\b(?:issu|offer|pric|plac|redeem|repay|borrow|sell|sold|enter|announc|obtain|arrang|sign|clos|complet)/iu;

/** Who owes it: the name behind the instrument, else the first organization before its verb, else the filer. */
function issuerOf(reading: Reading, sentence: Sentence, terms: Terms): { readonly name: string; readonly end: number } {
  const from = terms.instrumentEnd;
  const behind = /loan|facilit|credit/iu.test(terms.instrument)
    ? null
    : BEHIND.exec(reading.text.slice(from, Math.min(sentence.end, from + 200)));
  if (behind !== null) {
    const printed = foldSpace(behind[1]!).replace(/[.,'\u2019-]+$/u, '');
    const name = reading.organizationName(printed);
    const known = name !== printed || reading.organizationsIn(sentence).some((o) => o.printed.includes(printed));
    if (known || /\s/u.test(printed)) return { name, end: from + behind.index + behind[0].length };
  }
  const first = reading
    .organizationsIn(sentence)
    .find(
      (o) =>
        o.end <= terms.span.start &&
        ISSUES.test(reading.text.slice(o.end, Math.min(terms.span.start + 1, o.end + 160))),
    );
  return { name: first?.name ?? reading.filer, end: terms.span.end };
}

function sameInstrument(a: DebtFact, b: DebtFact): boolean {
  const clash = (x: unknown, y: unknown) => x !== null && y !== null && x !== y;
  if (
    a.issuer !== b.issuer ||
    clash(a.amount, b.amount) ||
    clash(a.coupon, b.coupon) ||
    clash(a.maturity, b.maturity) ||
    clash(a.currency, b.currency)
  )
    return false;
  return (a.amount !== null && a.amount === b.amount) || (a.coupon !== null && a.coupon === b.coupon);
}

function richness(fact: DebtFact): number {
  return (
    [fact.amount, fact.coupon, fact.maturity, fact.currency].filter((value) => value !== null).length +
    (PLAIN.test(fact.instrument) ? 0 : 0.5)
  );
}

/** One entry an instrument: a fuller statement replaces a barer one; two that stand close together are quoted as one. */
function add(reading: Reading, found: DebtFact[], fact: DebtFact): void {
  const at = found.findIndex((other) => sameInstrument(other, fact));
  if (at < 0) {
    found.push(fact);
    return;
  }
  const known = found[at]!;
  const start = Math.min(known.start, fact.start);
  const end = Math.max(known.end, fact.end);
  const fuller = richness(fact) > richness(known) ? fact : known;
  if (end - start > 420) found[at] = fuller;
  else {
    found[at] = {
      ...fuller,
      amount: known.amount ?? fact.amount,
      currency: known.currency ?? fact.currency,
      coupon: known.coupon ?? fact.coupon,
      maturity: known.maturity ?? fact.maturity,
      ...reading.quote(start, end),
    };
  }
}

function fromSentence(reading: Reading, sentence: Sentence, found: DebtFact[]): void {
  const text = reading.text.slice(sentence.start, Math.min(sentence.end, sentence.start + 2000));
  if (!/\d/u.test(text) || !STEM.test(text)) return;
  const instruments = matchesIn(text, INSTRUMENT).map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
  }));
  if (instruments.length === 0) return;
  const sums = moneyIn(text);
  instruments.forEach((instrument, at) => {
    const terms = termsAt(reading, sentence, text, sums, instrument, instruments[at + 1]?.start ?? text.length);
    if (terms === undefined) return;
    const issuer = issuerOf(reading, sentence, terms);
    add(reading, found, {
      issuer: issuer.name,
      instrument: terms.instrument,
      amount: terms.amount?.amount ?? null,
      currency:
        terms.amount === undefined ? null : (terms.amount.currency ?? bareDollar(reading.submission, reading.text)),
      coupon: terms.coupon,
      maturity: terms.maturity,
      ...reading.quote(terms.span.start, Math.max(terms.span.end, issuer.end)),
      source: 'rule:instrument',
      confidence: terms.coupon !== null && terms.amount !== undefined ? 0.85 : 0.7,
    });
  });
}

const MAX_FACTS = 60;

/** Debt instruments that a statement, headline or paragraph prints with an amount or a coupon. */
export function debtFacts(reading: Reading): readonly DebtFact[] {
  const found: DebtFact[] = [];
  for (const zoned of zonesOf(reading)) {
    if (zoned.zone === 'skip' || zoned.zone === 'tail' || found.length >= MAX_FACTS) continue;
    for (const sentence of reading.sentencesIn(reading.blocks[zoned.block]!)) fromSentence(reading, sentence, found);
  }
  return found;
}
