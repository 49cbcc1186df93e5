// Relationships as rows for people: names for ids, and for each what shows it (filing date, quote, the filing's address).

import { canonicalJson } from '../model/canonical.ts';
import type { GraphNode, GraphRelationship, NodeKey, PropertyValue } from '../model/delta.ts';
import type { GraphReader } from '../store/store.ts';
import { clustersOf } from './lookup.ts';
import type { Cluster } from './lookup.ts';
import type { Post } from './posts.ts';

/** A flat row; keys are the JSON keys and the CSV columns. */
export type RowValue =
  string | number | null | readonly Readonly<Record<string, string | number | null>>[] | readonly string[];
export type Row = Readonly<Record<string, RowValue>>;

/** What rows need beyond the relationships: names of their ends, addresses of their filings. */
export interface Backdrop {
  cluster(key: NodeKey): Cluster;
  node(key: NodeKey): GraphNode | undefined;
  url(accession: string): string | null;
}

/** Reads, in few rounds, everything that `relationships` mention. */
export async function backdropOf(reader: GraphReader, relationships: readonly GraphRelationship[]): Promise<Backdrop> {
  const ends = new Map(
    relationships.flatMap(({ from, to }) => [from, to]).map((key) => [`${key.label} ${key.id}`, key]),
  );
  const accessions = new Set(
    relationships.flatMap(({ properties }) =>
      typeof properties['accession'] === 'string' ? [properties['accession']] : [],
    ),
  );
  const keys = [...ends.values()];
  const [companies, people, nodes, filings] = await Promise.all([
    clustersOf(
      reader,
      keys.filter((key) => key.label === 'Company'),
    ),
    clustersOf(
      reader,
      keys.filter((key) => key.label === 'Person'),
    ),
    reader.nodes(keys.filter((key) => key.label !== 'Company' && key.label !== 'Person')),
    reader.nodes([...accessions].map((id): NodeKey => ({ label: 'Filing', id }))),
  ]);
  const byKey = new Map(nodes.map((node) => [`${node.label} ${node.id}`, node]));
  const urls = new Map(filings.map((filing) => [filing.id, filing.properties['url']]));
  return {
    cluster: (key) =>
      (key.label === 'Person' ? people : companies).get(key.id) ?? { id: key.id, name: key.id, nodes: [] },
    node: (key) => byKey.get(`${key.label} ${key.id}`),
    url: (accession) => {
      const url = urls.get(accession);
      return typeof url === 'string' ? url : null;
    },
  };
}

function plain(value: PropertyValue | undefined): string | number | null {
  return typeof value === 'string' || typeof value === 'number' ? value : null;
}

/** Some properties, null where absent. */
export function pick(
  properties: Readonly<Record<string, PropertyValue>>,
  ...keys: readonly string[]
): Record<string, string | number | null> {
  return Object.fromEntries(keys.map((key) => [key, plain(properties[key])]));
}

/** What shows a fact; the same last columns in every section. */
export function proof({ properties }: GraphRelationship, backdrop: Backdrop): Row {
  const accession = typeof properties['accession'] === 'string' ? properties['accession'] : '';
  return {
    ...pick(properties, 'filed', 'quote'),
    accession,
    url: backdrop.url(accession),
    ...pick(properties, 'source', 'confidence'),
  };
}

/** A post with the relationship that states it. */
export interface PostRow extends Post {
  readonly stated: GraphRelationship;
}

export function postOf(stated: GraphRelationship, backdrop: Backdrop): PostRow {
  const text = (key: string): string => String(stated.properties[key] ?? '');
  const date = (key: string): string | null => (stated.properties[key] === undefined ? null : text(key));
  return {
    person: backdrop.cluster(stated.from).id,
    company: backdrop.cluster(stated.to).id,
    title: text('title'),
    role: text('role'),
    status: text('status'),
    from: date('from'),
    to: date('to'),
    asOf: text('as_of'),
    filed: text('filed'),
    accession: text('accession'),
    stated,
  };
}

/** The row of a post, told from the person's side or the company's. */
export function postRow(
  post: PostRow & { readonly firstAsOf?: string; readonly filings?: number },
  backdrop: Backdrop,
): Row {
  const { title, role, status, from, to, asOf, stated } = post;
  const seen: Row = post.firstAsOf === undefined ? {} : { first_as_of: post.firstAsOf, filings: post.filings ?? 1 };
  return {
    person: backdrop.cluster(stated.from).name,
    person_id: post.person,
    company: backdrop.cluster(stated.to).name,
    company_id: post.company,
    title,
    role,
    status,
    from,
    to,
    as_of: asOf,
    ...seen,
    ...proof(stated, backdrop),
  };
}

/** The other end's name and id under `who` and `who_id`, some properties, and the proof. */
export function linkRow(
  stated: GraphRelationship,
  who: string,
  end: NodeKey,
  keys: readonly string[],
  backdrop: Backdrop,
): Row {
  const cluster = backdrop.cluster(end);
  return {
    [who]: cluster.name,
    [`${who}_id`]: cluster.id,
    ...pick(stated.properties, ...keys),
    ...proof(stated, backdrop),
  };
}

/** Rows in one order for every store. `by` are the keys that decide first; dates that are absent come last. */
export function ordered(rows: readonly Row[], ...by: readonly string[]): Row[] {
  const key = (row: Row): string => [...by.map((name) => String(row[name] ?? '~')), canonicalJson(row)].join('\u0001');
  return rows
    .map((row) => ({ row, at: key(row) }))
    .sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0))
    .map(({ row }) => row);
}
