import { Server, ServerCredentials } from '@grpc/grpc-js';
import { MAX_MESSAGE_BYTES, makeWorkServer, openWorkClient, workerServiceDefinition } from '../src/index.ts';
import type { FiligreeError } from '@filigree/base';
import type { WorkClient, WorkStream } from '../src/index.ts';

const CLEAR = { tlsCert: undefined, tlsKey: undefined, tlsCa: undefined, tokenFile: undefined, insecure: false };

describe('a coordinator that takes three streams of one machine', () => {
  const server = new Server({ 'grpc.max_receive_message_length': MAX_MESSAGE_BYTES });
  const clients: WorkClient[] = [];
  const arrived: (() => void)[] = [];
  let left = 0;
  let port = 0;
  const work = makeWorkServer(
    {
      opened: () => arrived.shift()?.(),
      frame: () => undefined,
      awaits: () => true,
      closed: () => {
        left += 1;
      },
      readFiling: () => Promise.resolve(),
    },
    { total: 10, perPeer: 3 },
  );

  beforeAll(async () => {
    server.addService(workerServiceDefinition, work.implementation);
    port = await new Promise((resolve, reject) => {
      server.bindAsync('127.0.0.1:0', ServerCredentials.createInsecure(), (error, bound) => {
        if (error === null) resolve(bound);
        else reject(error);
      });
    });
  });
  afterAll(() => {
    for (const client of clients) client.close();
    server.forceShutdown();
  });

  /** Opens a stream; resolves when the server has it, or to the error with which it ended. */
  function open(): Promise<{ stream: WorkStream; error: FiligreeError | null }> {
    const client = openWorkClient({ host: '127.0.0.1', port }, CLEAR);
    clients.push(client);
    return new Promise((resolve) => {
      const stream = client.openStream({
        received: () => undefined,
        closed: (error) => {
          resolve({ stream, error });
        },
      });
      arrived.push(() => {
        resolve({ stream, error: null });
      });
      stream.send({ credit: 0 });
    });
  }

  it('refuses the fourth with a remedy, keeps the others, and takes one when another has left', async () => {
    const three = [await open(), await open(), await open()];
    expect(three.map(({ error }) => error)).toEqual([null, null, null]);
    const { error } = await open();
    expect(error).toMatchObject({
      code: 'OVERLOADED',
      message: expect.stringMatching(/3 from 127\.0\.0\.1/) as string,
    });
    expect(error?.remedy).toMatch(/--concurrency/);
    expect(work.openStreams).toBe(3);
    arrived.length = 0;

    three[0]!.stream.cancel();
    while (left === 0) await new Promise((resolve) => setImmediate(resolve));
    expect((await open()).error).toBeNull();
  });
});
