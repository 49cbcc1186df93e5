import type { OwnershipFact } from '../facts.ts';
import { organizationKey } from '../reading/index.ts';

/** "sold its subsidiary Acme": a relation that only says whose the company is that is sold. */
const SAYS_WHOSE = /^rule:subsidiary:possessed/;

/** A stake or a subsidiary that is told as sold is no fact of its own beside the sale; a stake of no size is none beside a majority. */
export function settled(facts: readonly OwnershipFact[]): readonly OwnershipFact[] {
  const keyOf = ({ parent, child }: OwnershipFact) => `${organizationKey(parent)}|${organizationKey(child)}`;
  const pairs = (kind: OwnershipFact['kind']) => new Set(facts.filter((fact) => fact.kind === kind).map(keyOf));
  const sold = pairs('divested');
  const whole = pairs('subsidiary');
  return facts.filter(
    (fact) =>
      !(fact.kind === 'stake' && sold.has(keyOf(fact))) &&
      !(fact.kind === 'stake' && fact.percent === null && whole.has(keyOf(fact))) &&
      !(fact.kind === 'subsidiary' && SAYS_WHOSE.test(fact.source) && sold.has(keyOf(fact))),
  );
}
