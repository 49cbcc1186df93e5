import type { GraphNode, GraphRelationship, NodeKey, Properties, PropertyValue } from '../model/delta.ts';
import { INTEGER_PROPERTIES, KEY_PROPERTY } from '../model/labels.ts';

/** A Cypher literal for text: quotes, backslashes and line ends escaped, so that each statement is one line. */
function text(value: string): string {
  const escaped = value.replace(
    /[\\'\n\r\t\u2028\u2029]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
  return `'${escaped}'`;
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

export function cypherNode({ label, id, properties }: GraphNode): string {
  return `MERGE ${match('n', { label, id })} SET n += ${map(properties)};`;
}

export function cypherRelationship({ id, type, from, to, properties }: GraphRelationship): string {
  return `MATCH ${match('a', from)} MATCH ${match('b', to)} MERGE (a)-[r:${type} {id: ${text(id)}}]->(b) SET r += ${map(properties)};`;
}
