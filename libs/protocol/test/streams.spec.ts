import { createHash } from 'node:crypto';
import { Server, ServerCredentials } from '@grpc/grpc-js';
import { FiligreeError } from '@filigree/base';
import type { CoordinatorFrame, WorkerFrame } from '@filigree/queue';
import { CLEAR } from '@filigree/testing';
import { SERVER_OPTIONS, isRefusal, makeWorkServer, openWorkClient, workerServiceDefinition } from '../src/index.ts';
import type { EmitChunk, WorkClient, WorkHandlers, WorkServer } from '../src/index.ts';
import { makeFrameWriter } from '../src/work/frame-writer.ts';

const WELCOME = {
  epoch: 1,
  leaseTtlMs: 30_000,
  beatEveryMs: 5_000,
  graph: { kind: 'sqlite', id: 'g' },
  lost: [],
  roots: [],
  secret: 's3cret',
} as const;

/** A value that comes later. */
function later<T>(): { readonly value: Promise<T>; readonly resolve: (value: T) => void } {
  let resolve: (value: T) => void = () => undefined;
  const value = new Promise<T>((done) => {
    resolve = done;
  });
  return { value, resolve };
}

describe('Work streams over gRPC', () => {
  let server: Server;
  let work: WorkServer;
  let client: WorkClient;
  let handlers: Partial<WorkHandlers>;

  beforeEach(async () => {
    handlers = {};
    work = makeWorkServer({
      opened: (id, caller) => handlers.opened?.(id, caller),
      frame: (id, frame) => handlers.frame?.(id, frame),
      awaits: (id, token) => handlers.awaits?.(id, token) ?? true,
      closed: (id) => handlers.closed?.(id),
      readFiling: (ask, emit, signal) => handlers.readFiling?.(ask, emit, signal) ?? Promise.resolve(),
    });
    server = new Server(SERVER_OPTIONS);
    server.addService(workerServiceDefinition, work.implementation);
    const port = await new Promise<number>((resolve, reject) => {
      server.bindAsync('127.0.0.1:0', ServerCredentials.createInsecure(), (error, bound) => {
        if (error === null) resolve(bound);
        else reject(error);
      });
    });
    client = openWorkClient({ host: '127.0.0.1', port }, CLEAR);
  });
  afterEach(() => {
    client.close();
    server.forceShutdown();
  });

  it('show the secret of the Welcome when a filing is asked for', async () => {
    const asked = later<{ jobId: number; token: number; secret: string }>();
    const welcomed = later<CoordinatorFrame>();
    handlers = {
      opened: (id) => {
        work.send(id, { welcome: WELCOME });
      },
      readFiling: (ask) => {
        asked.resolve(ask);
        return Promise.resolve();
      },
    };
    client.openStream({ received: welcomed.resolve, closed: () => undefined }).send({ credit: 1 });
    expect((await welcomed.value).welcome?.secret).toBe('s3cret');
    await client.readFiling({ jobId: 3, token: 4 }, () => undefined, new AbortController().signal).catch(() => null);
    expect(await asked.value).toEqual({ jobId: 3, token: 4, secret: 's3cret' });
  });

  it('are ended as refused for a message above the limit or a field that breaks one, and not for anything else', async () => {
    const ended = (labels: Record<string, string>): Promise<FiligreeError | null> => {
      const closed = later<FiligreeError | null>();
      const capabilities = { model: null, ai: 'off', writesGraph: false, extractorVersion: '1' } as const;
      const hello = { workerId: 'w', bootId: 'b', host: 'h', version: '1', slots: 1, ahead: 0, capabilities, held: [] };
      client.openStream({ received: () => undefined, closed: closed.resolve }).send({ hello: { ...hello, labels } });
      return closed.value;
    };
    for (const sizeBytes of [5_000_000, 10_000])
      expect(isRefusal(await ended({ a: 'x'.repeat(sizeBytes) }))).toBe(true);
    handlers = {
      frame: (id) => {
        work.end(id, 'for no fault of yours');
      },
    };
    expect(isRefusal(await ended({}))).toBe(false);
  });

  it('carry frames both ways, those of one turn as one, and tell each end once', async () => {
    const seen: WorkerFrame[] = [];
    const answered = later<CoordinatorFrame>();
    const closed = later<number>();
    handlers = {
      frame: (id, frame) => {
        seen.push(frame);
        work.send(id, { settled: [{ token: 1, verdict: 'ACCEPTED' }] });
        work.send(id, { settled: [{ token: 2, verdict: 'STALE' }] });
      },
      closed: closed.resolve,
    };
    const stream = client.openStream({ received: answered.resolve, closed: () => undefined });
    stream.send({ credit: 1, started: [1] });
    stream.send({ credit: 2 });
    expect(await answered.value).toEqual({
      settled: [
        { token: 1, verdict: 'ACCEPTED' },
        { token: 2, verdict: 'STALE' },
      ],
    });
    expect(seen).toEqual([{ credit: 3, started: [1] }]);
    stream.end();
    expect(await closed.value).toBe(1);
    expect(work.openStreams).toBe(0);
  });

  it('end with the reason when the coordinator ends them, what was waiting first', async () => {
    const events: unknown[] = [];
    const over = later<FiligreeError | null>();
    handlers = {
      frame: (id) => {
        work.send(id, { drain: true });
        work.end(id, 'superseded');
      },
    };
    const stream = client.openStream({ received: (frame) => events.push(frame), closed: over.resolve });
    stream.send({ credit: 1 });
    const error = await over.value;
    expect(events).toEqual([{ drain: true }]);
    expect(error?.message).toContain('superseded');
  });

  it('are ended for a frame that breaks the protocol', async () => {
    const over = later<FiligreeError | null>();
    const closed = later<number>();
    handlers = {
      closed: closed.resolve,
      frame: () => {
        throw new FiligreeError('USAGE', 'Hello twice');
      },
    };
    const stream = client.openStream({ received: () => undefined, closed: over.resolve });
    stream.send({ credit: 1 });
    expect(await over.value).toMatchObject({ code: 'USAGE', message: 'Hello twice' });
    await closed.value;
  });

  it('tell a worker at once that nobody answers', async () => {
    const nobody = openWorkClient({ host: '127.0.0.1', port: 1 }, CLEAR);
    const over = later<FiligreeError | null>();
    nobody.openStream({ received: () => undefined, closed: over.resolve });
    expect((await over.value)?.code).toBe('UNREACHABLE');
    nobody.close();
  });

  describe('the bytes of a filing', () => {
    const bytes = Buffer.alloc(600_000, 'filing ');
    const sha256 = createHash('sha256').update(bytes).digest();
    const serve = (mangle: (part: Buffer) => Buffer, end: Buffer = sha256): void => {
      handlers = {
        async readFiling(_ask, emit: EmitChunk) {
          await emit({ data: new Uint8Array(0), sizeBytes: bytes.length });
          for (let at = 0; at < bytes.length; at += 200_000)
            await emit({ data: mangle(bytes.subarray(at, at + 200_000)) });
          await emit({ data: new Uint8Array(0), sha256: end });
        },
      };
    };
    const read = async (): Promise<Buffer> => {
      const parts: Uint8Array[] = [];
      await client.readFiling({ jobId: 1, token: 1 }, (data) => void parts.push(data), new AbortController().signal);
      return Buffer.concat(parts);
    };

    it('come in order and whole', async () => {
      serve((part) => part);
      expect((await read()).equals(bytes)).toBe(true);
    });

    it('are refused when one differs, when some are missing, and when the digest is not sent', async () => {
      serve((part) => Buffer.from(part).fill('x', 0, 1));
      await expect(read()).rejects.toMatchObject({ code: 'CORRUPT' });
      serve((part) => part.subarray(1));
      await expect(read()).rejects.toMatchObject({ code: 'CORRUPT' });
      serve((part) => part, Buffer.alloc(0));
      await expect(read()).rejects.toMatchObject({ code: 'CORRUPT' });
    });

    it('are not read after they were given up', async () => {
      const started = later<AbortSignal>();
      handlers = {
        readFiling: (_ask, emit, signal) =>
          emit({ data: Buffer.from('x'), sizeBytes: 9 }).then(() => {
            started.resolve(signal);
            return new Promise((resolve) => {
              signal.addEventListener('abort', () => {
                resolve();
              });
            });
          }),
      };
      const giving = new AbortController();
      const reading = client.readFiling({ jobId: 1, token: 1 }, () => undefined, giving.signal);
      const signal = await started.value;
      giving.abort();
      await expect(reading).rejects.toMatchObject({ code: 'CANCELLED' });
      if (!signal.aborted)
        await new Promise((resolve) => {
          signal.addEventListener('abort', resolve);
        });
    });
  });
});

describe('a frame writer', () => {
  it('writes nothing while the stream is full, then everything as one, and gives up on a receiver that never reads', async () => {
    const written: number[][] = [];
    let drained: () => void = () => undefined;
    let room = false;
    const overflowed = later<true>();
    const writer = makeFrameWriter<number[], number[]>({
      sink: {
        write: (frame) => {
          written.push(frame);
          return room;
        },
        once: (_event, act) => {
          drained = act;
        },
      },
      merge: (frames) => frames.flat(),
      cut: (frame) => [frame],
      onOverflow: () => {
        overflowed.resolve(true);
      },
      maxWaiting: 5,
    });
    writer.send([1]);
    writer.send([2]);
    writer.flush();
    writer.send([3]);
    writer.send([4]);
    writer.flush();
    expect(written).toEqual([[1, 2]]);
    room = true;
    drained();
    expect(written).toEqual([
      [1, 2],
      [3, 4],
    ]);
    room = false;
    writer.send([5]);
    writer.flush();
    for (let index = 0; index < 6; index++) writer.send([index]);
    expect(await overflowed.value).toBe(true);
  });
});
