import { runMain } from '@filigree/cli';
import { connectCommand } from './connect/command.ts';
import { doctorCommand } from './doctor/command.ts';
import { extractCommand } from './extract/command.ts';
import { VERSION } from './version.ts';

await runMain({
  name: 'worker',
  summary: 'Reads filings for a Filigree coordinator, or by itself',
  version: VERSION,
  commands: [connectCommand, extractCommand, doctorCommand],
});
