import { cp, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { Bench, REPOSITORY } from '@filigree/testing';
import type { ProgramName, TestProcess } from '@filigree/testing';
import {
  PHASES,
  adapt,
  commandsOf,
  helpExamples,
  inOrder,
  phaseOf,
  readyWhen,
  reasonNotToRun,
  takeApart,
} from './support/documented.ts';
import { COMMAND_MODULES } from '../src/program.ts';
import type { Phase } from './support/documented.ts';

const PATIENCE_MS = 900_000;
const MONITOR = /^tui(?!.*--once)/;
const isMonitor = (line: string): boolean => MONITOR.test(line);
// What ends with another code than 0 here, and why.
const OTHER_CODES: readonly (readonly [RegExp, number])[] = [
  // By themselves they show their help and ask for a command.
  [/^(coordinator|worker)$/, 2],
  // No Ollama runs beside these tests, and --ai on asks for one.
  [/^worker doctor --ai on/, 3],
  // Where nothing runs, the monitor waits until it is interrupted.
  [MONITOR, 130],
];
const expectedCode = (line: string): number => OTHER_CODES.find(([pattern]) => pattern.test(line))?.[1] ?? 0;
// Those that change nothing run so many at once.
const SIDE_BY_SIDE: Readonly<Record<Phase, number>> = { queued: 1, worked: 3, cleaned: 1, stopped: 1 };

let bench: Bench;
let documented: string[];
let address = '';
let run = '';
let coordinator: TestProcess;

beforeAll(async () => {
  bench = await Bench.open();
  await cp(join(REPOSITORY, 'samples/2010'), join(bench.dir, 'filings'), { recursive: true });
  const [first = ''] = await readdir(join(bench.dir, 'filings'));
  await cp(join(bench.dir, 'filings', first), join(bench.dir, 'filings/one.txt'));
  const pages = await Promise.all(['README.md', 'docs/operations.md'].map((page) => commandsOf(page)));
  documented = [...new Set([...pages.flat(), ...(await helpExamples(bench))])];
  ({ process: coordinator, address } = await bench.serve('filings'));
}, PATIENCE_MS);
afterAll(() => bench.end());

interface Ran {
  readonly line: string;
  readonly code: number | null;
  readonly said: string;
}

async function runOne(line: string): Promise<Ran> {
  const { env, words } = takeApart(adapt(line).replace('ADDRESS', address).replace('RUN', run));
  const [program = '', ...args] = words;
  const settings = { COORDINATOR: address, LISTEN: '127.0.0.1:0', METRICS: 'off', USE_AI_EXTRACTION: 'false', ...env };
  const started = bench.start(program as ProgramName, args, settings);
  const ready = readyWhen(line);
  if (ready !== null) {
    await started.printed(ready).catch(() => undefined);
    started.kill('SIGTERM');
  }
  const { code } = await started.ended;
  return { line, code, said: code === expectedCode(line) ? '' : started.stderr() };
}

/** Leaves out lines that come to the same here, with another name for a directory or a comment behind them. */
function distinct(lines: readonly string[]): string[] {
  return [...new Map(lines.map((line) => [JSON.stringify(takeApart(adapt(line))), line])).values()];
}

async function runPhase(phase: Phase): Promise<void> {
  const lines = distinct(documented.filter((line) => reasonNotToRun(line) === null && phaseOf(line) === phase));
  const ran: Ran[] = [];
  const step = SIDE_BY_SIDE[phase];
  // Beside a command that submits, a monitor would end with what was submitted: monitors are first, while nothing runs.
  for (const some of [lines.filter(isMonitor), inOrder(lines.filter((line) => !isMonitor(line)))]) {
    for (let at = 0; at < some.length; at += step) {
      ran.push(...(await Promise.all(some.slice(at, at + step).map(runOne))));
    }
  }
  expect(lines.length).toBeGreaterThan(0);
  expect(ran.filter(({ line, code }) => code !== expectedCode(line))).toEqual([]);
}

describe('every command of the README, of the operations page and of every --help', () => {
  it('is known here: there are dozens, and what is not run has its reason', () => {
    expect(documented.length).toBeGreaterThan(50);
    const kept = documented.filter((line) => reasonNotToRun(line) !== null);
    expect(kept.length).toBeLessThan(documented.length / 2);
    expect(documented.filter((line) => !/^(\S+=\S+ )*(npm|coordinator|worker|tui)\b/.test(line))).toEqual([]);
  });

  it(
    'runs while jobs wait',
    async () => {
      const submit = await bench.run('coordinator', ['submit', '--no-ai', '--json', '--coordinator', address]);
      ({ run } = JSON.parse(submit.stdout) as { run: string });
      await runPhase('queued');
    },
    PATIENCE_MS,
  );

  it(
    'runs when the jobs are done',
    async () => {
      await bench.run('coordinator', ['submit', '--no-ai', '--json', '--coordinator', address]);
      for (const id of ['reader-1', 'reader-2']) await bench.connect(address, ['--id', id]);
      await bench.run('coordinator', ['wait', '--coordinator', address]);
      await runPhase('worked');
    },
    PATIENCE_MS,
  );

  it('runs to clean up', () => runPhase('cleaned'), PATIENCE_MS);

  it(
    'runs without a coordinator',
    async () => {
      coordinator.kill('SIGTERM');
      expect((await coordinator.ended).code).toBe(0);
      await runPhase('stopped');
    },
    PATIENCE_MS,
  );

  it('is loaded by the first word of its name', async () => {
    for (const { words, load } of COMMAND_MODULES) {
      expect([...new Set((await load()).map(({ name }) => name.split(' ')[0]))]).toEqual(words);
    }
  });

  it('has a place in these four phases', () => {
    expect(new Set(documented.map(phaseOf))).toEqual(new Set(PHASES));
  });
});
