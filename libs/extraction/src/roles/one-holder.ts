import type { RoleFact } from '../facts.ts';
import { organizationKey } from '../reading/index.ts';

const SHARED = /\b(?:co|joint|interim|acting)\b/i;

/**
 * An organization has one chief executive and one finance chief on a day, unless the titles say that they share the post: of
 * several who are current, the one whose fact is surest stays, the first of equals.
 */
export function withOneHolder(facts: readonly RoleFact[]): RoleFact[] {
  const best = new Map<string, RoleFact>();
  for (const fact of facts) {
    const key = postOf(fact);
    const known = key === null ? undefined : best.get(key);
    if (key !== null && (known === undefined || fact.confidence > known.confidence)) best.set(key, fact);
  }
  return facts.filter((fact) => {
    const key = postOf(fact);
    return key === null || best.get(key)!.person === fact.person;
  });
}

/** The post that only one can hold; null of any other. */
function postOf({ role, status, title, organization }: RoleFact): string | null {
  if ((role !== 'ceo' && role !== 'cfo') || status !== 'current' || SHARED.test(title)) return null;
  return `${role}|${organizationKey(organization)}`;
}
