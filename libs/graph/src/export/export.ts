// A dump in forms that other programs read. Works on the lines of any store, as they come.

import { csvCell } from '@filigree/base';
import type { GraphNode, GraphRelationship, PropertyValue } from '../model/delta.ts';
import { KEY_PROPERTY, LABELS } from '../model/labels.ts';
import { CSV_MARK } from '../questions/render.ts';
import { NODE_COLUMNS, PROOF_COLUMNS, RELATIONSHIP_COLUMNS } from '../model/columns.ts';
import { cypherNode, cypherRelationship } from './cypher.ts';
import { GRAPHML_END, graphmlBegin, graphmlNode, graphmlRelationship } from './graphml.ts';

export const EXPORT_FORMATS = ['cypher', 'csv', 'graphml'] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

type Entity = ({ readonly entity: 'node' } & GraphNode) | ({ readonly entity: 'relationship' } & GraphRelationship);

/** All property names that a dump may have, sorted. */
export const PROPERTY_NAMES: readonly string[] = [
  ...new Set([...Object.values(NODE_COLUMNS), ...Object.values(RELATIONSHIP_COLUMNS), PROOF_COLUMNS].flat()),
].sort();

const CSV_COLUMNS = [
  'entity',
  'label',
  'id',
  'from_label',
  'from_id',
  'to_label',
  'to_id',
  ...PROPERTY_NAMES.filter((name) => name !== 'id'),
];

function csvValue(value: PropertyValue | undefined): string | number | boolean | null {
  if (value === undefined) return null;
  return typeof value === 'object' ? value.join('; ') : value;
}

function csvRow(entity: Entity): string {
  const { id, properties } = entity;
  const ends =
    entity.entity === 'node' ? ['', '', '', ''] : [entity.from.label, entity.from.id, entity.to.label, entity.to.id];
  const label = entity.entity === 'node' ? entity.label : entity.type;
  return [entity.entity, label, id, ...ends, ...CSV_COLUMNS.slice(7).map((name) => csvValue(properties[name]))]
    .map(csvCell)
    .join(',');
}

/** Lines, without line ends, of the graph in `format`: a Cypher script, one CSV table (nodes, then relationships), or GraphML. */
export async function* exportLines(format: ExportFormat, dump: AsyncIterable<string>): AsyncIterable<string> {
  if (format === 'cypher')
    for (const label of LABELS)
      yield `CREATE CONSTRAINT IF NOT EXISTS FOR (n:${label}) REQUIRE n.${KEY_PROPERTY[label]} IS UNIQUE;`;
  if (format === 'csv') yield CSV_MARK + CSV_COLUMNS.join(',');
  if (format === 'graphml') yield* graphmlBegin(PROPERTY_NAMES);
  for await (const line of dump) {
    const entity = JSON.parse(line) as Entity;
    if (format === 'csv') yield csvRow(entity);
    else if (entity.entity === 'node') yield format === 'cypher' ? cypherNode(entity) : graphmlNode(entity);
    else yield format === 'cypher' ? cypherRelationship(entity) : graphmlRelationship(entity);
  }
  if (format === 'graphml') yield GRAPHML_END;
}
