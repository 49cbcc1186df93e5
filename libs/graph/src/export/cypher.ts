import type { GraphNode, GraphRelationship, NodeKey, Properties, PropertyValue } from '../model/delta.ts';
import { INTEGER_PROPERTIES, KEY_PROPERTY, NODE_MARK } from '../model/labels.ts';

const ESCAPES: Readonly<Record<string, string>> = { '\\': '\\\\', "'": "\\'", '\n': '\\n', '\r': '\\r', '\t': '\\t' };

/**
 * A Cypher literal for text: quotes, backslashes and line ends escaped, so that each statement is one line. Not by `\u`: such escapes
 * are read before the statement is parsed, and would end the text.
 */
function text(value: string): string {
  return `'${value.replace(/[\\'\n\r\t]/g, (character) => ESCAPES[character] ?? character)}'`;
}

function literal(key: string, value: PropertyValue): string {
  if (typeof value === 'string') return text(value);
  if (typeof value === 'number')
    return INTEGER_PROPERTIES.has(key) || !Number.isInteger(value) ? String(value) : `${String(value)}.0`;
  if (typeof value === 'boolean') return String(value);
  return `[${value.map(text).join(', ')}]`;
}

function map(properties: Properties): string {
  return `{${Object.entries(properties)
    .map(([key, value]) => `\`${key}\`: ${literal(key, value)}`)
    .join(', ')}}`;
}

function match(name: string, { label, id }: NodeKey): string {
  return `(${name}:${label} {${KEY_PROPERTY[label]}: ${text(id)}})`;
}

/** With the store's mark, so that Filigree knows the graph of the script as its own: it reads, counts and clears nothing else. */
export function cypherNode({ label, id, properties }: GraphNode): string {
  return `MERGE ${match('n', { label, id })} SET n += ${map(properties)}, n.${NODE_MARK} = true;`;
}

export function cypherRelationship({ id, type, from, to, properties }: GraphRelationship): string {
  return `MATCH ${match('a', from)} MATCH ${match('b', to)} MERGE (a)-[r:${type} {id: ${text(id)}}]->(b) SET r += ${map(properties)};`;
}
