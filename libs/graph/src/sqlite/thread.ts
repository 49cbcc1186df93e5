// Entry of the store's thread: owns the graph file, answers one request after the other.

import { parentPort, workerData } from 'node:worker_threads';
import type { NodeKey } from '../model/delta.ts';
import type { Label } from '../model/labels.ts';
import type { EventFilter, WriteRequest } from '../store/store.ts';
import { GraphFile } from './graph-file.ts';
import { toWire } from '../store/wire-error.ts';
import { resultsToWire } from './messages.ts';
import type { Access, Method, Request, Response } from './messages.ts';

const LINES_A_CHUNK = 500;

const port = parentPort;
if (port === null) throw new Error('the graph store thread was started as a program');

const { file, access } = workerData as { file: string; access: Access };
let opened: GraphFile | null = null;

// Opened by the first request, so that a file that cannot be opened is an answer and no crash of the thread.
function graph(): GraphFile {
  opened ??= new GraphFile(file, access);
  return opened;
}

const dumps = new Map<number, Generator<string>>();
let nextDump = 1;

const METHODS: Readonly<Record<Method, (...args: never[]) => unknown>> = {
  write: (batch: readonly WriteRequest[]) => resultsToWire(graph().write(batch)),
  raiseEpoch: (atLeast: number) => graph().raiseEpoch(atLeast),
  resolve: () => graph().resolve(),
  clear: () => {
    graph().clear();
  },
  readingUri: () => graph().readingUri(),
  tables: () => graph().reader.tables(),
  deltas: (after: string) => graph().reader.deltas(after),
  nodes: (keys: readonly NodeKey[]) => graph().reader.nodes(keys),
  touching: (keys: readonly NodeKey[], types: readonly string[]) => graph().reader.touching(keys, types),
  stated: (accession: string) => graph().reader.stated(accession),
  named: (label: Label, beginnings: readonly string[]) => graph().reader.named(label, beginnings),
  filings: (beginning: string, limit: number) => graph().reader.filings(beginning, limit),
  events: (filter: EventFilter) => graph().reader.events(filter),
  meta: (key: string) => graph().reader.meta(key),
  stats: () => graph().reader.stats(),
  dumpOpen: () => {
    const id = nextDump++;
    dumps.set(id, graph().dump());
    return id;
  },
  dumpNext: (id: number) => {
    const lines: string[] = [];
    const dump = dumps.get(id);
    while (dump !== undefined && lines.length < LINES_A_CHUNK) {
      const next = dump.next();
      if (next.done === true) break;
      lines.push(next.value);
    }
    return lines;
  },
  dumpClose: (id: number) => {
    dumps.get(id)?.return(undefined);
    dumps.delete(id);
  },
  close: () => {
    for (const dump of dumps.values()) dump.return(undefined);
    opened?.close();
  },
};

port.on('message', ({ id, method, args }: Request) => {
  let response: Response;
  try {
    response = { id, value: METHODS[method](...(args as never[])) };
    if (method !== 'close') opened?.check();
  } catch (error) {
    response = { id, error: toWire(error) };
  }
  port.postMessage(response);
  if (method === 'close') port.close();
});
