import type { CommandSpec } from './command.ts';

/** Commands that are loaded together. */
export interface CommandModule {
  /** The first words of their names: `graph` for `graph dump`. */
  readonly words: readonly string[];
  readonly load: () => Promise<readonly CommandSpec[]>;
}

/**
 * The commands that the command line `argv` (without node and script) may need: those of the module that its first word
 * names. A line that names no module (help, completion, a wrong word) gets all of them, in order. Loading all of them
 * takes several times as long as most commands run.
 */
export async function loadCommands(
  modules: readonly CommandModule[],
  argv: readonly string[],
): Promise<readonly CommandSpec[]> {
  const named = modules.filter(({ words }) => words.includes(argv[0] ?? ''));
  const commands: CommandSpec[] = [];
  // One after the other: they share most of what they load.
  for (const { load } of named.length > 0 ? named : modules) commands.push(...(await load()));
  return commands;
}
