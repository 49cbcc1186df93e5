import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Bench, REPOSITORY } from '@filigree/testing';
import { coordinatorProgram } from '../../src/program.ts';

const COMMAND = /^(?:[A-Z0-9_]+=\S+ )*(?:coordinator|worker|tui)\b/;

/** A command line taken apart as a shell does it: quotes, variables before it; what follows `|`, `>` or `#` is left out. */
export interface CommandLine {
  readonly env: Readonly<Record<string, string>>;
  readonly words: readonly string[];
}

export function takeApart(line: string): CommandLine {
  const words: string[] = [];
  for (const [word] of line.matchAll(/(?:"[^"]*"|[^\s"])+/g)) {
    if (['|', '>', '#'].includes(word)) break;
    words.push(word.replaceAll('"', ''));
  }
  const env: Record<string, string> = {};
  while (/^[A-Z0-9_]+=/.test(words[0] ?? '')) {
    const [name = '', value = ''] = words.shift()!.split('=', 2);
    env[name] = value;
  }
  return { env, words };
}

/** Every command line of a page: in its blocks and in its sentences, without `npx`. */
export async function commandsOf(page: string): Promise<string[]> {
  const text = await readFile(join(REPOSITORY, page), 'utf8');
  const found = [...text.matchAll(/^((?:npx|npm) .+)$/gm), ...text.matchAll(/`((?:npx|npm) [^`]+)`/g)];
  return [...new Set(found.map(([, line = '']) => line.replace(/^npx /, '').trim()))];
}

/** The examples of the coordinator's table of commands, and those that the help of the other two programs shows. */
export async function helpExamples(bench: Bench): Promise<string[]> {
  const shown = await Promise.all([
    bench.run('worker', ['connect', '--help']),
    bench.run('worker', ['extract', '--help']),
    bench.run('worker', ['doctor', '--help']),
    bench.run('tui', ['--help']),
  ]);
  const others = shown.flatMap(({ stdout }) =>
    (stdout.split('Examples:\n')[1] ?? '')
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => COMMAND.test(line)),
  );
  const { commands } = await coordinatorProgram([]);
  return [...commands.flatMap((command) => command.examples), ...others];
}

/** Why a documented command is not run here. */
const NOT_RUN: readonly (readonly [RegExp, string])[] = [
  [/^npm (ci|test|run)/, 'installs, or runs this very test; .ci/run does it'],
  [/neo4j|graph push/i, 'needs a Neo4j, which the conformance tests of the graph use'],
  [/^coordinator download/, 'asks the SEC; the tests of downloading ask a scripted one'],
  [/^coordinator graph restore/, 'reads a dump into a graph; the tests of restoring make both'],
  [/^npm start/, 'is coordinator load-graph, which is run as its own example; .ci/run does it'],
];

export function reasonNotToRun(line: string): string | null {
  return NOT_RUN.find(([pattern]) => pattern.test(line))?.[1] ?? null;
}

/** What stands for what here; `ADDRESS` and `RUN` are put in when they are known. */
const STANDS_FOR: readonly (readonly [RegExp, string])[] = [
  [/--listen \S+/, '--listen 127.0.0.1:0'],
  [
    /--tls-cert \S+ --tls-key \S+ --tls-ca \S+/,
    '--tls-cert certs/coordinator.crt --tls-key certs/coordinator.key --tls-ca certs/ca.crt',
  ],
  [/--coordinator \S+/, '--coordinator ADDRESS'],
  [/ --read-only --tls-ca \S+ --token-file \S+/, ' --read-only'],
  [/^coordinator certs certs --host/, 'coordinator certs certs-for-hosts --host'],
  [/^coordinator backup DIR/, 'coordinator backup backups/another'],
  [/--run \S+/, '--run RUN'],
  [/samples\/2010\/\*\.txt|\bFILE\b/, 'filings/one.txt'],
  [/"NAME OR CIK"|"Acergy S\.A\."|\b1087711\b/, '9900101'],
  [/"Ana Botín"/, '"Eskil Raundal"'],
  [/0000950103-10-001750/, '0009999101-10-000029'],
  [/(retry|cancel|job) ID/, '$1 1'],
  [/drain WORKER/, 'drain reader-2'],
  [/--graph sqlite:\S+/, '--graph sqlite:.filigree/graph.db'],
  [/\bDIR\b/, 'filings'],
];

export function adapt(line: string): string {
  return STANDS_FOR.reduce((text, [pattern, here]) => text.replace(pattern, here), line);
}

/** Commands that run until they are told to stop, and what they print when they are ready. */
const LASTING: readonly (readonly [RegExp, RegExp])[] = [
  [/^coordinator serve/, /serving on/],
  [/^worker connect/, /connected to/],
  [/^tui(?!.*--once)/, /\S/],
];

export function readyWhen(line: string): RegExp | null {
  return LASTING.find(([pattern]) => pattern.test(line))?.[1] ?? null;
}

export const PHASES = ['queued', 'worked', 'cleaned', 'stopped'] as const;
export type Phase = (typeof PHASES)[number];

const PHASE_OF: readonly (readonly [RegExp, Phase])[] = [
  [/^coordinator (cancel|retry|pause|resume)/, 'queued'],
  [/^coordinator (drain|clear)/, 'cleaned'],
  [/^coordinator (serve|load-graph(?!.*--distributed)|salvage|graph (clear|resolve|setup))/, 'stopped'],
];

// What is cancelled can be put back, and what is paused must go on.
const ORDER = ['cancel', 'retry', 'pause', 'resume'];

/** Whatever order pages and tables have, one in which each command finds what it is about. */
export function inOrder(lines: readonly string[]): string[] {
  const place = (line: string): number => ORDER.indexOf(line.split(' ')[1] ?? '');
  return [...lines].sort((a, b) => place(a) - place(b));
}

/** When a command can be run: while jobs wait, when they are done, at the end, or without a coordinator. */
export function phaseOf(line: string): Phase {
  return PHASE_OF.find(([pattern]) => pattern.test(line))?.[1] ?? 'worked';
}
