// The process of a query holds no secret but what opens the graph, and is killed when it takes too much or when nobody waits for
// its answer any more.

import { spawn } from 'node:child_process';
import type { ChildProcessByStdio } from 'node:child_process';
import type { Readable, Writable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import type { QueryResult } from '../store/store.ts';
import { Turns, cancelled } from '../store/turns.ts';
import { fromWire } from '../store/wire-error.ts';
import { tooMuch } from './answer-size.ts';
import { KILL_AFTER_MS } from './limits.ts';
import type { QueryLimits } from './limits.ts';
import type { Cell, DoorLine, FreeQuery, Task } from './messages.ts';

type Child = ChildProcessByStdio<Writable, Readable, null>;

function start(): Child {
  const entry = new URL('./child.js', import.meta.url);
  // Nothing of the environment goes along: passwords are in it. A session of its own has its own share of processor time.
  return spawn(process.execPath, [fileURLToPath(entry)], {
    stdio: ['pipe', 'pipe', 'ignore'],
    env: {},
    detached: true,
  });
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

/** Runs free queries, each in a process of its own, a few at once. */
export class QueryProcesses {
  private readonly turns: Turns;
  private readonly limits: QueryLimits;

  constructor(limits: QueryLimits) {
    this.limits = limits;
    this.turns = new Turns(limits.atOnce, limits.waiting);
  }

  /**
   * The answer to a query that was found to be allowed. Throws USAGE where the database refuses it, TOO_LARGE where it takes
   * more than the limits, OVERLOADED where too many wait already, CANCELLED where `signal` aborts.
   */
  async ask(query: FreeQuery, signal?: AbortSignal): Promise<QueryResult> {
    await this.turns.enter(signal);
    try {
      return await this.run(query, signal);
    } finally {
      this.turns.leave();
    }
  }

  private async run(query: FreeQuery, signal?: AbortSignal): Promise<QueryResult> {
    const task: Task = { query, limits: this.limits };
    const child = start();
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
      throw signal?.aborted === true ? cancelled() : tooMuch(`its process ended before it had answered (${how})`);
    } finally {
      kill();
      clearTimeout(timer);
      signal?.removeEventListener('abort', kill);
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
