import { createWorkerSession } from '@filigree/queue';
import type { CoordinatorFrame, Lease, WorkerFrame, WorkerSession } from '@filigree/queue';
import { SUMMARY } from './harness.ts';
import { ManualClock } from './manual-clock.ts';

const WELCOME = {
  epoch: 1,
  leaseTtlMs: 30_000,
  beatEveryMs: 5_000,
  graph: { kind: 'sqlite', id: 'g1' },
  lost: [],
  roots: [],
  secret: 's1',
} as const;

/** A lease of one attempt with this token. */
export function lease(token: number): Lease {
  const job = { jobId: token, runId: 'r', accession: 'a', path: 'p', root: 0, sizeBytes: 1, mode: 'off' } as const;
  return { token, job, attempt: 1, msLeft: 30_000 };
}

/** A session whose frames, connections and jobs are taken down; its time passes when a test says so. */
export class SessionBench {
  readonly clock = new ManualClock();
  readonly sent: WorkerFrame[] = [];
  readonly connects: number[] = [];
  readonly started: number[] = [];
  readonly aborted: number[] = [];
  finished = 0;
  readonly session: WorkerSession;

  constructor(slots = 2) {
    const capabilities = { model: null, ai: 'auto', writesGraph: false, extractorVersion: '1' } as const;
    this.session = createWorkerSession(
      {
        workerId: 'w1',
        bootId: 'b1',
        host: 'h',
        version: '1',
        slots,
        ahead: 1,
        labels: {},
        capabilities: () => capabilities,
        vitals: () => ({ loopLagMs: 0, rssBytes: 0, cpu: 0 }),
        clock: this.clock,
        random: () => 1,
      },
      {
        connect: (id) => this.connects.push(id),
        disconnect: () => undefined,
        send: (_, frame) => this.sent.push(frame),
        startJob: ({ token }) => this.started.push(token),
        abortJob: (token) => this.aborted.push(token),
        welcomed: () => undefined,
        draining: () => undefined,
        finished: () => this.finished++,
      },
    );
    this.session.start();
  }

  get stream(): number {
    return this.connects.at(-1)!;
  }

  /** Opens the stream that was asked for and is welcomed. */
  open(lost: readonly number[] = []): this {
    this.session.opened(this.stream);
    this.receive({ welcome: { ...WELCOME, lost } });
    return this;
  }

  receive(frame: CoordinatorFrame): void {
    this.session.received(this.stream, frame);
  }

  complete(token: number): void {
    this.session.jobEnded({ kind: 'completed', completion: { token, summary: SUMMARY, facts: [], delta: null } });
  }

  take(): WorkerFrame[] {
    return this.sent.splice(0);
  }
}
