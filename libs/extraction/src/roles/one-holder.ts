import type { RoleFact } from '../facts.ts';
import type { Refusals } from '../facts/refusals.ts';
import { organizationKey } from '../reading/index.ts';

const SHARED = /\b(?:co|joint|interim|acting)\b/i;

/**
 * An organization has one chief executive and one finance chief on a day, unless the titles say that they share the post: of
 * several who are current, the one whose fact is surest stays. Of equals that is one who is told in that post of no other
 * organization ("CEO Jane Roe" may be a subsidiary's), then the first.
 */
export function withOneHolder(facts: readonly RoleFact[], refusals: Refusals): RoleFact[] {
  const best = new Map<string, RoleFact>();
  const places = placesOfPosts(facts);
  for (const fact of facts) {
    const key = postOf(fact);
    const known = key === null ? undefined : best.get(key);
    if (key !== null && (known === undefined || isSurer(fact, known, places))) best.set(key, fact);
  }
  return facts.filter((fact) => {
    const key = postOf(fact);
    const stays = key === null || best.get(key)!.person === fact.person;
    if (!stays) refusals.add(`second ${fact.role} of an organization`, fact, fact);
    return stays;
  });
}

function isSurer(fact: RoleFact, known: RoleFact, places: Places): boolean {
  if (fact.confidence !== known.confidence) return fact.confidence > known.confidence;
  return isElsewhere(known, places) && !isElsewhere(fact, places);
}

/** The organizations at which a person is told to have a post of a class. */
type Places = ReadonlyMap<string, ReadonlySet<string>>;

const classOf = ({ person, role }: RoleFact): string => `${role}|${person}`;

function placesOfPosts(facts: readonly RoleFact[]): Places {
  const places = new Map<string, Set<string>>();
  for (const fact of facts) {
    const key = classOf(fact);
    places.set(key, (places.get(key) ?? new Set()).add(organizationKey(fact.organization)));
  }
  return places;
}

/** Whether the filing tells the person's post of this class of another organization too. */
function isElsewhere(fact: RoleFact, places: Places): boolean {
  return (places.get(classOf(fact))?.size ?? 0) > 1;
}

/** The post that only one can hold; null of any other. */
function postOf({ role, status, title, organization }: RoleFact): string | null {
  if ((role !== 'ceo' && role !== 'cfo') || status !== 'current' || SHARED.test(title)) return null;
  return `${role}|${organizationKey(organization)}`;
}
