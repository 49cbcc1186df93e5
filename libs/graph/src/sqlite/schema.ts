// The tables of the embedded graph, and the views that people query: one a label, one a relationship type.

import { NODE_COLUMNS, PROOF_COLUMNS, RELATIONSHIP_COLUMNS } from '../model/columns.ts';
import { LABELS } from '../model/labels.ts';

/** Raised with every change of the tables or views. */
export const SCHEMA_VERSION = 2;

const TABLES = `
CREATE TABLE IF NOT EXISTS meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS fence (accession TEXT PRIMARY KEY, token INTEGER NOT NULL, digest TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS node (label TEXT NOT NULL, id TEXT NOT NULL, properties TEXT NOT NULL, fold TEXT NOT NULL, search TEXT NOT NULL,
  PRIMARY KEY (label, id)) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS statement (accession TEXT NOT NULL, label TEXT NOT NULL, id TEXT NOT NULL, rank TEXT NOT NULL, names TEXT NOT NULL,
  properties TEXT NOT NULL, PRIMARY KEY (accession, label, id)) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS statement_node ON statement (label, id);
CREATE TABLE IF NOT EXISTS relationship (id TEXT PRIMARY KEY, type TEXT NOT NULL, accession TEXT, from_label TEXT NOT NULL, from_id TEXT NOT NULL,
  to_label TEXT NOT NULL, to_id TEXT NOT NULL, properties TEXT NOT NULL) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS relationship_from ON relationship (from_label, from_id);
CREATE INDEX IF NOT EXISTS relationship_to ON relationship (to_label, to_id);
CREATE INDEX IF NOT EXISTS relationship_accession ON relationship (accession);
CREATE INDEX IF NOT EXISTS relationship_type ON relationship (type);
CREATE INDEX IF NOT EXISTS event_date ON node (coalesce(json_extract(properties, '$.date'), json_extract(properties, '$.filed'))) WHERE label = 'Event';
`;

function column(name: string): string {
  // `from` and `to` are words of SQL: the view calls them from_date and to_date.
  const shown = name === 'from' || name === 'to' ? `${name}_date` : name;
  return `json_extract(properties, '$.${name}') AS ${shown}`;
}

function views(): string {
  const nodes = LABELS.map((label) => {
    const columns = NODE_COLUMNS[label];
    const view = label.toLowerCase();
    return `DROP VIEW IF EXISTS ${view}; CREATE VIEW ${view} AS SELECT ${['id', ...columns.map(column)].join(', ')} FROM node WHERE label = '${label}';`;
  });
  const relationships = Object.entries(RELATIONSHIP_COLUMNS).map(([type, columns]) => {
    const grounded = type === 'SAME_AS' ? [] : PROOF_COLUMNS.filter((name) => name !== 'start' && name !== 'end');
    const shown = [
      'id',
      'from_label',
      'from_id',
      'to_label',
      'to_id',
      ...columns.map(column),
      ...grounded.map((name) => (name === 'accession' ? name : column(name))),
    ];
    const view = type.toLowerCase();
    return `DROP VIEW IF EXISTS ${view}; CREATE VIEW ${view} AS SELECT ${shown.join(', ')} FROM relationship WHERE type = '${type}';`;
  });
  return [...nodes, ...relationships].join('\n');
}

/** The whole schema; running it again changes nothing. */
export const SCHEMA = TABLES + views();
