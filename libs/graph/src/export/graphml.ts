import type { GraphNode, GraphRelationship, NodeKey, Properties } from '../model/delta.ts';

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
// Characters that XML 1.0 cannot carry, even escaped.
const FORBIDDEN = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu;

function xml(value: string): string {
  return value.replace(FORBIDDEN, ' ').replace(/[&<>"]/g, (character) => ESCAPES[character] ?? character);
}

const NUMBERS: ReadonlySet<string> = new Set([
  'amount',
  'confidence',
  'coupon',
  'end',
  'percent',
  'price',
  'shares',
  'start',
]);

/** The beginning: every property declared, numbers as numbers. */
export function graphmlBegin(properties: readonly string[]): string[] {
  const keys = (target: 'node' | 'edge'): string[] =>
    ['label', ...properties].map((name) => {
      const type = NUMBERS.has(name) ? 'double' : 'string';
      return `  <key id="${target}_${name}" for="${target}" attr.name="${name}" attr.type="${type}"/>`;
    });
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<graphml xmlns="http://graphml.graphdrawing.org/xmlns">',
    ...keys('node'),
    ...keys('edge'),
    '  <graph id="filigree" edgedefault="directed">',
  ];
}

export const GRAPHML_END = '  </graph>\n</graphml>';

function data(target: 'node' | 'edge', label: string, properties: Properties): string {
  const entries: [string, string][] = Object.entries(properties).map(([key, value]) => [
    key,
    typeof value === 'object' ? value.join('; ') : String(value),
  ]);
  return [['label', label] as [string, string], ...entries]
    .map(([key, value]) => `<data key="${target}_${key}">${xml(value)}</data>`)
    .join('');
}

/** Ids of GraphML are of the whole file, those of the graph of a label. */
function idOf({ label, id }: NodeKey): string {
  return xml(`${label} ${id}`);
}

export function graphmlNode(node: GraphNode): string {
  return `    <node id="${idOf(node)}">${data('node', node.label, node.properties)}</node>`;
}

export function graphmlRelationship({ id, type, from, to, properties }: GraphRelationship): string {
  return `    <edge id="${xml(id)}" source="${idOf(from)}" target="${idOf(to)}">${data('edge', type, properties)}</edge>`;
}
