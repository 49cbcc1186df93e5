// The questions that people ask, answered alike from both stores.

import { FiligreeError } from '@filigree/base';
import type { RoleClass } from '@filigree/extraction';
import type { GraphNode, GraphRelationship } from '../model/delta.ts';
import type { EventFilter, GraphReader } from '../store/store.ts';
import { findCompany, findPeople, namesOf } from './lookup.ts';
import type { Cluster } from './lookup.ts';
import { history, postsAt } from './posts.ts';
import { backdropOf, ordered, pick, postOf, postRow } from './rows.ts';
import type { Backdrop, Row } from './rows.ts';
import {
  COMPANY_TYPES,
  PERSON_TYPES,
  creditSections,
  endsWith,
  eventRows,
  holdingSections,
  ownershipSections,
  partyRows,
  sectors,
} from './sections.ts';

/** An answer: who or what it is about, and sections of rows, in the order in which they are shown. */
export interface Answer {
  readonly kind: 'company' | 'person' | 'filing' | 'events';
  readonly subject: Row;
  readonly sections: Readonly<Record<string, readonly Row[]>>;
}

const DATE = /^\d{4}-\d{2}-\d{2}$/;

/** Throws USAGE unless `value` is an ISO date. */
export function checkDate(flag: string, value: string): string {
  const time = DATE.test(value) ? Date.parse(`${value}T00:00:00Z`) : Number.NaN;
  if (!Number.isNaN(time) && new Date(time).toISOString().startsWith(value)) return value;
  throw new FiligreeError('USAGE', `${flag} is ${JSON.stringify(value)}, expected a date such as 2010-06-30`, {
    remedy: 'write year, month and day with dashes',
  });
}

function otherNames(cluster: Cluster): string[] {
  return [...new Set(cluster.nodes.flatMap(namesOf))].filter((name) => name !== cluster.name).sort();
}

function byDate(rows: readonly Row[], at: string | undefined, ...keys: readonly string[]): Row[] {
  if (at === undefined) return [...rows];
  return rows.filter(
    (row) => String(keys.map((key) => row[key]).find((value) => value !== null && value !== undefined) ?? '') <= at,
  );
}

const HEADS_FIRST: readonly RoleClass[] = [
  'ceo',
  'cfo',
  'chair',
  'director',
  'officer',
  'signatory',
  'contact',
  'expert',
  'other',
];

/** Heads first: in the order of role classes, then by day. */
function byRole(rows: readonly Row[]): Row[] {
  const rank = (row: Row): number => HEADS_FIRST.findIndex((role) => role === row['role']);
  return ordered(rows, 'as_of', 'company', 'person').sort((a, b) => rank(a) - rank(b));
}

function postRows(relationships: readonly GraphRelationship[], backdrop: Backdrop, at: string | undefined): Row[] {
  const posts = relationships.filter((one) => one.type === 'WORKS_AT').map((one) => postOf(one, backdrop));
  const rows = at === undefined ? history(posts) : postsAt(posts, at);
  return byRole(rows.map((post) => postRow(post, backdrop)));
}

/** What the graph knows of a company: people and posts with dates, events, owners and owned, deals, holders, ratings, debt; on a day, what held then. */
export async function askCompany(
  reader: GraphReader,
  typed: string,
  options: { readonly at?: string } = {},
): Promise<Answer> {
  const at = options.at === undefined ? undefined : checkDate('--at', options.at);
  const cluster = await findCompany(reader, typed);
  const ids = new Set(cluster.nodes.map((node) => node.id));
  const relationships = await reader.touching(cluster.nodes, COMPANY_TYPES);
  const events = relationships.filter((one) => one.type === 'HAS_EVENT');
  const involved = await reader.touching(endsWith(events, 'Event'), ['INVOLVES']);
  const backdrop = await backdropOf(reader, [...relationships, ...involved]);
  const first = cluster.nodes[0]?.properties ?? {};
  const subject = {
    company: cluster.name,
    id: cluster.id,
    ...pick(first, 'cik'),
    other_names: otherNames(cluster),
    ids: [...ids].sort(),
    sectors: sectors(relationships, backdrop),
    ...pick(first, 'state_of_incorporation', 'fiscal_year_end'),
    ...(at === undefined ? {} : { at }),
  };
  const { owners = [], owned = [], deals = [] } = ownershipSections(relationships, ids, backdrop);
  const { holdings = [], trades = [] } = holdingSections(relationships, backdrop);
  const { ratings = [], debt = [] } = creditSections(relationships, backdrop);
  return {
    kind: 'company',
    subject,
    sections: {
      posts: postRows(
        relationships.filter((one) => one.type !== 'WORKS_AT' || ids.has(one.to.id)),
        backdrop,
        at,
      ),
      events: byDate(eventRows(events, involved, backdrop), at, 'date', 'filed'),
      owners: byDate(owners, at, 'as_of'),
      owned: byDate(owned, at, 'as_of'),
      deals: byDate(deals, at, 'filed'),
      holdings: byDate(holdings, at, 'as_of', 'filed'),
      trades: byDate(trades, at, 'date', 'filed'),
      ratings: byDate(ratings, at, 'filed'),
      debt: byDate(debt, at, 'filed'),
    },
  };
}

/** What the graph knows of everyone of that name, an answer each. */
export async function askPerson(
  reader: GraphReader,
  typed: string,
  options: { readonly at?: string } = {},
): Promise<Answer[]> {
  const at = options.at === undefined ? undefined : checkDate('--at', options.at);
  const answers: Answer[] = [];
  for (const cluster of await findPeople(reader, typed)) {
    const relationships = await reader.touching(cluster.nodes, PERSON_TYPES);
    const events = endsWith(relationships, 'Event');
    const told = await reader.touching(events, ['HAS_EVENT', 'INVOLVES']);
    const backdrop = await backdropOf(reader, [...relationships, ...told]);
    const hasEvent = told.filter((one) => one.type === 'HAS_EVENT');
    const involved = told.filter((one) => one.type === 'INVOLVES');
    const { holdings = [], trades = [] } = holdingSections(relationships, backdrop);
    answers.push({
      kind: 'person',
      subject: {
        person: cluster.name,
        id: cluster.id,
        ...pick(cluster.nodes[0]?.properties ?? {}, 'cik'),
        other_names: otherNames(cluster),
        ...(at === undefined ? {} : { at }),
      },
      sections: {
        posts: postRows(relationships, backdrop, at),
        events: byDate(eventRows(hasEvent, involved, backdrop), at, 'date', 'filed'),
        holdings: byDate(holdings, at, 'as_of', 'filed'),
        trades: byDate(trades, at, 'date', 'filed'),
      },
    });
  }
  return answers;
}

/** Everything that one filing says. Throws NOT_FOUND naming the nearest accession numbers. */
export async function askFiling(reader: GraphReader, typed: string): Promise<Answer> {
  const digits = typed.replaceAll('-', '');
  const accession = /^\d{18}$/.test(digits)
    ? `${digits.slice(0, 10)}-${digits.slice(10, 12)}-${digits.slice(12)}`
    : typed;
  const [filing] = await reader.nodes([{ label: 'Filing', id: accession }]);
  if (filing === undefined) throw await noFiling(reader, accession);
  const relationships = await reader.stated(accession);
  const backdrop = await backdropOf(reader, relationships);
  const of = (type: string): GraphRelationship[] => relationships.filter((one) => one.type === type);
  const posts = of('WORKS_AT').map((one) => postRow(postOf(one, backdrop), backdrop));
  const companies = new Set(endsWith(relationships, 'Company').map((company) => company.id));
  const { owned = [], deals = [] } = ownershipSections(relationships, companies, backdrop);
  return {
    kind: 'filing',
    subject: {
      ...pick(filing.properties, 'accession', 'form', 'filed', 'period', 'accepted', 'amends', 'url'),
      items: items(filing),
    },
    sections: {
      parties: partyRows(relationships, backdrop),
      posts: ordered(posts, 'company', 'person', 'role'),
      events: eventRows(of('HAS_EVENT'), of('INVOLVES'), backdrop),
      owned: ownedRows(owned, of('OWNS'), backdrop),
      deals,
      ...holdingSections(relationships, backdrop),
      ...creditSections(relationships, backdrop),
    },
  };
}

function items(filing: GraphNode): readonly string[] {
  const value = filing.properties['items'];
  return Array.isArray(value) ? (value as string[]) : [];
}

/** In a filing's answer the owner is named too: it need not be the filer. */
function ownedRows(rows: readonly Row[], stated: readonly GraphRelationship[], backdrop: Backdrop): Row[] {
  if (rows.length === 0) return [];
  return ordered(
    stated.map((one) => {
      const [owner, company] = [backdrop.cluster(one.from), backdrop.cluster(one.to)];
      const row = rows.find(
        (candidate) => candidate['company_id'] === company.id && candidate['quote'] === one.properties['quote'],
      );
      return { owner: owner.name, owner_id: owner.id, ...row };
    }),
    'owner',
    'company',
  );
}

async function noFiling(reader: GraphReader, accession: string): Promise<FiligreeError> {
  for (let length = accession.length - 1; length >= 4; length--) {
    const near = await reader.filings(accession.slice(0, length), 5);
    if (near.length > 0) {
      const list = near.map((filing) => filing.id).join(', ');
      return new FiligreeError(
        'NOT_FOUND',
        `no filing ${JSON.stringify(accession)} in this graph; the nearest: ${list}`,
        { remedy: 'ask again with one of these', detail: { nearest: list } },
      );
    }
  }
  return new FiligreeError('NOT_FOUND', `no filing ${JSON.stringify(accession)} in this graph`, {
    remedy: 'give an accession number such as 0000950103-10-000270, of a filing that was loaded',
  });
}

/** Events by type, days (inclusive) and company, oldest first. */
export async function askEvents(
  reader: GraphReader,
  filter: EventFilter & { readonly company?: string },
): Promise<Answer> {
  const { type, company } = filter;
  const from = filter.from === undefined ? undefined : checkDate('--from', filter.from);
  const to = filter.to === undefined ? undefined : checkDate('--to', filter.to);
  const cluster = company === undefined ? null : await findCompany(reader, company);
  const found = await reader.events({
    ...(type === undefined ? {} : { type }),
    ...(from === undefined ? {} : { from }),
    ...(to === undefined ? {} : { to }),
  });
  const wanted = new Set(found.map((event) => event.id));
  const stated = (await reader.touching(cluster === null ? found : cluster.nodes, ['HAS_EVENT'])).filter((one) =>
    wanted.has(one.to.id),
  );
  const involved = await reader.touching(endsWith(stated, 'Event'), ['INVOLVES']);
  const backdrop = await backdropOf(reader, [...stated, ...involved]);
  const asked = { type: type ?? null, from: from ?? null, to: to ?? null, company: cluster?.name ?? null };
  return { kind: 'events', subject: asked, sections: { events: eventRows(stated, involved, backdrop) } };
}
