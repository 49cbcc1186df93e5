import { resolve } from 'node:path';
import { EXIT, FiligreeError, describeError, exitCodeOf, systemClock } from '@filigree/base';
import { CLIENT_FLAGS, NEO4J_FLAGS, defineCommand, formatHostPort, printJson, printLine } from '@filigree/cli';
import type { Io, Values } from '@filigree/cli';
import { discoverFilings } from '@filigree/edgar';
import { nodeDisk } from '@filigree/queue';
import { openStore } from '../serve/open-store.ts';
import { existingDirectory } from '../serve/roots.ts';
import { withClient } from './client.ts';
import type { ClientValues } from './client.ts';

interface Check {
  readonly name: string;
  /** Says what was found; rejects with what is wrong. */
  readonly look: () => Promise<string>;
}

type DoctorValues = ClientValues & Values<'filingsOrDefault' | 'queueDir' | 'graph'>;

const LOOK_AT = 20;

async function lookAtQueue(dir: string): Promise<string> {
  await nodeDisk.makeDirectory(dir).catch((cause: unknown) => {
    throw new FiligreeError('LOCAL_STATE', `the queue directory ${dir} cannot be made (${describeError(cause)})`, {
      remedy: 'give --queue-dir a directory that this user may write',
    });
  });
  try {
    const lock = await nodeDisk.lock(dir);
    lock.release();
    return `${dir} is free and may be written`;
  } catch (error) {
    if (error instanceof FiligreeError && error.detail['held'] === true)
      return `${dir} is held by a running coordinator`;
    throw error;
  }
}

async function lookAtFilings(given: string, cwd: string): Promise<string> {
  const dir = await existingDirectory(resolve(cwd, given), given);
  const found = await discoverFilings({ roots: [dir], limit: LOOK_AT });
  if (found.filings.length === 0) {
    throw new FiligreeError('NO_MATCH', `${given} holds no filing`, {
      remedy: 'fetch some with coordinator download, or give --filings DIR',
    });
  }
  return `${given} holds filings (${found.filings.length === LOOK_AT ? 'at least ' : ''}${String(found.filings.length)})`;
}

function checks(values: DoctorValues, io: Io): Check[] {
  return [
    { name: 'filings', look: () => lookAtFilings(values.filingsOrDefault, io.cwd) },
    { name: 'queue', look: () => lookAtQueue(resolve(io.cwd, values.queueDir)) },
    {
      name: 'graph',
      async look() {
        const store = await openStore(values.graph, io.cwd, io.env);
        try {
          const { nodes } = await store.stats();
          return `${store.kind} graph answers: ${String(nodes.Filing)} filings, ${String(nodes.Company)} companies`;
        } finally {
          await store.close();
        }
      },
    },
    {
      name: 'coordinator',
      look: () =>
        withClient(values, async (client) => {
          const status = await client.status();
          return `version ${status.version} answers at ${formatHostPort(values.coordinator)} with ${String(status.workers.length)} workers`;
        }),
    },
  ];
}

/** `coordinator doctor`: looks at everything that a coordinator needs and says what to do. */
export const doctorCommand = defineCommand({
  name: 'doctor',
  summary: 'check filings, queue directory, graph and coordinator, and say what to do',
  flags: [...CLIENT_FLAGS, 'filingsOrDefault', 'queueDir', 'graph', ...NEO4J_FLAGS],
  examples: ['coordinator doctor', 'coordinator doctor --graph neo4j --json'],
  async run(values, _args, io) {
    let exitCode: number = EXIT.done;
    for (const { name, look } of checks(values, io)) {
      const startedMs = systemClock.monotonicMs();
      let ok = true;
      let text: string;
      try {
        text = await look();
      } catch (error) {
        ok = false;
        text = describeError(error);
        // The gravest one counts.
        exitCode = Math.max(exitCode, exitCodeOf(error));
      }
      const elapsedMs = Math.round(systemClock.monotonicMs() - startedMs);
      if (values.json) await printJson(io, { check: name, ok, text, elapsed_ms: elapsedMs });
      else await printLine(io, `${ok ? 'ok     ' : 'problem'}  ${name.padEnd(12)} ${text}`);
    }
    return exitCode;
  },
});
