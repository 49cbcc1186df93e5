import { FiligreeError } from '@filigree/base';
import type { CommandSpec } from './command.ts';
import { FLAGS } from './flags.ts';
import { orList } from './nearest.ts';
import type { ProgramSpec } from './program.ts';

const SHELLS = ['bash', 'zsh', 'fish'];

interface Words {
  /** The words that lead there, e.g. `graph dump`; empty for the top. */
  readonly at: string;
  readonly next: readonly string[];
}

function flagWords(command: CommandSpec): string[] {
  const flags = command.flags.map((key) => FLAGS[key]).filter((flag) => flag.name !== '' && flag.help !== '');
  return [
    ...flags.flatMap((flag) => (flag.negative === null ? [`--${flag.name}`] : [`--${flag.name}`, `--no-${flag.name}`])),
    '--help',
  ];
}

function wordTable(spec: ProgramSpec): Words[] {
  const groups = new Map<string, string[]>();
  const rows: Words[] = [];
  for (const command of spec.commands) {
    const [first = '', second] = command.name.split(' ');
    groups.set(first, [...(groups.get(first) ?? []), ...(second === undefined ? [] : [second])]);
    rows.push({ at: command.name, next: flagWords(command) });
  }
  for (const [group, words] of groups) if (words.length > 0) rows.push({ at: group, next: [...words, '--help'] });
  const main = spec.main === undefined ? [] : flagWords(spec.main);
  return [{ at: '', next: [...groups.keys(), 'completion', ...main, '--version', '--help'] }, ...rows];
}

/** A completion script for `shell`, made from the table of commands. Throws USAGE for an unknown shell. */
export function completionScript(spec: ProgramSpec, shell: string): string {
  const table = wordTable(spec);
  const cases = table.map((row) => `    '${row.at}') words='${row.next.join(' ')}' ;;`).join('\n');
  const name = `_${spec.name}_words`;
  if (shell === 'fish') {
    const rows = table.map((row) => {
      const path = row.at.split(' ').filter((word) => word !== '');
      const test =
        path.length === 0
          ? '__fish_use_subcommand'
          : path.map((word) => `__fish_seen_subcommand_from ${word}`).join('; and ');
      return `complete -c ${spec.name} -n '${test}' -f -a '${row.next.join(' ')}'`;
    });
    return `${rows.join('\n')}\n`;
  }
  if (shell === 'bash' || shell === 'zsh') {
    const prefix = shell === 'zsh' ? 'autoload -U +X bashcompinit && bashcompinit\n' : '';
    return `${prefix}${name}() {
  local path='' word words=''
  for word in "\${COMP_WORDS[@]:1:$((COMP_CWORD - 1))}"; do
    case "$word" in -*) break ;; *) path="\${path:+$path }$word" ;; esac
  done
  case "$path" in
${cases}
  esac
  COMPREPLY=($(compgen -W "$words" -- "\${COMP_WORDS[COMP_CWORD]}"))
}
complete -o default -F ${name} ${spec.name}
`;
  }
  throw new FiligreeError('USAGE', `completion: unknown shell ${shell}, expected ${orList(SHELLS)}`, {
    remedy: `give ${orList(SHELLS)}`,
  });
}
