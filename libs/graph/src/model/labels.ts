// The closed sets of the graph: labels, keys, relationship types and what each may join.

export const LABELS = ['Company', 'Debenture', 'Event', 'Filing', 'Person', 'Rating', 'Sector'] as const;
export type Label = (typeof LABELS)[number];

/** The property that is a node's key. In deltas and dumps the key's value is called `id` whatever the label. */
export const KEY_PROPERTY: Readonly<Record<Label, string>> = {
  Company: 'id',
  Debenture: 'id',
  Event: 'id',
  Filing: 'accession',
  Person: 'id',
  Rating: 'id',
  Sector: 'sic',
};

/** Relationship types that filings state, with the labels that each may join. */
export const ENDS = {
  ACQUIRES: { from: ['Company'], to: ['Company'] },
  BELONGS_TO_SECTOR: { from: ['Company'], to: ['Sector'] },
  DIVESTS: { from: ['Company'], to: ['Company'] },
  FILED: { from: ['Company'], to: ['Filing'] },
  HAS_EVENT: { from: ['Company'], to: ['Event'] },
  HOLDS: { from: ['Company', 'Person'], to: ['Company'] },
  INVOLVES: { from: ['Event'], to: ['Company', 'Person'] },
  ISSUED: { from: ['Company'], to: ['Debenture'] },
  OWNS: { from: ['Company'], to: ['Company'] },
  PARTY_TO: { from: ['Company', 'Person'], to: ['Filing'] },
  RATED_BY: { from: ['Company'], to: ['Rating'] },
  REPORTS: { from: ['Filing'], to: ['Event'] },
  SIGNED: { from: ['Person'], to: ['Filing'] },
  TRADED: { from: ['Person'], to: ['Company'] },
  WORKS_AT: { from: ['Person'], to: ['Company'] },
} as const satisfies Readonly<Record<string, { from: readonly Label[]; to: readonly Label[] }>>;

export type RelationshipType = keyof typeof ENDS;
export const RELATIONSHIP_TYPES = Object.keys(ENDS) as readonly RelationshipType[];

/** The one type that no filing states: made by `resolve`. */
export const SAME_AS = 'SAME_AS';
/** Labels whose nodes may be linked by `SAME_AS`. */
export const LINKED_LABELS = ['Company', 'Event', 'Person'] as const satisfies readonly Label[];

/** Properties that are whole numbers in every store; all other numbers are floating point. */
export const INTEGER_PROPERTIES: ReadonlySet<string> = new Set(['start', 'end']);

/** The property in Neo4j by which every node that Filigree wrote is known: people keep nodes of their own in the same database. */
export const NODE_MARK = '_lock';
