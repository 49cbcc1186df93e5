import type { OwnershipFact } from '../facts.ts';
import { foldName, organizationKey } from '../reading/index.ts';
import { noSide, sameOrganization } from './organization-checks.ts';
import type { Checks, Refusals } from './refusals.ts';

/** In a list of subsidiaries a name is what stands in its row, however it sounds. */
const isListed = ({ source }: OwnershipFact): boolean => source === 'rule:exhibit-list';

/** The named checks that who owns, buys, holds or sells whom must pass, whatever found it. */
export const OWNERSHIP_CHECKS = {
  'owner and owned are one': (fact) =>
    isListed(fact) ? foldName(fact.parent) === foldName(fact.child) : sameOrganization(fact.parent, fact.child),
  'owner or owned has no name': ({ parent, child }) =>
    organizationKey(parent) === '' || organizationKey(child) === '' || foldName(child).length < 2,
  'owner is no company': (fact) => !isListed(fact) && noSide(fact.parent) !== null,
  'owned is no company': (fact) => !isListed(fact) && noSide(fact.child) !== null,
} satisfies Checks<OwnershipFact>;

/** Of two that are said to own each other, what speaks for a fact; the higher, the surer. */
function standing({ parent, kind, percent, confidence }: OwnershipFact, filer: string): number[] {
  return [
    confidence,
    Number(percent !== null),
    Number(kind !== 'acquisition' && kind !== 'divested'),
    Number(sameOrganization(parent, filer)),
  ];
}

function isSurer(one: readonly number[], other: readonly number[]): boolean {
  const at = one.findIndex((value, nth) => value !== other[nth]);
  return at >= 0 && one[at]! > other[at]!;
}

/**
 * Nobody owns its owner: of two facts that say so of each other the surer stays. That is the one of the surer rule, with a
 * percentage, of a state rather than a deal, with the filer as the owner; the first of equals.
 */
export function withoutMutual(
  facts: readonly OwnershipFact[],
  filer: string,
  refusals: Refusals,
): readonly OwnershipFact[] {
  const pairOf = (owner: string, owned: string) => `${organizationKey(owner)}|${organizationKey(owned)}`;
  const best = new Map<string, OwnershipFact>();
  const surest = (fact: OwnershipFact) => {
    const key = pairOf(fact.parent, fact.child);
    const known = best.get(key);
    if (known === undefined || isSurer(standing(fact, filer), standing(known, filer))) best.set(key, fact);
  };
  facts.forEach(surest);
  const placeOf = new Map(facts.map((fact, at) => [fact, at]));
  return facts.filter((fact) => {
    const own = best.get(pairOf(fact.parent, fact.child))!;
    const back = best.get(pairOf(fact.child, fact.parent));
    if (back === undefined || back === own) return true;
    if (!sameOrganization(fact.parent, back.child) || !sameOrganization(fact.child, back.parent)) return true;
    const [ours, theirs] = [standing(own, filer), standing(back, filer)];
    const stays = isSurer(ours, theirs) || (!isSurer(theirs, ours) && placeOf.get(own)! < placeOf.get(back)!);
    if (!stays) refusals.add('owns its owner', fact, fact);
    return stays;
  });
}
