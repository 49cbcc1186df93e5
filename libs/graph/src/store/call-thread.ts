import { Worker } from 'node:worker_threads';
import type { ResourceLimits } from 'node:worker_threads';
import type { FiligreeError } from '@filigree/base';
import { fromWire } from './wire-error.ts';
import type { WireError } from './wire-error.ts';

/** What a thread gets: a method to run, or that nobody waits for the answer to an earlier one. */
export type Request<Method extends string> =
  | { readonly id: number; readonly method: Method; readonly args: readonly unknown[] }
  | { readonly id: number; readonly cancel: true };

/** What it gives back, once a method. */
export type Response =
  { readonly id: number; readonly value: unknown } | { readonly id: number; readonly error: WireError };

interface Waiting {
  readonly resolve: (value: never) => void;
  readonly reject: (error: unknown) => void;
}

/** How a thread is started, and what its end means to those who wait. */
export interface ThreadOptions {
  /** Its entry, from this package's `dist`. */
  readonly entry: string;
  readonly data: unknown;
  readonly resourceLimits?: ResourceLimits;
  readonly failed: (error: Error) => FiligreeError;
  readonly closed: () => FiligreeError;
}

/** One thread that runs methods by name, from the first call on. A thread that failed is followed by a new one with the next call. */
export class CallThread<Method extends string> {
  private readonly options: ThreadOptions;
  private readonly waiting = new Map<number, Waiting>();
  private worker: Worker | null = null;
  private nextId = 1;
  private isClosed = false;

  constructor(options: ThreadOptions) {
    this.options = options;
  }

  /** Runs a method there. Where `signal` aborts, the thread is told; what it makes of that is the method's. */
  call<T>(method: Method, args: readonly unknown[], signal?: AbortSignal): Promise<T> {
    if (this.isClosed) return Promise.reject(this.options.closed());
    const worker = (this.worker ??= this.start());
    return new Promise<T>((resolve, reject) => {
      const id = this.nextId++;
      const cancel = (): void => {
        worker.postMessage({ id, cancel: true } satisfies Request<Method>);
      };
      const done =
        <V>(tell: (value: V) => void) =>
        (value: V): void => {
          signal?.removeEventListener('abort', cancel);
          tell(value);
        };
      this.waiting.set(id, { resolve: done(resolve) as (value: never) => void, reject: done(reject) });
      worker.postMessage({ id, method, args } satisfies Request<Method>);
      signal?.addEventListener('abort', cancel, { once: true });
      if (signal?.aborted === true) cancel();
    });
  }

  /** Ends the thread when it has done what it was asked for; `last` is the method that ends it. May be called twice. */
  async close(last: Method): Promise<void> {
    const { worker } = this;
    const closing = this.isClosed || worker === null ? null : this.call(last, []);
    this.isClosed = true;
    await closing;
    await worker?.terminate();
  }

  /**
   * Cancels whatever the thread was asked for, then ends it by the call `last`. A thread that may be inside a native call
   * must not be stopped: ending it there can take the whole process along. May be called twice.
   */
  async abandon(last: Method): Promise<void> {
    for (const id of this.waiting.keys()) this.worker?.postMessage({ id, cancel: true } satisfies Request<Method>);
    await this.close(last);
  }

  /** Ends the thread as soon as what it runs lets go of it, for one that makes no native calls. May be called twice. */
  async stop(): Promise<void> {
    const { worker } = this;
    this.isClosed = true;
    if (worker === null) return;
    this.end(worker, this.options.closed());
    await worker.terminate();
  }

  private start(): Worker {
    const { entry, data, resourceLimits = {} } = this.options;
    // From source (tests) a thread still runs as built: a worker thread cannot load TypeScript.
    const base = new URL(import.meta.url.endsWith('.ts') ? '../../dist/' : '../', import.meta.url);
    const worker = new Worker(new URL(entry, base), { workerData: data, resourceLimits });
    worker.on('message', (response: Response) => {
      const waiting = this.waiting.get(response.id);
      this.waiting.delete(response.id);
      if ('error' in response) waiting?.reject(fromWire(response.error));
      else waiting?.resolve(response.value as never);
    });
    worker.on('error', (error) => {
      this.end(worker, this.options.failed(error));
    });
    worker.on('exit', () => {
      this.end(worker, this.options.closed());
    });
    return worker;
  }

  private end(worker: Worker, error: FiligreeError): void {
    if (this.worker !== worker) return;
    this.worker = null;
    for (const { reject } of this.waiting.values()) reject(error);
    this.waiting.clear();
  }
}
