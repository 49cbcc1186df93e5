import type { HoldingFact, TradeFact } from '../facts.ts';
import type { Reading } from '../reading/index.ts';
import { proxyHoldings } from './proxy-table.ts';
import { scheduleHoldings } from './schedule13.ts';
import { textTrades } from './section16-text.ts';
import { ownershipDocument, xmlHoldings, xmlTrades } from './section16-xml.ts';

export { scheduleDate } from './schedule13.ts';

/** Forms 3, 4 and 5. */
export const SECTION_16 = /^[345](?:\/A)?$/u;
/** Schedules 13D and 13G, in the older and the newer spelling of the form type. */
export const SCHEDULE_13 = /^(?:SC|SCHEDULE) 13[DG](?:\/A)?$/u;
const WITH_TABLE = /^(?:DEFA?M? ?14|DEF|PRE ?M?14|PRE|10-K|20-F|S-1|F-1|424B)/u;

/** Who holds how much of a class: where the form is the fact (Forms 3, 4, 5; Schedules 13D, 13G), and tables of beneficial owners. */
export function extractHoldings(reading: Reading): readonly HoldingFact[] {
  const form = reading.submission.form ?? '';
  if (SECTION_16.test(form)) {
    const document = ownershipDocument(reading);
    return document === undefined ? [] : xmlHoldings(reading, document);
  }
  if (SCHEDULE_13.test(form)) return scheduleHoldings(reading);
  return WITH_TABLE.test(form) ? proxyHoldings(reading) : [];
}

/** Transactions of Forms 4 and 5. */
export function extractTrades(reading: Reading): readonly TradeFact[] {
  if (!SECTION_16.test(reading.submission.form ?? '')) return [];
  const document = ownershipDocument(reading);
  return document === undefined ? textTrades(reading) : xmlTrades(reading, document);
}
