// What a filing may state of a node or a relationship, and as what: closed sets. What is not named here never reaches a store.

import type { PropertyValue } from './delta.ts';
import type { Label, RelationshipType } from './labels.ts';

/** `date`: an ISO date, which may leave out day and month. `offset`: a whole number from 0. `share`: 0 to 1. */
export type PropertyType = 'text' | 'quote' | 'texts' | 'date' | 'number' | 'offset' | 'share';
type Types = ReadonlyMap<string, PropertyType>;

function types(of: Readonly<Record<string, PropertyType>>): Types {
  return new Map(Object.entries(of));
}

const ORIGIN = { accession: 'text', filed: 'date' } as const;
const PROOF = {
  ...ORIGIN,
  quote: 'quote',
  start: 'offset',
  end: 'offset',
  source: 'text',
  confidence: 'share',
} as const;
const DEAL = { status: 'text', percent: 'number', ...PROOF } as const;

/** Of nodes, without what stores make of all statements together: names. */
export const NODE_TYPES: Readonly<Record<Label, Types>> = {
  Company: types({
    cik: 'text',
    sic: 'text',
    state_of_incorporation: 'text',
    fiscal_year_end: 'text',
    city: 'text',
    state: 'text',
    former_names: 'texts',
  }),
  Debenture: types({
    instrument: 'text',
    amount: 'number',
    currency: 'text',
    coupon: 'number',
    maturity: 'date',
    ...ORIGIN,
  }),
  Event: types({
    type: 'text',
    date: 'date',
    company: 'text',
    amount: 'number',
    currency: 'text',
    quote: 'quote',
    ...ORIGIN,
  }),
  Filing: types({
    ...ORIGIN,
    form: 'text',
    period: 'date',
    accepted: 'text',
    items: 'texts',
    amends: 'text',
    url: 'text',
  }),
  Person: types({ cik: 'text' }),
  Rating: types({ agency: 'text', value: 'text', outlook: 'text', ...ORIGIN }),
  Sector: types({ sic: 'text', name: 'text' }),
};

/** Of relationships. */
export const RELATIONSHIP_TYPES_OF: Readonly<Record<RelationshipType, Types>> = {
  ACQUIRES: types(DEAL),
  BELONGS_TO_SECTOR: types(PROOF),
  DIVESTS: types(DEAL),
  FILED: types(PROOF),
  HAS_EVENT: types(PROOF),
  HOLDS: types({ class: 'text', shares: 'number', percent: 'number', as_of: 'date', ...PROOF }),
  INVOLVES: types({ role: 'text', ...PROOF }),
  ISSUED: types(PROOF),
  OWNS: types({ kind: 'text', percent: 'number', as_of: 'date', ...PROOF }),
  PARTY_TO: types({ role: 'text', ...PROOF }),
  RATED_BY: types(PROOF),
  REPORTS: types(PROOF),
  SIGNED: types(PROOF),
  TRADED: types({ code: 'text', date: 'date', shares: 'number', price: 'number', ...PROOF }),
  WORKS_AT: types({
    title: 'text',
    role: 'text',
    status: 'text',
    from: 'date',
    to: 'date',
    as_of: 'date',
    ...PROOF,
  }),
};

/** An ISO date, or its year and month, or its year. */
export const DATE = /^\d{4}(-\d{2}(-\d{2})?)?$/;

/** The words for what a property of this type may be, for messages. */
export const EXPECTED: Readonly<Record<PropertyType, string>> = {
  text: 'text',
  quote: 'text',
  texts: 'a list of text',
  date: 'an ISO date',
  number: 'a number',
  offset: 'a whole number from 0',
  share: 'a number from 0 to 1',
};

export function isOfType(value: unknown, type: PropertyType): value is PropertyValue {
  switch (type) {
    case 'text':
    case 'quote':
      return typeof value === 'string';
    case 'date':
      return typeof value === 'string' && DATE.test(value);
    case 'texts':
      return Array.isArray(value) && value.every((item) => typeof item === 'string');
    case 'number':
      return typeof value === 'number' && Number.isFinite(value);
    case 'offset':
      return Number.isSafeInteger(value) && (value as number) >= 0;
    case 'share':
      return typeof value === 'number' && value >= 0 && value <= 1;
  }
}
