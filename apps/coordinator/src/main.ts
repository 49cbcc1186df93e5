import { runMain } from '@filigree/cli';
import { graphCommands } from './graph/index.ts';
import { loadGraphCommand } from './commands/load-graph.ts';
import { serveCommand } from './commands/serve.ts';
import { statusCommand } from './commands/status.ts';
import { submitCommand } from './commands/submit.ts';
import { waitCommand } from './commands/wait.ts';
import { VERSION } from './version.ts';

await runMain({
  name: 'coordinator',
  summary: 'Holds the queue of filings, hands them to workers and keeps the graph',
  version: VERSION,
  commands: [loadGraphCommand, serveCommand, submitCommand, statusCommand, waitCommand, ...graphCommands],
});
