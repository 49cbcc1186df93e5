// The questions of AskGraph: the same code answers commands that open the graph themselves and clients of a coordinator.

import { FiligreeError } from '@filigree/base';
import type { GraphStore, Question } from '@filigree/graph';

type Emit = (line: string) => Promise<void>;
type Arguments = Readonly<Record<string, string>>;

function put(emit: Emit, value: unknown): Promise<void> {
  return emit(JSON.stringify(value));
}

/** Text arguments; anything else is refused. */
function textArguments(args: unknown): Arguments {
  if (typeof args !== 'object' || args === null || Array.isArray(args)) {
    throw new FiligreeError('USAGE', `arguments of a question are ${JSON.stringify(args)}, expected a JSON object`);
  }
  const entries = Object.entries(args).filter(([, value]) => value !== undefined && value !== null);
  for (const [key, value] of entries) {
    if (typeof value !== 'string')
      throw new FiligreeError('USAGE', `argument ${key} is ${JSON.stringify(value)}, expected text`);
  }
  return Object.fromEntries(entries) as Arguments;
}

function required(args: Arguments, key: string): string {
  const value = args[key];
  if (value === undefined || value.trim() === '') {
    throw new FiligreeError('USAGE', `argument ${key} is missing`, { remedy: `say which ${key}` });
  }
  return value.trim();
}

/** Some of the arguments, absent ones left out. */
function some<K extends string>(args: Arguments, ...keys: readonly K[]): Partial<Record<K, string>> {
  const given: Partial<Record<K, string>> = {};
  for (const key of keys) if (args[key] !== undefined) given[key] = args[key];
  return given;
}

async function putAnswer(store: GraphStore, question: Question, emit: Emit, signal: AbortSignal): Promise<void> {
  for (const line of await store.answer(question, signal)) await emit(line);
}

const QUESTIONS = {
  company: (store: GraphStore, args: Arguments, emit: Emit, signal: AbortSignal) =>
    putAnswer(store, { name: 'company', of: required(args, 'name'), ...some(args, 'at') }, emit, signal),
  person: (store: GraphStore, args: Arguments, emit: Emit, signal: AbortSignal) =>
    putAnswer(store, { name: 'person', of: required(args, 'name'), ...some(args, 'at') }, emit, signal),
  filing: (store: GraphStore, args: Arguments, emit: Emit, signal: AbortSignal) =>
    putAnswer(store, { name: 'filing', of: required(args, 'accession') }, emit, signal),
  events: (store: GraphStore, args: Arguments, emit: Emit, signal: AbortSignal) =>
    putAnswer(store, { name: 'events', filter: some(args, 'type', 'from', 'to', 'company') }, emit, signal),
  stats: async (store: GraphStore, _args: Arguments, emit: Emit) => {
    await put(emit, { kind: store.kind, ...(await store.stats()) });
  },
  resolve: async (store: GraphStore, _args: Arguments, emit: Emit) => {
    await put(emit, await store.resolve());
  },
  query: async (store: GraphStore, args: Arguments, emit: Emit, signal: AbortSignal) => {
    const text = args['text'] ?? '';
    const { columns, rows } = text.trim() === '' ? await store.tables() : await store.query(text, signal);
    await put(emit, { columns });
    for (const row of rows) await put(emit, row);
  },
} as const;

/** What can be asked. What changes a graph beyond its links is no question. */
export type QuestionName = keyof typeof QUESTIONS;

/** Answers the questions of AskGraph about a store: each line is a JSON object. Rejects with USAGE for an unknown question. */
export function answerQuestion(
  store: GraphStore,
): (question: string, args: unknown, emit: Emit, signal: AbortSignal) => Promise<void> {
  return async (question, args, emit, signal) => {
    if (!Object.hasOwn(QUESTIONS, question)) {
      throw new FiligreeError(
        'USAGE',
        `question ${JSON.stringify(question)} is not one of ${Object.keys(QUESTIONS).join(', ')}`,
        {
          remedy: 'use the coordinator graph commands',
        },
      );
    }
    await QUESTIONS[question as QuestionName](store, textArguments(args), emit, signal);
  };
}
