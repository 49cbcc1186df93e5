import { loadCommands } from '@filigree/cli';
import type { CommandModule, ProgramSpec } from '@filigree/cli';
import { VERSION } from './version.ts';

/** The commands, in the order in which help shows them. */
export const COMMAND_MODULES: readonly CommandModule[] = [
  { words: ['load-graph'], load: async () => [(await import('./commands/load-graph.ts')).loadGraphCommand] },
  { words: ['serve'], load: async () => [(await import('./commands/serve.ts')).serveCommand] },
  { words: ['submit'], load: async () => [(await import('./commands/submit.ts')).submitCommand] },
  { words: ['status'], load: async () => [(await import('./commands/status.ts')).statusCommand] },
  { words: ['wait'], load: async () => [(await import('./commands/wait.ts')).waitCommand] },
  { words: ['jobs', 'job'], load: async () => (await import('./commands/jobs.ts')).lookingCommands },
  {
    words: ['retry', 'cancel', 'clear'],
    load: async () => (await import('./commands/change-jobs.ts')).changeCommands,
  },
  { words: ['pause', 'resume', 'drain'], load: async () => (await import('./commands/granting.ts')).grantingCommands },
  { words: ['graph'], load: async () => (await import('./graph/index.ts')).graphCommands },
  { words: ['download'], load: async () => [(await import('./commands/download.ts')).downloadCommand] },
  { words: ['backup'], load: async () => [(await import('./commands/backup.ts')).backupCommand] },
  { words: ['salvage'], load: async () => [(await import('./commands/salvage.ts')).salvageCommand] },
  { words: ['certs'], load: async () => [(await import('./commands/certs.ts')).certsCommand] },
  { words: ['doctor'], load: async () => [(await import('./commands/doctor.ts')).doctorCommand] },
];

/** The `coordinator` command, with the subcommands that the command line `argv` may need. */
export async function coordinatorProgram(argv: readonly string[]): Promise<ProgramSpec> {
  return {
    name: 'coordinator',
    summary: 'Holds the queue of filings, hands them to workers and keeps the graph',
    version: VERSION,
    commands: await loadCommands(COMMAND_MODULES, argv),
  };
}
