// Values between the model and the database: whole numbers are integers there, what the store keeps for itself stays there.

import neo4j from 'neo4j-driver';
import type { Evidence } from '../identity/evidence.ts';
import { canonicalJson } from '../model/canonical.ts';
import type { GraphNode, GraphRelationship, Properties, PropertyValue } from '../model/delta.ts';
import { INTEGER_PROPERTIES, KEY_PROPERTY } from '../model/labels.ts';
import type { Label, RelationshipType } from '../model/labels.ts';
import type { Row } from './database.ts';

/** Properties as parameters. */
export function toDatabase(properties: Properties): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(properties).map(([key, value]) => [
      key,
      typeof value === 'number' && INTEGER_PROPERTIES.has(key) ? neo4j.int(value) : value,
    ]),
  );
}

/** Properties as the model has them: without the store's own, which begin with `_`, and without `hidden`. */
export function fromDatabase(stored: Readonly<Record<string, unknown>>, hidden?: string): Properties {
  const entries = Object.entries(stored).filter(([key]) => !key.startsWith('_') && key !== hidden);
  return Object.fromEntries(entries) as Readonly<Record<string, PropertyValue>>;
}

/** `id` is the key of most labels and no property of the model; `accession` and `sic` are both. */
export function nodeOf(label: Label, stored: Readonly<Record<string, unknown>>): GraphNode {
  return { label, id: stored[KEY_PROPERTY[label]] as string, properties: fromDatabase(stored, 'id') };
}

/** The columns of a relationship: what `RELATIONSHIP_COLUMNS` returns. */
export const RELATIONSHIP_COLUMNS =
  'type(r) AS type, properties(r) AS properties, labels(startNode(r)) AS from_labels, labels(endNode(r)) AS to_labels, ' +
  'coalesce(startNode(r).id, startNode(r).accession, startNode(r).sic) AS from_id, coalesce(endNode(r).id, endNode(r).accession, endNode(r).sic) AS to_id';

/** What identity needs of a relationship. */
export const EVIDENCE_COLUMNS =
  "r.accession AS accession, coalesce(r.role, '') AS role, labels(startNode(r)) AS from_labels, labels(endNode(r)) AS to_labels, " +
  'coalesce(startNode(r).id, startNode(r).accession, startNode(r).sic) AS from_id, coalesce(endNode(r).id, endNode(r).accession, endNode(r).sic) AS to_id';

const KEYED = new Set<string>(Object.keys(KEY_PROPERTY));

/** Users may add labels of their own. */
function labelOf(labels: unknown): Label {
  return (labels as string[]).find((label) => KEYED.has(label)) as Label;
}

export function relationshipOf(row: Row): GraphRelationship {
  const stored = row.get('properties') as Readonly<Record<string, unknown>>;
  return {
    id: stored['id'] as string,
    type: row.get('type') as RelationshipType | 'SAME_AS',
    from: { label: labelOf(row.get('from_labels')), id: row.get('from_id') as string },
    to: { label: labelOf(row.get('to_labels')), id: row.get('to_id') as string },
    properties: fromDatabase(stored, 'id'),
  };
}

export function evidenceOf(type: RelationshipType, row: Row): Evidence {
  const from = { label: labelOf(row.get('from_labels')), id: row.get('from_id') as string };
  const to = { label: labelOf(row.get('to_labels')), id: row.get('to_id') as string };
  return { type, from, to, accession: row.get('accession') as string, role: row.get('role') as string };
}

/** A cell of a query's result: plain values as they are; nodes, relationships and lists as JSON text, dates as text. */
export function cellOf(value: unknown): string | number | boolean | null {
  if (value === null || value === undefined) return null;
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return value;
  if (typeof value === 'bigint') return value.toString();
  if (isTemporal(value)) return String(value);
  return canonicalJson(plain(value));
}

function isTemporal(value: unknown): boolean {
  return (
    neo4j.isDate(value as object) ||
    neo4j.isDateTime(value as object) ||
    neo4j.isDuration(value as object) ||
    neo4j.isLocalDateTime(value as object) ||
    neo4j.isTime(value as object) ||
    neo4j.isLocalTime(value as object) ||
    neo4j.isPoint(value as object)
  );
}

function plain(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(plain);
  if (typeof value !== 'object' || value === null) return typeof value === 'bigint' ? value.toString() : value;
  if (isTemporal(value)) return String(value);
  if (neo4j.isNode(value)) return { labels: value.labels, properties: fromDatabase(value.properties) };
  if (neo4j.isRelationship(value)) return { type: value.type, properties: fromDatabase(value.properties) };
  if (neo4j.isPath(value))
    return value.segments.flatMap((segment, at) => [
      ...(at === 0 ? [plain(segment.start)] : []),
      plain(segment.relationship),
      plain(segment.end),
    ]);
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, plain(item)]));
}
