import type { EventFact, EventType } from '../facts.ts';
import { formTraits } from '../forms/index.ts';
import { extractHoldings, extractTrades, scheduleDate } from '../holdings/index.ts';
import type { Reading, Span } from '../reading/index.ts';
import { wording } from '../wording/pattern.ts';

const NO_DETAILS = { company: null, parties: [], amount: null, currency: null } as const;

function fact(reading: Reading, type: EventType, date: string | null, span: Span, confidence: number): EventFact {
  return { type, date, ...NO_DETAILS, ...reading.quote(span.start, span.end), source: 'rule:form', confidence };
}

const HELD = wording('beneficial(?:ly)? own|aggregate amount|shares|percent');
const SEARCHED = 200;

/** The sentence of a Schedule 13D or 13G that says what is held, where no table could be read. */
function heldSentence(reading: Reading): Span | undefined {
  return reading.sentences
    .slice(0, SEARCHED)
    .find(
      ({ start, end }) => HELD.test(reading.text.slice(start, end)) && /\d{4}/u.test(reading.text.slice(start, end)),
    );
}

/** A transaction on a Form 4 or 5, a crossed threshold on a Schedule 13D or 13G. */
function shareholding(reading: Reading): readonly EventFact[] {
  if (formTraits(reading.submission.form).holdings === 'section 16') {
    const trade = extractTrades(reading)[0];
    return trade === undefined ? [] : [fact(reading, 'shareholding_change', trade.date, trade, 0.95)];
  }
  const holding = extractHoldings(reading)[0] ?? heldSentence(reading);
  return holding === undefined ? [] : [fact(reading, 'shareholding_change', scheduleDate(reading), holding, 0.9)];
}

/** What a form of holders reports; undefined for other forms. */
export function formEvents(reading: Reading): readonly EventFact[] | undefined {
  return formTraits(reading.submission.form).events === 'holding' ? shareholding(reading) : undefined;
}
