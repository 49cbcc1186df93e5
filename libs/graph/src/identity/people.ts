// The same person printed two ways at one company. Never by a name alone across companies; where two readings contradict, neither is taken.

import { compareUtf8 } from '../model/canonical.ts';
import type { GraphNode } from '../model/delta.ts';
import { addTo, pushTo } from './evidence.ts';
import type { Clusters, Evidence, Pair } from './evidence.ts';
import { likenessOf, readPersonName, surnameKeys } from './person-likeness.ts';
import type { PersonName } from './person-likeness.ts';

interface Person {
  readonly node: GraphNode;
  readonly name: PersonName;
  /** The person's own CIK, which only reporting owners have. */
  readonly cik: string;
}

function personOf(node: GraphNode): Person {
  const cik = typeof node.properties['cik'] === 'string' ? node.properties['cik'] : '';
  const printed =
    typeof node.properties['name'] === 'string' ? node.properties['name'] : node.id.slice(node.id.indexOf('/') + 1);
  return { node, cik, name: readPersonName(printed, cik !== '') };
}

const POSTS: ReadonlySet<string> = new Set(['WORKS_AT', 'HOLDS', 'TRADED']);

/** Companies (by cluster) at which people have posts or shares, with their roles there. Whoever has none is at the anchor. */
function peopleByCompany(
  people: readonly Person[],
  evidence: readonly Evidence[],
  companies: Clusters,
): Map<string, Map<Person, Set<string>>> {
  const byId = new Map(people.map((person) => [person.node.id, person]));
  const groups = new Map<string, Map<Person, Set<string>>>();
  const placed = new Set<Person>();
  const place = (person: Person, company: string, role: string): void => {
    const group = groups.get(company) ?? new Map<Person, Set<string>>();
    groups.set(company, group);
    addTo(group, person, role);
    placed.add(person);
  };
  for (const { type, from, to, role } of evidence) {
    const person = POSTS.has(type) && from.label === 'Person' ? byId.get(from.id) : undefined;
    if (person !== undefined) place(person, companies.find(to.id), role);
  }
  for (const person of people) {
    if (!placed.has(person) && person.cik === '')
      place(person, companies.find(person.node.id.slice(0, person.node.id.indexOf('/'))), '');
  }
  return groups;
}

/** Pairs of people who are one; joins them in `clusters`. */
export function samePeople(
  nodes: readonly GraphNode[],
  evidence: readonly Evidence[],
  companies: Clusters,
  clusters: Clusters,
): Pair[] {
  const people = nodes.map(personOf).sort((a, b) => compareUtf8(a.node.id, b.node.id));
  const found = new Map<string, Pair>();
  const keep = (pair: Pair): void => {
    const key = `${pair.a.id}\n${pair.b.id}`;
    const held = found.get(key);
    if (held === undefined || compareUtf8(pair.reason, held.reason) < 0) found.set(key, pair);
  };
  for (const pair of byOwnCik(people)) keep(pair);
  for (const group of peopleByCompany(people, evidence, companies).values())
    for (const pair of pairsAt(group)) keep(pair);
  const pairs = [...found.values()];
  for (const { a, b } of pairs) clusters.join(a.id, b.id);
  return pairs;
}

function byOwnCik(people: readonly Person[]): Pair[] {
  const owners = new Map<string, Person[]>();
  for (const person of people) if (person.cik !== '') pushTo(owners, person.cik, person);
  return [...owners.values()].flatMap(([first, ...rest]) =>
    rest.map((other) => ({ a: first!.node, b: other.node, reason: 'same CIK' })),
  );
}

/** Within one company: pairs that can be one, as long as everyone who can be the one can also be the other. */
function pairsAt(group: ReadonlyMap<Person, ReadonlySet<string>>): Pair[] {
  const meeting = new Map<string, Person[]>();
  for (const person of group.keys()) for (const key of surnameKeys(person.name)) pushTo(meeting, key, person);
  const neighbours = new Map<Person, Map<Person, string>>();
  const join = (a: Person, b: Person, reason: string): void => {
    neighbours.set(a, (neighbours.get(a) ?? new Map<Person, string>()).set(b, reason));
    neighbours.set(b, (neighbours.get(b) ?? new Map<Person, string>()).set(a, reason));
  };
  for (const people of meeting.values()) {
    people.forEach((a, at) => {
      for (const b of people.slice(at + 1)) {
        const reason = reasonFor(a, b, group);
        if (reason !== null) join(a, b, reason);
      }
    });
  }
  const pairs: Pair[] = [];
  for (const [a, reasons] of neighbours) {
    for (const [b, reason] of reasons) {
      if (compareUtf8(a.node.id, b.node.id) >= 0) continue;
      const others = neighbours.get(b);
      const agree =
        [...reasons.keys()].every((other) => other === b || others?.has(other)) &&
        [...(others?.keys() ?? [])].every((other) => other === a || reasons.has(other));
      if (agree || a.name.sorted === b.name.sorted) pairs.push({ a: a.node, b: b.node, reason });
    }
  }
  return pairs;
}

/** A weak likeness counts only between people of one role class there. */
function reasonFor(a: Person, b: Person, group: ReadonlyMap<Person, ReadonlySet<string>>): string | null {
  if (a.cik !== '' && b.cik !== '' && a.cik !== b.cik) return null;
  const likeness = likenessOf(a.name, b.name);
  if (likeness === null) return null;
  const roles = group.get(b);
  const shared = [...(group.get(a) ?? [])].some((role) => roles?.has(role));
  return likeness.weak && !shared ? null : `${likeness.reason} at one company`;
}
