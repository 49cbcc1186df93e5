import { join } from 'node:path';
import { randomUUID } from 'node:crypto';
import { credentials } from '@grpc/grpc-js';
import { FiligreeError } from '@filigree/base';
import type { Clock } from '@filigree/base';
import { MAX_MESSAGE_BYTES, openControlClient } from '@filigree/protocol';
import { Bench, REPOSITORY } from '@filigree/testing';
import { SUBMIT_BURST, makeSubmitGate } from '../src/serve/submit-gate.ts';
import { callRaw } from './support/raw-call.ts';

const CLEAR = { tlsCert: undefined, tlsKey: undefined, tlsCa: undefined, tokenFile: undefined, insecure: false };
const PATIENCE_MS = 300_000;

describe('a coordinator', () => {
  let bench: Bench;
  let address: string;
  let port: number;
  beforeAll(async () => {
    bench = await Bench.open();
    ({ address, port } = await bench.serve(join(REPOSITORY, 'samples')));
  }, PATIENCE_MS);
  afterAll(() => bench.end());

  it(
    'refuses a message above the stated size, whatever the RPC, and goes on',
    async () => {
      const message = new Uint8Array(MAX_MESSAGE_BYTES + 1);
      for (const path of [
        '/filigree.v1.WorkerService/Work',
        '/filigree.v1.WorkerService/ReadFiling',
        '/filigree.v1.ControlService/Submit',
        '/filigree.v1.ControlService/AskGraph',
      ]) {
        const outcome = await callRaw(address, credentials.createInsecure(), path, { message });
        expect({ path, outcome }).toEqual({ path, outcome: 'RESOURCE_EXHAUSTED' });
      }
      expect(await callRaw(address, credentials.createInsecure(), '/filigree.v1.ControlService/GetStatus')).toBe(
        'ANSWERED',
      );
    },
    PATIENCE_MS,
  );

  it(
    'refuses more submits at once than it scans in good time, says so, and takes the others',
    async () => {
      const client = openControlClient({ host: '127.0.0.1', port }, CLEAR);
      const ask = {
        filings: '',
        year: 1990,
        forms: [],
        ciks: [],
        company: '',
        from: '',
        to: '',
        limit: 0,
        mode: 'off' as const,
        force: false,
        priority: 0,
      };
      const codes = await Promise.all(
        Array.from({ length: SUBMIT_BURST * 3 }, () =>
          client.submit({ ...ask, runId: randomUUID() }).then(
            () => 'done',
            (error: unknown) => (error instanceof FiligreeError ? `${error.code}: ${error.remedy}` : String(error)),
          ),
        ),
      );
      const refused = codes.filter((code) => code.startsWith('OVERLOADED'));
      expect(refused.length).toBeGreaterThan(0);
      expect(refused[0]).toMatch(/one submit takes any number of filings/);
      expect(codes.filter((code) => code.startsWith('NO_MATCH')).length).toBeGreaterThanOrEqual(SUBMIT_BURST);
      expect((await client.status()).jobs).toMatchObject({ pending: 0, failed: 0 });
      client.close();
    },
    PATIENCE_MS,
  );
});

describe('the gate before submits', () => {
  it('lets a burst in, then so many a second, and no more than the burst after any rest', () => {
    let nowMs = 1_000;
    const clock = { monotonicMs: () => nowMs } as Clock;
    const gate = makeSubmitGate(clock, 2, 3);
    const entered = (tries: number): number => {
      let count = 0;
      for (let i = 0; i < tries; i++) {
        try {
          gate.enter();
          count += 1;
        } catch (error) {
          expect(error).toMatchObject({ code: 'OVERLOADED' });
        }
      }
      return count;
    };
    expect(entered(10)).toBe(3);
    nowMs += 1_000;
    expect(entered(10)).toBe(2);
    nowMs += 3_600_000;
    expect(entered(10)).toBe(3);
  });
});
