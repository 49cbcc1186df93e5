// Every graph command asks a store it opens itself (--graph), or the coordinator that owns one (--coordinator).

import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { FiligreeError } from '@filigree/base';
import { CLIENT_FLAGS, NEO4J_FLAGS } from '@filigree/cli';
import type { FlagKey, Io, Values } from '@filigree/cli';
import type { GraphStore } from '@filigree/graph';
import { openControlClient } from '@filigree/protocol';
import { securityOf } from '../commands/client.ts';
import { openStore } from '../serve/open-store.ts';
import { answerQuestion } from './answer.ts';
import type { QuestionName } from './answer.ts';

type ClientFlag = Exclude<(typeof CLIENT_FLAGS)[number], 'coordinator'>;

/** The flags that say which graph. */
export const TARGET_FLAGS = [
  ...CLIENT_FLAGS.filter((key): key is ClientFlag => key !== 'coordinator'),
  'graphCoordinator',
  'graph',
  ...NEO4J_FLAGS,
] as const satisfies readonly FlagKey[];

export type TargetValues = Values<(typeof TARGET_FLAGS)[number]>;

/**
 * Opens the graph of --graph, uses it and closes it, whatever happens. To `read` it needs no right to write. Throws NOT_FOUND for a
 * file that is not there, unless it is to be made (`create`).
 */
export async function withStore<T>(
  values: TargetValues,
  io: Io,
  access: 'read' | 'write' | 'create',
  use: (store: GraphStore) => Promise<T>,
): Promise<T> {
  if (access !== 'create' && values.graph.kind === 'sqlite' && !existsSync(resolve(io.cwd, values.graph.file))) {
    throw new FiligreeError('NOT_FOUND', `there is no graph at ${values.graph.file}`, {
      remedy: 'make one with coordinator load-graph, or say where it is with --graph sqlite:FILE',
    });
  }
  const store = await openStore(values.graph, io.cwd, io.env, access === 'read' ? 'read' : 'write');
  try {
    return await use(store);
  } finally {
    await store.close();
  }
}

/** Asks a question, here or there; `onLine` gets each JSON line of the answer. */
export async function ask(
  values: TargetValues,
  io: Io,
  question: QuestionName,
  args: Readonly<Record<string, string | undefined>>,
  onLine: (line: string) => void | Promise<void>,
): Promise<void> {
  if (values.graphCoordinator === undefined) {
    const emit = async (line: string): Promise<void> => {
      await onLine(line);
    };
    const access = question === 'resolve' ? 'write' : 'read';
    await withStore(values, io, access, (store) =>
      answerQuestion(store)(question, args, emit, new AbortController().signal),
    );
    return;
  }
  const client = openControlClient(values.graphCoordinator, securityOf(values));
  try {
    await client.askGraph(question, args, onLine);
  } finally {
    client.close();
  }
}

/** The dump's lines, here or there. */
export async function eachDumpLine(
  values: TargetValues,
  io: Io,
  onLine: (line: string) => Promise<void>,
): Promise<void> {
  if (values.graphCoordinator !== undefined) {
    const client = openControlClient(values.graphCoordinator, securityOf(values));
    try {
      await client.dumpGraph(onLine);
    } finally {
      client.close();
    }
    return;
  }
  await withStore(values, io, 'read', async (store) => {
    for await (const line of store.dump()) await onLine(line);
  });
}

/** Throws USAGE where a command that only works on a graph opened here was sent elsewhere. */
export function onlyHere(values: TargetValues, command: string): void {
  if (values.graphCoordinator === undefined) return;
  throw new FiligreeError('USAGE', `${command} works on a graph that it opens itself, not through a coordinator`, {
    remedy: 'stop the coordinator and give --graph instead of --coordinator',
  });
}
