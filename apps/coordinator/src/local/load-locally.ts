import { resolve } from 'node:path';
import { EXIT, systemClock } from '@filigree/base';
import type { FiligreeError } from '@filigree/base';
import { DEFAULT_PORT, formatCount, formatHostPort, makeProgressView, note, watchSignals } from '@filigree/cli';
import type { Io, LogLevel, Logger, ProgressView, Values } from '@filigree/cli';
import type { GraphStore } from '@filigree/graph';
import { openControlClient } from '@filigree/protocol';
import type { Security } from '@filigree/protocol';
import { answerQuestion } from '../graph/answer.ts';
import { startCoordinator } from '../serve/coordinator.ts';
import type { RunningCoordinator } from '../serve/coordinator.ts';
import { openStore } from '../serve/open-store.ts';
import { openRoots } from '../serve/roots.ts';
import { modelArgs } from './check-model.ts';
import type { ModelValues } from './check-model.ts';
import { loadRun } from './load-run.ts';
import type { LoadValues } from './load-run.ts';
import { startMonitor } from './monitor.ts';
import type { Monitor } from './monitor.ts';
import { startFleet } from './worker-fleet.ts';
import type { Fleet } from './worker-fleet.ts';

export type LocalValues = LoadValues &
  ModelValues &
  Values<'workers' | 'queueDir' | 'graph' | 'fsync' | 'metrics' | 'insecure' | 'tui'>;

const CLEAR: Security = {
  tlsCert: undefined,
  tlsKey: undefined,
  tlsCa: undefined,
  tokenFile: undefined,
  insecure: false,
};
const WORKER_GRACE_SECONDS = 5;
const STOP_MS = 1000;

/** Warnings and errors above the progress bar; the rest is for `serve`. */
function viewLogger(view: ProgressView): Logger {
  const isOn = (level: LogLevel): boolean => level === 'warn' || level === 'error';
  return {
    isOn,
    log(level, message, fields = {}) {
      const where = fields['accession'] === undefined ? '' : ` (${String(fields['accession'])})`;
      if (isOn(level)) view.say(`${level === 'error' ? 'error: ' : ''}${message}${where}`);
    },
  };
}

/** The command that goes on with what is left. */
function sameCommand(): string {
  return ['coordinator', ...process.argv.slice(2)]
    .map((word) => (/^[\w@%+=:,./-]+$/.test(word) ? word : `'${word}'`))
    .join(' ');
}

interface Local {
  readonly coordinator: RunningCoordinator;
  readonly fleet: Fleet;
  readonly monitor: Monitor | null;
}

/**
 * `load-graph`: a coordinator in this process and worker processes of its own. `withoutModel` is why rules go on alone, null
 * where they do not.
 */
export async function loadLocally(values: LocalValues, io: Io, withoutModel: string | null): Promise<number> {
  const filings = values.filings ?? './filings';
  const roots = await openRoots([filings], io.cwd);
  const store = await openStore(values.graph, io.cwd, io.env);
  const signals = watchSignals(() => process.exit(EXIT.interrupted));
  const terminal = makeProgressView(process.stderr, systemClock);
  // Nothing is written over the monitor; what was said then is said again when it has ended.
  let monitored = values.tui;
  const view: ProgressView = {
    show: (progress) => {
      if (!monitored) terminal.show(progress);
    },
    say: (line) => {
      if (!monitored) terminal.say(line);
    },
    end: () => {
      terminal.end();
    },
  };
  try {
    return await withLocal(values, io, { store, roots, view }, async (local, fatal) => {
      const address = formatHostPort(local.coordinator.address);
      void local.monitor?.ended.then(() => {
        monitored = false;
      });
      const client = openControlClient(local.coordinator.address, CLEAR);
      try {
        const loaded = loadRun(values, io, {
          client,
          filings,
          view,
          signal: signals.signal,
          onSubmitted: () => {
            if (withoutModel !== null) view.say(withoutModel);
            view.say(
              `coordinator on ${address}, ${formatCount(values.workers)} workers; the monitor: npx tui --coordinator ${address}`,
            );
          },
          onInterrupted: (left) => {
            note(
              io,
              `interrupted: ${formatCount(left)} filings stay queued in ${values.queueDir}; the same command goes on: ${sameCommand()}`,
            );
          },
        });
        return await Promise.race([loaded, fatal]);
      } finally {
        client.close();
      }
    });
  } finally {
    view.end();
    signals.stop();
    await store.close();
  }
}

interface Parts {
  readonly store: GraphStore;
  readonly roots: readonly string[];
  readonly view: ProgressView;
}

/** Starts coordinator, workers and monitor, and stops them in the right order, whatever happens. */
async function withLocal(
  values: LocalValues,
  io: Io,
  { store, roots, view }: Parts,
  use: (local: Local, fatal: Promise<never>) => Promise<number>,
): Promise<number> {
  let fail: (error: FiligreeError) => void = () => undefined;
  const fatal = new Promise<never>((_, reject) => {
    fail = reject;
  });
  // Told through the race in `use`; a failure while stopping is not a second error.
  fatal.catch(() => undefined);
  const coordinator = await startCoordinator({
    addresses: {
      listen: { host: '127.0.0.1', port: DEFAULT_PORT },
      mayMove: true,
      // It listens on loopback; what --insecure allows here is metrics for other machines.
      security: { ...CLEAR, insecure: values.insecure },
      health: undefined,
      metrics: values.metrics,
    },
    queueDir: resolve(io.cwd, values.queueDir),
    fsync: values.fsync,
    store,
    graph: values.graph,
    roots,
    cwd: io.cwd,
    logger: viewLogger(view),
    answer: answerQuestion(store),
    configuredModel: values.ollamaModel,
    onFatal: fail,
  });
  const address = formatHostPort(coordinator.address);
  const fleet = startFleet({
    count: values.workers,
    args: ['--coordinator', address, ...modelArgs(values), '--grace', String(WORKER_GRACE_SECONDS)],
    cwd: io.cwd,
    env: io.env,
    onLost: (text) => {
      view.say(text);
    },
    onHopeless: fail,
  });
  const monitor = values.tui ? startMonitor(address, io.cwd) : null;
  try {
    return await use({ coordinator, fleet, monitor }, fatal);
  } finally {
    monitor?.stop();
    await monitor?.ended;
    await fleet.stop((WORKER_GRACE_SECONDS + 1) * 1000);
    await coordinator.stop(STOP_MS);
  }
}
