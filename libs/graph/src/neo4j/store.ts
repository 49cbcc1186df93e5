import { EVIDENCE } from '../identity/evidence.ts';
import type { Evidence } from '../identity/evidence.ts';
import { resolveIdentities } from '../identity/resolve.ts';
import type { GraphNode, GraphRelationship, NodeKey } from '../model/delta.ts';
import { LINKED_LABELS } from '../model/labels.ts';
import type { Label, RelationshipType } from '../model/labels.ts';
import type {
  ClearResult,
  EventFilter,
  GraphStats,
  GraphStore,
  QueryResult,
  ResolveResult,
  StoredDelta,
  WriteRequest,
  WriteResult,
} from '../store/store.ts';
import { checkCypher } from '../door/cypher/check.ts';
import { Door } from '../door/door.ts';
import { answerLines, makeMayGoOn } from '../questions/answer.ts';
import type { Question } from '../questions/answer.ts';
import { ANSWER_LIMITS } from '../questions/limits.ts';
import { Turns, cancelled } from '../store/turns.ts';
import { Batcher } from '../store/batcher.ts';
import { clearGraph } from './clear.ts';
import { Counter } from './counts.ts';
import { Database, whole } from './database.ts';
import { readDeltas } from './deltas.ts';
import { putLinks } from './links.ts';
import { ownRelationship } from './own.ts';
import {
  allNodes,
  readDump,
  readEvents,
  readFilings,
  readNamed,
  readNodes,
  readStated,
  readTouching,
} from './reader.ts';
import { GRAPH_LABEL, ensureSchema } from './schema.ts';
import type { Neo4jSettings } from './settings.ts';
import { EVIDENCE_COLUMNS, evidenceOf } from './values.ts';
import { Writer } from './writer.ts';

const MAX_FILINGS_A_BATCH = 64;

/** A graph in Neo4j: any number of workers write at once. */
class Neo4jStore implements GraphStore {
  readonly kind = 'neo4j';
  private readonly database: Database;
  private readonly batcher: Batcher;
  private readonly counter: Counter;
  private readonly settings: Neo4jSettings;
  private readonly door = new Door();
  private readonly turns = new Turns(ANSWER_LIMITS.atOnce, ANSWER_LIMITS.waiting);

  constructor(database: Database, settings: Neo4jSettings) {
    this.database = database;
    this.counter = new Counter(database);
    this.settings = settings;
    const writer = new Writer(database);
    this.batcher = new Batcher((batch) => writer.write(batch), MAX_FILINGS_A_BATCH);
  }

  async graphId(): Promise<string> {
    return (await this.graph()).id;
  }

  async epoch(): Promise<number> {
    return (await this.graph()).epoch;
  }

  async raiseEpoch(atLeast: number): Promise<number> {
    const [row] = await this.database.single(
      `MATCH (g:${GRAPH_LABEL} {key: 'graph'}) SET g._lock = true WITH g ` +
        'SET g.epoch = CASE WHEN g.epoch + 1 > $atLeast THEN g.epoch + 1 ELSE $atLeast END RETURN g.epoch AS epoch',
      { atLeast: whole(atLeast) },
    );
    return row?.get('epoch') as number;
  }

  /** What waits while a transaction runs shares the next one. */
  write(batch: readonly WriteRequest[]): Promise<WriteResult[]> {
    return this.batcher.write(batch);
  }

  dump(): AsyncIterable<string> {
    return readDump(this.database);
  }

  deltas(): AsyncIterable<StoredDelta> {
    return readDeltas(this.database);
  }

  async tables(): Promise<QueryResult> {
    const columns = ['name', 'properties'];
    const rows = await this.database.read(
      'CALL { CALL db.schema.nodeTypeProperties() YIELD nodeType AS name, propertyName AS property RETURN name, property ' +
        'UNION ALL CALL db.schema.relTypeProperties() YIELD relType AS name, propertyName AS property RETURN name, property } ' +
        "WITH name, property WHERE NOT name CONTAINS 'Filigree' AND NOT property STARTS WITH '_' " +
        'WITH name, property ORDER BY name, property RETURN name, collect(DISTINCT property) AS properties ORDER BY name',
    );
    return {
      columns,
      rows: rows.map((row) => [row.get('name') as string, (row.get('properties') as string[]).join(', ')]),
    };
  }

  async stats(): Promise<GraphStats> {
    const { id, epoch } = await this.graph();
    return { graphId: id, epoch, ...(await this.counter.count()) };
  }

  async resolve(): Promise<ResolveResult> {
    const nodes: GraphNode[] = [];
    for (const label of LINKED_LABELS) for await (const node of allNodes(this.database, label)) nodes.push(node);
    const evidence: Evidence[] = [];
    for (const type of EVIDENCE) for (const one of await this.evidence(type)) evidence.push(one);
    const links = resolveIdentities(nodes, evidence);
    return putLinks(this.database, links);
  }

  putLinks(links: readonly GraphRelationship[]): Promise<ResolveResult> {
    return putLinks(this.database, links);
  }

  /** The backup of a graph in Neo4j is read back by `restore`, which gives it a new id. */
  joinQueue(): Promise<boolean> {
    return Promise.resolve(false);
  }

  clear(): Promise<ClearResult> {
    // What held a node of Filigree's holds one of its own afterwards.
    return clearGraph(this.database).finally(() => {
      this.counter.forget();
    });
  }

  async query(text: string, signal?: AbortSignal): Promise<QueryResult> {
    checkCypher(text);
    // The process gets the login that it uses, and no other.
    const settings = { ...this.settings, ...this.settings.queryLogin, queryLogin: null };
    return this.door.ask({ kind: 'neo4j', settings, text }, signal);
  }

  async answer(question: Question, signal?: AbortSignal): Promise<readonly string[]> {
    await this.turns.enter(signal);
    try {
      const check = makeMayGoOn(
        () => performance.now(),
        () => signal?.aborted === true,
        cancelled,
      );
      return await answerLines(this, question, check);
    } finally {
      this.turns.leave();
    }
  }

  nodes(keys: readonly NodeKey[]): Promise<GraphNode[]> {
    return readNodes(this.database, keys);
  }

  touching(keys: readonly NodeKey[], types: readonly (RelationshipType | 'SAME_AS')[]): Promise<GraphRelationship[]> {
    return readTouching(this.database, keys, types);
  }

  stated(accession: string): Promise<GraphRelationship[]> {
    return readStated(this.database, accession);
  }

  named(label: Label, beginnings: readonly string[]): Promise<GraphNode[]> {
    return readNamed(this.database, label, beginnings);
  }

  filings(beginning: string, limit: number): Promise<GraphNode[]> {
    return readFilings(this.database, beginning, limit);
  }

  events(filter: EventFilter): Promise<GraphNode[]> {
    return readEvents(this.database, filter);
  }

  async close(): Promise<void> {
    await this.door.close();
    await this.batcher.idle();
    await this.database.close();
  }

  private async graph(): Promise<{ id: string; epoch: number }> {
    const [row] = await this.database.read(
      `MATCH (g:${GRAPH_LABEL} {key: 'graph'}) RETURN g.graph_id AS id, g.epoch AS epoch`,
    );
    return { id: (row?.get('id') as string | undefined) ?? '', epoch: (row?.get('epoch') as number | undefined) ?? 0 };
  }

  private async evidence(type: RelationshipType): Promise<Evidence[]> {
    const rows = await this.database.read(
      `MATCH ()-[r:${type}]->() WHERE ${ownRelationship('r')} RETURN ${EVIDENCE_COLUMNS}`,
    );
    return rows.map((row) => evidenceOf(type, row));
  }
}

/**
 * Opens the graph in Neo4j and brings its schema up to date, also under many processes that start together.
 * Throws UNREACHABLE, UNAUTHENTICATED, or USAGE where the database does not exist.
 */
export async function openNeo4jStore(settings: Neo4jSettings): Promise<GraphStore> {
  const database = new Database(settings);
  try {
    await ensureSchema(database);
    return new Neo4jStore(database, settings);
  } catch (error) {
    await database.close();
    throw error;
  }
}
