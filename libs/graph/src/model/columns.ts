// What nodes and relationships may have: the columns of views, exports and the documentation.

import type { Label, RelationshipType } from './labels.ts';

/** Properties of nodes, by label. */
export const NODE_COLUMNS: Readonly<Record<Label, readonly string[]>> = {
  Company: [
    'name',
    'cik',
    'sic',
    'state_of_incorporation',
    'fiscal_year_end',
    'city',
    'state',
    'other_names',
    'former_names',
  ],
  Debenture: ['instrument', 'amount', 'currency', 'coupon', 'maturity', 'accession', 'filed'],
  Event: ['type', 'date', 'company', 'amount', 'currency', 'quote', 'accession', 'filed'],
  Filing: ['accession', 'form', 'filed', 'period', 'accepted', 'items', 'amends', 'url'],
  Person: ['name', 'cik', 'other_names'],
  Rating: ['agency', 'value', 'outlook', 'accession', 'filed'],
  Sector: ['sic', 'name'],
};

/** Properties of relationships, by type, beside those that show the fact. */
export const RELATIONSHIP_COLUMNS: Readonly<Record<RelationshipType | 'SAME_AS', readonly string[]>> = {
  ACQUIRES: ['status', 'percent'],
  BELONGS_TO_SECTOR: [],
  DIVESTS: ['status', 'percent'],
  FILED: [],
  HAS_EVENT: [],
  HOLDS: ['class', 'shares', 'percent', 'as_of'],
  INVOLVES: ['role'],
  ISSUED: [],
  OWNS: ['kind', 'percent', 'as_of'],
  PARTY_TO: ['role'],
  RATED_BY: [],
  REPORTS: [],
  SIGNED: [],
  TRADED: ['code', 'date', 'shares', 'price'],
  WORKS_AT: ['title', 'role', 'status', 'from', 'to', 'as_of'],
  SAME_AS: ['reason'],
};

/** What shows a fact: on every relationship but links; header facts have no quote. */
export const PROOF_COLUMNS = ['accession', 'filed', 'quote', 'start', 'end', 'source', 'confidence'] as const;
