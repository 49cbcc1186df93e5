// The sections of an answer, each from the relationships that it is about.

import type { GraphRelationship, NodeKey } from '../model/delta.ts';
import type { Backdrop, Row } from './rows.ts';
import { linkRow, ordered, pick, proof } from './rows.ts';

/** Everything that is said of a company, but posts. */
export const COMPANY_TYPES = [
  'ACQUIRES',
  'BELONGS_TO_SECTOR',
  'DIVESTS',
  'HAS_EVENT',
  'HOLDS',
  'ISSUED',
  'OWNS',
  'RATED_BY',
  'TRADED',
  'WORKS_AT',
] as const;
export const PERSON_TYPES = ['HOLDS', 'INVOLVES', 'SIGNED', 'TRADED', 'WORKS_AT'] as const;

function ofType(relationships: readonly GraphRelationship[], type: string): GraphRelationship[] {
  return relationships.filter((relationship) => relationship.type === type);
}

/** Rows of events: each once, with those who take part in it. `involved` are the INVOLVES of the events. */
export function eventRows(
  stated: readonly GraphRelationship[],
  involved: readonly GraphRelationship[],
  backdrop: Backdrop,
): Row[] {
  const rows = stated.map((relationship) => {
    const event = backdrop.node(relationship.to);
    const company = backdrop.cluster(relationship.from);
    const parties = involved
      .filter((one) => one.from.id === relationship.to.id)
      .map((one) => ({
        name: backdrop.cluster(one.to).name,
        id: backdrop.cluster(one.to).id,
        role: String(one.properties['role'] ?? ''),
      }))
      .sort((a, b) => (`${a.role} ${a.id}` < `${b.role} ${b.id}` ? -1 : 1));
    return {
      event_id: relationship.to.id,
      ...pick(event?.properties ?? {}, 'type', 'date'),
      company: company.name,
      company_id: company.id,
      ...pick(event?.properties ?? {}, 'amount', 'currency'),
      parties,
      ...proof(relationship, backdrop),
    };
  });
  return ordered(rows, 'date', 'filed');
}

/** Who owns the companies of `ids`, what they own, and deals apart from both. */
export function ownershipSections(
  relationships: readonly GraphRelationship[],
  ids: ReadonlySet<string>,
  backdrop: Backdrop,
): Record<string, Row[]> {
  const owns = ofType(relationships, 'OWNS');
  const keys = ['kind', 'percent', 'as_of'];
  const deals = [...ofType(relationships, 'ACQUIRES'), ...ofType(relationships, 'DIVESTS')].map((one) => {
    const [actor, object] = [backdrop.cluster(one.from), backdrop.cluster(one.to)];
    const deal = one.type === 'ACQUIRES' ? 'acquires' : 'divests';
    return {
      company: actor.name,
      company_id: actor.id,
      deal,
      object: object.name,
      object_id: object.id,
      ...pick(one.properties, 'status', 'percent'),
      ...proof(one, backdrop),
    };
  });
  return {
    owners: ordered(
      owns.filter((one) => ids.has(one.to.id)).map((one) => linkRow(one, 'owner', one.from, keys, backdrop)),
      'owner',
      'as_of',
    ),
    owned: ordered(
      owns.filter((one) => ids.has(one.from.id)).map((one) => linkRow(one, 'company', one.to, keys, backdrop)),
      'company',
      'as_of',
    ),
    deals: ordered(deals, 'filed'),
  };
}

/** Holdings and trades: from a company's side the holders are named, from a person's the companies. */
export function holdingSections(
  relationships: readonly GraphRelationship[],
  backdrop: Backdrop,
): Record<string, Row[]> {
  const both = (one: GraphRelationship, keys: readonly string[]): Row => ({
    holder: backdrop.cluster(one.from).name,
    holder_id: backdrop.cluster(one.from).id,
    company: backdrop.cluster(one.to).name,
    company_id: backdrop.cluster(one.to).id,
    ...pick(one.properties, ...keys),
    ...proof(one, backdrop),
  });
  return {
    holdings: ordered(
      ofType(relationships, 'HOLDS').map((one) => both(one, ['class', 'shares', 'percent', 'as_of'])),
      'as_of',
      'holder',
    ),
    trades: ordered(
      ofType(relationships, 'TRADED').map((one) => both(one, ['code', 'date', 'shares', 'price'])),
      'date',
      'holder',
    ),
  };
}

/** Ratings and debt of a company. */
export function creditSections(relationships: readonly GraphRelationship[], backdrop: Backdrop): Record<string, Row[]> {
  const rows = (type: string, keys: readonly string[]): Row[] =>
    ofType(relationships, type).map((one) => {
      const company = backdrop.cluster(one.from);
      return {
        company: company.name,
        company_id: company.id,
        ...pick(backdrop.node(one.to)?.properties ?? {}, ...keys),
        ...proof(one, backdrop),
      };
    });
  return {
    ratings: ordered(rows('RATED_BY', ['agency', 'value', 'outlook']), 'filed', 'agency'),
    debt: ordered(rows('ISSUED', ['instrument', 'amount', 'currency', 'coupon', 'maturity']), 'filed', 'instrument'),
  };
}

/** Industries of a company, each once. */
export function sectors(relationships: readonly GraphRelationship[], backdrop: Backdrop): string[] {
  const found = ofType(relationships, 'BELONGS_TO_SECTOR').map((one) =>
    `${one.to.id} ${String(backdrop.node(one.to)?.properties['name'] ?? '')}`.trim(),
  );
  return [...new Set(found)].sort();
}

/** Parties of a filing's header. */
export function partyRows(relationships: readonly GraphRelationship[], backdrop: Backdrop): Row[] {
  const rows = ofType(relationships, 'PARTY_TO').map((one) => {
    const party = backdrop.cluster(one.from);
    return {
      name: party.name,
      id: party.id,
      kind: one.from.label.toLowerCase(),
      role: String(one.properties['role'] ?? ''),
    };
  });
  return ordered(rows, 'role', 'name');
}

/** Keys of the ends of some relationships that have a label. */
export function endsWith(relationships: readonly GraphRelationship[], label: string): NodeKey[] {
  const ends = relationships.flatMap(({ from, to }) => [from, to]).filter((end) => end.label === label);
  return [...new Map(ends.map((end) => [end.id, end])).values()];
}
