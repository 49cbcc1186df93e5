import { createServer } from 'node:net';
import type { AddressInfo, Server } from 'node:net';
import { FiligreeError } from '@filigree/base';
import type { Clock } from '@filigree/base';
import { Bench } from '@filigree/testing';
import { whenReachable } from '../src/serve/when-reachable.ts';

const IN_ORDER = { code: 0, signal: null };
const NEO4J = { NEO4J_PASSWORD: 'secret-1', NEO4J_USER: 'neo4j' };

/** A service that takes connections and says nothing. */
async function silentService(): Promise<{ readonly port: number; readonly called: Promise<void>; end(): void }> {
  let server: Server | null = null;
  const called = new Promise<void>((resolve) => {
    server = createServer((socket) => {
      socket.on('error', () => undefined);
      socket.unref();
      resolve();
    });
  });
  const listening = server as unknown as Server;
  await new Promise<void>((resolve) => listening.listen(0, '127.0.0.1', resolve));
  listening.unref();
  return { port: (listening.address() as AddressInfo).port, called, end: () => listening.close() };
}

describe('starting and stopping', () => {
  let bench: Bench;
  beforeEach(async () => {
    bench = await Bench.open();
  });
  afterEach(() => bench.end());

  const serveOnNeo4j = (port: number): ReturnType<Bench['start']> =>
    bench.start('coordinator', ['serve', '--graph', 'neo4j', '--listen', '127.0.0.1:0', '--metrics', 'off'], {
      ...NEO4J,
      NEO4J_URI: `bolt://127.0.0.1:${String(port)}`,
    });

  // The grace is for filings that run: the tests' own limit is far below it.
  it('ends a worker without work at once, whatever its grace, connected or not', async () => {
    const { address, process } = await bench.serve('.');
    const connected = await bench.connect(address, ['--grace', '3600']);
    connected.kill('SIGTERM');
    expect(await connected.ended).toEqual(IN_ORDER);
    process.kill('SIGTERM');
    expect(await process.ended).toEqual(IN_ORDER);

    const alone = bench.start('worker', ['connect', '--coordinator', address, '--no-ai', '--grace', '3600']);
    await alone.printed(/no coordinator answers/);
    alone.kill('SIGTERM');
    expect(await alone.ended).toEqual(IN_ORDER);
  });

  it('ends a worker that waits for an answer of Ollama before it connects', async () => {
    const ollama = await silentService();
    const url = `http://127.0.0.1:${String(ollama.port)}`;
    const worker = bench.start('worker', ['connect', '--ollama-url', url, '--coordinator', '127.0.0.1:1']);
    await ollama.called;
    worker.kill('SIGTERM');
    expect(await worker.ended).toEqual(IN_ORDER);
    ollama.end();
  });

  it('waits for a Neo4j that is not there, says so once, and ends in order', async () => {
    const waiting = serveOnNeo4j(1);
    await waiting.printed(/Neo4j at bolt:\/\/127\.0\.0\.1:1 .*trying again until it answers/);
    waiting.kill('SIGTERM');
    expect(await waiting.ended).toEqual(IN_ORDER);
    expect(waiting.stderr().trimEnd().split('\n')).toHaveLength(2);
  });

  it('says that it waits for a Neo4j that takes the connection and is silent, and ends in order', async () => {
    const neo4j = await silentService();
    const waiting = serveOnNeo4j(neo4j.port);
    await waiting.printed(/Neo4j at bolt:\/\/127\.0\.0\.1:\d+ has not answered yet/);
    waiting.kill('SIGTERM');
    expect(await waiting.ended).toEqual(IN_ORDER);
    neo4j.end();
  });
});

describe('waiting for a service', () => {
  const clock: Clock = {
    monotonicMs: () => 0,
    wallMs: () => 0,
    after: (_delayMs, act) => {
      setImmediate(act);
      return { cancel: () => undefined };
    },
  };

  it('tells once what is not there, and gives what comes in the end', async () => {
    const told: string[] = [];
    let tries = 0;
    const opened = await whenReachable(
      () => (++tries < 4 ? Promise.reject(new FiligreeError('UNREACHABLE', 'not there')) : Promise.resolve('there')),
      clock,
      (text) => told.push(text),
    );
    expect({ opened, tries, told }).toEqual({
      opened: 'there',
      tries: 4,
      told: ['not there; trying again until it answers'],
    });
  });

  it('does not try again what will not get better', async () => {
    const wrong = new FiligreeError('UNAUTHENTICATED', 'wrong password');
    await expect(
      whenReachable(
        () => Promise.reject(wrong),
        clock,
        () => undefined,
      ),
    ).rejects.toBe(wrong);
  });
});
