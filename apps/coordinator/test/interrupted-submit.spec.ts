import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { systemClock } from '@filigree/base';
import type { ControlClient, SubmitProgressView } from '@filigree/protocol';
import { REPOSITORY } from '@filigree/testing';
import { submitRun } from '../src/commands/submit-run.ts';
import type { QueueShell } from '../src/serve/queue-shell.ts';
import { makeSubmitter } from '../src/serve/scan.ts';

const ASK = {
  runId: 'a-run',
  filings: '',
  year: 0,
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
const progress = (closed: boolean): SubmitProgressView => ({
  runId: 'a-run',
  scanned: 10,
  submitted: 0,
  alreadyDone: 0,
  skipped: 0,
  unreadable: [],
  unreadableFiles: 0,
  copies: 0,
  choices: [],
  chosen: 0,
  readAgain: 0,
  closed,
});

describe('a submit', () => {
  it('is left at once when its command is interrupted in the middle of the scan', async () => {
    const interruption = new AbortController();
    // As the client of the protocol does it: an aborted call ends with the last message.
    const submit: ControlClient['submit'] = (_ask, onProgress, signal) =>
      new Promise((resolve) => {
        signal?.addEventListener('abort', () => {
          resolve(progress(false));
        });
        onProgress?.(progress(false));
      });
    const told: number[] = [];
    const submitted = submitRun(
      { submit } as ControlClient,
      ASK,
      ({ scanned }) => {
        told.push(scanned);
        interruption.abort();
      },
      interruption.signal,
    );
    expect(await submitted).toBeNull();
    expect(told).toEqual([10]);
  });

  it('ends its scan when the coordinator stops, and says so', async () => {
    const dir = await mkdtemp(join(tmpdir(), 'filigree-submit-'));
    // No run is known, and none gets as far as being opened.
    const queue: unknown = { look: () => [] };
    const submitter = makeSubmitter({
      queue: queue as QueueShell,
      roots: [join(REPOSITORY, 'samples')],
      clock: systemClock,
      model: () => null,
      onNotice: () => undefined,
      headerIndex: join(dir, 'headers.index'),
    });
    const submitted = submitter.submit(ASK, () => Promise.resolve(), new AbortController().signal);
    submitter.stop();
    await expect(submitted).rejects.toMatchObject({ code: 'UNREACHABLE', message: 'the coordinator is shutting down' });
    await rm(dir, { recursive: true });
  });
});
