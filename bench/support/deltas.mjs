import { encodeDelta } from '@filigree/graph';

/** The delta of an invented filing as large as most are: a company that many share, people of its own, events, who works where. */
export function deltaOf(accession) {
  const filed = '2024-05-06';
  const company = `cik:${accession.slice(0, 10)}`;
  const node = (label, id, properties, names = []) => ({ label, id, names, properties });
  const people = Array.from({ length: 8 }, (_, at) => `${company}/person ${String(at)}`);
  const events = Array.from({ length: 3 }, (_, at) => `${accession}-event-${String(at)}`);
  const nodes = [
    node('Filing', accession, { accession, filed, form: '8-K' }),
    node('Company', company, { name: `Company ${company}`, cik: accession.slice(0, 10) }, [`Company ${company}`]),
    ...people.map((id, at) => node('Person', id, { name: `Person ${String(at)}` }, [`Person ${String(at)}`])),
    ...events.map((id) => node('Event', id, { type: 'other', company, filed, accession, quote: 'It happened.' })),
  ];
  const quote = 'Person was appointed Chief Executive Officer of the company on the sixth of May.';
  const relationship = (type, from, to, properties) => ({
    id: `${accession}-${type}-${String(from)}-${String(to)}`,
    type,
    from,
    to,
    properties: { accession, filed, quote, ...properties },
  });
  const relationships = [
    relationship('FILED', 1, 0, {}),
    ...people.map((_, at) => relationship('WORKS_AT', 2 + at, 1, { role: 'officer', status: 'current' })),
    ...events.map((_, at) => relationship('HAS_EVENT', 1, 2 + people.length + at, {})),
    ...events.map((_, at) => relationship('REPORTS', 0, 2 + people.length + at, {})),
  ].sort((a, b) => (a.id < b.id ? -1 : 1));
  return encodeDelta({ accession, filed, nodes, relationships });
}
