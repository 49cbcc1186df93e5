import { EXIT } from '@filigree/base';
import { CLIENT_FLAGS, argument, defineCommand, formatCount, printJson, printLine } from '@filigree/cli';
import type { CommandSpec } from '@filigree/cli';
import { withClient } from './client.ts';

/** `coordinator pause`: grants nothing new. */
const pauseCommand = defineCommand({
  name: 'pause',
  summary: 'hand out no new filings; running ones go on',
  flags: [...CLIENT_FLAGS],
  examples: ['coordinator pause'],
  run: (values, _args, io) =>
    withClient(values, async (client) => {
      await client.pause();
      if (values.json) await printJson(io, { paused: true });
      else await printLine(io, 'paused; coordinator resume goes on');
      return EXIT.done;
    }),
});

/** `coordinator resume`: grants again, and tries again at once what waits. */
const resumeCommand = defineCommand({
  name: 'resume',
  summary: 'hand out filings again; try at once what waits for a service or for its time',
  flags: [...CLIENT_FLAGS],
  examples: ['coordinator resume'],
  run: (values, _args, io) =>
    withClient(values, async (client) => {
      await client.resume();
      if (values.json) await printJson(io, { paused: false });
      else await printLine(io, 'going on');
      return EXIT.done;
    }),
});

/** `coordinator drain WORKER`: lets a worker finish and leave. */
const drainCommand = defineCommand({
  name: 'drain',
  summary: 'let a worker finish what it holds and leave',
  flags: [...CLIENT_FLAGS],
  args: [argument('WORKER', 'its id, as status shows it')],
  examples: ['coordinator drain reader-1'],
  run: (values, [worker = ''], io) =>
    withClient(values, async (client) => {
      const busy = await client.drain(worker);
      if (values.json) await printJson(io, { worker, busy });
      else await printLine(io, `${worker} finishes ${formatCount(busy)} and leaves`);
      return EXIT.done;
    }),
});

export const grantingCommands: readonly CommandSpec[] = [pauseCommand, resumeCommand, drainCommand];
