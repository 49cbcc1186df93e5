import { resolve } from 'node:path';
import { EXIT, FiligreeError, describeError, makeDirectory, systemClock } from '@filigree/base';
import {
  DEFAULT_PORT,
  NEO4J_FLAGS,
  defineCommand,
  formatHostPort,
  makeLogger,
  note,
  watchSignals,
} from '@filigree/cli';
import type { GraphStore } from '@filigree/graph';
import { answerQuestion } from '../graph/answer.ts';
import { startCoordinator } from '../serve/coordinator.ts';
import type { RunningCoordinator } from '../serve/coordinator.ts';
import { boundGarbage } from '../serve/heap.ts';
import { openStore, placeOf } from '../serve/open-store.ts';
import { openRoots } from '../serve/roots.ts';
import { tellWhenSlow, whenReachable } from '../serve/when-reachable.ts';
import { securityOf } from './client.ts';

const STOP_MS = 2000;

/** `coordinator serve`: holds the queue until it is told to stop. */
export const serveCommand = defineCommand({
  name: 'serve',
  summary: 'hold the queue, hand filings to workers, write the graph',
  flags: [
    'listen',
    'queueDir',
    'graph',
    'filingsRoots',
    'fsync',
    'ollamaModel',
    'metrics',
    'health',
    'tlsCert',
    'tlsKey',
    'tlsCa',
    'tokenFile',
    'insecure',
    ...NEO4J_FLAGS,
  ],
  examples: [
    'coordinator serve --filings ./filings',
    'coordinator serve --graph neo4j --queue-dir /var/lib/filigree/queue',
    'coordinator serve --listen 0.0.0.0:50051 --tls-cert cert.pem --tls-key key.pem --tls-ca ca.pem',
  ],
  async run(values, _args, io) {
    const logger = makeLogger(process.stderr, systemClock, (io.env['FILIGREE_DEBUG'] ?? '') !== '');
    const signals = watchSignals((name) => {
      note(io, `${name} again: ending at once`);
      process.exit(EXIT.interrupted);
    });
    const code = (): number => (signals.received() === 'SIGINT' ? EXIT.interrupted : EXIT.done);
    // While it starts, nothing is handed out or promised: it may end at any point, whatever it waits for.
    const leave = (): void => {
      logger.log('info', `${signals.received() ?? 'stop'} before it served: nothing was handed out`);
      process.exit(code());
    };
    signals.signal.addEventListener('abort', leave);
    if (values.filingsRoots.length === 1 && values.filingsRoots[0] === './filings')
      await makeDirectory(resolve(io.cwd, './filings'));
    const roots = await openRoots(values.filingsRoots, io.cwd);
    let fatal: FiligreeError | null = null;
    let wake: () => void = () => undefined;
    const ended = new Promise<void>((done) => {
      wake = done;
    });
    let slow = false;
    const open = async (): Promise<GraphStore> => {
      const store = openStore(values.graph, io.cwd, io.env);
      return tellWhenSlow(store, systemClock, () => {
        if (!slow) logger.log('warn', `${placeOf(values.graph, io.env)} has not answered yet; waiting until it does`);
        slow = true;
      });
    };
    const start = async (): Promise<{ store: GraphStore; coordinator: RunningCoordinator }> => {
      const store = await open();
      try {
        const coordinator = await startCoordinator({
          addresses: {
            listen: values.listen,
            mayMove: false,
            security: securityOf(values),
            health: values.health,
            metrics: values.metrics,
          },
          queueDir: resolve(io.cwd, values.queueDir),
          fsync: values.fsync,
          store,
          graph: values.graph,
          roots,
          cwd: io.cwd,
          logger,
          answer: answerQuestion(store),
          configuredModel: values.ollamaModel,
          onFatal: (error) => {
            fatal = error;
            wake();
          },
        });
        return { store, coordinator };
      } catch (error) {
        await store.close();
        throw error;
      }
    };
    const { store, coordinator } = await whenReachable(start, systemClock, (text) => {
      if (!slow) logger.log('warn', text);
      slow = true;
    });
    signals.signal.removeEventListener('abort', leave);
    signals.signal.addEventListener('abort', wake);
    try {
      const { jobs } = coordinator.queue.look((dispatcher, nowMs) => dispatcher.status(nowMs));
      const address = formatHostPort(coordinator.address);
      boundGarbage();
      logger.log(
        'info',
        `serving on ${address}: ${String(jobs.pending + jobs.processing)} jobs to do, ${String(jobs.completed)} done`,
        { epoch: coordinator.queue.epoch },
      );
      if (coordinator.address.port !== DEFAULT_PORT)
        logger.log('info', `workers and commands reach it with --coordinator ${address}`);
      if (coordinator.metrics !== null) logger.log('info', `metrics on ${coordinator.metrics}`);
      await ended;
      if (fatal !== null) throw fatal as FiligreeError;
      logger.log('info', `${signals.received() ?? 'stop'}: workers are told, the queue is synced`);
      await coordinator.stop(STOP_MS);
    } finally {
      await store.close().catch((error: unknown) => {
        logger.log('warn', `graph: ${describeError(error)}`);
      });
      signals.stop();
    }
    return code();
  },
});
