import { copyFile, mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { openWorkClient } from '@filigree/protocol';
import type { WorkClient, WorkStream } from '@filigree/protocol';
import type { Completion, CoordinatorFrame, Hello, Lease } from '@filigree/queue';
import { Bench, CLEAR, REPOSITORY } from '@filigree/testing';

const PATIENCE_MS = 300_000;
const BOOT = 'the-boot-id-of-the-holder';
const ACCESSION = '0009999101-10-000029';

/** A worker by hand: says what it is told to and keeps what it hears. */
class HandWorker {
  readonly client: WorkClient;
  readonly stream: WorkStream;
  readonly #heard: CoordinatorFrame[] = [];
  #watchers: (() => void)[] = [];
  ended = false;

  constructor(port: number, hello: Partial<Hello>) {
    this.client = openWorkClient({ host: '127.0.0.1', port }, CLEAR);
    this.stream = this.client.openStream({
      received: (frame) => {
        this.#heard.push(frame);
        for (const watch of this.#watchers) watch();
      },
      closed: () => {
        this.ended = true;
      },
    });
    const capabilities = { model: null, ai: 'off', writesGraph: false, extractorVersion: '1' } as const;
    const said = { workerId: 'w', bootId: BOOT, host: 'h', version: '1', slots: 1, ahead: 0, labels: {}, held: [] };
    this.stream.send({ hello: { ...said, capabilities, ...hello } });
  }

  /** What `find` sees in a frame, now or later. */
  async heard<T>(find: (frame: CoordinatorFrame) => T | undefined): Promise<T> {
    for (;;) {
      for (const frame of this.#heard) {
        const found = find(frame);
        if (found !== undefined) return found;
      }
      await new Promise<void>((resolve) => (this.#watchers = [resolve]));
    }
  }

  welcome = () => this.heard(({ welcome }) => welcome);
  verdict = (token: number) => this.heard(({ settled }) => settled?.find((one) => one.token === token)?.verdict);

  /** Ends jobs, each with a delta that states its filing alone. */
  complete(...jobs: readonly { readonly token: number; readonly accession?: string; readonly filed?: string }[]): void {
    this.stream.send({ completed: jobs.map(completionOf) });
  }
}

function completionOf({
  token,
  accession = ACCESSION,
  filed = '',
}: {
  readonly token: number;
  readonly accession?: string;
  readonly filed?: string;
}): Completion {
  const delta = Buffer.from(JSON.stringify([1, accession, filed, [['Filing', accession, [], {}]], []]));
  const none = { bytes: 1, readMs: 0, extractMs: 0, graphMs: 0, modelMs: 0, modelCalls: 0, modelCacheHits: 0 };
  const summary = { ...none, promptTokens: 0, outputTokens: 0, factsBySource: {}, drops: {}, nodes: 1 };
  return { token, summary: { ...summary, relationships: 0, ran: 'rules', textsCut: 0 }, facts: [], delta };
}

let bench: Bench;
const workers: HandWorker[] = [];
beforeAll(async () => {
  bench = await Bench.open();
});
afterAll(async () => {
  for (const worker of workers) worker.client.close();
  await bench.end();
});

it(
  'a lease belongs to the boot that it was granted to, before and after the coordinator is killed, and boot ids are shown to nobody',
  async () => {
    const filings = join(bench.dir, 'filings');
    await mkdir(filings);
    await copyFile(join(REPOSITORY, 'samples/2010/000999910110000029.txt'), join(filings, 'one.txt'));
    const first = await bench.serve(filings);
    const { port, address } = first;
    const worker = (hello: Partial<Hello> = {}): HandWorker => {
      const made = new HandWorker(port, hello);
      workers.push(made);
      return made;
    };
    const holder = worker();
    const { secret } = await holder.welcome();
    holder.stream.send({ credit: 1 });
    await bench.run('coordinator', ['submit', '--no-ai', '--coordinator', address]);
    const lease = await holder.heard(({ leases }) => leases?.[0]);
    expect(lease.job.accession).toBe(ACCESSION);
    const { token } = lease;
    const ask = { jobId: lease.job.jobId, token };
    const read = (by: HandWorker) =>
      by.client.readFiling(ask, () => undefined, new AbortController().signal).catch((error: unknown) => error);

    const stranger = worker({ held: [token] });
    expect(await stranger.welcome()).toMatchObject({ lost: [token] });
    stranger.complete({ token });
    expect(await stranger.verdict(token)).toBe('STALE');
    expect(await read(stranger)).toMatchObject({ code: 'PERMISSION_DENIED' });
    expect(await read(holder)).toMatchObject({ sizeBytes: lease.job.sizeBytes });
    const status = await bench.run('coordinator', ['status', '--json', '--coordinator', address]);
    expect(JSON.parse(status.stdout)).toMatchObject({
      jobs: { processing: 1 },
      workers: [{ id: 'w' }, { id: 'w (2)' }],
    });
    for (const hidden of [BOOT, secret]) expect(status.stdout + first.process.stderr()).not.toContain(hidden);
    expect(holder.ended).toBe(false);

    first.process.kill('SIGKILL');
    await first.process.ended;
    await bench.serve(filings, [], port);
    const again = worker({ held: [token] });
    expect(await again.welcome()).toMatchObject({ epoch: 2, lost: [token] });
    again.complete({ token });
    expect(await again.verdict(token)).toBe('STALE');
    const back = worker({ held: [token], secret });
    expect(await back.welcome()).toMatchObject({ lost: [], secret });
    expect(await read(back)).toMatchObject({ sizeBytes: lease.job.sizeBytes });
    back.complete({ token });
    expect(await back.verdict(token)).toBe('ACCEPTED');
  },
  PATIENCE_MS,
);

it(
  'a delta that says what its lease does not allow fails its own job for good, with a clear word, and costs no other',
  async () => {
    const filings = join(bench.dir, 'four');
    await mkdir(filings);
    const names = ['000999910110000029', '000999910110000047', '000999910210000009', '000999910210000022'];
    for (const name of names)
      await copyFile(join(REPOSITORY, 'samples/2010', `${name}.txt`), join(filings, `${name}.txt`));
    const { port, address } = await bench.serve(filings, [
      '--queue-dir',
      join(bench.dir, 'q4'),
      '--graph',
      `sqlite:${join(bench.dir, 'g4.db')}`,
    ]);
    const worker = new HandWorker(port, { slots: 4 });
    workers.push(worker);
    worker.stream.send({ credit: 4 });
    await bench.run('coordinator', ['submit', '--no-ai', '--coordinator', address]);
    const leases: Lease[] = [];
    await worker.heard((frame) => {
      for (const lease of frame.leases ?? [])
        if (!leases.some(({ token }) => token === lease.token)) leases.push(lease);
      return leases.length === 4 ? true : undefined;
    });
    const [good, future, foreign, other] = leases.map(({ token, job }) => ({ token, accession: job.accession }));
    worker.complete(good!, { ...future!, filed: '9999-12-31' }, { ...foreign!, accession: good!.accession }, other!);
    const verdicts = [];
    for (const { token } of leases) verdicts.push(await worker.verdict(token));
    expect(verdicts).toEqual(['ACCEPTED', 'STALE', 'STALE', 'ACCEPTED']);
    const jobs = await bench.run('coordinator', ['jobs', '--json', '--coordinator', address]);
    const lines = jobs.stdout.trimEnd().split('\n');
    const found = lines.map((line) => JSON.parse(line) as { accession: string; state: string; error: string });
    const of = (accession: string) => found.find((job) => job.accession === accession);
    expect(of(future!.accession)).toMatchObject({
      state: 'failed',
      error: expect.stringMatching(/filed is "9999-12-31"/) as string,
    });
    expect(of(foreign!.accession)).toMatchObject({
      state: 'failed',
      error: expect.stringMatching(/accession is .*as leased/) as string,
    });
    const dump = await bench.run('coordinator', ['graph', 'dump', '--coordinator', address]);
    expect(dump.stdout.match(/"label":"Filing"/g)).toHaveLength(2);
  },
  PATIENCE_MS,
);
