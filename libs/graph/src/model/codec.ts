// A delta on the wire: UTF-8 JSON with a version, bounded, and checked as a whole before any store sees it.

import { FiligreeError } from '@filigree/base';
import { MAX_INDEXED_BYTES } from './bounded-text.ts';
import { canonicalJson, storableText } from './canonical.ts';
import type { DeltaNode, DeltaRelationship, GraphDelta, Properties, PropertyValue } from './delta.ts';
import { MAX_ID_BYTES } from './ids.ts';
import { ENDS, LABELS, RELATIONSHIP_TYPES } from './labels.ts';
import type { Label } from './labels.ts';
import { MAX_LIST_ENTRIES, MAX_NODES, MAX_QUOTE_BYTES, MAX_RELATIONSHIPS } from './limits.ts';
import { EXPECTED, NODE_TYPES, RELATIONSHIP_TYPES_OF, isOfType } from './property-types.ts';
import type { PropertyType } from './property-types.ts';

/** An encoded delta above this is refused: no filing states that much, and the job would fail for good. */
export const MAX_DELTA_BYTES = 32 * 1024 * 1024;
const VERSION = 1;
const HASH = /^[0-9a-f]{32}$/;

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
  checkList('nodes', nodes, MAX_NODES);
  checkList('relationships', relationships, MAX_RELATIONSHIPS);
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
  if (typeof id !== 'string' || id === '') throw wrong(`id of ${place}`, id, 'text');
  checkText(id, MAX_ID_BYTES, `id of ${place}`);
  if (!isOfType(names, 'texts')) throw wrong(`names of ${place}`, names, EXPECTED.texts);
  checkSize(names, 'texts', `names of ${place}`);
  const known = NODE_TYPES[label as Label];
  return {
    label: label as Label,
    id,
    names: names as readonly string[],
    properties: checkedProperties(properties, known, `${place} (${String(label)})`),
  };
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
  return {
    id,
    type: known,
    from: from as number,
    to: to as number,
    properties: checkedProperties(properties, RELATIONSHIP_TYPES_OF[known], `${place} (${known})`),
  };
}

function checkList(place: string, value: unknown, maxEntries: number): asserts value is unknown[] {
  if (!Array.isArray(value)) throw wrong(place, value, 'a list');
  if (value.length > maxEntries) throw wrong(`length of ${place}`, value.length, `at most ${String(maxEntries)}`);
}

function checkedProperties(value: unknown, known: ReadonlyMap<string, PropertyType>, place: string): Properties {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw wrong(`properties of ${place}`, value, 'an object');
  for (const [key, item] of Object.entries(value)) {
    const type = known.get(key);
    if (type === undefined) throw wrong(`property of ${place}`, key, [...known.keys()].join(', '));
    if (!isOfType(item, type)) throw wrong(`${key} of ${place}`, item, EXPECTED[type]);
    checkSize(item, type, `${key} of ${place}`);
  }
  return value as Properties;
}

function checkSize(value: PropertyValue, type: PropertyType, place: string): void {
  if (typeof value === 'string') {
    checkText(value, type === 'quote' ? MAX_QUOTE_BYTES : MAX_INDEXED_BYTES, place);
  } else if (Array.isArray(value)) {
    checkList(place, value, MAX_LIST_ENTRIES);
    for (const item of value as readonly string[]) checkText(item, MAX_INDEXED_BYTES, place);
  }
}

function checkText(text: string, maxBytes: number, place: string): void {
  if (text !== storableText(text)) throw wrong(place, text, 'text without NUL and halves of characters');
  // A UTF-16 unit is at most three bytes: most texts need no counting.
  if (text.length * 3 > maxBytes && Buffer.byteLength(text) > maxBytes)
    throw wrong(`length of ${place}`, Buffer.byteLength(text), `at most ${String(maxBytes)} bytes`);
}
