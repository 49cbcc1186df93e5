// The door of a real gRPC server: how many come in, how long they may stand in it, and who is sent away.
import { connect } from 'node:http2';
import { Client, Metadata, Server, ServerCredentials, credentials, status } from '@grpc/grpc-js';
import type { ClientDuplexStream, ServerInterceptingCallInterface, UntypedServiceImplementation } from '@grpc/grpc-js';
import { FiligreeError } from '@filigree/base';
import { controlServiceDefinition, workerServiceDefinition } from '../src/index.ts';
import { streamEmitter } from '../src/emit.ts';
import { FIRST_MESSAGE_WITHIN_MS } from '../src/limits.ts';
import { makeGuard } from '../src/security/guard.ts';
import { makeOpenCalls } from '../src/security/open-calls.ts';
import type { OpenCall, OpenCalls } from '../src/security/open-calls.ts';
import { makeRefusals } from '../src/security/refusals.ts';
import { parseTokens } from '../src/security/tokens.ts';

const WORK = '/filigree.v1.WorkerService/Work';
const DUMP = '/filigree.v1.ControlService/DumpGraph';
const STATUS = '/filigree.v1.ControlService/GetStatus';
const TOKEN = 't'.repeat(32);
const raw = (bytes: Buffer): Buffer => bytes;

const LIMITS = [
  { kind: 'Work streams', methods: ['Work'], perCaller: 3, total: 4 },
  { kind: 'calls', methods: [], perCaller: 2, total: 2 },
];

describe('a server that takes three Work streams of one caller', () => {
  let server: Server;
  let address: string;
  let openCalls: OpenCalls;
  let tokens = parseTokens(`${TOKEN}\nworker ${'u'.repeat(32)}\n`, 'tokens');
  const clients: Client[] = [];
  const refused: string[] = [];
  let handlersSeen = 0;
  let ended: () => void = () => undefined;

  beforeAll(async () => {
    openCalls = makeOpenCalls(LIMITS);
    const guard = makeGuard({
      tokens: () => tokens,
      certificates: false,
      openCalls,
      refusals: makeRefusals(),
      onRefused: ({ code }) => refused.push(code),
    });
    server = new Server({ interceptors: [guard] });
    server.addService(workerServiceDefinition, {
      work: (call: ClientDuplexStream<unknown, unknown>) => {
        handlersSeen += 1;
        call.on('data', () => call.write({ leases: [] }));
        call.on('cancelled', () => {
          ended();
        });
        call.on('error', () => undefined);
      },
      readFiling: () => undefined,
    } as unknown as UntypedServiceImplementation);
    const port = await new Promise((resolve, reject) => {
      server.bindAsync('127.0.0.1:0', ServerCredentials.createInsecure(), (error, bound) => {
        if (error === null) resolve(bound);
        else reject(error);
      });
    });
    address = `127.0.0.1:${String(port)}`;
  });
  afterAll(() => {
    for (const client of clients) client.close();
    server.forceShutdown();
  });

  interface Opened {
    readonly call: ClientDuplexStream<Buffer, Buffer>;
    /** The name of the status, once it has ended. */
    readonly over: Promise<string>;
    /** The first answer, or the end. */
    readonly answered: Promise<string>;
  }

  function open(token: string, message: Buffer | null = Buffer.alloc(0)): Opened {
    const client = new Client(address, credentials.createInsecure(), { 'grpc.use_local_subchannel_pool': 1 });
    clients.push(client);
    const metadata = new Metadata();
    metadata.set('authorization', `Bearer ${token}`);
    const call = client.makeBidiStreamRequest(WORK, raw, raw, metadata);
    call.on('error', () => undefined);
    const over = new Promise<string>((resolve) => {
      call.on('status', ({ code }) => {
        resolve(status[code]);
      });
    });
    const data = new Promise<string>((resolve) => {
      call.on('data', () => {
        resolve('ANSWERED');
      });
    });
    if (message !== null) call.write(message);
    return { call, over, answered: Promise.race([data, over]) };
  }

  it('refuses the fourth, and a fifth of another caller for all together, and takes one when another has left', async () => {
    const three = [open(TOKEN), open(TOKEN), open(TOKEN)];
    expect(await Promise.all(three.map(({ answered }) => answered))).toEqual(['ANSWERED', 'ANSWERED', 'ANSWERED']);
    expect(await open(TOKEN).answered).toBe('RESOURCE_EXHAUSTED');
    const other = open('u'.repeat(32));
    expect(await other.answered).toBe('ANSWERED');
    expect(await open('u'.repeat(32)).answered).toBe('RESOURCE_EXHAUSTED');
    expect(refused).toEqual(['OVERLOADED', 'OVERLOADED']);
    expect(handlersSeen).toBe(4);
    const left = new Promise<void>((resolve) => {
      ended = resolve;
    });
    three[0]!.call.cancel();
    await left;
    const again = open(TOKEN);
    expect(await again.answered).toBe('ANSWERED');
    for (const { call } of [...three, other, again]) call.cancel();
  });

  it('ends a call that brings no message in time, and no other', async () => {
    const silent = open(TOKEN, null);
    const speaking = open(TOKEN);
    expect(await speaking.answered).toBe('ANSWERED');
    openCalls.endSilent(performance.now());
    openCalls.endSilent(performance.now() + FIRST_MESSAGE_WITHIN_MS + 1_000);
    expect(await silent.over).toBe('UNAVAILABLE');
    speaking.call.write(Buffer.alloc(0));
    speaking.call.cancel();
  });

  it('ends what a token that is gone had opened, with the reason, and tells the handler', async () => {
    const revoked = open('u'.repeat(32));
    expect(await revoked.answered).toBe('ANSWERED');
    const told = new Promise<void>((resolve) => {
      ended = resolve;
    });
    tokens = parseTokens(`${TOKEN}\n`, 'tokens');
    openCalls.endWhere(({ authorization }) =>
      authorization === `Bearer ${TOKEN}` ? null : new FiligreeError('UNAUTHENTICATED', 'the token is gone'),
    );
    expect(await revoked.over).toBe('UNAUTHENTICATED');
    await told;
    expect(await open('u'.repeat(32)).over).toBe('UNAUTHENTICATED');
  });
});

describe('the count of open calls', () => {
  const entering = (path: string, caller: string): OpenCall => ({
    path,
    call: {} as ServerInterceptingCallInterface,
    caller,
    authorization: undefined,
    openedMs: 0,
    heard: false,
  });

  it('is kept for each caller and in all, for each kind by itself', () => {
    const calls = makeOpenCalls(LIMITS);
    const first = entering(STATUS, 'a');
    calls.enter(first);
    calls.enter(entering(STATUS, 'b'));
    expect(() => {
      calls.enter(entering(DUMP, 'c'));
    }).toThrow('too many calls are open: 2');
    calls.enter(entering(WORK, 'c'));
    calls.leave(first);
    calls.leave(first);
    calls.enter(entering(DUMP, 'c'));
  });

  it('lets one credential dump the graph eight times at once, and all together thirty-two times', () => {
    const calls = makeOpenCalls();
    const fill = (caller: string): number => {
      let count = 0;
      try {
        for (; count < 100; count++) calls.enter(entering(DUMP, caller));
      } catch (error) {
        expect(error).toMatchObject({ code: 'OVERLOADED' });
      }
      return count;
    };
    expect(['a', 'b', 'c', 'd', 'e'].map(fill)).toEqual([8, 8, 8, 8, 0]);
  });
});

describe('an answer that nobody reads', () => {
  it('waits for its reader without taking memory, ends in time, and gives its stream back', async () => {
    const server = new Server();
    let written = 0;
    const over = new Promise<unknown>((resolve) => {
      server.addService(controlServiceDefinition, {
        dumpGraph: (call: never) => {
          const { emit, signal } = streamEmitter<unknown, { lines: string[] }>(call, 200);
          const run = async (): Promise<void> => {
            for (;;) {
              await emit({ lines: ['x'.repeat(64 * 1024)] });
              written += 1;
            }
          };
          run().catch((error: unknown) => {
            resolve({ error, aborted: signal.aborted });
          });
        },
      } as unknown as UntypedServiceImplementation);
    });
    const port = await new Promise<number>((resolve, reject) => {
      server.bindAsync('127.0.0.1:0', ServerCredentials.createInsecure(), (error, bound) => {
        if (error === null) resolve(bound);
        else reject(error);
      });
    });
    // A client of ours would read ahead; this one takes what HTTP/2 gives unasked, 64 KiB.
    const session = connect(`http://127.0.0.1:${String(port)}`);
    const request = session.request({
      ':method': 'POST',
      ':path': DUMP,
      'content-type': 'application/grpc',
      te: 'trailers',
    });
    const reset = new Promise((resolve) => {
      request.on('error', resolve);
      request.on('aborted', resolve);
      request.on('close', resolve);
    });
    request.end(Buffer.alloc(5));
    expect(await over).toMatchObject({ error: { code: 'UNREACHABLE' }, aborted: true });
    expect(written).toBeLessThan(10);
    request.resume();
    await reset;
    // The stream is reset: an orderly end waits for it.
    session.close();
    await new Promise<void>((resolve) => {
      server.tryShutdown(() => {
        resolve();
      });
    });
  });
});
