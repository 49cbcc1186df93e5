// The ids that follow from what a delta says: of its relationships, and of its nodes that are no shared ones. One place tells
// what goes into each; whoever checks a delta makes them again.

import { foldQuote, foldText } from '../names/fold-text.ts';
import { hashOf } from './canonical.ts';
import type { DeltaNode, NodeKey, Properties } from './delta.ts';
import type { RelationshipType } from './labels.ts';

type Part = string | number | null;
/** What tells relationships of one type between the same two nodes apart. */
export type Discriminator = readonly Part[];

const text = (properties: Properties, name: string): string => {
  const value = properties[name];
  return typeof value === 'string' ? value : '';
};
const part = (properties: Properties, name: string): Part => {
  const value = properties[name];
  return typeof value === 'string' || typeof value === 'number' ? value : null;
};

/**
 * The discriminators that a relationship with these properties may have. More than one only for `HOLDS`, where the filing's
 * date stands in for a day that is not told.
 */
export function discriminatorsOf(type: RelationshipType, properties: Properties, filed: string): Discriminator[] {
  switch (type) {
    case 'WORKS_AT':
      return [[text(properties, 'role'), text(properties, 'status'), foldText(text(properties, 'title'))]];
    case 'PARTY_TO':
    case 'INVOLVES':
      return [[text(properties, 'role')]];
    case 'ACQUIRES':
    case 'DIVESTS':
      return [[part(properties, 'status')]];
    case 'OWNS':
      return [[text(properties, 'kind')]];
    case 'HOLDS': {
      const asOf = part(properties, 'as_of');
      const stated: Discriminator[] = asOf === null ? [] : [[part(properties, 'class'), asOf]];
      return asOf === null || asOf === filed ? [...stated, [part(properties, 'class'), null]] : stated;
    }
    case 'TRADED':
      return [
        [
          text(properties, 'code'),
          part(properties, 'date'),
          part(properties, 'shares'),
          part(properties, 'price'),
          foldQuote(text(properties, 'quote')),
        ],
      ];
    default:
      return [[]];
  }
}

export function eventId(accession: string, properties: Properties): string {
  const [type, date, company] = [part(properties, 'type'), part(properties, 'date'), part(properties, 'company')];
  return hashOf(accession, 'event', type, date, foldQuote(text(properties, 'quote')), company);
}

/** `quote` and `company` are those of the relationship that leads from the company to the rating. */
export function ratingId(accession: string, properties: Properties, company: NodeKey, quote: string): string {
  const [agency, value, outlook] = [text(properties, 'agency'), text(properties, 'value'), part(properties, 'outlook')];
  return hashOf(accession, 'rating', agency, value, outlook, company.id, foldQuote(quote));
}

/** `quote` and `company` are those of the relationship that leads from the issuer to the debenture. */
export function debentureId(accession: string, properties: Properties, company: NodeKey, quote: string): string {
  const [amount, coupon] = [part(properties, 'amount'), part(properties, 'coupon')];
  const [instrument, maturity] = [text(properties, 'instrument'), part(properties, 'maturity')];
  return hashOf(accession, 'debenture', instrument, amount, coupon, maturity, company.id, foldQuote(quote));
}

/** The id of a node that a filing has to itself, stated by `by` with `quote`; null for a shared one. */
export function ownId(accession: string, node: DeltaNode, by: NodeKey | null, quote: string): string | null {
  if (node.label === 'Event') return eventId(accession, node.properties);
  if (by === null) return null;
  if (node.label === 'Rating') return ratingId(accession, node.properties, by, quote);
  return node.label === 'Debenture' ? debentureId(accession, node.properties, by, quote) : null;
}
