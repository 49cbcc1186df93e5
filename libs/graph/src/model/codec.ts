// A delta on the wire: UTF-8 JSON with a version, bounded, and checked as a whole before any store sees it.

import { FiligreeError } from '@filigree/base';
import { canonicalJson } from './canonical.ts';
import type { DeltaNode, DeltaRelationship, GraphDelta, Properties } from './delta.ts';
import { MAX_ID_BYTES } from './ids.ts';
import { ENDS, LABELS, RELATIONSHIP_TYPES } from './labels.ts';
import type { Label } from './labels.ts';

/** An encoded delta above this is refused: no filing states that much, and the job would fail for good. */
export const MAX_DELTA_BYTES = 32 * 1024 * 1024;
const VERSION = 1;
const HASH = /^[0-9a-f]{32}$/;
const PROPERTY = /^[a-z][a-z0-9_]{0,63}$/;

/** The delta as bytes. Throws TOO_LARGE above `MAX_DELTA_BYTES`. */
export function encodeDelta(delta: GraphDelta): Uint8Array {
  const { accession, filed, nodes, relationships } = delta;
  const bytes = Buffer.from(
    JSON.stringify([
      VERSION,
      accession,
      filed,
      nodes.map((n) => [n.label, n.id, n.names, n.properties]),
      relationships.map((r) => [r.id, r.type, r.from, r.to, r.properties]),
    ]),
    'utf8',
  );
  if (bytes.length > MAX_DELTA_BYTES) throw tooLarge(accession, bytes.length);
  return bytes;
}

/** The delta of `bytes`, checked: labels, types, ends, ids and property values. Throws TOO_LARGE or USAGE naming the first thing wrong. */
export function decodeDelta(bytes: Uint8Array): GraphDelta {
  if (bytes.length > MAX_DELTA_BYTES) throw tooLarge('(not read)', bytes.length);
  let parsed: unknown;
  try {
    parsed = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch (cause) {
    throw new FiligreeError('USAGE', `graph delta: ${String(bytes.length)} bytes that are not UTF-8 JSON`, {
      remedy: 'use a worker of the same version',
      cause,
    });
  }
  return checkedDelta(parsed);
}

/** What decides whether a filing that comes again says the same: canonical JSON of the whole delta. */
export function deltaText(delta: GraphDelta): string {
  return canonicalJson({ filed: delta.filed, nodes: delta.nodes, relationships: delta.relationships });
}

function tooLarge(accession: string, sizeBytes: number): FiligreeError {
  return new FiligreeError(
    'TOO_LARGE',
    `graph delta of ${accession}: ${String(sizeBytes)} bytes, at most ${String(MAX_DELTA_BYTES)} are taken`,
    {
      remedy: 'report the filing: no filing should state that much',
      detail: { size_bytes: sizeBytes, max_bytes: MAX_DELTA_BYTES },
    },
  );
}

function wrong(place: string, value: unknown, expected: string): FiligreeError {
  const shown = (JSON.stringify(value) ?? String(value)).slice(0, 80);
  return new FiligreeError('USAGE', `graph delta: ${place} is ${shown}, expected ${expected}`, {
    remedy: 'use a worker of the same version',
  });
}

function checkedDelta(parsed: unknown): GraphDelta {
  if (!Array.isArray(parsed) || parsed[0] !== VERSION)
    throw wrong('version', Array.isArray(parsed) ? parsed[0] : parsed, String(VERSION));
  const [, accession, filed, nodes, relationships] = parsed as unknown[];
  if (typeof accession !== 'string' || accession === '' || Buffer.byteLength(accession) > MAX_ID_BYTES)
    throw wrong('accession', accession, 'an accession number');
  if (typeof filed !== 'string' || !/^(\d{4}-\d{2}-\d{2})?$/.test(filed))
    throw wrong('filed', filed, 'an ISO date or the empty string');
  if (!Array.isArray(nodes)) throw wrong('nodes', nodes, 'a list');
  if (!Array.isArray(relationships)) throw wrong('relationships', relationships, 'a list');
  const checked = nodes.map(checkedNode);
  const keys = new Set(checked.map((node) => `${node.label} ${node.id}`));
  if (keys.size !== checked.length) throw wrong('nodes', keys.size, `${String(checked.length)} different nodes`);
  if (!keys.has(`Filing ${accession}`)) throw wrong('nodes', accession, 'the Filing node of the delta among them');
  const made = relationships.map((item, at) => checkedRelationship(item, at, checked));
  if (new Set(made.map((relationship) => relationship.id)).size !== made.length)
    throw wrong('relationships', made.length, 'different ids');
  return { accession, filed, nodes: checked, relationships: made };
}

function checkedNode(item: unknown, at: number): DeltaNode {
  const place = `node ${String(at)}`;
  if (!Array.isArray(item)) throw wrong(place, item, 'a list');
  const [label, id, names, properties] = item as unknown[];
  if (!LABELS.includes(label as Label)) throw wrong(`label of ${place}`, label, LABELS.join(', '));
  if (typeof id !== 'string' || id === '' || Buffer.byteLength(id) > MAX_ID_BYTES)
    throw wrong(`id of ${place}`, id, `1 to ${String(MAX_ID_BYTES)} bytes`);
  if (!isTextList(names)) throw wrong(`names of ${place}`, names, 'a list of text');
  return { label: label as Label, id, names, properties: checkedProperties(properties, place) };
}

function checkedRelationship(item: unknown, at: number, nodes: readonly DeltaNode[]): DeltaRelationship {
  const place = `relationship ${String(at)}`;
  if (!Array.isArray(item)) throw wrong(place, item, 'a list');
  const [id, type, from, to, properties] = item as unknown[];
  if (typeof id !== 'string' || !HASH.test(id)) throw wrong(`id of ${place}`, id, '32 hexadecimal digits');
  const known = RELATIONSHIP_TYPES.find((name) => name === type);
  if (known === undefined) throw wrong(`type of ${place}`, type, RELATIONSHIP_TYPES.join(', '));
  const start = nodes[typeof from === 'number' ? from : -1];
  const end = nodes[typeof to === 'number' ? to : -1];
  const ends: { from: readonly Label[]; to: readonly Label[] } = ENDS[known];
  if (start === undefined || !ends.from.includes(start.label))
    throw wrong(`start of ${place}`, start?.label ?? from, ends.from.join(' or '));
  if (end === undefined || !ends.to.includes(end.label))
    throw wrong(`end of ${place}`, end?.label ?? to, ends.to.join(' or '));
  return { id, type: known, from: from as number, to: to as number, properties: checkedProperties(properties, place) };
}

function isTextList(value: unknown): value is string[] {
  return Array.isArray(value) && value.every((item) => typeof item === 'string');
}

function checkedProperties(value: unknown, place: string): Properties {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw wrong(`properties of ${place}`, value, 'an object');
  for (const [key, item] of Object.entries(value)) {
    if (!PROPERTY.test(key)) throw wrong(`property of ${place}`, key, 'a lower-case name');
    const fine =
      typeof item === 'string' ||
      typeof item === 'boolean' ||
      (typeof item === 'number' && Number.isFinite(item)) ||
      isTextList(item);
    if (!fine) throw wrong(`${key} of ${place}`, item, 'text, a number, a truth value or a list of text');
  }
  return value as Properties;
}
