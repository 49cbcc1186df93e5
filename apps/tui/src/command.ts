import { EXIT, systemClock } from '@filigree/base';
import { CLIENT_FLAGS, defineCommand, printJson, watchSignals, writeAll } from '@filigree/cli';
import type { Io } from '@filigree/cli';
import { openControlClient } from '@filigree/protocol';
import type { ControlClient } from '@filigree/protocol';
import { statusJson } from './plain/json.ts';
import { onceText } from './plain/once.ts';
import { runPlain } from './plain/run-plain.ts';
import { prepareEnvironment } from './shell/terminal.ts';

const DEFAULT_COLUMNS = 80;

async function once(client: ControlClient, json: boolean, io: Io): Promise<number> {
  const status = await client.status();
  if (json) await printJson(io, statusJson(status));
  else {
    const { columns = Number(io.env['COLUMNS'] ?? DEFAULT_COLUMNS) || DEFAULT_COLUMNS } =
      io.stdout as Partial<NodeJS.WriteStream>;
    await writeAll(io.stdout, onceText(status, client.place, columns, systemClock.monotonicMs()));
  }
  return EXIT.done;
}

/** The monitor: `tui`. */
export const tuiCommand = defineCommand({
  name: 'tui',
  summary: 'Watch a coordinator: jobs, workers, events and facts as they are found.',
  flags: [...CLIENT_FLAGS, 'once', 'readOnly'],
  examples: [
    'tui',
    'tui --coordinator 192.0.2.10 --read-only --tls-ca ca.pem --token-file token',
    'tui --once',
    'tui --json | jq .jobs',
  ],
  run: async (values, _args, io) => {
    const { coordinator, json, readOnly } = values;
    const client = openControlClient(coordinator, values);
    const signals = watchSignals(() => process.exit(EXIT.interrupted));
    try {
      if (values.once) return await once(client, json, io);
      const { stdin, stdout } = process;
      const common = { client, clock: systemClock, random: Math.random, signal: signals.signal };
      if (json || !stdout.isTTY || !stdin.isTTY || io.env['TERM'] === 'dumb')
        return await runPlain({ ...common, json, io });
      prepareEnvironment(process.env);
      const { runInteractive } = await import('./shell/interactive.tsx');
      await runInteractive({ ...common, readOnly, colours: (io.env['NO_COLOR'] ?? '') === '', stdin, stdout });
      return signals.received() === null ? EXIT.done : EXIT.interrupted;
    } finally {
      signals.stop();
      client.close();
    }
  },
});
