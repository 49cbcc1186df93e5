import type { Evidence } from '../identity/evidence.ts';
import { nodeLineOf, relationshipLineOf } from '../model/canonical.ts';
import type { DeltaNode, GraphNode, GraphRelationship, NodeKey, Properties } from '../model/delta.ts';
import { checkCount } from '../questions/bounded.ts';
import { ANSWER_LIMITS } from '../questions/limits.ts';
import { storedDelta } from '../store/stored-delta.ts';
import { LABELS, RELATIONSHIP_TYPES, SAME_AS } from '../model/labels.ts';
import type { Label, RelationshipType } from '../model/labels.ts';
import type { EventFilter, GraphReader, GraphStats, QueryResult, StoredDelta } from '../store/store.ts';
import { makeStatements } from './connection.ts';
import type { Connection } from './connection.ts';

interface NodeRow {
  readonly label: Label;
  readonly id: string;
  readonly properties: string;
}

interface StatementRow extends NodeRow {
  readonly rank: string;
  readonly names: string;
}

interface RelationshipRow {
  readonly id: string;
  readonly type: RelationshipType | 'SAME_AS';
  readonly from_label: Label;
  readonly from_id: string;
  readonly to_label: Label;
  readonly to_id: string;
  readonly properties: string;
}

const NODE = 'SELECT label, id, properties FROM node';
const RELATIONSHIP = 'SELECT id, type, from_label, from_id, to_label, to_id, properties FROM relationship';
// JSON lines end an id with a quotation mark, which sorts before most characters but after a space: the order must be that of the lines.
const NODE_LINES = `${NODE} ORDER BY id || '"', label || '"'`;
const RELATIONSHIP_LINES = `${RELATIONSHIP} ORDER BY from_id || '"', from_label || '"', id`;

// One more than a question may look at shows that there are more.
const MOST_NODES = String(ANSWER_LIMITS.nodes + 1);

/** Reads of one graph file; each answers from one connection, whose snapshot it shares. */
export class Reader {
  private readonly connection: Connection;
  private readonly sql: ReturnType<typeof makeStatements>;

  constructor(connection: Connection) {
    this.connection = connection;
    this.sql = makeStatements(connection);
  }

  nodes(keys: readonly NodeKey[]): GraphNode[] {
    return keys.flatMap(({ label, id }) =>
      (this.sql(`${NODE} WHERE label = ? AND id = ?`).all(label, id) as NodeRow[]).map(nodeOf),
    );
  }

  touching(keys: readonly NodeKey[], types: readonly string[]): GraphRelationship[] {
    const found = new Map<string, GraphRelationship>();
    for (const { label, id } of keys) {
      for (const side of ['from', 'to']) {
        const rows = this.sql(`${RELATIONSHIP} WHERE ${side}_label = ? AND ${side}_id = ?`).all(
          label,
          id,
        ) as RelationshipRow[];
        for (const row of rows) if (types.includes(row.type)) found.set(row.id, relationshipOf(row));
        checkCount(found.size, 'relationships');
      }
    }
    return [...found.values()];
  }

  stated(accession: string): GraphRelationship[] {
    return (this.sql(`${RELATIONSHIP} WHERE accession = ?`).all(accession) as RelationshipRow[]).map(relationshipOf);
  }

  named(label: Label, beginnings: readonly string[]): GraphNode[] {
    const found = new Map<string, GraphNode>();
    for (const beginning of beginnings) {
      const rows = this.sql(`${NODE} WHERE label = ? AND instr(search, ?) > 0 LIMIT ${MOST_NODES}`).all(
        label,
        ` ${beginning}`,
      ) as NodeRow[];
      for (const row of rows) found.set(row.id, nodeOf(row));
    }
    return [...found.values()];
  }

  filings(beginning: string, limit: number): GraphNode[] {
    const rows = this.sql(`${NODE} WHERE label = 'Filing' AND id >= ? AND id < ? ORDER BY id LIMIT ?`).all(
      beginning,
      `${beginning}\u{10ffff}`,
      limit,
    );
    return (rows as NodeRow[]).map(nodeOf);
  }

  events({ type, from, to }: EventFilter): GraphNode[] {
    const date = "coalesce(json_extract(properties, '$.date'), json_extract(properties, '$.filed'))";
    const conditions = ["label = 'Event'"];
    const values: string[] = [];
    const where = (condition: string, value: string | undefined): void => {
      if (value === undefined) return;
      conditions.push(condition);
      values.push(value);
    };
    where("json_extract(properties, '$.type') = ?", type);
    where(`${date} >= ?`, from);
    where(`${date} <= ?`, to);
    return (this.sql(`${NODE} WHERE ${conditions.join(' AND ')} LIMIT ${MOST_NODES}`).all(...values) as NodeRow[]).map(
      nodeOf,
    );
  }

  /** Deltas of filings whose accession number is greater than `after`, a page of them. */
  deltas(after: string): StoredDelta[] {
    // Of one moment: a filing may be written while it is read.
    this.connection.exec('BEGIN');
    try {
      return this.deltasNow(after);
    } finally {
      this.connection.exec('COMMIT');
    }
  }

  private deltasNow(after: string): StoredDelta[] {
    const fences = this.sql('SELECT accession, token FROM fence WHERE accession > ? ORDER BY accession LIMIT 50').all(
      after,
    ) as { accession: string; token: number }[];
    return fences.map(({ accession, token }) => {
      const rows = this.sql(
        'SELECT label, id, rank, names, properties FROM statement WHERE accession = ? ORDER BY label, id',
      ).all(accession) as StatementRow[];
      const nodes = rows.map(({ label, id, names, properties }): DeltaNode => ({
        label,
        id,
        names: JSON.parse(names) as string[],
        properties: JSON.parse(properties) as Properties,
      }));
      return { token, delta: storedDelta(accession, rows[0]?.rank ?? '', nodes, this.stated(accession)) };
    });
  }

  tables(): QueryResult {
    const rows = this.sql(
      "SELECT m.name AS name, group_concat(p.name, ', ') AS columns FROM sqlite_schema m JOIN pragma_table_info(m.name) p WHERE m.type = 'view' GROUP BY m.name ORDER BY m.name",
    ).all() as { name: string; columns: string }[];
    return { columns: ['table', 'columns'], rows: rows.map(({ name, columns }) => [name, columns]) };
  }

  all(label: Label): GraphNode[] {
    return (this.sql(`${NODE} WHERE label = ?`).all(label) as NodeRow[]).map(nodeOf);
  }

  ofType(type: string): GraphRelationship[] {
    return (this.sql(`${RELATIONSHIP} WHERE type = ?`).all(type) as RelationshipRow[]).map(relationshipOf);
  }

  /** What identity needs of the relationships of some types. */
  evidence(types: readonly RelationshipType[]): Evidence[] {
    const columns =
      "type, accession, from_label, from_id, to_label, to_id, coalesce(json_extract(properties, '$.role'), '') AS role";
    const found: Evidence[] = [];
    for (const type of types) {
      const rows = this.sql(`SELECT ${columns} FROM relationship WHERE type = ?`).all(type) as (RelationshipRow & {
        accession: string;
        role: string;
      })[];
      for (const row of rows) {
        const from = { label: row.from_label, id: row.from_id };
        found.push({
          type,
          from,
          to: { label: row.to_label, id: row.to_id },
          accession: row.accession,
          role: row.role,
        });
      }
    }
    return found;
  }

  meta(key: string): string {
    return (this.sql('SELECT value FROM meta WHERE key = ?').get(key) as { value: string } | undefined)?.value ?? '';
  }

  stats(): GraphStats {
    const count = (groups: unknown[], names: readonly string[]): Record<string, number> => {
      const counts = new Map((groups as { name: string; count: number }[]).map((group) => [group.name, group.count]));
      return Object.fromEntries(names.map((name) => [name, counts.get(name) ?? 0]));
    };
    const nodes = count(this.sql('SELECT label AS name, count(*) AS count FROM node GROUP BY label').all(), LABELS);
    const relationships = count(
      this.sql('SELECT type AS name, count(*) AS count FROM relationship GROUP BY type').all(),
      [...RELATIONSHIP_TYPES, SAME_AS],
    );
    return { graphId: this.meta('graph_id'), epoch: Number(this.meta('epoch')), nodes, relationships } as GraphStats;
  }

  /** Lines of the dump, read as they are taken. The caller holds the snapshot. */
  *lines(): Generator<string> {
    for (const row of this.connection.prepare<unknown[]>(NODE_LINES).iterate() as Iterable<NodeRow>)
      yield nodeLineOf(row.label, row.id, row.properties);
    for (const row of this.connection.prepare<unknown[]>(RELATIONSHIP_LINES).iterate() as Iterable<RelationshipRow>) {
      yield relationshipLineOf(row.from_label, row.from_id, row.to_label, row.to_id, row.id, row.type, row.properties);
    }
  }
}

/** The reads that questions make, as they are asked for. */
export function asyncReader(reader: Reader): GraphReader {
  return {
    nodes: (keys) => Promise.resolve(reader.nodes(keys)),
    touching: (keys, types) => Promise.resolve(reader.touching(keys, types)),
    stated: (accession) => Promise.resolve(reader.stated(accession)),
    named: (label, beginnings) => Promise.resolve(reader.named(label, beginnings)),
    filings: (beginning, limit) => Promise.resolve(reader.filings(beginning, limit)),
    events: (filter) => Promise.resolve(reader.events(filter)),
  };
}

function nodeOf({ label, id, properties }: NodeRow): GraphNode {
  return { label, id, properties: JSON.parse(properties) as Properties };
}

function relationshipOf(row: RelationshipRow): GraphRelationship {
  return {
    id: row.id,
    type: row.type,
    from: { label: row.from_label, id: row.from_id },
    to: { label: row.to_label, id: row.to_id },
    properties: JSON.parse(row.properties) as Properties,
  };
}
