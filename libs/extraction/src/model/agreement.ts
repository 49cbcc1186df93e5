import type { EventFact, FilingFacts, OwnershipFact, RoleFact } from '../facts.ts';
import { organizationKey, samePerson } from '../reading/fold.ts';
import type { GroundedFacts } from './grounding.ts';

/** Above this a rule's fact stands whatever a model says. */
const HIGH_CONFIDENCE = 0.7;
/** What is left of the doubt when rules and model say the same. */
const DOUBT_LEFT = 0.5;

export interface Agreement {
  readonly facts: FilingFacts;
  /** Model facts that a rule had already. */
  readonly agreed: number;
  /** Model facts that lost against a rule's. */
  readonly contradicted: number;
  /** Model facts that are new. */
  readonly added: number;
}

/**
 * Puts a model's grounded facts beside those of the rules: what both say gains confidence, what contradicts a rule of
 * high confidence loses, the rest is added; only a doubtful fact of a rule is replaced.
 */
export function agree(rules: FilingFacts, model: GroundedFacts): Agreement {
  const count = { agreed: 0, contradicted: 0, added: 0 };
  const roles = mergeKind(
    rules.roles,
    model.roles,
    sameRole,
    (a, b) => a.role === b.role && a.status === b.status,
    count,
  );
  const ownership = mergeKind(rules.ownership, model.ownership, sameOwnership, (a, b) => a.kind === b.kind, count);
  const events = mergeEvents(rules.events, model.events, count);
  return { facts: { ...rules, roles, ownership, events }, ...count };
}

interface Count {
  agreed: number;
  contradicted: number;
  added: number;
}

function mergeKind<T extends { readonly confidence: number }>(
  rules: readonly T[],
  model: readonly T[],
  same: (a: T, b: T) => boolean,
  alike: (a: T, b: T) => boolean,
  count: Count,
): T[] {
  const merged = [...rules];
  for (const fact of model) {
    const at = merged.findIndex((known) => same(known, fact));
    if (at < 0) {
      merged.push(fact);
      count.added += 1;
    } else if (alike(merged[at]!, fact)) {
      merged[at] = surer(merged[at]!);
      count.agreed += 1;
    } else if (merged[at]!.confidence >= HIGH_CONFIDENCE) {
      count.contradicted += 1;
    } else {
      merged[at] = { ...fact };
      count.added += 1;
    }
  }
  return merged;
}

// The rules know what a filing is about; a model's event is taken where they found none at all, and one a filing.
function mergeEvents(rules: readonly EventFact[], model: readonly EventFact[], count: Count): EventFact[] {
  const merged = [...rules];
  for (const fact of model) {
    const at = merged.findIndex((known) => known.type === fact.type);
    if (at >= 0) {
      merged[at] = surer(merged[at]!);
      count.agreed += 1;
    } else if (merged.length === 0) {
      merged.push(fact);
      count.added += 1;
    } else {
      count.contradicted += 1;
    }
  }
  return merged;
}

const surer = <T extends { readonly confidence: number }>(fact: T): T => ({
  ...fact,
  confidence: 1 - (1 - fact.confidence) * DOUBT_LEFT,
});

const sameRole = (a: RoleFact, b: RoleFact): boolean =>
  samePerson(a.person, b.person) && organizationKey(a.organization) === organizationKey(b.organization);

const sameOwnership = (a: OwnershipFact, b: OwnershipFact): boolean =>
  organizationKey(a.parent) === organizationKey(b.parent) && organizationKey(a.child) === organizationKey(b.child);
