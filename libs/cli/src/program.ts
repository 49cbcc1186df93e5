import { Command, CommanderError, Option } from 'commander';
import { EXIT, FiligreeError, exitCodeOf, placeError } from '@filigree/base';
import type { CommandSpec, Io } from './command.ts';
import { completionScript } from './completion.ts';
import { printError } from './errors.ts';
import { resolveFlags } from './flag.ts';
import type { Flag } from './flag.ts';
import { FLAGS } from './flags.ts';
import type { FlagKey, Values } from './flags.ts';
import { helpAfter } from './help.ts';
import { nearest } from './nearest.ts';

/** A command with its subcommands: `coordinator`, `worker`, `tui`. */
export interface ProgramSpec {
  readonly name: string;
  readonly summary: string;
  readonly version: string;
  readonly commands: readonly CommandSpec[];
  /** Runs when no subcommand is given (the monitor has none); without it, help is shown. */
  readonly main?: CommandSpec;
}

type Given = Readonly<Record<string, readonly string[] | undefined>>;

/** The flags of one command, by key. */
export function flagsOf(command: CommandSpec): Readonly<Record<string, Flag<unknown>>> {
  return Object.fromEntries(command.flags.map((key: FlagKey) => [key, FLAGS[key]]));
}

function addFlag(target: Command, flag: Flag<unknown>): void {
  if (flag.name === '' || flag.help === '') return;
  const help = flag.fallback === '' ? flag.help : `${flag.help} (default ${flag.fallback})`;
  const collect = (text: string, before: unknown): string[] => [
    ...(Array.isArray(before) ? (before as string[]) : []),
    text,
  ];
  // "before" carries the default of commander, which we never set: what is given is collected, repeats are judged later.
  const option = new Option(flag.value === '' ? `--${flag.name}` : `--${flag.name} <${flag.value}>`, help);
  if (flag.value !== '') option.argParser(collect);
  target.addOption(option);
  if (flag.negative !== null)
    target.addOption(new Option(`--no-${flag.name}`, `same as --${flag.name} ${flag.negative}`));
}

function attributeOf(name: string): { readonly key: string; readonly negate: boolean } {
  const option = new Option(`--${name}`);
  return { key: option.attributeName(), negate: option.negate };
}

function givenOf(parsed: Command, flags: Readonly<Record<string, Flag<unknown>>>): Given {
  const given: Record<string, readonly string[] | undefined> = {};
  for (const flag of Object.values(flags)) {
    if (flag.name === '') continue;
    // commander keeps `--no-pull` as `pull` that is false.
    const { key, negate } = attributeOf(flag.name);
    if (parsed.getOptionValueSource(key) !== 'cli') continue;
    const value: unknown = parsed.getOptionValue(key);
    if (negate) given[flag.name] = ['true'];
    else if (value === false) given[flag.name] = [flag.negative ?? 'false'];
    else if (value === true) given[flag.name] = ['true'];
    else if (Array.isArray(value)) given[flag.name] = value as string[];
  }
  return given;
}

function prepare(target: Command, io: Io): Command {
  return target
    .exitOverride()
    .configureOutput({ writeOut: (text) => io.stdout.write(text), writeErr: () => undefined })
    .helpOption('-h, --help', 'show this help')
    .helpCommand(false)
    .showSuggestionAfterError(false);
}

interface Located {
  /** The command's words, e.g. `graph dump`. */
  readonly at: string;
  /** Commands and flags that are valid there. */
  readonly known: readonly string[];
  /** The first argument that the command does not expect. */
  readonly extra: string;
}

/** Thrown words of commander as our own: one line with the value and the nearest right one. */
function usageError(error: CommanderError, program: ProgramSpec, place: Located): FiligreeError {
  const { at, known, extra } = place;
  const value = /'([^']*)'/.exec(error.message)?.[1]?.split(/[ ,=]/)[0] ?? '';
  const seeHelp = `see ${program.name}${at === '' ? '' : ` ${at}`} --help`;
  const guess = nearest(value, known);
  const remedy = guess === null ? seeHelp : `did you mean ${guess}? (${seeHelp})`;
  const command = at === '' ? program.name : `${program.name} ${at}`;
  switch (error.code) {
    case 'commander.unknownOption':
      return new FiligreeError('USAGE', `${command}: unknown flag ${value}`, { remedy });
    case 'commander.unknownCommand':
      return new FiligreeError('USAGE', `${command}: unknown command ${value}`, { remedy });
    case 'commander.optionMissingArgument':
      return new FiligreeError('USAGE', `${command}: ${value} needs a value`, { remedy: seeHelp });
    case 'commander.missingArgument':
      return new FiligreeError('USAGE', `${command}: ${value} is missing`, { remedy: seeHelp });
    case 'commander.excessArguments':
      return new FiligreeError('USAGE', `${command}: does not expect ${extra}`, { remedy: seeHelp });
    default:
      return new FiligreeError(
        'USAGE',
        `${command}: ${error.message.replace(/^error: /, '').replaceAll(/\s*\n\s*/g, ' ')}`,
        { remedy: seeHelp },
      );
  }
}

/** Everything that help, completion and documentation need, as data: the tree of commands below `root`. */
export function buildProgram(spec: ProgramSpec, io: Io, done: (exitCode: number) => void): Command {
  const root = prepare(new Command(spec.name), io)
    .description(spec.summary)
    .version(spec.version, '--version', 'print the version');
  const groups = new Map<string, Command>();
  const attach = (command: CommandSpec, target: Command): void => {
    const flags = flagsOf(command);
    target.description(command.summary).allowExcessArguments(command.args.some((argument) => argument.repeats));
    for (const argument of command.args) {
      const name = argument.repeats ? `${argument.name}...` : argument.name;
      target.argument(argument.required ? `<${name}>` : `[${name}]`, argument.help);
    }
    for (const flag of Object.values(flags)) addFlag(target, flag);
    target.addHelpText('after', helpAfter(command));
    target.action(async () => {
      const values = resolveFlags(flags, givenOf(target, flags), io.env) as Values<FlagKey>;
      done(await command.run(values, target.args, io));
    });
  };
  for (const command of spec.commands) {
    const [first = '', second] = command.name.split(' ');
    if (second === undefined) attach(command, prepare(root.command(first), io));
    else {
      let group = groups.get(first);
      if (group === undefined)
        groups.set(first, (group = prepare(root.command(first), io).description(`${first} commands`)));
      attach(command, prepare(group.command(second), io));
    }
  }
  if (spec.main !== undefined) attach(spec.main, root);
  prepare(root.command('completion'), io)
    .description('print a completion script')
    .argument('<shell>', 'bash, zsh or fish')
    .addHelpText('after', `\nExamples:\n  source <(${spec.name} completion bash)\n`)
    .action((shell: string) => {
      io.stdout.write(completionScript(spec, shell));
      done(EXIT.done);
    });
  return root;
}

/** The command that the words before the first flag name, and what could stand there instead. */
function locate(root: Command, argv: readonly string[]): Located {
  let current = root;
  const path: string[] = [];
  for (const word of argv) {
    const next = current.commands.find((command) => command.name() === word);
    if (next === undefined) break;
    current = next;
    path.push(word);
  }
  const flags = current.options.map((option) => option.long ?? '');
  return {
    at: path.join(' '),
    known: [...current.commands.map((command) => command.name()), ...flags, '--help'],
    extra: current.args[current.registeredArguments.length] ?? 'arguments',
  };
}

/** Runs the command line `argv` (without node and script); prints errors itself. Resolves to the exit code; never rejects. */
export async function runProgram(spec: ProgramSpec, argv: readonly string[], io: Io): Promise<number> {
  let exitCode: number = EXIT.done;
  const root = buildProgram(spec, io, (code) => {
    exitCode = code;
  });
  try {
    if (argv.length === 0 && spec.main === undefined) {
      io.stderr.write(root.helpInformation());
      return EXIT.usage;
    }
    await root.parseAsync([...argv], { from: 'user' });
    return exitCode;
  } catch (error) {
    if (error instanceof CommanderError) {
      if (error.exitCode === 0) return EXIT.done;
      const place = locate(root, argv);
      if (error.code === 'commander.help') {
        printError(
          new FiligreeError('USAGE', `${spec.name} ${place.at}: a command is missing`, {
            remedy: `see ${spec.name} ${place.at} --help`,
          }),
          io,
        );
        return EXIT.usage;
      }
      printError(usageError(error, spec, place), io);
      return EXIT.usage;
    }
    const told = placeError(error);
    printError(told, io);
    return exitCodeOf(told);
  }
}
