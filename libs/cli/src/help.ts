import type { CommandSpec } from './command.ts';
import { FLAGS } from './flags.ts';

/** What stands below the list of flags: the environment variables that count, then examples. */
export function helpAfter(command: CommandSpec): string {
  const variables = command.flags.map((key) => FLAGS[key]).filter((flag) => flag.env !== '');
  const width = Math.max(0, ...variables.map((flag) => flag.env.length));
  const lines = variables.map((flag) => {
    const meaning =
      flag.name === ''
        ? `${flag.help}${flag.fallback === '' ? '' : ` (default ${flag.fallback})`}`
        : `same as --${flag.name}`;
    return `  ${flag.env.padEnd(width)}  ${meaning}`;
  });
  const environment = lines.length === 0 ? '' : `\nEnvironment (flags win):\n${[...new Set(lines)].join('\n')}\n`;
  const examples =
    command.examples.length === 0 ? '' : `\nExamples:\n${command.examples.map((line) => `  ${line}`).join('\n')}\n`;
  return environment + examples;
}
