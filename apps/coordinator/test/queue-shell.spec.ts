import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Clock } from '@filigree/base';
import { openSqliteStore } from '@filigree/graph';
import type { GraphStore } from '@filigree/graph';
import { nodeDisk } from '@filigree/queue';
import type { CoordinatorFrame, Disk, Hello, Lease } from '@filigree/queue';
import { openQueueShell } from '../src/serve/queue-shell.ts';
import type { QueueShell } from '../src/serve/queue-shell.ts';
import { HandClock } from './support/hand-clock.ts';

const TTL_MS = 30_000;
const CAPABILITIES = { model: null, ai: 'auto' as const, writesGraph: false, extractorVersion: '1' };
const HELLO: Hello = {
  workerId: 'w',
  bootId: 'boot',
  host: 'host',
  version: '1',
  slots: 1,
  ahead: 0,
  capabilities: CAPABILITIES,
  labels: {},
  held: [],
};

/** A disk on which the journal's last file stays open until `release`. */
function slowToClose(): { readonly disk: Disk; readonly reached: Promise<void>; release(): void } {
  let reach: () => void = () => undefined;
  let release: () => void = () => undefined;
  const reached = new Promise<void>((resolve) => (reach = resolve));
  const released = new Promise<void>((resolve) => (release = resolve));
  const disk: Disk = {
    ...nodeDisk,
    async open(path, mode) {
      const file = await nodeDisk.open(path, mode);
      const close = file.close.bind(file);
      if (mode !== 'read')
        file.close = async () => {
          reach();
          await released;
          await close();
        };
      return file;
    },
  };
  return {
    disk,
    reached,
    release: () => {
      release();
    },
  };
}

describe('the queue shell at its end', () => {
  let dir: string;
  let store: GraphStore;
  beforeEach(async () => {
    dir = await mkdtemp(join(tmpdir(), 'filigree-test-'));
    store = await openSqliteStore(join(dir, 'graph.db'));
  });
  afterEach(async () => {
    await store.close();
    await rm(dir, { recursive: true, force: true });
  });

  const open = async (disk: Disk, clock: Clock, leased: (lease: Lease) => void): Promise<QueueShell> =>
    openQueueShell({
      dir: join(dir, 'queue'),
      disk,
      fsync: 'strict',
      clock,
      random: () => 0.5,
      store,
      roots: ['/filings'],
      streams: {
        send: (_stream: number, frame: CoordinatorFrame) => frame.leases?.forEach(leased),
        end: () => undefined,
      },
      onEvent: () => undefined,
      onNotice: () => undefined,
      onFatal: (error) => {
        throw error;
      },
      onGraphWrite: () => undefined,
      onDiskFull: () => undefined,
    });

  async function submit(shell: QueueShell): Promise<void> {
    const filing = {
      accession: '0000000001-24-000001',
      path: 'a.txt',
      root: 0,
      sizeBytes: 1,
      form: '8-K',
      filed: '2024-03-01',
      company: 'A',
    };
    const options = {
      mode: 'off' as const,
      priority: 0,
      force: false,
      graphId: shell.graphId,
      extractorVersion: '1',
      model: null,
      description: '',
      submittedWallMs: 0,
    };
    await shell.ask((queue, ack, nowMs) => {
      queue.openRun('r', options, ack, nowMs);
    });
    await shell.ask((queue, ack, nowMs) => {
      queue.submitBatch('r', [filing], ack, nowMs);
    });
  }

  it('takes in nothing while the journal closes: no deadline and no frame fails, no attempt is spent', async () => {
    const clock = new HandClock();
    const slow = slowToClose();
    let lease: (lease: Lease) => void = () => undefined;
    const leased = new Promise<Lease>((resolve) => (lease = resolve));
    const shell = await open(slow.disk, clock, lease);
    await submit(shell);
    shell.streamOpened(1, '');
    shell.frame(1, { hello: HELLO, credit: 1 });
    const { token } = await leased;
    shell.frame(1, { started: [token] });

    const closing = shell.close();
    await slow.reached;
    // All of this would want a record in a journal that takes none any more.
    clock.pass(2 * TTL_MS);
    shell.frame(1, { released: [token] });
    shell.streamClosed(1);
    await new Promise((resolve) => setImmediate(resolve));
    await expect(submit(shell)).rejects.toThrow('the coordinator is shutting down');
    slow.release();
    await closing;

    const next = await open(nodeDisk, clock, () => undefined);
    const job = next.look((queue, nowMs) => queue.job(1, nowMs));
    expect(job).toMatchObject({ state: 'processing', token, failures: 0, losses: 0 });
    await next.close();
  });
});
