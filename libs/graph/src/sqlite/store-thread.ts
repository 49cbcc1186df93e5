import { Worker } from 'node:worker_threads';
import type { ResourceLimits } from 'node:worker_threads';
import { FiligreeError } from '@filigree/base';
import { fromWire } from '../store/wire-error.ts';
import { sqliteError } from './connection.ts';
import type { Access, Method, Request, Response } from './messages.ts';

interface Waiting {
  readonly resolve: (value: never) => void;
  readonly reject: (error: unknown) => void;
}

/** One thread that has the graph file open, from the first call on. A thread that failed is followed by a new one with the next call. */
export class StoreThread {
  private readonly file: string;
  private readonly access: Access;
  private readonly resourceLimits: ResourceLimits;
  private readonly waiting = new Map<number, Waiting>();
  private worker: Worker | null = null;
  private nextId = 1;
  private closed = false;

  constructor(file: string, access: Access, resourceLimits: ResourceLimits = {}) {
    this.file = file;
    this.access = access;
    this.resourceLimits = resourceLimits;
  }

  /** Runs a method there. Where `signal` aborts, the thread is told; what it makes of that is the method's. */
  call<T>(method: Method, args: readonly unknown[], signal?: AbortSignal): Promise<T> {
    if (this.closed) return Promise.reject(this.isClosed());
    const worker = (this.worker ??= this.start());
    return new Promise<T>((resolve, reject) => {
      const id = this.nextId++;
      const cancel = (): void => {
        worker.postMessage({ id, cancel: true } satisfies Request);
      };
      const done =
        <V>(tell: (value: V) => void) =>
        (value: V): void => {
          signal?.removeEventListener('abort', cancel);
          tell(value);
        };
      this.waiting.set(id, { resolve: done(resolve) as (value: never) => void, reject: done(reject) });
      worker.postMessage({ id, method, args } satisfies Request);
      signal?.addEventListener('abort', cancel, { once: true });
      if (signal?.aborted === true) cancel();
    });
  }

  /** Ends the thread when it has done what it was asked for. May be called twice. */
  async close(): Promise<void> {
    const { worker } = this;
    const closing = this.closed || worker === null ? null : this.call('close', []);
    this.closed = true;
    await closing;
    await worker?.terminate();
  }

  /** Ends the thread as soon as what it runs lets go of it. May be called twice. */
  async stop(): Promise<void> {
    const { worker } = this;
    if (worker === null || this.waiting.size === 0) return this.close();
    this.closed = true;
    this.end(worker, this.isClosed());
    await worker.terminate();
  }

  private start(): Worker {
    // From source (tests) the thread still runs as built: a worker thread cannot load TypeScript.
    const entry = new URL(
      import.meta.url.endsWith('.ts') ? '../../dist/sqlite/thread.js' : './thread.js',
      import.meta.url,
    );
    const worker = new Worker(entry, {
      workerData: { file: this.file, access: this.access },
      resourceLimits: this.resourceLimits,
    });
    worker.on('message', (response: Response) => {
      const waiting = this.waiting.get(response.id);
      this.waiting.delete(response.id);
      if ('error' in response) waiting?.reject(fromWire(response.error));
      else waiting?.resolve(response.value as never);
    });
    worker.on('error', (error) => {
      this.end(worker, this.failed(error));
    });
    worker.on('exit', () => {
      this.end(worker, this.isClosed());
    });
    return worker;
  }

  private end(worker: Worker, error: FiligreeError): void {
    if (this.worker !== worker) return;
    this.worker = null;
    for (const { reject } of this.waiting.values()) reject(error);
    this.waiting.clear();
  }

  private failed(error: Error): FiligreeError {
    if ((error as { code?: unknown }).code !== 'ERR_WORKER_OUT_OF_MEMORY') return sqliteError(this.file, error);
    return new FiligreeError('TOO_LARGE', `graph ${this.file}: what was asked took more memory than it may`, {
      remedy: 'ask for less at once',
    });
  }

  private isClosed(): FiligreeError {
    return new FiligreeError('WRONG_STATE', `graph ${this.file}: it is closed`, { remedy: 'open it again' });
  }
}
