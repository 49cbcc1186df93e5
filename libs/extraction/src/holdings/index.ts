import type { HoldingFact, TradeFact } from '../facts.ts';
import { formTraits } from '../forms/index.ts';
import { Refusals } from '../facts/refusals.ts';
import { foldName, organizationKey } from '../reading/index.ts';
import type { Reading } from '../reading/index.ts';
import { holdingsInSentences } from './from-claims.ts';
import { noticeHoldings } from './notices.ts';
import { ownersInTables } from './owners-table.ts';
import { scheduleCompany, scheduleHoldings } from './schedule13.ts';
import { textTrades } from './section16-text.ts';
import { ownershipDocument, xmlHoldings, xmlTrades } from './section16-xml.ts';

export { scheduleDate } from './schedule13.ts';

/** Holdings where the form or a table is the fact: Forms 3, 4, 5; Schedules 13D, 13G; tables of owners. */
export function holdingsInForms(reading: Reading): readonly HoldingFact[] {
  const { facts, holdings } = formTraits(reading.submission.form);
  if (holdings === 'section 16') {
    const document = ownershipDocument(reading);
    return document === undefined ? [] : xmlHoldings(reading, document);
  }
  if (facts === 'roles') return [];
  if (holdings !== 'schedule 13')
    return [...ownersInTables(reading, reading.filer, holdings === 'table'), ...noticeHoldings(reading)];
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
export function extractHoldings(reading: Reading, refusals = new Refusals()): readonly HoldingFact[] {
  const { facts, holdings } = formTraits(reading.submission.form);
  const formal = holdingsInForms(reading);
  if (facts === 'roles' || (holdings === 'schedule 13' && formal.length > 0)) return formal;
  return [...formal, ...once(holdingsInSentences(reading, refusals))];
}

/** Transactions of Forms 4 and 5. */
export function extractTrades(reading: Reading): readonly TradeFact[] {
  if (formTraits(reading.submission.form).holdings !== 'section 16') return [];
  const document = ownershipDocument(reading);
  return document === undefined ? textTrades(reading) : xmlTrades(reading, document);
}
