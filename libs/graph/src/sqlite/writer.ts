// One filing, one fenced write. The write transaction of SQLite is the lock: whoever is in it sees the newest token.

import { createHash } from 'node:crypto';
import { canonicalJson } from '../model/canonical.ts';
import { deltaText } from '../model/codec.ts';
import { keyOf } from '../model/delta.ts';
import type { GraphDelta, NodeKey, Properties } from '../model/delta.ts';
import {
  EMPTY_FOLD,
  addStatement,
  decodeFold,
  encodeFold,
  foldOf,
  foldedProperties,
  statementOf,
} from '../model/fold.ts';
import type { Fold, Statement } from '../model/fold.ts';
import { searchText } from '../model/search.ts';
import { admitted } from '../store/admit.ts';
import type { WriteRequest, WriteResult } from '../store/store.ts';
import { makeStatements, sqliteError, transaction } from './connection.ts';
import type { Connection } from './connection.ts';

interface StatementRow {
  readonly rank: string;
  readonly names: string;
  readonly properties: string;
}

/** Writes batches of filings into one graph file. */
export class Writer {
  private readonly connection: Connection;
  private readonly file: string;
  private readonly sql: ReturnType<typeof makeStatements>;

  constructor(connection: Connection, file: string) {
    this.connection = connection;
    this.file = file;
    this.sql = makeStatements(connection);
  }

  /** All filings in one transaction, each fenced by itself and failing alone. Throws only if nothing was written, for the file's sake. */
  write(batch: readonly WriteRequest[]): WriteResult[] {
    try {
      return transaction(this.connection, () => batch.map((request) => this.writeOne(request)));
    } catch (cause) {
      const error = sqliteError(this.file, cause);
      // The transaction is gone with all that was in it. What is not the file's own trouble is that of one filing.
      if (error.code !== 'INTERNAL') throw error;
      if (batch.length === 1) return [{ outcome: 'failed', error }];
    }
    return batch.flatMap((request) => this.write([request]));
  }

  private writeOne(request: WriteRequest): WriteResult {
    let delta: GraphDelta;
    try {
      delta = admitted(request);
    } catch (cause) {
      return { outcome: 'failed', error: sqliteError(this.file, cause) };
    }
    return { outcome: this.fenced(delta, request.token) };
  }

  private fenced(delta: GraphDelta, token: number): 'written' | 'stale' {
    const held = this.sql('SELECT token, digest FROM fence WHERE accession = ?').get(delta.accession) as
      { token: number; digest: string } | undefined;
    if (held !== undefined && held.token > token) return 'stale';
    if (held?.token === token) return 'written';
    const digest = createHash('sha256').update(deltaText(delta)).digest('hex');
    // The same filing with the same content: only the fence moves.
    if (held?.digest !== digest) this.replace(delta, held !== undefined);
    this.sql(
      'INSERT INTO fence (accession, token, digest) VALUES (?, ?, ?) ON CONFLICT (accession) DO UPDATE SET token = excluded.token, digest = excluded.digest',
    ).run(delta.accession, token, digest);
    return 'written';
  }

  private replace(delta: GraphDelta, again: boolean): void {
    const before = again ? this.forget(delta.accession) : [];
    const old = new Set(before.map(keyOf));
    for (const node of delta.nodes) {
      const statement = statementOf(delta, node);
      this.sql('INSERT INTO statement (accession, label, id, rank, names, properties) VALUES (?, ?, ?, ?, ?, ?)').run(
        delta.accession,
        node.label,
        node.id,
        statement.rank,
        canonicalJson(statement.names),
        canonicalJson(statement.properties),
      );
      // A node that this filing stated before is folded anew from all statements; else one more is added to what is there.
      this.put(node, old.has(keyOf(node)) ? this.foldAnew(node) : addStatement(this.foldNow(node), statement));
    }
    const now = new Set(delta.nodes.map(keyOf));
    for (const node of before) if (!now.has(keyOf(node))) this.putOrRemove(node);
    const insert = this.sql(
      'INSERT INTO relationship (id, type, accession, from_label, from_id, to_label, to_id, properties) VALUES (?, ?, ?, ?, ?, ?, ?, ?)',
    );
    for (const { id, type, from, to, properties } of delta.relationships) {
      const start = delta.nodes[from]!;
      const end = delta.nodes[to]!;
      insert.run(id, type, delta.accession, start.label, start.id, end.label, end.id, canonicalJson(properties));
    }
  }

  /** Takes away what a filing said; gives the nodes that it stated. */
  private forget(accession: string): NodeKey[] {
    const before = this.sql('SELECT label, id FROM statement WHERE accession = ?').all(accession) as NodeKey[];
    this.sql('DELETE FROM relationship WHERE accession = ?').run(accession);
    this.sql('DELETE FROM statement WHERE accession = ?').run(accession);
    return before;
  }

  private foldNow({ label, id }: NodeKey): Fold {
    const row = this.sql('SELECT fold FROM node WHERE label = ? AND id = ?').get(label, id) as
      { fold: string } | undefined;
    return row === undefined ? EMPTY_FOLD : decodeFold(row.fold);
  }

  private statements({ label, id }: NodeKey): Statement[] {
    const rows = this.sql('SELECT rank, names, properties FROM statement WHERE label = ? AND id = ?').all(
      label,
      id,
    ) as StatementRow[];
    return rows.map((row) => ({
      rank: row.rank,
      names: JSON.parse(row.names) as string[],
      properties: JSON.parse(row.properties) as Properties,
    }));
  }

  private foldAnew(node: NodeKey): Fold {
    return foldOf(this.statements(node));
  }

  private put({ label, id }: NodeKey, fold: Fold): void {
    const properties = foldedProperties(fold);
    this.sql(
      'INSERT INTO node (label, id, properties, fold, search) VALUES (?, ?, ?, ?, ?) ' +
        'ON CONFLICT (label, id) DO UPDATE SET properties = excluded.properties, fold = excluded.fold, search = excluded.search',
    ).run(label, id, canonicalJson(properties), encodeFold(fold), searchText(properties));
  }

  /** A node that nothing states any more goes, and its links with it: links are no statements. */
  private putOrRemove(node: NodeKey): void {
    const statements = this.statements(node);
    if (statements.length > 0) {
      this.put(node, foldOf(statements));
      return;
    }
    this.sql("DELETE FROM relationship WHERE type = 'SAME_AS' AND from_label = ? AND from_id = ?").run(
      node.label,
      node.id,
    );
    this.sql("DELETE FROM relationship WHERE type = 'SAME_AS' AND to_label = ? AND to_id = ?").run(node.label, node.id);
    this.sql('DELETE FROM node WHERE label = ? AND id = ?').run(node.label, node.id);
  }
}
