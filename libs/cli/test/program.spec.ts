import { PassThrough } from 'node:stream';
import { FiligreeError } from '@filigree/base';
import { argument, completionScript, defineCommand, loadCommands, progressLine, runProgram } from '../src/index.ts';
import type { CommandModule, CommandSpec, Io, ProgramSpec } from '../src/index.ts';

interface Seen {
  values: unknown;
  args: readonly string[];
}

function program(): { spec: ProgramSpec; seen: Seen[] } {
  const seen: Seen[] = [];
  const submit = defineCommand({
    name: 'submit',
    summary: 'queue filings',
    flags: ['year', 'form', 'ai', 'json', 'neo4jPassword'],
    examples: ['coordinator submit --year 2010'],
    run: (values, args) => {
      seen.push({ values, args });
      return Promise.resolve(1);
    },
  });
  const dump = defineCommand({
    name: 'graph dump',
    summary: 'dump',
    flags: [],
    args: [argument('NAME', 'its name')],
    examples: [],
    run: () => Promise.reject(new FiligreeError('UNREACHABLE', 'nobody answers\u001b[2J', { remedy: 'start it' })),
  });
  const broken = defineCommand({
    name: 'broken',
    summary: 'fails',
    flags: [],
    examples: [],
    run: () => Promise.reject(new Error('a bug')),
  });
  return { spec: { name: 'coordinator', summary: 'all', version: '1.2.3', commands: [submit, dump, broken] }, seen };
}

async function run(spec: ProgramSpec, ...argv: string[]): Promise<{ code: number; stdout: string; stderr: string }> {
  const stdout = new PassThrough();
  const stderr = new PassThrough();
  const io: Io = { stdin: new PassThrough(), stdout, stderr, env: {}, cwd: '.' };
  const code = await runProgram(spec, argv, io);
  const text = (stream: PassThrough): string => String(stream.read() ?? '');
  return { code, stdout: text(stdout), stderr: text(stderr) };
}

describe('a program', () => {
  it('hands the typed values to the command and gives its exit code', async () => {
    const { spec, seen } = program();
    const { code } = await run(spec, 'submit', '--year', '2010', '--form=6-K', '--form', '8-K', '--no-ai', '--json');
    expect(code).toBe(1);
    expect(seen).toEqual([
      { values: { year: 2010, form: ['6-K', '8-K'], ai: 'off', json: true, neo4jPassword: '' }, args: [] },
    ]);
  });

  it('hears a flag whose own name begins with no', async () => {
    const pull = defineCommand({
      name: 'pull',
      summary: 'fetch',
      flags: ['noPull'],
      examples: [],
      run: (values) => Promise.resolve(values.noPull ? 7 : 8),
    });
    const spec: ProgramSpec = { name: 'worker', summary: 'all', version: '1.2.3', commands: [pull] };
    expect((await run(spec, 'pull', '--no-pull')).code).toBe(7);
    expect((await run(spec, 'pull')).code).toBe(8);
  });

  it.each([
    [['sumbit'], 'error: coordinator: unknown command sumbit; did you mean submit? (see coordinator --help)\n'],
    [
      ['submit', '--yaer', '1'],
      'error: coordinator submit: unknown flag --yaer; did you mean --year? (see coordinator submit --help)\n',
    ],
    [['submit', '--year'], 'error: coordinator submit: --year needs a value; see coordinator submit --help\n'],
    [['submit', 'more'], 'error: coordinator submit: does not expect more; see coordinator submit --help\n'],
    [['graph'], 'error: coordinator graph: a command is missing; see coordinator graph --help\n'],
    [['graph', 'dump'], 'error: coordinator graph dump: NAME is missing; see coordinator graph dump --help\n'],
    [
      ['graph', 'dmup'],
      'error: coordinator graph: unknown command dmup; did you mean dump? (see coordinator graph --help)\n',
    ],
  ])('refuses %j in one line with the nearest right word', async (argv, expected) => {
    const { spec, seen } = program();
    expect(await run(spec, ...argv)).toEqual({ code: 2, stdout: '', stderr: expected });
    expect(seen).toEqual([]);
  });

  it('prints an error in one line without control characters, and gives its exit code', async () => {
    const { spec } = program();
    expect(await run(spec, 'graph', 'dump', 'x')).toEqual({
      code: 3,
      stdout: '',
      stderr: 'error: nobody answers [2J; start it\n',
    });
    expect(await run(spec, 'broken')).toEqual({ code: 70, stdout: '', stderr: 'internal error: a bug\n' });
  });

  it('shows help with environment and examples, and the version', async () => {
    const { spec } = program();
    const help = await run(spec, 'submit', '--help');
    expect(help.code).toBe(0);
    expect(help.stdout).toContain('USE_AI_EXTRACTION');
    expect(help.stdout).toContain('coordinator submit --year 2010');
    expect((await run(spec, '--version')).stdout).toBe('1.2.3\n');
    expect((await run(spec)).code).toBe(2);
  });

  it('offers every command and flag to the shell', () => {
    const { spec } = program();
    for (const shell of ['bash', 'zsh', 'fish']) {
      const script = completionScript(spec, shell);
      for (const word of ['submit', 'dump', '--year', '--no-ai']) expect(script).toContain(word);
    }
    expect(() => completionScript(spec, 'tcsh')).toThrow('unknown shell tcsh');
  });
});

describe('the progress bar', () => {
  const progress = { done: 25, total: 100, failed: 2, ratePerSecond: 5, hint: 'no worker' };

  it('tells share, counts, rate, time left, failures and why it stands still', () => {
    const line = progressLine(progress, 120);
    for (const part of ['25%', '25/100', '5.0/s', '15.0 s left', '2 failed', 'no worker']) expect(line).toContain(part);
  });

  it('never is wider than the terminal', () => {
    for (let columns = 1; columns < 130; columns++) {
      expect(progressLine(progress, columns).length).toBeLessThanOrEqual(Math.max(1, columns - 1));
    }
  });
});

describe('the commands of a program', () => {
  const command = (name: string): CommandSpec =>
    defineCommand({ name, summary: name, flags: [], examples: [], run: () => Promise.resolve(0) });
  const loaded: string[] = [];
  const module = (...names: string[]): CommandModule => ({
    words: [...new Set(names.map((name) => name.split(' ')[0]!))],
    load: () => {
      loaded.push(...names);
      return Promise.resolve(names.map(command));
    },
  });
  const modules = [module('serve'), module('graph dump', 'graph stats'), module('jobs', 'job')];

  it.each([
    [
      ['graph', 'dump', '--json'],
      ['graph dump', 'graph stats'],
    ],
    [
      ['job', '3'],
      ['jobs', 'job'],
    ],
    [[], ['serve', 'graph dump', 'graph stats', 'jobs', 'job']],
    [['--help'], ['serve', 'graph dump', 'graph stats', 'jobs', 'job']],
    [['sreve'], ['serve', 'graph dump', 'graph stats', 'jobs', 'job']],
  ])('are loaded for %j alone where its first word names some, else all, in order', async (argv, names) => {
    loaded.length = 0;
    expect((await loadCommands(modules, argv)).map(({ name }) => name)).toEqual(names);
    expect(loaded).toEqual(names);
  });
});
