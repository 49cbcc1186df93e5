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
import { answerQuestion } from '../graph/index.ts';
import { startCoordinator } from '../serve/coordinator.ts';
import { openStore } from '../serve/open-store.ts';
import { openRoots } from '../serve/roots.ts';
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
    if (values.filingsRoots.length === 1 && values.filingsRoots[0] === './filings')
      await makeDirectory(resolve(io.cwd, './filings'));
    const roots = await openRoots(values.filingsRoots, io.cwd);
    const store = await openStore(values.graph, io.cwd, io.env);
    let fatal: FiligreeError | null = null;
    let wake: () => void = () => undefined;
    const ended = new Promise<void>((done) => {
      wake = done;
    });
    const signals = watchSignals((name) => {
      note(io, `${name} again: ending at once`);
      process.exit(EXIT.interrupted);
    });
    signals.signal.addEventListener('abort', wake);
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
      const { jobs } = coordinator.queue.look((dispatcher, nowMs) => dispatcher.status(nowMs));
      const address = formatHostPort(coordinator.address);
      logger.log(
        'info',
        `serving on ${address}: ${String(jobs.pending + jobs.processing)} jobs to do, ${String(jobs.completed)} done`,
        { epoch: coordinator.queue.epoch },
      );
      if (coordinator.address.port !== DEFAULT_PORT)
        logger.log('info', `workers and commands reach it with --coordinator ${address}`);
      if (coordinator.metrics !== null)
        logger.log('info', `metrics on http://${formatHostPort(coordinator.metrics)}/metrics`);
      await ended;
      if (fatal !== null) throw fatal as FiligreeError;
      logger.log('info', `${signals.received() ?? 'stop'}: workers are told, the queue is synced`);
      await coordinator.stop(STOP_MS);
    } finally {
      signals.stop();
      await store.close().catch((error: unknown) => {
        logger.log('warn', `graph: ${describeError(error)}`);
      });
    }
    return signals.received() === 'SIGINT' ? EXIT.interrupted : EXIT.done;
  },
});
