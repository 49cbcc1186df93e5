import { runMain } from '@filigree/cli';
import { tuiCommand } from './command.ts';
import { VERSION } from './version.ts';

await runMain({ name: 'tui', summary: tuiCommand.summary, version: VERSION, commands: [], main: tuiCommand });
