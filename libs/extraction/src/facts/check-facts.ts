import type { OwnershipFact, RoleFact } from '../facts.ts';
import { withOneHolder } from '../roles/one-holder.ts';
import { POST_CHECKS } from '../roles/post-checks.ts';
import { OWNERSHIP_CHECKS, withoutMutual } from './ownership-checks.ts';
import { passing, type Refusals } from './refusals.ts';

/** What the checks know of the filing. */
export interface CheckedFiling {
  /** The company that files, as the facts name it. */
  readonly filer: string;
  /** ISO day of filing; null where the header does not tell. */
  readonly filed: string | null;
}

interface Facts {
  readonly roles: readonly RoleFact[];
  readonly ownership: readonly OwnershipFact[];
}

/** A post that begins after the filing is taken up, not held. A month or a year begins with its first day. */
function begun(fact: RoleFact, { filed }: CheckedFiling): RoleFact {
  const { status, from } = fact;
  const isAhead = filed !== null && from !== null && from > filed.slice(0, from.length);
  return status === 'current' && isAhead ? { ...fact, status: 'appointed' } : fact;
}

/**
 * The facts without those that cannot be, by rules and models alike: each by itself, and those that contradict each other. What a check
 * refuses is taken down. Facts that have passed pass again.
 */
export function checkedFacts<Some extends Facts>(facts: Some, filing: CheckedFiling, refusals: Refusals): Some {
  const roles = passing(facts.roles, POST_CHECKS, refusals).map((fact) => begun(fact, filing));
  const ownership = passing(facts.ownership, OWNERSHIP_CHECKS, refusals);
  return {
    ...facts,
    roles: withOneHolder(roles, refusals),
    ownership: withoutMutual(ownership, filing.filer, refusals),
  };
}
