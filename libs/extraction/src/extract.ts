import type { FilingText, Submission } from '@filigree/edgar';

import { extractEvents } from './events/index.ts';
import type { FilingFacts } from './facts.ts';
import { extractHoldings, extractTrades } from './holdings/index.ts';
import { extractDebt, extractRatings } from './instruments/index.ts';
import { extractOwnership } from './ownership/index.ts';
import { makeReading, type Reading } from './reading/index.ts';
import { readRoles } from './roles/index.ts';

/** The facts that the rules find in a filing that has been read. */
export function factsOfReading(reading: Reading, accession: string): FilingFacts {
  return {
    accession,
    roles: readRoles(reading),
    events: extractEvents(reading),
    ownership: extractOwnership(reading),
    ratings: extractRatings(reading),
    debt: extractDebt(reading),
    holdings: extractHoldings(reading),
    trades: extractTrades(reading),
  };
}

/**
 * The facts that the rules find in a filing, each with its quote, span, rule and confidence. Deterministic; never throws
 * for what a filing says. `fileAccession` names the filing where its header does not.
 */
export function extractByRules(submission: Submission, text: FilingText, fileAccession = ''): FilingFacts {
  return factsOfReading(makeReading(submission, text), submission.accession ?? fileAccession);
}
