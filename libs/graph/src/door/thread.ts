// Entry of the thread that runs a free query, in the process behind the door.

import { parentPort, workerData } from 'node:worker_threads';
import { toWire } from '../store/wire-error.ts';
import { makeAnswerSize } from './answer-size.ts';
import type { Cell, Task } from './messages.ts';

const CHUNK_CHARS = 64 * 1024;

const port = parentPort;
if (port === null) throw new Error('the query thread was started as a program');

const { query, limits } = workerData as Task;
const lineOf = makeAnswerSize(limits);
let chunk = '';

function put(line: string): void {
  chunk += `${line}\n`;
  if (chunk.length < CHUNK_CHARS) return;
  port!.postMessage({ lines: chunk });
  chunk = '';
}

async function answer(): Promise<void> {
  const onColumns = (columns: readonly string[]): void => {
    put(JSON.stringify({ columns }));
  };
  const onRow = (row: readonly Cell[]): void => {
    put(lineOf(row));
  };
  // Each loads its database's driver, which takes longer than most queries.
  if (query.kind === 'sqlite') {
    const { runSql } = await import('./sql/run.ts');
    runSql(query, limits, onColumns, onRow);
  } else {
    const { runCypher } = await import('./cypher/run.ts');
    await runCypher(query, limits, onColumns, onRow);
  }
}

answer().then(
  () => {
    if (chunk !== '') port.postMessage({ lines: chunk });
    port.postMessage({ ended: null });
  },
  (error: unknown) => {
    port.postMessage({ ended: toWire(error) });
  },
);
