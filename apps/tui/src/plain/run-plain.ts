import { EXIT } from '@filigree/base';
import type { Clock, Random } from '@filigree/base';
import { note, printJson, printLine } from '@filigree/cli';
import type { Io } from '@filigree/cli';
import type { ControlClient } from '@filigree/protocol';
import { NO_MONITOR, reduceMonitor } from '../model/monitor.ts';
import type { MonitorEvent } from '../model/monitor.ts';
import { followCoordinator } from '../shell/follow-coordinator.ts';
import { updateJson } from './json.ts';
import { eventLine, progressText, summaryText } from './lines.ts';
import { NOT_WATCHING, nearlyEnded, watchRuns } from './run-end.ts';
import { summarize } from './summary.ts';

// A line of progress at most this often.
const EVERY_MS = 2000;

/**
 * The monitor without a terminal: lines, or the stream as JSON lines, until what runs has ended (started idle, until the
 * first run has). Resolves to the exit code: 1 where jobs of it failed, 130 where a signal ended it before.
 */
export async function runPlain(options: {
  readonly client: ControlClient;
  readonly json: boolean;
  readonly clock: Clock;
  readonly random: Random;
  readonly io: Io;
  readonly signal: AbortSignal;
}): Promise<number> {
  const { client, json, clock, random, io } = options;
  const ending = new AbortController();
  const end = (): void => {
    ending.abort();
  };
  options.signal.addEventListener('abort', end);
  let monitor = NO_MONITOR;
  let watch = NOT_WATCHING;
  let code: number = EXIT.interrupted;
  let saidAtMs = -Infinity;
  let saidLost = false;
  let said = '';
  // Lines are written in order, at the reader's pace.
  let writing = Promise.resolve();
  const print = (value: unknown): void => {
    writing = writing.then(() => (json ? printJson(io, value) : printLine(io, String(value))));
  };

  const finish = (): void => {
    const { status } = monitor;
    if (status === null) return;
    const summary = summarize(watchRuns(watch, status).runs, status);
    print(json ? summary : summaryText(summary));
    code = summary.failed > 0 ? EXIT.someFailed : EXIT.done;
    end();
  };

  const onUpdate = (event: Extract<MonitorEvent, { type: 'update' }>): void => {
    const before = monitor;
    monitor = reduceMonitor(monitor, event, clock.monotonicMs());
    const { status } = monitor;
    if (status === null || ending.signal.aborted) return;
    const step = watchRuns(watch, status);
    watch = step.watch;
    saidLost = false;
    if (json) print(updateJson(event.update));
    else {
      // What the first message tells is from before we came.
      const news = before.status === null ? [] : monitor.events.filter((fed) => fed.serial >= before.nextSerial);
      for (const fed of news) {
        const text = eventLine(fed.value);
        if (text !== null) print(text);
      }
      const text = progressText(monitor, status);
      if (step.ended || (text !== said && clock.monotonicMs() - saidAtMs >= EVERY_MS)) {
        print(step.idle ? `${text}; waiting for the first run` : text);
        saidAtMs = clock.monotonicMs();
        said = text;
      }
    }
    if (step.ended) finish();
  };

  try {
    await followCoordinator({
      client,
      ask: { facts: json, workerLog: '' },
      clock,
      random,
      signal: ending.signal,
      tell: (event) => {
        if (event.type === 'update') onUpdate(event);
        else {
          monitor = reduceMonitor(monitor, event, clock.monotonicMs());
          if (event.type !== 'lost') return;
          if (monitor.status !== null && nearlyEnded(watch, monitor.status)) finish();
          else if (!saidLost) {
            saidLost = true;
            note(io, `${event.reason}; trying again until it answers`);
          }
        }
      },
    });
    await writing;
    return code;
  } finally {
    options.signal.removeEventListener('abort', end);
    end();
  }
}
