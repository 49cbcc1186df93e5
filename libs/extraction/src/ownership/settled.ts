import type { OwnershipFact } from '../facts.ts';
import { organizationKey } from '../reading/index.ts';

const BOUGHT_HOLDING = new Set(['rule:buys-holding', 'rule:acquisition-of-holding']);

/**
 * A stake that is told as sold is no fact of its own beside the sale, nor one of no size beside a majority, nor is the purchase
 * of a part beside the stake that it makes.
 */
export function settled(facts: readonly OwnershipFact[]): readonly OwnershipFact[] {
  const keyOf = ({ parent, child }: OwnershipFact) => `${organizationKey(parent)}|${organizationKey(child)}`;
  const pairs = (kind: OwnershipFact['kind']) => new Set(facts.filter((fact) => fact.kind === kind).map(keyOf));
  const sold = pairs('divested');
  const held = pairs('stake');
  const whole = pairs('subsidiary');
  return facts.filter(
    (fact) =>
      !(fact.kind === 'stake' && sold.has(keyOf(fact))) &&
      !(fact.kind === 'stake' && fact.percent === null && whole.has(keyOf(fact))) &&
      !(BOUGHT_HOLDING.has(fact.source) && held.has(keyOf(fact))),
  );
}
