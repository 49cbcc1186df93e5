// The process behind the door. A thread runs the query; this one watches it and can always act, as the query never runs here.

import { writeFileSync } from 'node:fs';
import { constants, setPriority } from 'node:os';
import { Worker } from 'node:worker_threads';
import { toWire } from '../store/wire-error.ts';
import { tooMuch } from './answer-size.ts';
import type { QueryLimits } from './limits.ts';
import type { Task } from './messages.ts';

const LOOK_MS = 20;

// Whoever asked is gone, or all is told: nothing here is worth a clean end, and a thread inside the database has none.
function end(): void {
  process.kill(process.pid, 'SIGKILL');
}

let told = false;

/** Says how it ended, once, and ends when that is written. */
function tell(error: unknown): void {
  if (told) return;
  told = true;
  process.stdout.write(`${JSON.stringify({ ended: error === null ? null : toWire(error) })}\n`, end);
}

function watch(limits: QueryLimits): void {
  setTimeout(() => {
    tell(tooMuch(`it took longer than ${String(limits.timeMs / 1000)} seconds`));
  }, limits.timeMs);
  setInterval(() => {
    if (process.memoryUsage.rss() > limits.processBytes)
      tell(tooMuch(`it took more than ${String(limits.processBytes)} bytes of memory`));
  }, LOOK_MS);
}

function run(task: Task): void {
  const { limits } = task;
  const thread = new Worker(new URL('./thread.js', import.meta.url), {
    workerData: task,
    env: {},
    resourceLimits: { maxOldGenerationSizeMb: limits.heapBytes / (1024 * 1024) },
  });
  thread.on('message', (message: { readonly lines: string } | { readonly ended: unknown }) => {
    if ('lines' in message) {
      if (!told) process.stdout.write(message.lines);
    } else if (!told) {
      told = true;
      process.stdout.write(`${JSON.stringify(message)}\n`, end);
    }
  });
  thread.on('error', (error) => {
    const isMemory = (error as { code?: unknown }).code === 'ERR_WORKER_OUT_OF_MEMORY';
    tell(isMemory ? tooMuch(`it took more than ${String(limits.heapBytes)} bytes of memory`) : error);
  });
  thread.on('exit', () => {
    tell(tooMuch('its process could not go on'));
  });
}

/** Nothing that waits for an answer may wait longer because of a query. A system that does not allow it runs it as anything else. */
function stepBack(): void {
  const priority = constants.priority.PRIORITY_BELOW_NORMAL;
  try {
    setPriority(priority);
    // Linux may share processor time among sessions first, and this process has one of its own (sched(7), autogroup).
    writeFileSync('/proc/self/autogroup', String(priority));
  } catch {
    return;
  }
}

stepBack();
process.stdout.on('error', end);
let asked = '';
process.stdin.setEncoding('utf8');
process.stdin.on('data', (text: string) => {
  asked += text;
  if (!asked.endsWith('\n')) return;
  const task = JSON.parse(asked) as Task;
  watch(task.limits);
  run(task);
});
process.stdin.on('close', end);
