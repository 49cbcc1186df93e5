// Identity across filings: a repeatable function of the whole graph. Companies first, since people are compared within companies,
// then people, then events, which have companies and people. What came first never shows.

import { canonicalJson, compareUtf8 } from '../model/canonical.ts';
import type { GraphNode, GraphRelationship } from '../model/delta.ts';
import { sameCompanies } from './companies.ts';
import { sameEvents } from './events.ts';
import { Clusters, linkOf } from './evidence.ts';
import type { Evidence } from './evidence.ts';
import { samePeople } from './people.ts';

/** The links that should be, sorted by id, from all companies, people and events and what is said of them. */
export function resolveIdentities(nodes: readonly GraphNode[], evidence: readonly Evidence[]): GraphRelationship[] {
  const of = (label: string): GraphNode[] => nodes.filter((node) => node.label === label);
  const companies = new Clusters();
  const people = new Clusters();
  const pairs = [
    ...sameCompanies(of('Company'), evidence, companies),
    ...samePeople(of('Person'), evidence, companies, people),
    ...sameEvents(of('Event'), evidence, companies, people),
  ];
  return pairs.map(linkOf).sort((a, b) => compareUtf8(a.id, b.id));
}

/** What turns the links that are into those that should be. A link whose reason changed goes and comes anew. */
export function linkChanges(
  held: readonly GraphRelationship[],
  wanted: readonly GraphRelationship[],
): { added: GraphRelationship[]; removed: string[] } {
  const shown = (link: GraphRelationship): string => canonicalJson(link.properties);
  const heldById = new Map(held.map((link) => [link.id, shown(link)]));
  const wantedById = new Map(wanted.map((link) => [link.id, shown(link)]));
  return {
    added: wanted.filter((link) => heldById.get(link.id) !== shown(link)),
    removed: held.filter((link) => wantedById.get(link.id) !== shown(link)).map((link) => link.id),
  };
}
