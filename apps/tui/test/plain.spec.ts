import { PassThrough, Readable } from 'node:stream';
import { systemClock } from '@filigree/base';
import type { Io } from '@filigree/cli';
import { openControlClient } from '@filigree/protocol';
import type { StatusView } from '@filigree/protocol';
import { runPlain } from '../src/plain/run-plain.ts';
import { counts, event, fact, run, status, watchUpdate, worker } from './builders.ts';
import { startFakeCoordinator } from './fake-coordinator.ts';
import type { FakeCoordinator } from './fake-coordinator.ts';
import { NASTY } from './scene.ts';

const OPEN = { tlsCert: undefined, tlsKey: undefined, tlsCa: undefined, tokenFile: undefined, insecure: false };

interface Monitor {
  /** Everything that was printed so far. */
  readonly out: () => string;
  readonly err: () => string;
  readonly ended: Promise<number>;
  /** Resolves when `text` was printed on either stream. */
  readonly sees: (text: string) => Promise<void>;
  readonly interrupt: () => void;
}

function collect(stream: PassThrough): () => string {
  let text = '';
  stream.on('data', (chunk: Buffer) => (text += chunk.toString()));
  return () => text;
}

function watchPlainly(port: number, json = false): Monitor {
  const stdout = new PassThrough();
  const stderr = new PassThrough();
  const out = collect(stdout);
  const err = collect(stderr);
  const io: Io = { stdin: Readable.from([]), stdout, stderr, env: {}, cwd: '.' };
  const client = openControlClient({ host: '127.0.0.1', port }, OPEN);
  const stop = new AbortController();
  const ended = runPlain({ client, json, clock: systemClock, random: () => 0.5, io, signal: stop.signal }).finally(
    () => {
      client.close();
    },
  );
  return {
    out,
    err,
    ended,
    interrupt: () => {
      stop.abort();
    },
    sees: (text) =>
      new Promise((resolve) => {
        const look = (): void => {
          if (!(out() + err()).includes(text)) return;
          stdout.off('data', look);
          stderr.off('data', look);
          resolve();
        };
        stdout.on('data', look);
        stderr.on('data', look);
        look();
      }),
  };
}

function running(completed: number, total: number, failed = 0): StatusView {
  const jobs = counts({ completed, failed, pending: total - completed - failed });
  return status({ jobs, workers: [worker('w1', { busy: 1 })], runs: [run('run-12345678', { jobs, elapsedMs: 4000 })] });
}

function ended(completed: number, failed = 0): StatusView {
  const jobs = counts({ completed, failed });
  const runs = [run('run-12345678', { jobs, ended: true, elapsedMs: 4000, alreadyDone: 2 })];
  return status({ jobs, runs, graph: { ...status().graph, companies: 12, people: 34 } });
}

async function withCoordinator(
  first: StatusView,
  act: (coordinator: FakeCoordinator) => Promise<void>,
  port?: number,
): Promise<void> {
  const coordinator = await startFakeCoordinator({
    ...(port === undefined ? {} : { port }),
    first: watchUpdate({ status: first, snapshot: true }),
  });
  try {
    await act(coordinator);
  } finally {
    await coordinator.kill();
  }
}

describe('the monitor without a terminal', () => {
  it('prints lines of progress and ends with the run', async () => {
    await withCoordinator(running(3, 10), async (coordinator) => {
      const monitor = watchPlainly(coordinator.port);
      await monitor.sees('run run-1234: 30%, 3 of 10');
      await coordinator.tell(watchUpdate({ status: ended(10) }));
      expect(await monitor.ended).toBe(0);
      expect(monitor.out().trimEnd().split('\n').at(-1)).toBe(
        'run run-1234 ended: 10 processed, 0 failed, 2 already done, in 4.0 s (2.5/s); graph: 12 companies, 34 people, 0 events, 0 relationships',
      );
    });
  });

  it('started idle, waits for the first run although others have ended before', async () => {
    await withCoordinator(ended(5), async (coordinator) => {
      const monitor = watchPlainly(coordinator.port);
      await monitor.sees('waiting for the first run');
      const second = {
        ...running(1, 2),
        runs: [run('second', { jobs: counts({ completed: 1, pending: 1 }) }), ...ended(5).runs],
      };
      await coordinator.tell(watchUpdate({ status: second }));
      const jobs = counts({ completed: 2 });
      const done = { ...ended(7), runs: [run('second', { jobs, ended: true }), ...ended(5).runs] };
      await coordinator.tell(watchUpdate({ status: done }));
      expect(await monitor.ended).toBe(0);
      expect(monitor.out()).toContain('run second ended: 2 processed');
    });
  });

  it('exits with 1 when jobs of the run failed, and tells each failure in a line without control characters', async () => {
    await withCoordinator(running(3, 10), async (coordinator) => {
      const monitor = watchPlainly(coordinator.port);
      await coordinator.watched();
      const failed = event(9, { kind: 'failed', worker: 'w1', text: NASTY });
      await coordinator.tell(watchUpdate({ status: running(8, 10, 1), events: [failed] }));
      await coordinator.tell(watchUpdate({ status: ended(9, 1) }));
      expect(await monitor.ended).toBe(1);
      expect(monitor.out()).toMatch(/^failed: w1 0000910662-10-000009 Evil \[2J +Corp/m);
      expect(monitor.out()).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u202e]/);
    });
  });

  it('says once that the coordinator is away, comes back by itself, and ends with the run', async () => {
    let port = 0;
    let monitor: Monitor | undefined;
    await withCoordinator(running(3, 10), async (coordinator) => {
      port = coordinator.port;
      monitor = watchPlainly(port);
      await monitor.sees('30%');
    });
    await monitor!.sees('trying again until it answers');
    await withCoordinator(
      { ...running(6, 10), epoch: 2 },
      async (coordinator) => {
        await coordinator.watched();
        await coordinator.tell(watchUpdate({ status: { ...ended(10), epoch: 2 } }));
        expect(await monitor!.ended).toBe(0);
      },
      port,
    );
    expect(monitor!.err().split('trying again').length - 1).toBe(1);
    expect(monitor!.out()).toContain('ended: 10 processed');
  });

  it('waits for a coordinator that is not there yet', async () => {
    let port = 0;
    await withCoordinator(status(), (coordinator) => {
      port = coordinator.port;
      return Promise.resolve();
    });
    const monitor = watchPlainly(port);
    await monitor.sees(`no coordinator answers at 127.0.0.1:${String(port)}`);
    await withCoordinator(
      running(1, 2),
      async (coordinator) => {
        await coordinator.watched();
        await coordinator.tell(watchUpdate({ status: ended(2) }));
        expect(await monitor.ended).toBe(0);
      },
      port,
    );
  });

  it('ends when a coordinator goes away with every job done and only its last word missing', async () => {
    const jobs = counts({ completed: 10 });
    const resolving = status({ jobs, runs: [run('run-12345678', { jobs })] });
    let monitor: Monitor | undefined;
    await withCoordinator(resolving, async (coordinator) => {
      monitor = watchPlainly(coordinator.port);
      await monitor.sees('100%');
    });
    expect(await monitor!.ended).toBe(0);
  });

  it('exits with 130 when it is interrupted', async () => {
    await withCoordinator(running(3, 10), async (coordinator) => {
      const monitor = watchPlainly(coordinator.port);
      await monitor.sees('30%');
      monitor.interrupt();
      expect(await monitor.ended).toBe(130);
    });
  });

  it('prints the stream as JSON lines with --json, the summary last', async () => {
    await withCoordinator(running(3, 10), async (coordinator) => {
      const monitor = watchPlainly(coordinator.port, true);
      await coordinator.watched();
      expect(coordinator.asks).toEqual([{ facts: true, workerLog: '' }]);
      await coordinator.tell(watchUpdate({ status: running(4, 10), facts: [fact(1, 'A → B')], events: [event(1)] }));
      await coordinator.tell(watchUpdate({ status: ended(10) }));
      expect(await monitor.ended).toBe(0);
      const lines = monitor
        .out()
        .trimEnd()
        .split('\n')
        .map((text) => JSON.parse(text) as Record<string, unknown>);
      expect(lines).toHaveLength(4);
      expect(lines[0]).toMatchObject({
        snapshot: true,
        jobs: { completed: 3 },
        workers: [{ id: 'w1', beat_age_ms: 100 }],
      });
      expect(lines[1]).toMatchObject({
        facts: [{ job: 1, fact: { text: 'A → B' } }],
        events: [{ sequence: 1, at_ms: expect.any(Number) }],
      });
      expect(lines[3]).toEqual({
        run: 'run-12345678',
        processed: 10,
        failed: 0,
        cancelled: 0,
        already_done: 2,
        companies: 12,
        people: 34,
        events: 0,
        relationships: 0,
        elapsed_ms: 4000,
        filings_per_second: 2.5,
        graph: 'sqlite:graph.db',
      });
    });
  });
});
