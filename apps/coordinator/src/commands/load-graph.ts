import { EXIT, FiligreeError } from '@filigree/base';
import { CLIENT_FLAGS, DOWNLOAD_FLAGS, FILTER_FLAGS, MODEL_FLAGS, NEO4J_FLAGS, defineCommand } from '@filigree/cli';
import { downloadFirst } from './download.ts';
import { checkModel } from '../local/check-model.ts';
import { loadDistributed } from '../local/load-distributed.ts';
import { loadLocally } from '../local/load-locally.ts';

/** `coordinator load-graph`: filings to graph in one command. */
export const loadGraphCommand = defineCommand({
  name: 'load-graph',
  summary: 'process filings with workers of its own and write the graph',
  flags: [
    'filings',
    ...FILTER_FLAGS,
    ...DOWNLOAD_FLAGS,
    ...MODEL_FLAGS,
    'force',
    'workers',
    'queueDir',
    'graph',
    'fsync',
    'metrics',
    'tui',
    'distributed',
    ...CLIENT_FLAGS,
    ...NEO4J_FLAGS,
  ],
  examples: [
    'coordinator load-graph --filings ./filings --year 2010 --no-ai',
    'coordinator load-graph --filings ./filings --workers 4 --graph neo4j',
    'coordinator load-graph --distributed --coordinator 10.0.0.5 --form 6-K',
  ],
  async run(values, _args, io) {
    if (values.distributed && values.tui) {
      throw new FiligreeError('USAGE', '--tui and --distributed are given together', {
        remedy: 'run the monitor beside it: tui --coordinator HOST',
      });
    }
    if (values.download && !(await downloadFirst(values, io))) return EXIT.interrupted;
    return values.distributed ? loadDistributed(values, io) : loadLocally(values, io, await checkModel(values, io));
  },
});
