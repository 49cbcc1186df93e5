// The only way for a query that a person wrote. It runs in a process of its own, which holds no secret but what opens the
// graph, and which is killed when it takes too much or when nobody waits for its answer any more.

import { spawn } from 'node:child_process';
import type { ChildProcessByStdio } from 'node:child_process';
import type { Readable, Writable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import type { QueryResult } from '../store/store.ts';
import { Turns, cancelled } from '../store/turns.ts';
import { fromWire } from '../store/wire-error.ts';
import { tooMuch } from './answer-size.ts';
import { KILL_AFTER_MS, QUERY_LIMITS } from './limits.ts';
import type { QueryLimits } from './limits.ts';
import type { Cell, DoorLine, FreeQuery, Task } from './messages.ts';

type Child = ChildProcessByStdio<Writable, Readable, null>;

function start(): Child {
  // From source (tests) the process still runs as built: Node 20 cannot load TypeScript.
  const entry = new URL(import.meta.url.endsWith('.ts') ? '../../dist/door/child.js' : './child.js', import.meta.url);
  // Nothing of the environment goes along: passwords are in it.
  return spawn(process.execPath, [fileURLToPath(entry)], { stdio: ['pipe', 'pipe', 'ignore'], env: {} });
}

async function* linesOf(stream: Readable): AsyncIterable<string> {
  stream.setEncoding('utf8');
  let rest = '';
  for await (const text of stream as AsyncIterable<string>) {
    const lines = (rest + text).split('\n');
    rest = lines.pop() ?? '';
    yield* lines;
  }
}

/** Runs free queries, a few at once. */
export class Door {
  private readonly running = new Set<Child>();
  private readonly turns: Turns;
  private readonly limits: QueryLimits;
  private closed = false;

  constructor(limits: QueryLimits = QUERY_LIMITS) {
    this.limits = limits;
    this.turns = new Turns(limits.atOnce, limits.waiting);
  }

  /**
   * The answer to a query that was found to be allowed. Throws USAGE where the database refuses it, TOO_LARGE where it takes
   * more than the limits, OVERLOADED where too many wait already, CANCELLED where `signal` aborts or the door closes.
   */
  async ask(query: FreeQuery, signal?: AbortSignal): Promise<QueryResult> {
    await this.turns.enter(signal);
    try {
      return await this.run(query, signal);
    } finally {
      this.turns.leave();
    }
  }

  /** Ends what runs, at once. May be called twice. */
  close(): void {
    this.closed = true;
    for (const child of this.running) child.kill('SIGKILL');
  }

  private async run(query: FreeQuery, signal?: AbortSignal): Promise<QueryResult> {
    const isOver = (): boolean => this.closed || signal?.aborted === true;
    if (isOver()) throw cancelled();
    const task: Task = { query, limits: this.limits };
    const child = start();
    this.running.add(child);
    const kill = (): void => {
      child.kill('SIGKILL');
    };
    const timer = setTimeout(kill, this.limits.timeMs + KILL_AFTER_MS);
    signal?.addEventListener('abort', kill, { once: true });
    const exited = new Promise<string>((resolve) => {
      child.once('error', (error) => {
        resolve(error.message);
      });
      child.once('close', (code, by) => {
        resolve(by ?? `exit code ${String(code)}`);
      });
    });
    try {
      // A process that is gone already takes no question; how it ended is told below.
      child.stdin.on('error', () => undefined);
      child.stdin.write(`${JSON.stringify(task)}\n`);
      const answer = await read(child.stdout);
      if (answer !== null) return answer;
      const how = await exited;
      throw isOver() ? cancelled() : tooMuch(`its process ended before it had answered (${how})`);
    } finally {
      kill();
      clearTimeout(timer);
      signal?.removeEventListener('abort', kill);
      this.running.delete(child);
    }
  }
}

/** Null where the lines end before the answer does. */
async function read(stream: Readable): Promise<QueryResult | null> {
  let columns: readonly string[] = [];
  const rows: (readonly Cell[])[] = [];
  for await (const text of linesOf(stream)) {
    const line = JSON.parse(text) as DoorLine;
    if ('ended' in line) {
      if (line.ended !== null) throw fromWire(line.ended);
      return { columns, rows };
    }
    if ('columns' in line) columns = line.columns;
    else rows.push(line);
  }
  return null;
}
