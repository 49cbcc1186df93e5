// What every store does, and what the questions need to read.

import type { FiligreeError } from '@filigree/base';
import type { DeltaTerms } from '../model/check-delta.ts';
import type { Question } from '../questions/answer.ts';
import type { GraphDelta, GraphNode, GraphRelationship, NodeKey } from '../model/delta.ts';
import type { Label, RelationshipType } from '../model/labels.ts';

/** A filing's delta (or its encoded bytes) and the token of the lease under which it was made. */
export interface WriteRequest {
  readonly delta: GraphDelta | Uint8Array;
  /** Higher tokens win; see "Effects once" in the protocol. */
  readonly token: number;
  /** Where the delta is another's word: what its lease allows it to say. Anything else fails the filing. */
  readonly terms?: DeltaTerms;
}

/**
 * `written`: the graph holds this delta, durably (also when this very token wrote it before). `stale`: a newer token wrote this filing; nothing changed.
 * `failed`: this filing alone could not be written; the error says why.
 */
export type WriteResult =
  | { readonly outcome: 'written' }
  | { readonly outcome: 'stale' }
  | { readonly outcome: 'failed'; readonly error: FiligreeError };

export interface GraphStats {
  readonly graphId: string;
  readonly epoch: number;
  readonly nodes: Readonly<Record<Label, number>>;
  /** By type, `SAME_AS` among them. */
  readonly relationships: Readonly<Record<RelationshipType | 'SAME_AS', number>>;
}

/** What one filing says, as it is stored, and the token that wrote it. */
export interface StoredDelta {
  readonly delta: GraphDelta;
  readonly token: number;
}

/** What `resolve` changed, and how many links there are now. */
export interface ResolveResult {
  readonly added: number;
  readonly removed: number;
  readonly links: number;
}

/** What `clear` left, because it is not Filigree's. Always nothing in SQLite. */
export interface ClearResult {
  /** Nodes of others in the same database. */
  readonly foreignNodes: number;
  /** Of these: nodes that Filigree made and that relationships of others hold; they are theirs from now on. */
  readonly heldNodes: number;
  /** The types of those relationships, sorted. */
  readonly heldBy: readonly string[];
}

/** Cells are null, text, numbers or truth values; anything else is given as JSON text. */
export interface QueryResult {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly (string | number | boolean | null)[])[];
}

/** Which events are asked for; absent means any. Dates are inclusive ISO dates, on the event's date or else its filing's. */
export interface EventFilter {
  readonly type?: string;
  readonly from?: string;
  readonly to?: string;
}

/** What the questions read. Both stores answer alike; results come in no particular order. */
export interface GraphReader {
  /** The nodes of those keys that exist. */
  nodes(keys: readonly NodeKey[]): Promise<GraphNode[]>;
  /** Relationships (links too, if asked for) that begin or end at one of the nodes. */
  touching(keys: readonly NodeKey[], types: readonly (RelationshipType | 'SAME_AS')[]): Promise<GraphRelationship[]>;
  /** Relationships that a filing states. */
  stated(accession: string): Promise<GraphRelationship[]>;
  /** Nodes one of whose names has a word that begins with one of `beginnings` (folded text). */
  named(label: Label, beginnings: readonly string[]): Promise<GraphNode[]>;
  /** Filings whose accession number begins so, at most `limit`, in order. */
  filings(beginning: string, limit: number): Promise<GraphNode[]>;
  events(filter: EventFilter): Promise<GraphNode[]>;
}

/** A graph. Every method may throw UNREACHABLE or OVERLOADED where the database is away or busy, LOCAL_STATE, DISK_FULL or CORRUPT for a file. */
export interface GraphStore extends GraphReader {
  readonly kind: 'sqlite' | 'neo4j';
  /** Made at random when the graph was made (and made anew by `clear`): jobs are known as done for one graph. */
  graphId(): Promise<string>;
  /** The highest epoch that ever served this graph; 0 for a new one. */
  epoch(): Promise<number>;
  /** Takes an epoch above the stored one, at least `atLeast`, stores it durably and gives it back. */
  raiseEpoch(atLeast: number): Promise<number>;
  /** One result a request, in order; all durable when this resolves. */
  write(batch: readonly WriteRequest[]): Promise<WriteResult[]>;
  /** The canonical dump: nodes, then relationships, one JSON line each without line end, sorted by UTF-8 bytes. */
  dump(): AsyncIterable<string>;
  stats(): Promise<GraphStats>;
  /** Identity across filings: writes only the difference between the links that are and those that should be. */
  resolve(): Promise<ResolveResult>;
  /** Makes `links` the links between nodes, as `resolve` found them once; writes only the difference. */
  putLinks(links: readonly GraphRelationship[]): Promise<ResolveResult>;
  /**
   * Before a coordinator serves: `backupId` is the backup that its queue was copied in, null for a queue that lives on. Where the
   * graph is the copy of another backup it gets a new id, so that nothing counts as done which this copy may not hold. True for that.
   */
  joinQueue(backupId: string | null): Promise<boolean>;
  /**
   * Removes everything that Filigree wrote, but not the epoch; the graph gets a new id first. Interrupted at any point, or beside
   * writers, each filing is there as a whole or not at all; running it again is safe.
   */
  clear(): Promise<ClearResult>;
  /** Every filing's delta, by accession number: what `push` moves to another store. */
  deltas(): AsyncIterable<StoredDelta>;
  /** What `query` can ask of: tables or labels, with their columns or properties. */
  tables(): Promise<QueryResult>;
  /**
   * A fixed question, an answer a line of JSON. Throws USAGE, NOT_FOUND, TOO_LARGE above `ANSWER_LIMITS`, OVERLOADED, CANCELLED where
   * `signal` aborts.
   */
  answer(question: Question, signal?: AbortSignal): Promise<readonly string[]>;
  /**
   * Reads in the store's own language, SQL or Cypher, through the door (`door/`): it can change nothing and read nothing but
   * the graph. Throws USAGE for what is not allowed, TOO_LARGE above the limits, OVERLOADED, CANCELLED where `signal` aborts.
   */
  query(text: string, signal?: AbortSignal): Promise<QueryResult>;
  /** May be called twice. */
  close(): Promise<void>;
}
