import type { FilingText, Submission } from '@filigree/edgar';

import { extractEvents } from './events/index.ts';
import { checkedFacts } from './facts/check-facts.ts';
import { Refusals } from './facts/refusals.ts';
import type { FilingFacts } from './facts.ts';
import { extractHoldings, extractTrades } from './holdings/index.ts';
import { extractDebt, extractRatings } from './instruments/index.ts';
import { extractOwnership } from './ownership/index.ts';
import { makeReading, type Reading } from './reading/index.ts';
import { readRoles } from './roles/index.ts';

/** The facts that the rules find in a filing that has been read. What the checks refuse goes to `refusals`. */
export function factsOfReading(reading: Reading, accession: string, refusals = new Refusals()): FilingFacts {
  const found = {
    accession,
    roles: readRoles(reading, refusals),
    events: extractEvents(reading),
    ownership: extractOwnership(reading, refusals),
    ratings: extractRatings(reading),
    debt: extractDebt(reading),
    holdings: extractHoldings(reading, refusals),
    trades: extractTrades(reading),
  };
  return checkedFacts(found, { filer: reading.filer, filed: reading.submission.filed }, refusals);
}

/**
 * The facts that the rules find in a filing, each with its quote, span, rule and confidence. Deterministic; never throws
 * for what a filing says. `fileAccession` names the filing where its header does not. What the checks refuse goes to `refusals`.
 */
export function extractByRules(
  submission: Submission,
  text: FilingText,
  fileAccession = '',
  refusals = new Refusals(),
): FilingFacts {
  return factsOfReading(makeReading(submission, text), submission.accession ?? fileAccession, refusals);
}
