import { randomUUID } from 'node:crypto';
import { hostname } from 'node:os';
import { EXIT, systemClock } from '@filigree/base';
import type { Timer } from '@filigree/base';
import { CLIENT_FLAGS, MODEL_FLAGS, NEO4J_FLAGS, defineCommand, makeLogger, watchSignals } from '@filigree/cli';
import { warningOfClear } from '@filigree/protocol';
import { makeGraphAccess } from '../graph/graph-access.ts';
import { NO_MODEL } from '../model/access.ts';
import type { ModelAccess } from '../model/access.ts';
import { openModel } from '../model/open-model.ts';
import { watchModel } from '../model/watch-model.ts';
import { VERSION } from '../version.ts';
import { openHealthDoor } from './health.ts';
import { startWorker } from './worker.ts';
import type { RunningWorker, WorkerChange } from './worker.ts';

// Of the grace, this much is kept for giving back what did not finish.
const SETTLE_MS = 2000;

/** `worker connect`: leases filings from a coordinator until it is told to stop. */
export const connectCommand = defineCommand({
  name: 'connect',
  summary: 'process filings for a coordinator',
  flags: [...CLIENT_FLAGS, 'id', 'concurrency', ...MODEL_FLAGS, ...NEO4J_FLAGS, 'grace', 'health'],
  examples: [
    'worker connect',
    'worker connect --coordinator 10.0.0.5:50051 --concurrency 4',
    'worker connect --no-ai --id reader-1',
  ],
  async run(values, _args, io) {
    const logger = makeLogger(process.stderr, systemClock, (io.env['FILIGREE_DEBUG'] ?? '') !== '');
    const host = hostname();
    const workerId = values.id ?? `${host}-${String(process.pid)}`;
    const signals = watchSignals((name) => {
      logger.log('warn', `${name} again: ending at once`, { worker: workerId });
      process.exit(EXIT.interrupted);
    });
    const code = (): number => (signals.received() === 'SIGINT' ? EXIT.interrupted : EXIT.done);
    // Before it is connected it holds nothing: it may end at any point, whatever it waits for.
    const leaveEarly = (): void => {
      process.exit(code());
    };
    signals.signal.addEventListener('abort', leaveEarly);
    // Started by load-graph: when that process is gone, nobody needs this one.
    process.once('disconnect', leaveEarly);
    if (process.send !== undefined && !process.connected) leaveEarly();
    const warning = warningOfClear(values, values.coordinator.host);
    if (warning !== null) logger.log('warn', warning, { worker: workerId });
    const graph = await makeGraphAccess(io.env);
    let away = false;
    // The model is looked for before the worker is there.
    let running: RunningWorker | null = null;

    const health = values.health === undefined ? null : await openHealthDoor(values.health);
    const onChange = (change: WorkerChange): void => {
      if (change.kind === 'connected') {
        away = false;
        logger.log('info', `connected to ${change.place}`, { worker: workerId, epoch: change.epoch });
      } else if (change.kind === 'draining') {
        logger.log('info', 'draining: finishing what runs, taking nothing new', { worker: workerId });
      } else if (!away && change.retryInMs > 0) {
        // Said once, however long it takes.
        away = true;
        const remedy = change.error?.remedy ?? '';
        logger.log('warn', `${change.reason}${remedy === '' ? '' : `; ${remedy}`}; trying again until it answers`, {
          worker: workerId,
        });
      }
    };

    const model = values.ai === 'off' ? null : await openModel(values, io.cwd);
    const watch =
      model === null
        ? null
        : watchModel({
            pool: model,
            mode: values.ai,
            pull: !values.noPull,
            clock: systemClock,
            onChange: ({ level, text }) => {
              logger.log(level, text, { worker: workerId });
              running?.session.capabilitiesChanged();
            },
          });
    // The first Hello says what this worker can do.
    await watch?.ready;
    const modelAccess: ModelAccess =
      model === null || watch === null
        ? NO_MODEL
        : {
            get model() {
              return watch.model;
            },
            ask: model.ask,
            doubt: () => {
              watch.doubt();
            },
          };

    const stopAround = (): void => {
      watch?.stop();
      health?.stop();
      signals.stop();
    };
    const worker = await startWorker({
      endpoint: values.coordinator,
      security: values,
      workerId,
      bootId: randomUUID(),
      host,
      version: VERSION,
      concurrency: values.concurrency,
      // Leases that would wait for a model that is not there would only wait here instead of running elsewhere.
      aiConcurrency: watch === null || (values.ai === 'auto' && watch.model === null) ? 0 : values.aiConcurrency,
      model: modelAccess,
      graph,
      ai: values.ai,
      onChange,
    }).catch((error: unknown) => {
      stopAround();
      throw error;
    });

    running = worker;

    const graceMs = values.grace * 1000;
    let lastCall: Timer | null = null;
    const leave = (): void => {
      health?.set('NOT_SERVING');
      logger.log('info', `ending: up to ${String(values.grace)} s for ${String(worker.session.running)} running`, {
        worker: workerId,
      });
      worker.session.drain();
      lastCall = systemClock.after(Math.max(0, graceMs - SETTLE_MS), () => {
        worker.session.stop(Math.min(SETTLE_MS, graceMs));
      });
    };
    signals.signal.removeEventListener('abort', leaveEarly);
    signals.signal.addEventListener('abort', leave, { once: true });
    process.off('disconnect', leaveEarly);
    process.once('disconnect', () => {
      worker.session.stop(SETTLE_MS);
    });

    await worker.finished;
    (lastCall as Timer | null)?.cancel();
    await worker.close();
    stopAround();
    if (process.connected) process.disconnect();
    return code();
  },
});
