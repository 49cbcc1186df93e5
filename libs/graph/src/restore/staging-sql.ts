// The tables of a dump on its way back, and what must hold of them.

export const SCHEMA = `
CREATE TABLE node (line INTEGER PRIMARY KEY, label TEXT NOT NULL, id TEXT NOT NULL, properties TEXT NOT NULL, UNIQUE (label, id));
CREATE TABLE relationship (line INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, accession TEXT, type TEXT NOT NULL, from_label TEXT NOT NULL,
  from_id TEXT NOT NULL, to_label TEXT NOT NULL, to_id TEXT NOT NULL, properties TEXT NOT NULL);
CREATE INDEX relationship_accession ON relationship (accession);
CREATE INDEX relationship_from ON relationship (from_label, from_id);
CREATE INDEX relationship_to ON relationship (to_label, to_id);
`;

const ENDS = ['from', 'to'].map(
  (end) => `SELECT 1 FROM node n WHERE n.label = r.${end}_label AND n.id = r.${end}_id`,
) as [string, string];

/** Each finds the first line at which something is missing; `what` says it of the id found there. */
export const CHECKS: readonly { readonly sql: string; readonly what: (id: string) => string }[] = [
  {
    sql: 'SELECT max(line) AS line, id FROM node HAVING NOT EXISTS (SELECT 1 FROM relationship)',
    what: () => 'no relationship follows: the file was cut',
  },
  {
    sql: `SELECT line, id FROM relationship r WHERE NOT EXISTS (${ENDS[0]}) OR NOT EXISTS (${ENDS[1]}) ORDER BY line LIMIT 1`,
    what: (id) => `relationship ${id} begins or ends at a node that is missing`,
  },
  {
    sql:
      "SELECT line, id FROM relationship r WHERE r.type <> 'SAME_AS' AND NOT EXISTS " +
      "(SELECT 1 FROM node n WHERE n.label = 'Filing' AND n.id = r.accession) ORDER BY line LIMIT 1",
    what: (id) => `the filing that states relationship ${id} is missing`,
  },
  {
    // Only a filing may say nothing. In a dump that was cut, relationships are missing, which come last.
    sql:
      "SELECT line, id FROM node n WHERE n.label <> 'Filing' " +
      "AND NOT EXISTS (SELECT 1 FROM relationship r WHERE r.from_label = n.label AND r.from_id = n.id AND r.type <> 'SAME_AS') " +
      "AND NOT EXISTS (SELECT 1 FROM relationship r WHERE r.to_label = n.label AND r.to_id = n.id AND r.type <> 'SAME_AS') ORDER BY line LIMIT 1",
    what: (id) => `no filing states node ${JSON.stringify(id)}: relationships are missing, the file was cut`,
  },
];
