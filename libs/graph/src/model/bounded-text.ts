import type { Properties } from './delta.ts';

/**
 * Longer names, and texts by which nodes are looked up, are cut and end in an ellipsis. An index of Neo4j takes values of at most
 * 8,164 bytes; the bound holds in every store, so that all hold the same graph.
 */
export const MAX_INDEXED_BYTES = 4000;
const MARK = '…';
/** What the stores have indexes for. */
const INDEXED = ['name', 'date', 'type', 'filed'];

/** The text, or its beginning with a mark where it has more bytes of UTF-8. */
export function boundedText(text: string, maxBytes = MAX_INDEXED_BYTES): string {
  // A UTF-16 unit is at most three bytes: most texts need no counting.
  if (text.length * 3 <= maxBytes) return text;
  const bytes = Buffer.from(text, 'utf8');
  if (bytes.length <= maxBytes) return text;
  let end = maxBytes - Buffer.byteLength(MARK);
  // Not inside a character: its further bytes begin with the bits 10.
  while (((bytes[end] ?? 0) & 0xc0) === 0x80) end--;
  return bytes.toString('utf8', 0, end) + MARK;
}

/** The properties, with those that stores index bounded. */
export function boundedProperties(properties: Properties): Properties {
  const bounded = (key: string): boolean => {
    const value = properties[key];
    return typeof value === 'string' && boundedText(value) !== value;
  };
  if (!INDEXED.some(bounded)) return properties;
  return Object.fromEntries(
    Object.entries(properties).map(([key, value]) => [
      key,
      typeof value === 'string' && INDEXED.includes(key) ? boundedText(value) : value,
    ]),
  );
}
