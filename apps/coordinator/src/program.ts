import type { ProgramSpec } from '@filigree/cli';
import { graphCommands } from './graph/index.ts';
import { backupCommand } from './commands/backup.ts';
import { certsCommand } from './commands/certs.ts';
import { changeCommands } from './commands/change-jobs.ts';
import { doctorCommand } from './commands/doctor.ts';
import { downloadCommand } from './commands/download.ts';
import { grantingCommands } from './commands/granting.ts';
import { jobCommand, jobsCommand } from './commands/jobs.ts';
import { loadGraphCommand } from './commands/load-graph.ts';
import { salvageCommand } from './commands/salvage.ts';
import { serveCommand } from './commands/serve.ts';
import { statusCommand } from './commands/status.ts';
import { submitCommand } from './commands/submit.ts';
import { waitCommand } from './commands/wait.ts';
import { VERSION } from './version.ts';

/** The whole `coordinator` command. */
export const coordinatorProgram: ProgramSpec = {
  name: 'coordinator',
  summary: 'Holds the queue of filings, hands them to workers and keeps the graph',
  version: VERSION,
  commands: [
    loadGraphCommand,
    serveCommand,
    submitCommand,
    statusCommand,
    waitCommand,
    jobsCommand,
    jobCommand,
    ...changeCommands,
    ...grantingCommands,
    ...graphCommands,
    downloadCommand,
    backupCommand,
    salvageCommand,
    certsCommand,
    doctorCommand,
  ],
};
