// The embedded graph, synchronous: what the store's thread runs. One connection writes, a second one reads snapshots.

import { randomUUID } from 'node:crypto';
import { EVIDENCE } from '../identity/evidence.ts';
import { linkChanges, resolveIdentities } from '../identity/resolve.ts';
import { canonicalJson } from '../model/canonical.ts';
import { LINKED_LABELS } from '../model/labels.ts';
import type { GraphRelationship } from '../model/delta.ts';
import type { ResolveResult, WriteRequest, WriteResult } from '../store/store.ts';
import { openConnection, openToRead, sqliteError, transaction } from './connection.ts';
import type { Connection } from './connection.ts';
import { BACKUP_ID } from './copy.ts';
import type { Access } from './messages.ts';
import { Reader } from './reader.ts';
import { fileUri, readingPlace } from './reading.ts';
import type { ReadingPlace } from './reading.ts';
import { Writer } from './writer.ts';

export class GraphFile {
  readonly reader: Reader;
  private readonly file: string;
  private readonly connection: Connection;
  private readonly writer: Writer;
  /** Where the file is read, by one who may only read it. */
  private readonly place: ReadingPlace | null;
  private readonly snapshots = new Set<Connection>();
  private closed = false;

  /** Opens or makes the file; to read, also where it may not be written. Throws LOCAL_STATE, CORRUPT or DISK_FULL. */
  constructor(file: string, access: Access) {
    this.file = file;
    this.place = this.guarded(() => (access === 'read' ? readingPlace(file) : null));
    this.connection = this.open();
    this.reader = new Reader(this.connection);
    this.writer = new Writer(this.connection, file);
  }

  write(batch: readonly WriteRequest[]): WriteResult[] {
    return this.writer.write(batch);
  }

  raiseEpoch(atLeast: number): number {
    return this.guarded(() =>
      transaction(this.connection, () => {
        const epoch = Math.max(Number(this.reader.meta('epoch')) + 1, atLeast);
        this.connection.prepare("UPDATE meta SET value = ? WHERE key = 'epoch'").run(String(epoch));
        return epoch;
      }),
    );
  }

  /** Reads the whole graph, decides, and writes the difference, all in one transaction. */
  resolve(): ResolveResult {
    return this.guarded(() =>
      transaction(this.connection, () => {
        const nodes = LINKED_LABELS.flatMap((label) => this.reader.all(label));
        const links = resolveIdentities(nodes, this.reader.evidence(EVIDENCE));
        return this.linked(links);
      }),
    );
  }

  /** Makes `links` the links of the graph; writes only the difference. */
  putLinks(links: readonly GraphRelationship[]): ResolveResult {
    return this.guarded(() => transaction(this.connection, () => this.linked(links)));
  }

  /** See `GraphStore.joinQueue`. */
  joinQueue(backupId: string | null): boolean {
    return this.guarded(() =>
      transaction(this.connection, () => {
        const held = this.reader.meta(BACKUP_ID);
        if (held === '') return false;
        this.connection.prepare('DELETE FROM meta WHERE key = ?').run(BACKUP_ID);
        if (held === backupId) return false;
        this.connection.prepare("UPDATE meta SET value = ? WHERE key = 'graph_id'").run(randomUUID());
        return true;
      }),
    );
  }

  private linked(links: readonly GraphRelationship[]): ResolveResult {
    const { added, removed } = linkChanges(this.reader.ofType('SAME_AS'), links);
    const remove = this.connection.prepare('DELETE FROM relationship WHERE id = ?');
    const insert = this.connection.prepare(
      'INSERT INTO relationship (id, type, accession, from_label, from_id, to_label, to_id, properties) VALUES (?, ?, NULL, ?, ?, ?, ?, ?)',
    );
    for (const id of removed) remove.run(id);
    for (const { id, type, from, to, properties } of added)
      insert.run(id, type, from.label, from.id, to.label, to.id, canonicalJson(properties));
    return { added: added.length, removed: removed.length, links: links.length };
  }

  clear(): void {
    this.guarded(() => {
      transaction(this.connection, () => {
        this.connection.exec('DELETE FROM relationship; DELETE FROM statement; DELETE FROM node; DELETE FROM fence;');
        this.connection.prepare("UPDATE meta SET value = ? WHERE key = 'graph_id'").run(randomUUID());
      });
    });
  }

  /** What another connection that only reads opens. */
  readingUri(): string {
    return this.place?.uri ?? fileUri(this.file, 'mode=ro');
  }

  /** The dump of one moment, whatever is written while its lines are taken. */
  *dump(): Generator<string> {
    const connection = this.snapshot();
    try {
      yield* new Reader(connection).lines();
    } finally {
      this.release(connection);
    }
  }

  /** Throws LOCAL_STATE where what was read last may be wrong. */
  check(): void {
    this.place?.check();
  }

  /** May be called twice. */
  close(): void {
    if (this.closed) return;
    this.closed = true;
    for (const connection of [...this.snapshots]) this.release(connection);
    this.connection.close();
    this.place?.release();
  }

  private open(): Connection {
    return this.place === null ? openConnection(this.file) : openToRead(this.file, this.place.uri);
  }

  private snapshot(): Connection {
    const connection = this.open();
    connection.exec('PRAGMA query_only = 1; BEGIN');
    this.snapshots.add(connection);
    return connection;
  }

  private release(connection: Connection): void {
    if (!this.snapshots.delete(connection)) return;
    if (connection.inTransaction) connection.exec('ROLLBACK');
    connection.close();
  }

  private guarded<T>(act: () => T): T {
    try {
      return act();
    } catch (cause) {
      throw sqliteError(this.file, cause);
    }
  }
}
