import type { EventFact, FilingFacts, OwnershipFact, RoleFact } from '../facts.ts';
import { organizationKey, samePerson } from '../reading/fold.ts';
import { overlap } from './choices.ts';
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
 * high confidence loses, the rest is added. No fact of a rule goes: a model may only correct the post of a doubtful one,
 * never who holds it where, so that no model lowers what rules find.
 */
export function agree(rules: FilingFacts, model: GroundedFacts): Agreement {
  const count = { agreed: 0, contradicted: 0, added: 0 };
  const roles = mergeRoles(rules.roles, model.roles, count);
  const ownership = mergeOwnership(rules.ownership, model.ownership, count);
  const events = mergeEvents(rules.events, model.events, count);
  return { facts: { ...rules, roles, ownership, events }, ...count };
}

interface Count {
  agreed: number;
  contradicted: number;
  added: number;
}

function mergeRoles(rules: readonly RoleFact[], model: readonly RoleFact[], count: Count): RoleFact[] {
  const merged = [...rules];
  for (const fact of model) {
    const at = merged.findIndex((known) => sameRole(known, fact));
    const known = merged[at];
    if (known === undefined) {
      // Who has a post by a sure rule is settled: a second one that only a model sees is more often a wrong reading.
      const settled = rules.some((role) => samePerson(role.person, fact.person) && role.confidence >= HIGH_CONFIDENCE);
      count[settled ? 'contradicted' : 'added'] += 1;
      if (!settled) merged.push(fact);
    } else if (known.role === fact.role && known.status === fact.status) {
      merged[at] = surer(known);
      count.agreed += 1;
    } else if (known.confidence >= HIGH_CONFIDENCE) count.contradicted += 1;
    else {
      merged[at] = { ...fact, person: known.person, organization: known.organization };
      count.added += 1;
    }
  }
  return merged;
}

function mergeOwnership(
  rules: readonly OwnershipFact[],
  model: readonly OwnershipFact[],
  count: Count,
): OwnershipFact[] {
  const merged = [...rules];
  for (const fact of model) {
    const at = merged.findIndex((known) => sameOwnership(known, fact) && known.kind === fact.kind);
    // What a sentence says of who owns whom is settled where a sure rule has read that sentence or that pair.
    const against = rules.some(
      (known) =>
        known.confidence >= HIGH_CONFIDENCE &&
        (overlap(known, fact) || sameOwnership(known, fact) || sameOwnership(known, turned(fact))),
    );
    if (at >= 0) {
      merged[at] = surer(merged[at]!);
      count.agreed += 1;
    } else {
      count[against ? 'contradicted' : 'added'] += 1;
      if (!against) merged.push(fact);
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

// A model that repeats itself proves nothing: only a rule's fact gains.
const surer = <T extends { readonly source: string; readonly confidence: number }>(fact: T): T =>
  isModels(fact) ? fact : { ...fact, confidence: 1 - (1 - fact.confidence) * DOUBT_LEFT };

const isModels = ({ source }: { readonly source: string }): boolean => source.startsWith('model:');

const sameRole = (a: RoleFact, b: RoleFact): boolean =>
  samePerson(a.person, b.person) && organizationKey(a.organization) === organizationKey(b.organization);

const sameOwnership = (a: OwnershipFact, b: OwnershipFact): boolean =>
  alike(a.parent, b.parent) && alike(a.child, b.child);

// "The Form of Report of Acme Mining Ltd." is Acme Mining Ltd. cut wrongly, no other company.
function alike(a: string, b: string): boolean {
  const [short, long] = [organizationKey(a), organizationKey(b)].sort((one, other) => one.length - other.length);
  return short === long || (short!.includes(' ') && ` ${long!} `.includes(` ${short!} `));
}

const turned = (fact: OwnershipFact): OwnershipFact => ({ ...fact, parent: fact.child, child: fact.parent });
