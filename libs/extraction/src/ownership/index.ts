import type { OwnershipFact } from '../facts.ts';
import { OWNERSHIP_CHECKS } from '../facts/ownership-checks.ts';
import { refusedBy, Refusals } from '../facts/refusals.ts';
import { holdingsInForms } from '../holdings/index.ts';
import { organizationKey } from '../reading/index.ts';
import type { Reading } from '../reading/index.ts';
import { formTraits } from '../forms/index.ts';
import { dealSheets } from './deal-sheets.ts';
import { formOwnership } from './forms.ts';
import { SentenceOwnership } from './from-claims.ts';
import { announcedSubsidiaries, subsidiaryLists } from './lists.ts';
import { settled } from './settled.ts';
import { tableOwnership } from './tables.ts';
import { toldIn } from './told.ts';

const MAJORITY = 50;

/** Facts of one filing that pass the checks, a pair and kind once. */
class Gathered {
  readonly facts: OwnershipFact[] = [];
  private readonly known = new Map<string, number>();
  private readonly refusals: Refusals;

  constructor(refusals: Refusals) {
    this.refusals = refusals;
  }

  add(fact: OwnershipFact): void {
    const check = refusedBy(OWNERSHIP_CHECKS, fact);
    if (check !== null) return this.refusals.add(check, fact, fact);
    const [parent, child] = [organizationKey(fact.parent), organizationKey(fact.child)];
    const group = fact.kind === 'divested' ? 'acquisition' : fact.kind === 'joint_venture' ? 'stake' : fact.kind;
    const key = `${parent}|${child}|${group}`;
    const at = this.known.get(key);
    if (at === undefined) {
      this.known.set(key, this.facts.length);
      this.facts.push(fact);
    } else if (this.facts[at]!.percent === null && fact.percent !== null) this.facts[at] = fact;
  }
}

/** Where the resolved names fall together, the longer printed one is a company of its own: "Acme" and "Acme Finance". */
function distinct(fact: OwnershipFact, parent: string, child: string): Pick<OwnershipFact, 'parent' | 'child'> {
  const own = (name: string) => name.includes(' ') && organizationKey(name).includes(' ');
  if (organizationKey(parent) !== organizationKey(child)) return { parent, child };
  return own(fact.child) ? { parent: fact.parent, child: fact.child } : { parent, child };
}

/** Companies among the holders of a schedule or a table of owners. */
function companyHolders(reading: Reading): readonly OwnershipFact[] {
  return holdingsInForms(reading).flatMap((holding) => {
    // None is left: the holder tells that it has gone below the threshold.
    if (holding.holderKind !== 'company' || holding.percent === null || holding.percent === 0) return [];
    const { quote, start, end, source, confidence, percent } = holding;
    const kind = percent > MAJORITY ? 'subsidiary' : 'stake';
    return {
      parent: holding.holder,
      child: holding.company,
      kind,
      percent,
      dealStatus: null,
      quote,
      start,
      end,
      source,
      confidence,
    } as const;
  });
}

/** Who owns, buys, holds or sells whom: from sentences, tables, and the lists of subsidiaries in exhibits 21 and 8. */
export function extractOwnership(reading: Reading, refusals = new Refusals()): readonly OwnershipFact[] {
  if (formTraits(reading.submission.form).facts === 'roles') return [];
  const { candidates, sentences } = toldIn(reading);
  const gathered = new Gathered(refusals);
  for (const fact of subsidiaryLists(reading)) gathered.add(fact);
  for (const fact of announcedSubsidiaries(reading)) gathered.add(fact);
  for (const fact of companyHolders(reading)) gathered.add(fact);
  for (const fact of tableOwnership(reading)) gathered.add(fact);
  for (const fact of formOwnership(reading)) gathered.add(fact);
  for (const fact of dealSheets(reading)) gathered.add(fact);
  const told = new SentenceOwnership(reading, candidates);
  for (const read of sentences) for (const fact of told.factsOf(read)) gathered.add(fact);
  // Only the whole filing shows which names are parts of longer ones.
  const resolved = new Gathered(refusals);
  for (const fact of gathered.facts)
    resolved.add({ ...fact, ...distinct(fact, candidates.resolve(fact.parent), candidates.resolve(fact.child)) });
  return settled(resolved.facts);
}
