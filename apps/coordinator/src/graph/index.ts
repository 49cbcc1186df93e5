import { FiligreeError } from '@filigree/base';
import type { CommandSpec } from '@filigree/cli';
import type { GraphStore } from '@filigree/graph';
import { dumpCommand } from './dump.ts';

/** The `coordinator graph ...` commands. */
export const graphCommands: readonly CommandSpec[] = [dumpCommand];

/** Answers the questions of AskGraph about a store: each line is a JSON object. Rejects with USAGE for an unknown question. */
export function answerQuestion(
  store: GraphStore,
): (question: string, args: unknown, emit: (line: string) => Promise<void>, signal: AbortSignal) => Promise<void> {
  return (question) =>
    Promise.reject(
      new FiligreeError('USAGE', `question '${question}' about a ${store.kind} graph is not known`, {
        remedy: 'use the coordinator graph commands',
      }),
    );
}
