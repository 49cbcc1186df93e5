// A dump on its way back into a graph: sorted by filing in a database of its own on disk, so that neither its size nor its
// order matters. A dump holds nodes as they are after all filings; which filing said what of a shared node it does not tell.

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'libsql';
import { FiligreeError } from '@filigree/base';
import { canonicalJson } from '../model/canonical.ts';
import { decodeDelta, encodeDelta } from '../model/codec.ts';
import type { DeltaNode, GraphDelta, GraphRelationship, Properties } from '../model/delta.ts';
import { SAME_AS } from '../model/labels.ts';
import type { Label, RelationshipType } from '../model/labels.ts';
import { storedDelta } from '../store/stored-delta.ts';
import { damaged, readDumpFile } from './dump-lines.ts';
import { CHECKS, SCHEMA } from './staging-sql.ts';

interface NodeRow {
  readonly label: Label;
  readonly id: string;
  readonly properties: string;
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

interface FilingRow {
  readonly id: string;
  readonly line: number;
}

/** What a filing says of a node, as far as the dump tells: all that is known of it. */
function statementOf({ label, id, properties }: NodeRow): DeltaNode {
  const { name, other_names: others, ...rest } = JSON.parse(properties) as Properties;
  const names = [...(typeof name === 'string' ? [name] : []), ...(Array.isArray(others) ? (others as string[]) : [])];
  return { label, id, names, properties: rest };
}

function relationshipOf(row: RelationshipRow): GraphRelationship {
  const { id, type, from_label, from_id, to_label, to_id, properties } = row;
  return {
    id,
    type,
    from: { label: from_label, id: from_id },
    to: { label: to_label, id: to_id },
    properties: JSON.parse(properties) as Properties,
  };
}

export class StagedDump {
  private readonly file: string;
  private readonly directory: string;
  private readonly database: Database.Database;

  private constructor(file: string) {
    this.file = file;
    this.directory = mkdtempSync(join(tmpdir(), 'filigree-restore-'));
    this.database = new Database(join(this.directory, 'dump.db'));
    // It is thrown away whatever happens.
    this.database.exec('PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF;');
    this.database.exec(SCHEMA);
  }

  /** Reads the whole dump and checks it. Throws CORRUPT naming the first line that is damaged or that something is missing to. */
  static async read(file: string, chunks: AsyncIterable<string>): Promise<StagedDump> {
    const staged = new StagedDump(file);
    try {
      await staged.fill(chunks);
      staged.check();
      return staged;
    } catch (error) {
      staged.close();
      throw error;
    }
  }

  /** What each filing says, by accession number. Throws CORRUPT for one that no store would take. */
  *deltas(): Generator<GraphDelta> {
    const filings = this.database.prepare("SELECT id, line FROM node WHERE label = 'Filing' ORDER BY id");
    for (const filing of filings.all() as FilingRow[]) yield this.delta(filing);
  }

  /** The links that identity had made. */
  links(): GraphRelationship[] {
    const rows = this.database.prepare('SELECT * FROM relationship WHERE type = ? ORDER BY id').all(SAME_AS);
    return (rows as RelationshipRow[]).map(relationshipOf);
  }

  /** May be called twice. */
  close(): void {
    if (this.database.open) this.database.close();
    rmSync(this.directory, { recursive: true, force: true });
  }

  private async fill(chunks: AsyncIterable<string>): Promise<void> {
    const node = this.database.prepare('INSERT OR IGNORE INTO node (line, label, id, properties) VALUES (?, ?, ?, ?)');
    const relationship = this.database.prepare(
      'INSERT OR IGNORE INTO relationship (line, id, accession, type, from_label, from_id, to_label, to_id, properties) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)',
    );
    this.database.exec('BEGIN');
    for await (const { entity, line } of readDumpFile(this.file, chunks)) {
      const properties = canonicalJson(entity.properties);
      const accession = entity.properties['accession'] ?? null;
      const { changes } =
        entity.entity === 'node'
          ? node.run(line, entity.label, entity.id, properties)
          : relationship.run(
              line,
              entity.id,
              accession,
              entity.type,
              entity.from.label,
              entity.from.id,
              entity.to.label,
              entity.to.id,
              properties,
            );
      if (changes === 0) throw damaged(this.file, line, `${entity.entity} ${JSON.stringify(entity.id)} comes twice`);
    }
    this.database.exec('COMMIT');
  }

  private check(): void {
    for (const { sql, what } of CHECKS) {
      const found = this.database.prepare(sql).get() as { line: number; id: string } | undefined;
      if (found !== undefined) throw damaged(this.file, found.line, what(found.id));
    }
    for (const delta of this.deltas()) void delta;
  }

  private delta({ id, line }: FilingRow): GraphDelta {
    const rows = this.database.prepare('SELECT * FROM relationship WHERE accession = ?').all(id) as RelationshipRow[];
    const nodes = this.database
      .prepare(
        "SELECT label, id, properties FROM node WHERE label = 'Filing' AND id = $accession UNION " +
          'SELECT n.label, n.id, n.properties FROM relationship r JOIN node n ON n.label = r.from_label AND n.id = r.from_id WHERE r.accession = $accession UNION ' +
          'SELECT n.label, n.id, n.properties FROM relationship r JOIN node n ON n.label = r.to_label AND n.id = r.to_id WHERE r.accession = $accession',
      )
      .all({ accession: id }) as NodeRow[];
    const own = nodes.find((node) => node.label === 'Filing' && node.id === id);
    const { filed } = JSON.parse(own?.properties ?? '{}') as { filed?: unknown };
    const rank = `${typeof filed === 'string' ? filed : ''} ${id}`;
    try {
      return decodeDelta(encodeDelta(storedDelta(id, rank, nodes.map(statementOf), rows.map(relationshipOf))));
    } catch (error) {
      if (!(error instanceof FiligreeError)) throw error;
      throw damaged(this.file, line, `filing ${id}: ${error.message}`);
    }
  }
}
