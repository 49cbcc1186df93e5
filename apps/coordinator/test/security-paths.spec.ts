import { copyFile, mkdir, rm, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { CoordinatorFrame } from '@filigree/queue';
import { openControlClient, openWorkClient } from '@filigree/protocol';
import type { SubmitAsk } from '@filigree/protocol';
import { Bench, CLEAR, REPOSITORY } from '@filigree/testing';

const SAMPLE = join(REPOSITORY, 'samples/2010/000999910110000029.txt');

const REMEDY = expect.stringMatching(/start the coordinator with --filings .* or leave --filings out/) as string;
const EVERYTHING: SubmitAsk = {
  runId: 'a-run',
  filings: '',
  year: 0,
  forms: [],
  ciks: [],
  company: '',
  from: '',
  to: '',
  limit: 0,
  mode: 'off',
  force: false,
  priority: 0,
};
const PATIENCE_MS = 300_000;

let bench: Bench;
let filings: string;
let address: string;
let port: number;

beforeEach(async () => {
  bench = await Bench.open();
  filings = join(bench.dir, 'filings');
  await mkdir(filings);
  await mkdir(join(bench.dir, 'secret'));
  await copyFile(SAMPLE, join(filings, 'one.txt'));
  await copyFile(SAMPLE.replace('000999910110000029', '000999910110000047'), join(bench.dir, 'secret/two.txt'));
  ({ address, port } = await bench.serve(filings));
}, PATIENCE_MS);
afterEach(() => bench.end());

const submit = (...args: string[]) =>
  bench.run('coordinator', ['submit', '--no-ai', '--json', '--coordinator', address, ...args]);

describe('a submit', () => {
  it(
    'may not leave the filings directories, by dots, by an absolute path or by a link, and learns nothing about what is there',
    async () => {
      await symlink(join(bench.dir, 'secret'), join(filings, 'way-out'));
      const outside = [
        '../../etc/passwd',
        '../../../../../../../../../../etc/passwd',
        '/etc/passwd',
        '/etc',
        '/etc/there-is-no-such-thing',
        join(filings, '..'),
        join(filings, '../secret'),
        join(filings, 'way-out'),
        `${filings}-beside`,
      ];
      const client = openControlClient({ host: '127.0.0.1', port }, CLEAR);
      for (const path of outside) {
        const answer = await client.submit({ ...EVERYTHING, filings: path }).catch((error: unknown) => error);
        expect({ path, answer }).toMatchObject({ path, answer: { code: 'PERMISSION_DENIED', remedy: REMEDY } });
      }
      client.close();
      const { code, stdout, stderr } = await submit('--filings', '../../etc/passwd');
      expect(stderr).toMatch(/lies in none of the coordinator's directories/);
      expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    },
    PATIENCE_MS,
  );

  it(
    'queues no file behind a link that leads out, and says which one',
    async () => {
      await symlink(join(bench.dir, 'secret'), join(filings, 'way-out'));
      await symlink(join(bench.dir, 'secret/two.txt'), join(filings, 'two.txt'));
      const { code, stdout, stderr } = await submit();
      expect(JSON.parse(stdout)).toMatchObject({ submitted: 1 });
      expect(stderr).toMatch(/two\.txt/);
      expect(stderr).toMatch(/way-out/);
      expect(code).toBe(0);
    },
    PATIENCE_MS,
  );
});

describe('the bytes of a filing', () => {
  /** Leases the one job, and reads it with the token that `choose` makes of the right one. */
  async function leaseAndRead(beforeReading: () => Promise<void>, choose = (token: number) => token): Promise<unknown> {
    const client = openWorkClient({ host: '127.0.0.1', port }, CLEAR);
    try {
      const leased = new Promise<NonNullable<CoordinatorFrame['leases']>[number]>((resolve, reject) => {
        const stream = client.openStream({
          received: ({ leases }) => {
            if (leases?.[0] !== undefined) resolve(leases[0]);
          },
          closed: (error) => {
            reject(error ?? new Error('the stream ended'));
          },
        });
        stream.send({
          hello: {
            workerId: 'reader',
            bootId: 'boot',
            host: 'here',
            version: '1',
            slots: 1,
            ahead: 0,
            capabilities: { model: null, ai: 'off', writesGraph: false, extractorVersion: '1' },
            labels: {},
            held: [],
          },
          credit: 1,
        });
      });
      const { token, job } = await leased;
      await beforeReading();
      return await client
        .readFiling({ jobId: job.jobId, token: choose(token) }, () => undefined, new AbortController().signal)
        .catch((error: unknown) => error);
    } finally {
      client.close();
    }
  }

  it(
    'are given to who holds the lease',
    async () => {
      await submit();
      expect(await leaseAndRead(() => Promise.resolve())).toMatchObject({ sizeBytes: expect.any(Number) as number });
    },
    PATIENCE_MS,
  );

  it(
    'are refused to who holds another token',
    async () => {
      await submit();
      const answer = await leaseAndRead(
        () => Promise.resolve(),
        (token) => token + 1,
      );
      expect(answer).toMatchObject({ code: 'PERMISSION_DENIED' });
    },
    PATIENCE_MS,
  );

  it(
    'are not those of a file that a link was put in place of',
    async () => {
      await submit();
      const answer = await leaseAndRead(async () => {
        await writeFile(join(bench.dir, 'secret/key'), 'a secret');
        await rm(join(filings, 'one.txt'));
        await symlink(join(bench.dir, 'secret/key'), join(filings, 'one.txt'));
      });
      expect(answer).toMatchObject({
        code: 'PERMISSION_DENIED',
        message: expect.stringMatching(/leads out/) as string,
      });
    },
    PATIENCE_MS,
  );
});
