// Entry of the door's thread: starts the processes of queries and reads their answers.

import { constants, setPriority } from 'node:os';
import { parentPort, workerData } from 'node:worker_threads';
import type { Request, Response } from '../store/call-thread.ts';
import { toWire } from '../store/wire-error.ts';
import type { QueryLimits } from './limits.ts';
import type { FreeQuery } from './messages.ts';
import { QueryProcesses } from './processes.ts';

const port = parentPort;
if (port === null) throw new Error("the door's thread was started as a program");

// Linux gives each thread a priority, which what it starts takes over: nothing else may wait longer because of a query.
if (process.platform === 'linux') setPriority(constants.priority.PRIORITY_BELOW_NORMAL);

const processes = new QueryProcesses(workerData as QueryLimits);
const asked = new Map<number, AbortController>();

async function ask(id: number, query: FreeQuery): Promise<Response> {
  const controller = new AbortController();
  asked.set(id, controller);
  try {
    return { id, value: await processes.ask(query, controller.signal) };
  } catch (error) {
    return { id, error: toWire(error) };
  } finally {
    asked.delete(id);
  }
}

port.on('message', (request: Request<'ask'>) => {
  if ('cancel' in request) {
    asked.get(request.id)?.abort();
    return;
  }
  void ask(request.id, request.args[0] as FreeQuery).then((response) => {
    port.postMessage(response);
  });
});
