// Entry of the store's thread: owns the graph file, answers one request after the other.

import { parentPort, workerData } from 'node:worker_threads';
import { FiligreeError } from '@filigree/base';
import { answerLines, makeMayGoOn } from '../questions/answer.ts';
import type { Question } from '../questions/answer.ts';
import { cancelled } from '../store/turns.ts';
import { asyncReader } from './reader.ts';
import type { GraphRelationship, NodeKey } from '../model/delta.ts';
import type { Label } from '../model/labels.ts';
import type { EventFilter, WriteRequest } from '../store/store.ts';
import { GraphFile } from './graph-file.ts';
import { toWire } from '../store/wire-error.ts';
import { resultsToWire } from './messages.ts';
import type { Access, Method } from './messages.ts';
import type { Request, Response } from '../store/call-thread.ts';

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

/** Answers that are being worked out, by the id of their request: whether nobody waits for them any more. */
const answering = new Map<number, boolean>();

/** Other requests have their turn before each read. */
async function answer(id: number, question: Question): Promise<string[]> {
  answering.set(id, false);
  const isOver = (): boolean => answering.get(id) === true;
  const check = makeMayGoOn(() => performance.now(), isOver, cancelled);
  try {
    return await answerLines(asyncReader(graph().reader), question, async () => {
      await new Promise((resolve) => setImmediate(resolve));
      check();
    });
  } finally {
    answering.delete(id);
  }
}

const METHODS: Readonly<Record<Exclude<Method, 'answer'>, (...args: never[]) => unknown>> = {
  write: (batch: readonly WriteRequest[]) => resultsToWire(graph().write(batch)),
  raiseEpoch: (atLeast: number) => graph().raiseEpoch(atLeast),
  resolve: () => graph().resolve(),
  putLinks: (links: readonly GraphRelationship[]) => graph().putLinks(links),
  joinQueue: (backupId: string | null) => graph().joinQueue(backupId),
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
    if (dump === undefined) throw new FiligreeError('WRONG_STATE', 'the dump has ended', { remedy: 'begin a new one' });
    while (lines.length < LINES_A_CHUNK) {
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

async function run({ id, method, args }: Extract<Request<Method>, { method: Method }>): Promise<Response> {
  try {
    const value = method === 'answer' ? await answer(id, args[0] as Question) : METHODS[method](...(args as never[]));
    if (method !== 'close') opened?.check();
    return { id, value };
  } catch (error) {
    return { id, error: toWire(error) };
  }
}

port.on('message', (request: Request<Method>) => {
  if ('cancel' in request) {
    if (answering.has(request.id)) answering.set(request.id, true);
    return;
  }
  void run(request).then((response) => {
    port.postMessage(response);
    if (request.method === 'close') port.close();
  });
});
