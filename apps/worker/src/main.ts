import { loadCommands, runMain } from '@filigree/cli';
import type { CommandModule } from '@filigree/cli';
import { VERSION } from './version.ts';

const MODULES: readonly CommandModule[] = [
  { words: ['connect'], load: async () => [(await import('./connect/command.ts')).connectCommand] },
  { words: ['extract'], load: async () => [(await import('./extract/command.ts')).extractCommand] },
  { words: ['doctor'], load: async () => [(await import('./doctor/command.ts')).doctorCommand] },
];

await runMain({
  name: 'worker',
  summary: 'Reads filings for a Filigree coordinator, or by itself',
  version: VERSION,
  commands: await loadCommands(MODULES, process.argv.slice(2)),
});
