import { Worker } from 'node:worker_threads';
import { describeError } from '@filigree/base';
import type { Task, TaskDone, TaskFailed, ThreadMessage } from './messages.ts';

/** How a task ended. `aborted`: nobody wants it any more. */
export type TaskEnd = TaskDone | TaskFailed | { readonly kind: 'aborted'; readonly token: number };

export interface PoolOptions {
  readonly size: number;
  readonly onStage: (token: number, stage: string) => void;
}

/** A few threads that process filings, one each at a time. */
export interface Pool {
  /** Resolves exactly once; never rejects. A task waits when every thread is busy. */
  run(task: Task): Promise<TaskEnd>;
  /** Ends the task at once, with its thread where it runs. Nothing happens for an unknown token. */
  abort(token: number): void;
  /** Ends all threads. May be called twice. */
  close(): Promise<void>;
}

interface Running {
  readonly task: Task;
  readonly end: (end: TaskEnd) => void;
}

interface Thread {
  readonly worker: Worker;
  running: Running | null;
}

// From source (tests) a thread still runs as built: a worker thread cannot load TypeScript.
const ENTRY = new URL(
  import.meta.url.endsWith('.ts') ? '../../dist/processing/thread.js' : './thread.js',
  import.meta.url,
);

export function makePool(options: PoolOptions): Pool {
  const threads = new Set<Thread>();
  const waiting: Running[] = [];
  let closed = false;

  const finish = (thread: Thread, end: TaskEnd): void => {
    const { running } = thread;
    thread.running = null;
    running?.end(end);
    pump();
  };

  const died = (thread: Thread, why: string): void => {
    if (!threads.delete(thread)) return;
    const token = thread.running?.task.token;
    if (token === undefined) return;
    const message = `the processing thread ended: ${why}`;
    finish(thread, { kind: 'failed', token, code: 'INTERNAL', message, detail: '' });
  };

  const grow = (): Thread => {
    const worker = new Worker(ENTRY);
    const thread: Thread = { worker, running: null };
    threads.add(thread);
    worker.on('message', (message: ThreadMessage) => {
      if (thread.running?.task.token !== message.token) return;
      if (message.kind === 'stage') options.onStage(message.token, message.stage);
      else finish(thread, message);
    });
    worker.on('error', (error) => {
      died(thread, describeError(error));
    });
    worker.on('exit', (code) => {
      died(thread, `exit code ${String(code)}`);
    });
    return thread;
  };

  const pump = (): void => {
    while (waiting.length > 0 && !closed) {
      const idle = [...threads].find((thread) => thread.running === null);
      const thread = idle ?? (threads.size < options.size ? grow() : null);
      if (thread === null) return;
      const next = waiting.shift()!;
      thread.running = next;
      const { bytes } = next.task;
      // A file that came over the network is handed over, not copied.
      const transfer =
        bytes !== null && bytes.byteLength === bytes.buffer.byteLength ? [bytes.buffer as ArrayBuffer] : [];
      thread.worker.postMessage(next.task, transfer);
    }
  };

  return {
    run: (task) =>
      new Promise((resolve) => {
        if (closed) resolve({ kind: 'aborted', token: task.token });
        else waiting.push({ task, end: resolve });
        pump();
      }),
    abort(token) {
      const index = waiting.findIndex(({ task }) => task.token === token);
      if (index !== -1) waiting.splice(index, 1)[0]!.end({ kind: 'aborted', token });
      const thread = [...threads].find(({ running }) => running?.task.token === token);
      if (thread === undefined) return;
      // A thread deep in a filing hears nothing: it is ended, and the next task gets a new one.
      threads.delete(thread);
      void thread.worker.terminate();
      finish(thread, { kind: 'aborted', token });
    },
    async close() {
      closed = true;
      for (const { task, end } of waiting.splice(0)) end({ kind: 'aborted', token: task.token });
      const ending = [...threads];
      threads.clear();
      for (const thread of ending)
        if (thread.running !== null) finish(thread, { kind: 'aborted', token: thread.running.task.token });
      await Promise.all(ending.map(({ worker }) => worker.terminate()));
    },
  };
}
