// A dispatcher over a journal in memory, and everything it did.
import { createDispatcher } from '@filigree/queue';
import type {
  CoordinatorFrame,
  Dispatcher,
  DispatcherOptions,
  Filing,
  GraphWrite,
  Hello,
  JobSummary,
  Lease,
  QueueEvent,
  RunOptions,
  RunView,
  WorkerFrame,
} from '@filigree/queue';

export interface Sent {
  readonly stream: number;
  readonly frame: CoordinatorFrame;
}

export const SUMMARY: JobSummary = {
  bytes: 1,
  readMs: 0,
  extractMs: 0,
  graphMs: 0,
  modelMs: 0,
  modelCalls: 0,
  modelCacheHits: 0,
  promptTokens: 0,
  outputTokens: 0,
  factsBySource: {},
  drops: {},
  nodes: 0,
  relationships: 0,
  ran: 'rules',
  textsCut: 0,
};

export const OPTIONS: RunOptions = {
  mode: 'off',
  priority: 0,
  force: false,
  graphId: 'g1',
  extractorVersion: '1',
  model: null,
  description: 'all of it',
  submittedWallMs: 0,
};

export function filing(n: number, more: Partial<Filing> = {}): Filing {
  const accession = `0000000001-24-${String(n).padStart(6, '0')}`;
  return {
    accession,
    path: `2024/${accession}.txt`,
    root: 0,
    sizeBytes: 1000 + n,
    form: '8-K',
    filed: '2024-03-01',
    company: `Company ${String(n)}`,
    ...more,
  };
}

export interface JournalRecord {
  readonly type: number;
  readonly payload: Buffer;
}

/** `sync: false` keeps records from becoming durable until `flush`. */
export class Harness {
  readonly records: JournalRecord[] = [];
  readonly sent: Sent[] = [];
  readonly closedStreams: number[] = [];
  readonly writes: GraphWrite[] = [];
  readonly events: QueueEvent[] = [];
  readonly endedRuns: RunView[] = [];
  epochsAsked = 0;
  nowMs = 1_000;
  durableSeq = 0;
  sync = true;
  dispatcher!: Dispatcher;
  #lastStream = 0;
  #progress = 0;
  /** What each boot was told, to come back with. */
  readonly secrets = new Map<string, string>();
  #lastSecret = 0;
  readonly #options: Partial<DispatcherOptions>;

  constructor(options: Partial<DispatcherOptions> = {}) {
    this.#options = options;
    this.start(1);
  }

  /** A new life of the coordinator over the records so far. */
  start(epoch: number): void {
    const dispatcher = createDispatcher(
      {
        random: () => 0.5,
        newSecret: () => `secret ${String(++this.#lastSecret)}`,
        graph: { kind: 'neo4j', id: 'g1' },
        roots: ['/filings'],
        ...this.#options,
      },
      {
        send: (stream, frame) => this.sent.push({ stream, frame }),
        closeStream: (stream) => this.closedStreams.push(stream),
        writeGraph: (write) => this.writes.push(write),
        needEpoch: () => this.epochsAsked++,
        runEnded: (run) => this.endedRuns.push(run),
        event: (event) => this.events.push(event),
      },
    );
    this.records.forEach(({ type, payload }, i) => {
      dispatcher.replay(type, payload, 0, payload.length, i + 1);
    });
    this.durableSeq = this.records.length;
    this.dispatcher = dispatcher;
    const journal = {
      append: (type: number, payload: Uint8Array, start: number, end: number) =>
        this.records.push({ type, payload: Buffer.from(payload.subarray(start, end)) }),
    };
    dispatcher.open(journal, epoch, this.nowMs);
    this.settle();
  }

  /** What a crash loses: records that are not durable. */
  crash(epoch: number): void {
    this.records.length = this.durableSeq;
    this.start(epoch);
  }

  flush(): void {
    while (this.durableSeq < this.records.length) {
      this.durableSeq = this.records.length;
      this.dispatcher.durable(this.durableSeq, this.nowMs);
    }
  }

  settle(): void {
    if (this.sync) this.flush();
  }

  at(nowMs: number): this {
    this.nowMs = nowMs;
    return this;
  }

  /** Time passes, with every tick that the dispatcher wants. */
  pass(ms: number): this {
    const end = this.nowMs + ms;
    for (;;) {
      const next = Math.max(this.dispatcher.nextDeadlineMs(), this.nowMs);
      if (next > end) break;
      this.nowMs = next === this.nowMs ? next + 1 : next;
      this.dispatcher.tick(this.nowMs);
      this.settle();
    }
    this.nowMs = end;
    return this;
  }

  submit(runId: string, filings: readonly Filing[], options: Partial<RunOptions> = {}): void {
    this.dispatcher.openRun(runId, { ...OPTIONS, ...options }, () => undefined, this.nowMs);
    this.dispatcher.submitBatch(runId, filings, () => undefined, this.nowMs);
    this.dispatcher.closeRun(runId, () => undefined, this.nowMs);
    this.settle();
  }

  /** A worker connects, with the secret of its boot if it has one, and offers all its slots; returns its stream. */
  worker(id: string, slots = 1, hello: Partial<Hello> = {}, caller = ''): number {
    const stream = ++this.#lastStream;
    const bootId = hello.bootId ?? `boot-${id}`;
    this.dispatcher.streamOpened(stream, caller, this.nowMs);
    this.frame(stream, {
      hello: {
        workerId: id,
        bootId,
        secret: this.secrets.get(bootId) ?? '',
        host: 'host',
        version: '1',
        slots,
        ahead: 0,
        capabilities: { model: null, ai: 'auto', writesGraph: true, extractorVersion: '1' },
        labels: {},
        held: [],
        ...hello,
      },
    });
    const welcome = this.sent.findLast((sent) => sent.stream === stream)?.frame.welcome;
    if (welcome !== undefined && hello.secret === undefined) this.secrets.set(bootId, welcome.secret);
    if (slots > 0) this.frame(stream, { credit: slots });
    return stream;
  }

  frame(stream: number, frame: WorkerFrame): void {
    this.dispatcher.frame(stream, frame, this.nowMs);
    this.settle();
  }

  close(stream: number): void {
    this.dispatcher.streamClosed(stream, this.nowMs);
    this.settle();
  }

  complete(
    stream: number,
    token: number,
    delta: Uint8Array | null = null,
    credit = 0,
    counted: Partial<JobSummary> = {},
  ): void {
    this.frame(stream, { completed: [{ token, summary: { ...SUMMARY, ...counted }, facts: [], delta }], credit });
  }

  fail(
    stream: number,
    token: number,
    failureClass: 'retryable' | 'fatal' | 'overloaded' | 'worker',
    resource = '',
  ): void {
    const failure = { token, failureClass, message: 'it broke', detail: '', resource, retryAfterMs: 0 };
    this.frame(stream, { failed: [failure] });
  }

  /** A beat by which each of the leases has advanced. */
  beat(stream: number, tokens: readonly number[]): void {
    this.#progress++;
    const leases = tokens.map((token) => ({ token, stage: 'extracting', progress: this.#progress }));
    const capabilities = { model: null, ai: 'auto' as const, writesGraph: true, extractorVersion: '1' };
    this.frame(stream, { beat: { loopLagMs: 0, rssBytes: 0, cpu: 0, leases, capabilities } });
  }

  leases(stream?: number): Lease[] {
    return this.sent.flatMap((sent) =>
      stream === undefined || sent.stream === stream ? (sent.frame.leases ?? []) : [],
    );
  }

  verdicts(): { token: number; verdict: string }[] {
    return this.sent.flatMap(({ frame }) => frame.settled ?? []);
  }

  lastVerdict(token: number): string | undefined {
    return this.verdicts().findLast((said) => said.token === token)?.verdict;
  }

  lastFrame(stream: number): CoordinatorFrame | undefined {
    return this.sent.findLast((sent) => sent.stream === stream)?.frame;
  }
}
