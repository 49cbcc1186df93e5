import { EXIT, FiligreeError } from '@filigree/base';
import { CLIENT_FLAGS, defineCommand, formatCount, printJson, printLine } from '@filigree/cli';
import type { CommandSpec, Io, Values } from '@filigree/cli';
import type { ControlClient, JobSelectionAsk } from '@filigree/protocol';
import { confirm } from './confirm.ts';
import { withClient } from './client.ts';
import { jobIdsOf } from './job-text.ts';

type SelectValues = Values<'state' | 'run' | 'all'>;

const SOME_JOBS = { name: 'ID', help: 'numbers or accession numbers of jobs', required: false, repeats: true };

async function selection(
  client: ControlClient,
  values: SelectValues,
  names: readonly string[],
  whole: string,
): Promise<JobSelectionAsk> {
  if (names.length === 0 && !values.all && values.state === undefined && values.run === undefined) {
    throw new FiligreeError('USAGE', 'no job is named', { remedy: `give job numbers, --state, --run or --all` });
  }
  if (names.length > 0 && values.all) {
    throw new FiligreeError('USAGE', 'jobs are named and --all is given', { remedy: 'give one of them' });
  }
  const state = values.state ?? (values.all ? whole : '');
  return { jobIds: await jobIdsOf(client, names), state, runId: values.run ?? '' };
}

async function tell(io: Io, jobs: number, json: boolean, what: string): Promise<number> {
  if (json) await printJson(io, { jobs });
  else await printLine(io, `${formatCount(jobs)} ${jobs === 1 ? 'job' : 'jobs'} ${what}`);
  return EXIT.done;
}

/** `coordinator retry`: failed and cancelled jobs are pending again. */
const retryCommand = defineCommand({
  name: 'retry',
  summary: 'put failed or cancelled jobs back',
  flags: [...CLIENT_FLAGS, 'state', 'run', 'all'],
  args: [SOME_JOBS],
  examples: ['coordinator retry 12', 'coordinator retry --all', 'coordinator retry --state cancelled'],
  run: (values, names, io) =>
    withClient(values, async (client) => {
      const jobs = await client.retry(await selection(client, values, names, 'failed'));
      return tell(io, jobs, values.json, 'put back');
    }),
});

/** `coordinator cancel`: takes pending and running jobs back. */
const cancelCommand = defineCommand({
  name: 'cancel',
  summary: 'cancel pending and running jobs',
  flags: [...CLIENT_FLAGS, 'state', 'run', 'all'],
  args: [SOME_JOBS],
  examples: ['coordinator cancel 12 13', 'coordinator cancel --state pending'],
  run: (values, names, io) =>
    withClient(values, async (client) => {
      if (values.all) {
        const pending = await client.cancel({ jobIds: [], state: 'pending', runId: values.run ?? '' });
        const running = await client.cancel({ jobIds: [], state: 'processing', runId: values.run ?? '' });
        return tell(io, pending + running, values.json, 'cancelled');
      }
      const jobs = await client.cancel(await selection(client, values, names, 'pending'));
      return tell(io, jobs, values.json, 'cancelled');
    }),
});

/** `coordinator clear`: forgets ended jobs. */
const clearCommand = defineCommand({
  name: 'clear',
  summary: 'forget completed, failed and cancelled jobs (the graph stays)',
  flags: [...CLIENT_FLAGS, 'states', 'yes'],
  examples: ['coordinator clear --state completed --yes', 'coordinator clear --yes'],
  run: (values, _args, io) =>
    withClient(values, async (client) => {
      const what = values.states.length === 0 ? 'all ended' : values.states.join(' and ');
      await confirm(io, `forget ${what} jobs? They are processed again when they are submitted again.`, values.yes);
      return tell(io, await client.clear(values.states), values.json, 'forgotten');
    }),
});

export const changeCommands: readonly CommandSpec[] = [retryCommand, cancelCommand, clearCommand];
