import { FiligreeError } from '@filigree/base';
import type { WorkClient } from '@filigree/protocol';
import type { JobEnd, Lease } from '@filigree/queue';
import { makeJobRunner } from '../src/connect/jobs.ts';
import { NO_MODEL } from '../src/model/access.ts';

const LEASE: Lease = {
  token: 7,
  job: { jobId: 1, runId: 'r', accession: 'a', path: '2009/a.txt', root: 0, sizeBytes: 10, mode: 'off' },
  attempt: 1,
  msLeft: 1000,
};

async function endWhen(error: Error): Promise<JobEnd> {
  const client: WorkClient = {
    place: 'test',
    openStream: () => {
      throw new Error('not used');
    },
    readFiling: () => Promise.reject(error),
    close: () => undefined,
  };
  const graph = {
    canWrite: false,
    expect: () => undefined,
    write: () => Promise.resolve(),
    close: () => Promise.resolve(),
  };
  const services = { client, threads: 1, model: NO_MODEL, graph };
  return new Promise((resolve) => {
    const runner = makeJobRunner(services, {
      progress: () => undefined,
      ended: (end) => {
        void runner.close().then(() => {
          resolve(end);
        });
      },
    });
    runner.start(LEASE, [], true);
  });
}

describe('a filing that must come from the coordinator', () => {
  it('is handed back, without an attempt spent, while the coordinator is away', async () => {
    const away = new FiligreeError('UNREACHABLE', 'no coordinator answers at coordinator:50051');
    expect(await endWhen(away)).toEqual({ kind: 'released', token: 7 });
  });

  it('fails when the coordinator says that it is damaged', async () => {
    const end = await endWhen(new FiligreeError('BAD_FILING', 'the bytes are not those announced'));
    expect(end).toMatchObject({ kind: 'failed', failure: { token: 7, failureClass: 'fatal' } });
  });
});
