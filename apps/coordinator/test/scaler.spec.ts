import { Client, credentials } from '@grpc/grpc-js';
import type { ClientReadableStream, MethodDefinition, ServiceError } from '@grpc/grpc-js';
import { join } from 'node:path';
import { Bench, REPOSITORY } from '@filigree/testing';
import { scalerServiceDefinition } from '../src/scaler/definition.ts';

const SAMPLES = join(REPOSITORY, 'samples', '2009');
const NOT_FOUND = 5;
const INVALID_ARGUMENT = 3;
const LIMIT_MS = 60_000;

interface Value {
  readonly metricName: string;
  readonly metricValue: unknown;
  readonly metricValueFloat: number;
}

/** What KEDA's operator holds: a gRPC client made from externalscaler.proto. */
class Keda {
  readonly #client: Client;
  #stream: ClientReadableStream<{ result: boolean }> | null = null;
  readonly told: boolean[] = [];
  #heard: () => void = () => undefined;

  constructor(address: string) {
    this.#client = new Client(address, credentials.createInsecure());
  }

  ask<T>(method: string, request: object): Promise<T> {
    const rpc = scalerServiceDefinition[method] as MethodDefinition<object, T>;
    const deadline = Date.now() + LIMIT_MS;
    return new Promise((resolve, reject) => {
      this.#client.makeUnaryRequest(
        rpc.path,
        rpc.requestSerialize,
        rpc.responseDeserialize,
        request,
        { deadline },
        (error: ServiceError | null, answer?: T) => {
          if (error === null) resolve(answer!);
          else reject(error);
        },
      );
    });
  }

  async open(metricName = 's0-filigree-jobs'): Promise<number> {
    const { metricValues } = await this.ask<{ metricValues: Value[] }>('GetMetrics', { metricName });
    expect(metricValues).toHaveLength(1);
    // 64-bit numbers arrive as the loader makes them; both fields say the same.
    expect(Number(metricValues[0]!.metricValue)).toBe(metricValues[0]!.metricValueFloat);
    return metricValues[0]!.metricValueFloat;
  }

  async isActive(): Promise<boolean> {
    return (await this.ask<{ result: boolean }>('IsActive', { name: 'worker', namespace: 'filigree' })).result;
  }

  listen(): void {
    const rpc = scalerServiceDefinition['StreamIsActive'] as MethodDefinition<object, { result: boolean }>;
    this.#stream = this.#client.makeServerStreamRequest(rpc.path, rpc.requestSerialize, rpc.responseDeserialize, {});
    this.#stream.on('data', ({ result }: { result: boolean }) => {
      this.told.push(result);
      this.#heard();
    });
    this.#stream.on('error', () => undefined);
  }

  /** Resolves when the stream has told that many times. */
  async heard(count: number): Promise<readonly boolean[]> {
    while (this.told.length < count) await new Promise<void>((resolve) => (this.#heard = resolve));
    return this.told;
  }

  close(): void {
    this.#stream?.cancel();
    this.#client.close();
  }
}

describe('scaling by the depth of the queue, as KEDA asks for it', () => {
  let bench: Bench;
  let address: string;
  let keda: Keda;

  beforeAll(async () => {
    bench = await Bench.open();
    ({ address } = await bench.serve(SAMPLES));
    keda = new Keda(address);
  });
  afterAll(async () => {
    keda.close();
    await bench.end();
  });

  it('is inactive and counts nothing while the queue is empty', async () => {
    keda.listen();
    expect(await keda.heard(1)).toEqual([false]);
    expect(await keda.isActive()).toBe(false);
    expect(await keda.open()).toBe(0);
  });

  it('offers one metric, with the jobs a worker that the trigger asks for', async () => {
    const spec = async (scalerMetadata: Record<string, string>): Promise<unknown> => {
      const answer = await keda.ask<{
        metricSpecs: { metricName: string; targetSize: unknown; targetSizeFloat: number }[];
      }>('GetMetricSpec', { name: 'worker', namespace: 'filigree', scalerMetadata });
      return answer.metricSpecs.map((one) => ({ ...one, targetSize: Number(one.targetSize) }));
    };
    expect(await spec({})).toEqual([{ metricName: 'filigree-jobs', targetSize: 20, targetSizeFloat: 20 }]);
    expect(await spec({ jobsPerWorker: '2.5' })).toEqual([
      { metricName: 'filigree-jobs', targetSize: 3, targetSizeFloat: 2.5 },
    ]);
    await expect(spec({ jobsPerWorker: 'many' })).rejects.toMatchObject({
      code: INVALID_ARGUMENT,
      details: expect.stringContaining('jobsPerWorker many'),
    });
  });

  it('refuses a metric that it does not offer', async () => {
    await expect(keda.ask('GetMetrics', { metricName: 'cpu' })).rejects.toMatchObject({ code: NOT_FOUND });
  });

  it('becomes active with the first job and counts every one that is open', async () => {
    const { stdout } = await bench.run('coordinator', ['submit', '--no-ai', '--json', '--coordinator', address]);
    const { submitted } = JSON.parse(stdout) as { submitted: number };
    expect(submitted).toBeGreaterThan(0);
    expect(await keda.heard(2)).toEqual([false, true]);
    expect(await keda.isActive()).toBe(true);
    expect(await keda.open()).toBe(submitted);
    expect(await keda.open('filigree-jobs')).toBe(submitted);
  });

  it('is inactive again when the last job has settled, and not before', async () => {
    await bench.connect(address);
    expect(await keda.heard(3)).toEqual([false, true, false]);
    expect(await keda.isActive()).toBe(false);
    expect(await keda.open()).toBe(0);
    const { stdout } = await bench.run('coordinator', ['status', '--json', '--coordinator', address]);
    expect((JSON.parse(stdout) as { jobs: object }).jobs).toMatchObject({ pending: 0, processing: 0, failed: 0 });
  });
});
