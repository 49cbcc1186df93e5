import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import { FiligreeError, describeError } from '@filigree/base';
import type { AskModel } from '@filigree/extraction';
import { MAX_FACTS, MAX_FACT_CHARS } from '@filigree/protocol';
import type {
  AnswerMessage,
  PoolMessage,
  Task,
  TaskAsks,
  TaskDone,
  TaskFailed,
  TellingLimits,
  ThreadMessage,
} from './messages.ts';

/** How a task ended. `aborted`: nobody wants it any more. */
export type TaskEnd = TaskDone | TaskFailed | { readonly kind: 'aborted'; readonly token: number };

export interface PoolOptions {
  /** Threads: filings read at once. Those that wait for the model hold none. */
  readonly size: number;
  readonly onStage: (token: number, stage: string) => void;
  /** Answers the questions of tasks that have a model. */
  readonly ask: AskModel;
}

/** A few threads that process filings, one each at a time, and others that wait for the model. */
export interface Pool {
  /** Resolves when the first threads have warmed up or have ended; never rejects. Tasks need not wait for it. */
  readonly ready: Promise<void>;
  /** Resolves exactly once; never rejects. A task waits while every thread is busy. */
  run(task: Task): Promise<TaskEnd>;
  /** Ends the task at once: its question is taken back; a thread that works on it alone is ended. Nothing happens for an unknown token. */
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
  /** It has warmed up, or is gone. */
  readonly ready: Promise<void>;
  /** The task that it works on. */
  busy: number | null;
  /** Its tasks: that one, and those that wait for an answer. */
  readonly tasks: Map<number, Running>;
}

const TOLD: TellingLimits = { facts: MAX_FACTS, factChars: MAX_FACT_CHARS };

// From source (tests) a thread still runs as built: a worker thread cannot load TypeScript.
const ENTRY = new URL(
  import.meta.url.endsWith('.ts') ? '../../dist/processing/thread.js' : './thread.js',
  import.meta.url,
);

/**
 * Starts as many threads as there are cores, of `size` at most; the rest come when they are needed. More at once would only
 * take the cores from one another while they warm up. Throws LOCAL_STATE where a thread cannot be started.
 */
export function makePool(options: PoolOptions): Pool {
  const threads = new Set<Thread>();
  const waiting: Running[] = [];
  const questions = new Map<number, AbortController>();
  let closed = false;

  const end = (thread: Thread, token: number, how: TaskEnd): void => {
    const running = thread.tasks.get(token);
    thread.tasks.delete(token);
    if (thread.busy === token) thread.busy = null;
    questions.get(token)?.abort();
    running?.end(how);
    pump();
  };

  const died = (thread: Thread, why: string, outOfMemory = false): void => {
    if (!threads.delete(thread)) return;
    const { busy } = thread;
    for (const token of [...thread.tasks.keys()]) {
      // Another try would need as much. Those that wait in the same thread have no part in it.
      const tooLarge = outOfMemory && token === busy;
      const message = tooLarge
        ? 'the filing needs more memory than this worker has; give it more (NODE_OPTIONS=--max-old-space-size=MB) or leave it out'
        : `the processing thread ended: ${why}`;
      const code = tooLarge ? 'TOO_LARGE' : 'INTERNAL';
      end(thread, token, { kind: 'failed', token, code, message, detail: '', resource: '' });
    }
  };

  const answer = async (thread: Thread, { token, question }: TaskAsks): Promise<void> => {
    const control = new AbortController();
    questions.set(token, control);
    options.onStage(token, 'asking');
    thread.busy = null;
    pump();
    let message: AnswerMessage;
    try {
      message = { kind: 'answer', token, reply: await options.ask(question, control.signal) };
    } catch (error) {
      const code = error instanceof FiligreeError ? error.code : 'INTERNAL';
      message = { kind: 'no-answer', token, code, message: describeError(error) };
    }
    questions.delete(token);
    if (thread.tasks.has(token)) options.onStage(token, 'extracting');
    // Those behind it have moved up: however long the line, nobody in it looks stuck.
    for (const waits of questions.keys()) options.onStage(waits, 'asking');
    // A task that was given up hears of it too, so that the thread lets its filing go.
    if (threads.has(thread)) post(thread, message);
  };

  const post = (thread: Thread, message: PoolMessage, transfer: ArrayBuffer[] = []): void => {
    thread.worker.postMessage(message, transfer);
  };

  const grow = (): Thread => {
    const worker = new Worker(ENTRY, { workerData: TOLD });
    let isReady: () => void = () => undefined;
    const ready = new Promise<void>((resolve) => (isReady = resolve));
    const thread: Thread = { worker, ready, busy: null, tasks: new Map() };
    threads.add(thread);
    worker.on('message', (message: ThreadMessage) => {
      if (message.kind === 'ready') isReady();
      else if (!thread.tasks.has(message.token)) {
        // The end of a task that was given up: its thread is free again.
        if (message.kind !== 'stage' && thread.busy === message.token) thread.busy = null;
        pump();
      } else if (message.kind === 'stage') options.onStage(message.token, message.stage);
      else if (message.kind === 'asks') void answer(thread, message);
      else end(thread, message.token, message);
    });
    worker.on('error', (error) => {
      died(thread, describeError(error), (error as NodeJS.ErrnoException).code === 'ERR_WORKER_OUT_OF_MEMORY');
    });
    worker.on('exit', (code) => {
      isReady();
      died(thread, `exit code ${String(code)}`);
    });
    return thread;
  };

  const pump = (): void => {
    while (waiting.length > 0 && !closed) {
      const idle = [...threads].find((thread) => thread.busy === null);
      const thread = idle ?? (threads.size < options.size ? grow() : null);
      if (thread === null) return;
      const next = waiting.shift()!;
      const { task } = next;
      thread.busy = task.token;
      thread.tasks.set(task.token, next);
      // A file that came over the network is handed over, not copied.
      const { bytes } = task;
      const whole = bytes !== null && bytes.byteLength === bytes.buffer.byteLength;
      post(thread, { kind: 'task', task }, whole ? [bytes.buffer as ArrayBuffer] : []);
    }
  };

  const eager = Math.min(options.size, availableParallelism());
  try {
    while (threads.size < eager) grow();
  } catch (cause) {
    for (const { worker } of threads) void worker.terminate();
    throw new FiligreeError('LOCAL_STATE', `a thread cannot be started: ${describeError(cause)}`, {
      remedy: 'give a smaller --concurrency, or raise the limit of processes',
      cause,
    });
  }
  const first = [...threads];

  return {
    ready: Promise.all(first.map((thread) => thread.ready)).then(() => undefined),
    run: (task) =>
      new Promise((resolve) => {
        if (closed) resolve({ kind: 'aborted', token: task.token });
        else waiting.push({ task, end: resolve });
        pump();
      }),
    abort(token) {
      const index = waiting.findIndex(({ task }) => task.token === token);
      if (index !== -1) waiting.splice(index, 1)[0]!.end({ kind: 'aborted', token });
      const thread = [...threads].find(({ tasks }) => tasks.has(token));
      if (thread === undefined) return;
      if (thread.busy !== token) {
        end(thread, token, { kind: 'aborted', token });
        return;
      }
      const running = thread.tasks.get(token);
      thread.tasks.delete(token);
      // A thread deep in a filing hears nothing: it is ended, unless others of its filings wait for answers; then it goes on
      // and nobody looks at what it says of this one.
      if (thread.tasks.size === 0) {
        threads.delete(thread);
        void thread.worker.terminate();
      }
      running?.end({ kind: 'aborted', token });
      pump();
    },
    async close() {
      closed = true;
      for (const { task, end: ended } of waiting.splice(0)) ended({ kind: 'aborted', token: task.token });
      const ending = [...threads];
      threads.clear();
      for (const thread of ending)
        for (const token of [...thread.tasks.keys()]) end(thread, token, { kind: 'aborted', token });
      await Promise.all(ending.map(({ worker }) => worker.terminate()));
    },
  };
}
