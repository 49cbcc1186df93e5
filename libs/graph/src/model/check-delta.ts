// What a delta may say beyond its form: only of the filing that it is of. A worker that is at fault, or means harm, could else
// write other filings' facts, or name a company for good by a filing date that no other comes after. Pure: what is known of the
// lease, and the day, are arguments.

import { FiligreeError } from '@filigree/base';
import { sectorName } from '../sectors/sectors.ts';
import type { DeltaNode, DeltaRelationship, GraphDelta, NodeKey, Properties } from './delta.ts';
import { discriminatorsOf, ownId } from './delta-ids.ts';
import { MAX_ID_BYTES, relationshipId } from './ids.ts';
import { FIRST_FILED, LAST_YEAR, MAX_YEARS_AHEAD } from './limits.ts';

/** What the coordinator knows of the lease under which a delta was made. */
export interface DeltaTerms {
  readonly accession: string;
  /** The filing date of the header as the queue has it; empty where that is not known. */
  readonly filed: string;
  /** ISO date after which nothing can be filed yet. */
  readonly latest: string;
}

const DAY = /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/;
const COMPANY = /^(?:cik:\d{10}|name:[^\0]+)$/;
const PERSON = /^(?:cik:\d{10}|name:[^\0]+)\/./;
const CUT_PERSON = /^(?:cik:\d{10}|name:[^\0]+)/;
const HASHED = /~[0-9a-f]{32}$/;

function wrong(place: string, value: unknown, expected: string): FiligreeError {
  const shown = (JSON.stringify(value) ?? 'absent').slice(0, 80);
  return new FiligreeError('USAGE', `graph delta: ${place} is ${shown}, expected ${expected}`, {
    remedy: 'see how docs/protocol.md makes a delta; use a worker of the same version',
  });
}

/** Throws USAGE, naming the first thing wrong, where the delta says what its lease does not allow. */
export function checkDelta(delta: GraphDelta, terms: DeltaTerms): void {
  if (delta.accession !== terms.accession) throw wrong('accession', delta.accession, `${terms.accession}, as leased`);
  checkFiled(delta.filed, terms);
  const statedBy = statements(delta);
  for (const [at, node] of delta.nodes.entries()) {
    const place = `node ${String(at)} (${node.label})`;
    checkOrigin(delta, node.properties, place);
    checkNode(delta, node, statedBy.get(at) ?? null, place);
  }
  for (const [at, relationship] of delta.relationships.entries()) {
    const place = `relationship ${String(at)} (${relationship.type})`;
    checkOrigin(delta, relationship.properties, place);
    checkAhead(delta.filed === '' ? terms.filed : delta.filed, relationship.properties, place);
    checkRelationship(delta, relationship, place);
  }
}

function checkFiled(filed: string, { filed: queued, latest }: DeltaTerms): void {
  if (filed === '') return;
  if (!DAY.test(filed) || filed < FIRST_FILED || filed > latest)
    throw wrong('filed', filed, `a day from ${FIRST_FILED} to ${latest}`);
  if (queued !== '' && filed !== queued) throw wrong('filed', filed, `${queued}, as in the header that was queued`);
}

/** Everything says of itself which filing it is of, and when that was filed, or nothing. */
function checkOrigin({ accession, filed }: GraphDelta, properties: Properties, place: string): void {
  const stated = properties['accession'];
  if (stated !== undefined && stated !== accession) throw wrong(`accession of ${place}`, stated, accession);
  const on = properties['filed'];
  if (on !== undefined && on !== filed) throw wrong(`filed of ${place}`, on, filed === '' ? 'none' : filed);
}

/** The latest statement on a post or a holding counts as what holds now. */
function checkAhead(filed: string, properties: Properties, place: string): void {
  const asOf = properties['as_of'];
  if (typeof asOf !== 'string') return;
  const last = filed === '' ? LAST_YEAR : Number(filed.slice(0, 4)) + MAX_YEARS_AHEAD;
  if (Number(asOf.slice(0, 4)) > last) throw wrong(`as_of of ${place}`, asOf, `no year after ${String(last)}`);
}

/** For nodes that one filing has to itself: the relationship by which it states them. */
function statements(delta: GraphDelta): Map<number, DeltaRelationship> {
  const by = new Map<number, DeltaRelationship>();
  for (const relationship of delta.relationships) {
    if (relationship.type === 'RATED_BY' || relationship.type === 'ISSUED') by.set(relationship.to, relationship);
  }
  return by;
}

function checkNode(delta: GraphDelta, node: DeltaNode, by: DeltaRelationship | null, place: string): void {
  const { label, id, properties } = node;
  const mustBe = (isRight: boolean, expected: string): void => {
    if (!isRight) throw wrong(`id of ${place}`, id, expected);
  };
  switch (label) {
    case 'Company':
      mustBe(COMPANY.test(id), 'cik: and ten digits, or name: and a name');
      checkCik(id, properties, place);
      return;
    case 'Person':
      mustBe(isPersonId(id, delta.accession), 'an anchor of this filing, a slash and a name');
      checkCik(id, properties, place);
      return;
    case 'Sector':
      mustBe(/^\d{4}$/.test(id), 'four digits');
      checkSame(properties, 'sic', id, place);
      checkSame(properties, 'name', sectorName(id), place);
      return;
    case 'Filing':
      mustBe(id === delta.accession, delta.accession);
      checkUrl(delta.accession, properties['url'], place);
      return;
    default: {
      const quote = by?.properties['quote'];
      const own = ownId(
        delta.accession,
        node,
        by === null ? null : delta.nodes[by.from]!,
        typeof quote === 'string' ? quote : '',
      );
      mustBe(id === own, own ?? 'stated by a relationship of this filing');
    }
  }
}

function isPersonId(id: string, accession: string): boolean {
  // A long one is cut, and may have lost its slash; its beginning and the hash at its end are what is left.
  const isCut = Buffer.byteLength(id) > MAX_ID_BYTES - 4 && HASHED.test(id);
  if (id.startsWith('filing:')) return id.startsWith(`filing:${accession}/`);
  return (isCut ? CUT_PERSON : PERSON).test(id);
}

function checkCik(id: string, properties: Properties, place: string): void {
  checkSame(properties, 'cik', id.startsWith('cik:') ? id.slice(4, 14) : null, place);
}

function checkSame(properties: Properties, name: string, expected: string | null, place: string): void {
  const stated = properties[name];
  if (stated !== undefined && stated !== expected) throw wrong(`${name} of ${place}`, stated, expected ?? 'none');
}

/** People follow it: only to the filing's page at sec.gov. */
function checkUrl(accession: string, url: unknown, place: string): void {
  if (url === undefined) return;
  const page = `/${accession.replaceAll('-', '')}/${accession}-index.htm`;
  const base = typeof url === 'string' && url.endsWith(page) ? url.slice(0, -page.length) : '';
  if (!/^https:\/\/www\.sec\.gov\/Archives\/edgar\/data\/\d{1,10}$/.test(base))
    throw wrong(`url of ${place}`, url, "the filing's page at www.sec.gov");
}

function checkRelationship(
  delta: GraphDelta,
  { id, type, from, to, properties }: DeltaRelationship,
  place: string,
): void {
  const [start, end]: [NodeKey, NodeKey] = [delta.nodes[from]!, delta.nodes[to]!];
  const isOwn = discriminatorsOf(type, properties, delta.filed).some(
    (discriminator) => id === relationshipId(delta.accession, type, start, end, discriminator),
  );
  if (!isOwn) throw wrong(`id of ${place}`, id, 'the hash of what it says');
  const { start: first, end: last } = properties;
  if (typeof first === 'number' && typeof last === 'number' && first > last)
    throw wrong(`start of ${place}`, first, `at most its end, ${String(last)}`);
}
