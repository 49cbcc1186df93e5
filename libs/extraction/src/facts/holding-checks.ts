import type { HoldingFact } from '../facts.ts';
import { noSide, sameOrganization } from './organization-checks.ts';
import type { Checks } from './refusals.ts';

/** The named checks that a holding told in a sentence must pass. */
export const HOLDING_CHECKS = {
  'holder and company are one': ({ holder, company }) => sameOrganization(holder, company),
  'holder is no company': ({ holder, holderKind }) => holderKind === 'company' && noSide(holder) !== null,
  'held is no company': ({ company }) => noSide(company) !== null,
} satisfies Checks<HoldingFact>;
