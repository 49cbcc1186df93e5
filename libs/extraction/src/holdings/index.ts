import type { HoldingFact, TradeFact } from '../facts.ts';
import { isFactless } from '../wording/forms.ts';
import { foldName, organizationKey } from '../reading/index.ts';
import type { Reading } from '../reading/index.ts';
import { holdingsInSentences } from './from-claims.ts';
import { ownersInTables } from './owners-table.ts';
import { scheduleCompany, scheduleHoldings } from './schedule13.ts';
import { textTrades } from './section16-text.ts';
import { ownershipDocument, xmlHoldings, xmlTrades } from './section16-xml.ts';

export { scheduleDate } from './schedule13.ts';

/** Forms 3, 4 and 5. */
export const SECTION_16 = /^[345](?:\/A)?$/u;
/** Schedules 13D and 13G, in the older and the newer spelling of the form type. */
export const SCHEDULE_13 = /^(?:SC|SCHEDULE) 13[DG](?:\/A)?$/u;
const WITH_TABLE = /^(?:DEFA?M? ?14|DEF|PRE ?M?14|PRE|10-K|20-F|S-1|F-1|424B)/u;

/** Holdings where the form or a table is the fact: Forms 3, 4, 5; Schedules 13D, 13G; tables of owners. */
export function holdingsInForms(reading: Reading): readonly HoldingFact[] {
  const form = reading.submission.form ?? '';
  if (SECTION_16.test(form)) {
    const document = ownershipDocument(reading);
    return document === undefined ? [] : xmlHoldings(reading, document);
  }
  if (isFactless(form)) return [];
  if (!SCHEDULE_13.test(form)) return ownersInTables(reading, reading.filer, WITH_TABLE.test(form));
  const covers = scheduleHoldings(reading);
  const company = scheduleCompany(reading);
  return covers.length > 0 || company === undefined ? covers : ownersInTables(reading, company, true);
}

/** One row a holder and company: a row that tells more takes the place of one that tells less. */
function once(facts: readonly HoldingFact[]): readonly HoldingFact[] {
  const kept = new Map<string, HoldingFact>();
  const told = ({ shares, percent }: HoldingFact) => Number(shares !== null) + Number(percent !== null);
  for (const fact of facts) {
    const holder = fact.holderKind === 'person' ? foldName(fact.holder) : organizationKey(fact.holder);
    const key = `${holder}|${organizationKey(fact.company)}|${fact.class ?? ''}|${String(fact.shares ?? fact.percent)}`;
    const known = kept.get(key);
    if (known === undefined || told(fact) > told(known)) kept.set(key, fact);
  }
  return [...kept.values()];
}

/** Who holds how much of a class: where the form is the fact, in tables of owners, and in sentences. */
export function extractHoldings(reading: Reading): readonly HoldingFact[] {
  const form = reading.submission.form ?? '';
  const formal = holdingsInForms(reading);
  if (isFactless(form) || (SCHEDULE_13.test(form) && formal.length > 0)) return formal;
  return [...formal, ...once(holdingsInSentences(reading))];
}

/** Transactions of Forms 4 and 5. */
export function extractTrades(reading: Reading): readonly TradeFact[] {
  if (!SECTION_16.test(reading.submission.form ?? '')) return [];
  const document = ownershipDocument(reading);
  return document === undefined ? textTrades(reading) : xmlTrades(reading, document);
}
