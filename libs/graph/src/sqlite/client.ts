import { resolve } from 'node:path';
import { Worker } from 'node:worker_threads';
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
import { fromWire } from '../store/wire-error.ts';
import { Door } from '../door/door.ts';
import { checkSql } from '../door/sql/check.ts';
import { sqliteError } from './connection.ts';
import { resultsFromWire } from './messages.ts';
import type { Access, Method, Request, Response, WireWriteResult } from './messages.ts';

/** More waiting filings than this wait for the next transaction. */
const MAX_FILINGS_A_TRANSACTION = 256;

interface Waiting {
  readonly resolve: (value: never) => void;
  readonly reject: (error: unknown) => void;
}

/** The embedded graph in `file`, in a thread of its own: no write ever stalls the caller's event loop. */
class SqliteStore implements GraphStore {
  readonly kind = 'sqlite';
  private readonly file: string;
  private readonly worker: Worker;
  private readonly door = new Door();
  private uri: Promise<string> | null = null;
  private readonly waiting = new Map<number, Waiting>();
  private readonly batcher = new Batcher(async (batch) => {
    return resultsFromWire(await this.call<WireWriteResult[]>('write', batch));
  }, MAX_FILINGS_A_TRANSACTION);
  private nextId = 1;
  private ended: FiligreeError | null = null;
  private closing: Promise<void> | null = null;

  constructor(file: string, access: Access) {
    this.file = resolve(file);
    // From source (tests) the thread still runs as built: a worker thread cannot load TypeScript.
    const entry = new URL(
      import.meta.url.endsWith('.ts') ? '../../dist/sqlite/thread.js' : './thread.js',
      import.meta.url,
    );
    this.worker = new Worker(entry, { workerData: { file: this.file, access } });
    this.worker.on('message', (response: Response) => {
      this.settle(response);
    });
    this.worker.on('error', (error) => {
      this.end(sqliteError(this.file, error));
    });
    this.worker.on('exit', () => {
      this.end(new FiligreeError('WRONG_STATE', `graph ${this.file}: it is closed`, { remedy: 'open it again' }));
    });
  }

  graphId(): Promise<string> {
    return this.call('meta', 'graph_id');
  }

  async epoch(): Promise<number> {
    return Number(await this.call<string>('meta', 'epoch'));
  }

  raiseEpoch(atLeast: number): Promise<number> {
    return this.call('raiseEpoch', atLeast);
  }

  /** Everything that waits goes in one transaction; while it runs, more gathers. */
  write(batch: readonly WriteRequest[]): Promise<WriteResult[]> {
    return this.batcher.write(batch);
  }

  async *dump(): AsyncIterable<string> {
    const id = await this.call<number>('dumpOpen');
    try {
      for (;;) {
        const lines = await this.call<string[]>('dumpNext', id);
        if (lines.length === 0) return;
        yield* lines;
      }
    } finally {
      if (this.ended === null) await this.call('dumpClose', id);
    }
  }

  async *deltas(): AsyncIterable<StoredDelta> {
    for (let after = ''; ;) {
      const page = await this.call<StoredDelta[]>('deltas', after);
      if (page.length === 0) return;
      yield* page;
      after = page.at(-1)?.delta.accession ?? '';
    }
  }

  tables(): Promise<QueryResult> {
    return this.call('tables');
  }

  stats(): Promise<GraphStats> {
    return this.call('stats');
  }

  resolve(): Promise<ResolveResult> {
    return this.call('resolve');
  }

  async clear(): Promise<ClearResult> {
    await this.call('clear');
    return { foreignNodes: 0, heldNodes: 0, heldBy: [] };
  }

  async query(text: string, signal?: AbortSignal): Promise<QueryResult> {
    const statement = checkSql(text);
    // Asked once: a query waits for no write.
    this.uri ??= this.call<string>('readingUri');
    return this.door.ask({ kind: 'sqlite', uri: await this.uri, text, statement }, signal);
  }

  nodes(...args: Parameters<GraphStore['nodes']>): Promise<GraphNode[]> {
    return this.call('nodes', ...args);
  }

  touching(...args: Parameters<GraphStore['touching']>): Promise<GraphRelationship[]> {
    return this.call('touching', ...args);
  }

  stated(...args: Parameters<GraphStore['stated']>): Promise<GraphRelationship[]> {
    return this.call('stated', ...args);
  }

  named(...args: Parameters<GraphStore['named']>): Promise<GraphNode[]> {
    return this.call('named', ...args);
  }

  filings(...args: Parameters<GraphStore['filings']>): Promise<GraphNode[]> {
    return this.call('filings', ...args);
  }

  events(...args: Parameters<GraphStore['events']>): Promise<GraphNode[]> {
    return this.call('events', ...args);
  }

  close(): Promise<void> {
    this.closing ??= this.shut();
    return this.closing;
  }

  private async shut(): Promise<void> {
    const exited = new Promise<void>((resolve) => {
      if (this.ended !== null) resolve();
      else
        this.worker.once('exit', () => {
          resolve();
        });
    });
    this.door.close();
    await this.batcher.idle();
    if (this.ended === null) await this.call('close');
    await exited;
  }

  private call<T>(method: Method, ...args: readonly unknown[]): Promise<T> {
    if (this.ended !== null) return Promise.reject(this.ended);
    return new Promise<T>((resolve, reject) => {
      const request: Request = { id: this.nextId++, method, args };
      this.waiting.set(request.id, { resolve: resolve as (value: never) => void, reject });
      this.worker.postMessage(request);
    });
  }

  private settle(response: Response): void {
    const waiting = this.waiting.get(response.id);
    this.waiting.delete(response.id);
    if ('error' in response) waiting?.reject(fromWire(response.error));
    else waiting?.resolve(response.value as never);
  }

  private end(error: FiligreeError): void {
    this.ended ??= error;
    for (const { reject } of this.waiting.values()) reject(this.ended);
    this.waiting.clear();
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
