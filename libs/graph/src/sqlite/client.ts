import { resolve } from 'node:path';
import type { ResourceLimits } from 'node:worker_threads';
import { FiligreeError } from '@filigree/base';
import type { GraphNode, GraphRelationship } from '../model/delta.ts';
import type {
  ClearResult,
  GraphStats,
  GraphStore,
  QueryResult,
  ResolveResult,
  StoredDelta,
  WriteRequest,
  WriteResult,
} from '../store/store.ts';
import { Batcher } from '../store/batcher.ts';
import { CallThread } from '../store/call-thread.ts';
import { cancelled, Turns } from '../store/turns.ts';
import type { Question } from '../questions/answer.ts';
import { ANSWER_LIMITS } from '../questions/limits.ts';
import { Door } from '../door/door.ts';
import { checkSql } from '../door/sql/check.ts';
import { resultsFromWire } from './messages.ts';
import type { Access, Method, WireWriteResult } from './messages.ts';
import { sqliteError } from './connection.ts';

/** More waiting filings than this wait for the next transaction. */
const MAX_FILINGS_A_TRANSACTION = 256;

/** A thread that has the graph file open. */
function threadOf(file: string, access: Access, resourceLimits: ResourceLimits = {}): CallThread<Method> {
  return new CallThread({
    entry: 'sqlite/thread.js',
    data: { file, access },
    resourceLimits,
    failed: (error) => {
      if ((error as { code?: unknown }).code !== 'ERR_WORKER_OUT_OF_MEMORY') return sqliteError(file, error);
      return new FiligreeError('TOO_LARGE', `graph ${file}: what was asked took more memory than it may`, {
        remedy: 'ask for less at once',
      });
    },
    closed: () => new FiligreeError('WRONG_STATE', `graph ${file}: it is closed`, { remedy: 'open it again' }),
  });
}

/**
 * The embedded graph in `file`. One thread writes; another one reads and works out answers, so that no question is in the way of
 * a write; free queries go through the door. None of them ever stalls the caller's event loop.
 */
class SqliteStore implements GraphStore {
  readonly kind = 'sqlite';
  private readonly file: string;
  private readonly writing: CallThread<Method>;
  private readonly reading: CallThread<Method>;
  private readonly door = new Door();
  private readonly turns = new Turns(ANSWER_LIMITS.atOnce, ANSWER_LIMITS.waiting);
  private readonly batcher = new Batcher(async (batch) => {
    return resultsFromWire(await this.writing.call<WireWriteResult[]>('write', [batch]));
  }, MAX_FILINGS_A_TRANSACTION);
  private closing: Promise<void> | null = null;

  constructor(file: string, access: Access) {
    this.file = resolve(file);
    this.writing = threadOf(this.file, access);
    this.reading = threadOf(this.file, access, { maxOldGenerationSizeMb: ANSWER_LIMITS.heapBytes / (1024 * 1024) });
  }

  graphId(): Promise<string> {
    return this.reading.call('meta', ['graph_id']);
  }

  async epoch(): Promise<number> {
    return Number(await this.reading.call<string>('meta', ['epoch']));
  }

  raiseEpoch(atLeast: number): Promise<number> {
    return this.writing.call('raiseEpoch', [atLeast]);
  }

  /** Everything that waits goes in one transaction; while it runs, more gathers. */
  write(batch: readonly WriteRequest[]): Promise<WriteResult[]> {
    return this.batcher.write(batch);
  }

  async *dump(): AsyncIterable<string> {
    const id = await this.reading.call<number>('dumpOpen', []);
    try {
      for (;;) {
        const lines = await this.reading.call<string[]>('dumpNext', [id]);
        if (lines.length === 0) return;
        yield* lines;
      }
    } finally {
      if (this.closing === null) await this.reading.call('dumpClose', [id]);
    }
  }

  async *deltas(): AsyncIterable<StoredDelta> {
    for (let after = ''; ;) {
      const page = await this.reading.call<StoredDelta[]>('deltas', [after]);
      if (page.length === 0) return;
      yield* page;
      after = page.at(-1)?.delta.accession ?? '';
    }
  }

  tables(): Promise<QueryResult> {
    return this.reading.call('tables', []);
  }

  stats(): Promise<GraphStats> {
    return this.reading.call('stats', []);
  }

  resolve(): Promise<ResolveResult> {
    return this.writing.call('resolve', []);
  }

  putLinks(links: readonly GraphRelationship[]): Promise<ResolveResult> {
    return this.writing.call('putLinks', [links]);
  }

  joinQueue(backupId: string | null): Promise<boolean> {
    return this.writing.call('joinQueue', [backupId]);
  }

  async clear(): Promise<ClearResult> {
    await this.writing.call('clear', []);
    return { foreignNodes: 0, heldNodes: 0, heldBy: [] };
  }

  async query(text: string, signal?: AbortSignal): Promise<QueryResult> {
    const statement = checkSql(text);
    const uri = await this.reading.call<string>('readingUri', []);
    return this.door.ask({ kind: 'sqlite', uri, text, statement }, signal);
  }

  nodes(...args: Parameters<GraphStore['nodes']>): Promise<GraphNode[]> {
    return this.reading.call('nodes', args);
  }

  touching(...args: Parameters<GraphStore['touching']>): Promise<GraphRelationship[]> {
    return this.reading.call('touching', args);
  }

  stated(...args: Parameters<GraphStore['stated']>): Promise<GraphRelationship[]> {
    return this.reading.call('stated', args);
  }

  named(...args: Parameters<GraphStore['named']>): Promise<GraphNode[]> {
    return this.reading.call('named', args);
  }

  filings(...args: Parameters<GraphStore['filings']>): Promise<GraphNode[]> {
    return this.reading.call('filings', args);
  }

  events(...args: Parameters<GraphStore['events']>): Promise<GraphNode[]> {
    return this.reading.call('events', args);
  }

  async answer(question: Question, signal?: AbortSignal): Promise<readonly string[]> {
    await this.turns.enter(signal);
    try {
      const lines = await this.reading.call<string[]>('answer', [question], signal);
      // The thread may have answered before it heard that nobody waits any more.
      if (signal?.aborted === true) throw cancelled();
      return lines;
    } finally {
      this.turns.leave();
    }
  }

  close(): Promise<void> {
    this.closing ??= this.shut();
    return this.closing;
  }

  private async shut(): Promise<void> {
    await this.door.close();
    // Whatever becomes of the reads, the writes are finished.
    try {
      await this.reading.abandon('close');
    } finally {
      await this.batcher.idle();
      await this.writing.close('close');
    }
  }
}

/**
 * Opens the embedded graph, making the file if there is none. Throws LOCAL_STATE where it cannot be opened, CORRUPT where it is no graph.
 * One process writes at a time; others may read. With `read` nothing is made or changed, and the right to read is enough.
 */
export async function openSqliteStore(file: string, access: Access = 'write'): Promise<GraphStore> {
  const store = new SqliteStore(file, access);
  try {
    await store.graphId();
    return store;
  } catch (error) {
    await store.close();
    throw error;
  }
}
