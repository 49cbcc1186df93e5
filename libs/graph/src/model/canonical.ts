import { createHash } from 'node:crypto';
import type { GraphNode, GraphRelationship, Properties } from './delta.ts';

/** JSON with sorted keys: equal values, equal bytes. */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  if (typeof value === 'object' && value !== null) {
    const entries = Object.entries(value).filter(([, item]) => item !== undefined && item !== null);
    entries.sort(([a], [b]) => (a < b ? -1 : 1));
    return `{${entries.map(([key, item]) => `${JSON.stringify(key)}:${canonicalJson(item)}`).join(',')}}`;
  }
  return JSON.stringify(Object.is(value, -0) ? 0 : value);
}

/** SHA-256 of the parts, told apart by their places, as 32 hexadecimal digits (128 bits). */
export function hashOf(...parts: readonly (string | number | null | undefined)[]): string {
  const text = JSON.stringify(parts.map((part) => part ?? null));
  return createHash('sha256').update(text).digest('hex').slice(0, 32);
}

/** Order of UTF-8 bytes, which is the order of code points. */
export function compareUtf8(a: string, b: string): number {
  const length = Math.min(a.length, b.length);
  for (let i = 0; i < length; i++) {
    const x = a.charCodeAt(i);
    const y = b.charCodeAt(i);
    if (x === y) continue;
    // Surrogates stand for code points above all others of the Basic Multilingual Plane.
    const xHigh = x >= 0xd800 && x <= 0xdfff;
    const yHigh = y >= 0xd800 && y <= 0xdfff;
    if (xHigh !== yHigh) return xHigh ? 1 : -1;
    return x - y;
  }
  return a.length - b.length;
}

/**
 * A line of the dump. The first key is chosen so that the order of lines is nodes, then relationships:
 * the whole dump is sorted by UTF-8 bytes, and so are the keys of each line.
 */
export function nodeLine(node: GraphNode): string {
  return nodeLineOf(node.label, node.id, canonicalJson(node.properties));
}

/** As `nodeLine`, from properties that are canonical JSON already. */
export function nodeLineOf(label: string, id: string, properties: string): string {
  return `{"entity":"node","id":${JSON.stringify(id)},"label":"${label}","properties":${properties}}`;
}

export function relationshipLine(relationship: GraphRelationship): string {
  const { from, to, id, type, properties } = relationship;
  return relationshipLineOf(from.label, from.id, to.label, to.id, id, type, canonicalJson(properties));
}

/** As `relationshipLine`, from properties that are canonical JSON already. */
export function relationshipLineOf(
  fromLabel: string,
  fromId: string,
  toLabel: string,
  toId: string,
  id: string,
  type: string,
  properties: string,
): string {
  return (
    `{"entity":"relationship","from":{"id":${JSON.stringify(fromId)},"label":"${fromLabel}"},"id":${JSON.stringify(id)},` +
    `"properties":${properties},"to":{"id":${JSON.stringify(toId)},"label":"${toLabel}"},"type":"${type}"}`
  );
}

/** Text that every store keeps alike: no NUL, no half of a surrogate pair. */
export function storableText(text: string): string {
  return text.replace(/\0|\p{Surrogate}/gu, '\ufffd');
}

/** Properties without absent, empty or non-finite values; text made storable. */
export function propertiesOf(
  values: Readonly<Record<string, string | number | boolean | readonly string[] | null | undefined>>,
): Properties {
  const kept: Record<string, string | number | boolean | readonly string[]> = {};
  for (const [key, value] of Object.entries(values)) {
    if (value === null || value === undefined || value === '') continue;
    if (typeof value === 'number' && !Number.isFinite(value)) continue;
    if (Array.isArray(value) && value.length === 0) continue;
    kept[key] =
      typeof value === 'string'
        ? storableText(value)
        : Array.isArray(value)
          ? value.map(storableText)
          : (value as number | boolean);
  }
  return kept;
}
