import fc from 'fast-check';
import { createDispatcher } from '@filigree/queue';
import type { Dispatcher, JobView, RunView } from '@filigree/queue';
import { filing, Harness } from './support/harness.ts';

const ignore = (): void => undefined;

/** Everything that the books say, without what depends on the time of asking. */
function said(dispatcher: Dispatcher, nowMs: number): { jobs: JobView[]; runs: RunView[] } {
  const jobs = dispatcher.jobs({}, null, 10_000, nowMs).jobs.map((job) => ({ ...job, backoffMs: 0, stage: '' }));
  return { jobs, runs: dispatcher.runs(100) };
}

/** Does something random with what there is. */
function act(queue: Harness, stream: number, choice: number): void {
  const { dispatcher, nowMs } = queue;
  const open = queue.leases(stream).filter(({ token }) => queue.lastVerdict(token) === undefined);
  const lease = open[choice % Math.max(1, open.length)];
  const id = (choice % 23) + 1;
  const run = `run${String(choice % 4)}`;
  switch (choice % 9) {
    case 0:
      if (dispatcher.run(run)?.closed !== true)
        queue.submit(run, [filing(id), filing(id + 1), filing(id + 2)], { force: choice % 2 === 0 });
      return;
    case 1:
    case 2:
      if (lease !== undefined) queue.complete(stream, lease.token, null, 1);
      return;
    case 3:
      if (lease !== undefined) queue.fail(stream, lease.token, choice % 2 === 0 ? 'retryable' : 'fatal');
      return;
    case 4:
      queue.frame(stream, { credit: 2 });
      return;
    case 5:
      dispatcher.cancel({ jobIds: [id] }, ignore, nowMs);
      break;
    case 6:
      dispatcher.retry({ jobIds: [id, id + 1] }, ignore, nowMs);
      break;
    case 7:
      dispatcher.clear({ accession: filing(id).accession }, ignore, nowMs);
      break;
    default:
      queue.pass(choice % 4_000);
  }
  queue.settle();
}

function life(): Dispatcher {
  return createDispatcher(
    { newSecret: () => 'secret', random: () => 0.5, graph: { kind: 'neo4j', id: 'g1' }, roots: [] },
    { send: ignore, closeStream: ignore, writeGraph: ignore, needEpoch: ignore, runEnded: ignore, event: ignore },
  );
}

describe('the books', () => {
  it('say the same after replay, and after a snapshot whose rows were taken while records went on', () => {
    fc.assert(
      fc.property(
        fc.array(fc.nat(100_000), { minLength: 1, maxLength: 120 }),
        fc.nat(100),
        fc.integer({ min: 1, max: 5 }),
        (choices, startPercent, maxRows) => {
          const queue = new Harness();
          const stream = queue.worker('w1', 4);
          const startAt = Math.floor(((choices.length - 1) * startPercent) / 100);
          const rows: { type: number; seq: number; bytes: Buffer }[] = [];
          let snapshot: ReturnType<Dispatcher['snapshot']> | null = null;
          let startSeq = 0;
          let more = true;
          const slice = (): void => {
            const write = (type: number, seq: number, payload: Uint8Array): void => {
              rows.push({ type, seq, bytes: Buffer.from(payload) });
            };
            if (more) more = snapshot?.next(write, maxRows) ?? true;
          };
          choices.forEach((choice, i) => {
            if (i === startAt) {
              snapshot = queue.dispatcher.snapshot();
              startSeq = queue.records.length;
            }
            if (snapshot !== null) slice();
            act(queue, stream, choice);
          });
          while (more) slice();

          const replayed = life();
          queue.records.forEach(({ type, payload }, i) => {
            replayed.replay(type, payload, 0, payload.length, i + 1);
          });
          const loaded = life();
          for (const { type, seq, bytes } of rows) loaded.loadRow(type, bytes, 0, bytes.length, seq);
          queue.records.slice(startSeq).forEach(({ type, payload }, i) => {
            loaded.replay(type, payload, 0, payload.length, startSeq + i + 1);
          });
          const journal = { append: () => queue.records.length + 1 };
          const before = said(queue.dispatcher, queue.nowMs);
          // Whether a lease was started is recorded only where it lasts.
          const plain = (books: ReturnType<typeof said>): unknown => ({
            runs: books.runs.map((run) => ({ ...run, resolved: false })),
            jobs: books.jobs.map((job) => ({
              ...job,
              situation: job.situation === 'started' ? 'leased' : job.situation,
            })),
          });
          for (const dispatcher of [replayed, loaded]) {
            dispatcher.open(journal, 2, queue.nowMs);
            expect(plain(said(dispatcher, queue.nowMs))).toEqual(plain(before));
            expect(dispatcher.counts()).toEqual(queue.dispatcher.counts());
          }
        },
      ),
      { numRuns: 60 },
    );
  });

  it('give back each filing as it was submitted, whatever its names', () => {
    const text = fc.string({ unit: 'binary', maxLength: 30 }).map((s) => s.replace(/[\u0000-\u001f]/g, '_'));
    fc.assert(
      fc.property(text, text, text, fc.nat(2 ** 40), fc.nat(300), (name, form, company, sizeBytes, root) => {
        const queue = new Harness();
        const accession = `sha256:${name}`;
        const given = {
          accession,
          path: `a/${accession}/${name}.txt`,
          root,
          sizeBytes,
          form,
          filed: '2001-12-31',
          company,
        };
        const dashed = { ...filing(7), path: 'edgar/0000000001-24-000007/000000000124000007.txt', filed: '' };
        queue.submit('run1', [given, dashed]);
        const [first, second] = queue.dispatcher.jobs({}, null, 2, queue.nowMs).jobs;
        expect(second).toMatchObject(dashed);
        expect(given.company.startsWith(first!.company)).toBe(true);
        expect(first).toMatchObject({ ...given, company: first!.company });
      }),
      { numRuns: 50 },
    );
  });

  it('find every accession among many, also after half of them were cleared', () => {
    const queue = new Harness();
    const many = Array.from({ length: 3_000 }, (_, i) => filing(i));
    queue.submit('run1', many);
    const { dispatcher, nowMs } = queue;
    const odd = many.filter((_, i) => i % 2 === 1);
    const find = (accession: string): number => dispatcher.jobs({ accession }, null, 5, nowMs).jobs.length;
    dispatcher.cancel({ jobIds: odd.map((_, i) => i * 2 + 2) }, ignore, nowMs);
    dispatcher.clear({ states: ['cancelled'] }, ignore, nowMs);
    expect(many.map(({ accession }) => find(accession))).toEqual(many.map((_, i) => (i % 2 === 1 ? 0 : 1)));
    queue.submit('run2', odd);
    expect(many.every(({ accession }) => find(accession) === 1)).toBe(true);
    expect(dispatcher.run('run2')).toMatchObject({ added: 1_500 });
  });
});
