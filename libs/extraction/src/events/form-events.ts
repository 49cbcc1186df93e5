import type { EventFact, EventType } from '../facts.ts';
import { extractHoldings, extractTrades, scheduleDate, SCHEDULE_13, SECTION_16 } from '../holdings/index.ts';
import type { Reading, Sentence, Span } from '../reading/index.ts';
import { wording } from '../wording/pattern.ts';
import { eventDate } from './dating.ts';

const NO_DETAILS = { company: null, parties: [], amount: null, currency: null } as const;

function fact(reading: Reading, type: EventType, date: string | null, span: Span, confidence: number): EventFact {
  return { type, date, ...NO_DETAILS, ...reading.quote(span.start, span.end), source: 'rule:form', confidence };
}

/** A transaction on a Form 4 or 5, a crossed threshold on a Schedule 13D or 13G. */
function shareholding(reading: Reading, form: string): readonly EventFact[] {
  if (SECTION_16.test(form)) {
    const trade = extractTrades(reading)[0];
    return trade === undefined ? [] : [fact(reading, 'shareholding_change', trade.date, trade, 0.95)];
  }
  const holding = extractHoldings(reading)[0];
  return holding === undefined ? [] : [fact(reading, 'shareholding_change', scheduleDate(reading), holding, 0.9)];
}

const ANNUAL = /^(?:10-?K|10-?Q|20-F|40-F|10-?KSB|10-?QSB|ARS)/u;
const PROXY = /^(?:DEF|PRE|DEFA|PREM?)\s?M?A?14|^DEF 14/u;
const TENDER = /^SC (?:TO|14D)/u;
const FIGURES = wording(
  '(?:net (?:sales|income|loss|revenues?|profit|earnings)|revenues?|operating income|sales|profit|earnings|loss)[^.;]{0,120}(?:year|quarter|months|period)s? ended',
);
const PERIOD = wording('(?:fiscal|quarterly|financial|annual)?(?: period| year)? ended|months ended');
const MEETING = wording(
  'meeting of (?:the )?(?:share|stock|unit)holders|(?:annual|special|extraordinary)(?: general)? meeting',
);
const OFFER = wording('tender offer|offer (?:by .{0,80})?to (?:purchase|acquire)');
const READ = 400;

function firstSentence(reading: Reading, pattern: RegExp, also?: RegExp): Sentence | undefined {
  return reading.sentences.slice(0, READ * (also === undefined ? 1 : 4)).find((sentence) => {
    const text = reading.text.slice(sentence.start, Math.min(sentence.end, sentence.start + 900));
    return pattern.test(text) && (also === undefined || also.test(text));
  });
}

function annual(reading: Reading): readonly EventFact[] {
  const told = firstSentence(reading, FIGURES, /\d/u) ?? firstSentence(reading, PERIOD);
  if (told === undefined) return [];
  const date = eventDate(reading, 'financial_results', {
    sentences: [told],
    opening: told,
    announced: reading.submission.period,
  });
  return [fact(reading, 'financial_results', date, told, 0.8)];
}

function meeting(reading: Reading): readonly EventFact[] {
  const held =
    firstSentence(
      reading,
      MEETING,
      wording('(?:will be|to be|be) held|you are (?:cordially )?invited|notice is hereby'),
    ) ?? firstSentence(reading, MEETING);
  if (held === undefined) return [];
  const opening = { start: held.start, end: Math.min(reading.text.length, held.end + 1500) };
  return [
    fact(
      reading,
      'shareholder_meeting',
      eventDate(reading, 'shareholder_meeting', { sentences: [held], opening, announced: null }),
      held,
      0.85,
    ),
  ];
}

function tender(reading: Reading, form: string): readonly EventFact[] {
  const offered = firstSentence(reading, OFFER);
  if (offered === undefined) return [];
  const type = form.startsWith('SC TO-I') ? 'share_repurchase' : 'acquisition';
  return [
    fact(
      reading,
      type,
      eventDate(reading, type, { sentences: [offered], opening: offered, announced: null }),
      offered,
      0.7,
    ),
  ];
}

/** What a form reports by being that form; undefined where its text has to be read for it. */
export function formEvents(reading: Reading): readonly EventFact[] | undefined {
  const form = reading.submission.form ?? '';
  if (SECTION_16.test(form) || SCHEDULE_13.test(form)) return shareholding(reading, form);
  if (ANNUAL.test(form)) return annual(reading);
  if (PROXY.test(form)) return meeting(reading);
  if (TENDER.test(form)) return tender(reading, form);
  return undefined;
}
