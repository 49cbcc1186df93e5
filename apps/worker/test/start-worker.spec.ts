import { once } from 'node:events';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { NO_MODEL } from '../src/model/access.ts';
import { startWorker } from '../src/connect/worker.ts';

describe('a worker that starts', () => {
  it('calls its coordinator once its threads have warmed up, not before', async () => {
    let calls = 0;
    const server = createServer((socket) => {
      calls++;
      socket.destroy();
    }).listen(0, '127.0.0.1');
    await once(server, 'listening');
    const graph = {
      canWrite: false,
      expect: () => undefined,
      write: () => Promise.resolve(),
      close: () => Promise.resolve(),
    };
    const starting = startWorker({
      endpoint: { host: '127.0.0.1', port: (server.address() as AddressInfo).port },
      security: { insecure: true, tlsCa: undefined, tlsCert: undefined, tlsKey: undefined, tokenFile: undefined },
      workerId: 'w',
      bootId: 'boot',
      host: 'here',
      version: '1',
      concurrency: 1,
      aiConcurrency: 0,
      model: NO_MODEL,
      graph,
      ai: 'off',
      onChange: () => undefined,
    });
    const called = once(server, 'connection');
    // A call that began before would have come long since: threads need many turns of this loop to load their code.
    const worker = await starting;
    const callsBefore = calls;
    await called;
    // No reconnection may come after the client is closed.
    worker.session.stop(0);
    await worker.finished;
    await worker.close();
    server.close();
    expect(callsBefore).toBe(0);
  });
});
