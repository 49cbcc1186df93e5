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

/**
 * A current post that begins after the filing is taken up. One that ended before it was held, where both its ends are
 * told; an end alone is that of something else. Months and years compare as such.
 */
function inTime(fact: RoleFact, { filed }: CheckedFiling): RoleFact {
  const { status, from, to } = fact;
  if (status !== 'current' || filed === null) return fact;
  if (from !== null && from > filed.slice(0, from.length)) return { ...fact, status: 'appointed' };
  if (to === null || to >= filed.slice(0, to.length)) return fact;
  return from === null ? { ...fact, to: null } : { ...fact, status: 'former' };
}

/**
 * The facts without those that cannot be, by rules and models alike: each by itself, and those that contradict each other. What a check
 * refuses is taken down. Facts that have passed pass again.
 */
export function checkedFacts<Some extends Facts>(facts: Some, filing: CheckedFiling, refusals: Refusals): Some {
  const roles = passing(facts.roles, POST_CHECKS, refusals).map((fact) => inTime(fact, filing));
  const ownership = passing(facts.ownership, OWNERSHIP_CHECKS, refusals);
  return {
    ...facts,
    roles: withOneHolder(roles, refusals),
    ownership: withoutMutual(ownership, filing.filer, refusals),
  };
}
