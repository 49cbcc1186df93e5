import type { Clock } from '@filigree/base';
import type { Logger } from '@filigree/cli';
import type { FeedEventView, FeedFactView, TotalsView } from '@filigree/protocol';
import type { JobView, QueueEvent } from '@filigree/queue';
import { makeJobHistory } from './job-history.ts';
import type { JobHistory } from './job-history.ts';
import { makeLatencyWindow } from './latency-window.ts';
import type { LatencyWindow } from './latency-window.ts';
import { makeRateWindow } from './rate-window.ts';
import type { RateWindow } from './rate-window.ts';
import { makeTotals } from './totals.ts';

/** What happened: kept for a while, told to watchers, logged and counted. */
export interface Feed {
  /** Takes an event of the queue. Never calls back into the queue: what it needs to know of a job is looked up later. */
  add(event: QueueEvent): void;
  /** Events with a sequence above `after`, oldest first, at most `limit`: the newest where more were missed. */
  eventsAfter(after: number, limit: number): readonly FeedEventView[];
  factsAfter(after: number, limit: number): { readonly facts: readonly FeedFactView[]; readonly last: number };
  readonly lastSequence: number;
  readonly lastFact: number;
  /** Calls `act` after something happened, until the returned function is called. */
  onChange(act: () => void): () => void;
  readonly totals: () => TotalsView;
  readonly history: JobHistory;
  readonly rate: RateWindow;
  readonly modelLatency: LatencyWindow;
  readonly expired: number;
  /** When a job last ended or a worker came, monotonic ms: what stands still has not moved since. */
  readonly lastMoveMs: number;
}

export interface FeedOptions {
  readonly clock: Clock;
  readonly logger: Logger;
  /** Looked up on the turn after the event. */
  readonly job: (jobId: number) => JobView | null;
}

const KEPT_EVENTS = 1000;
const KEPT_FACTS = 500;

interface Line {
  readonly kind: string;
  readonly worker: string;
  readonly jobId: number;
  readonly accession: string;
  readonly text: string;
}

/** A ring of the newest items, numbered from 1. */
class Ring<T> {
  readonly #items: T[] = [];
  readonly #size: number;
  last = 0;

  constructor(size: number) {
    this.#size = size;
  }

  push(item: T): void {
    this.#items[this.last % this.#size] = item;
    this.last++;
  }

  after(sequence: number, limit: number): T[] {
    const first = Math.max(sequence, this.last - this.#size, this.last - limit, 0);
    return Array.from({ length: this.last - first }, (_, index) => this.#items[(first + index) % this.#size]!);
  }
}

function lineOf(event: QueueEvent): Line | null {
  const none = { worker: '', jobId: 0, accession: '' };
  switch (event.kind) {
    // Field by field: these come once a job, and a spread costs more than the job's whole way through the queue.
    case 'completed': {
      const text = `completed in ${(event.leaseMs / 1000).toFixed(1)} s`;
      return { kind: 'completed', worker: event.worker, jobId: event.jobId, accession: event.accession, text };
    }
    case 'failed': {
      const kind = event.state === 'failed' ? 'failed' : 'retried';
      return { kind, worker: event.worker, jobId: event.jobId, accession: event.accession, text: event.message };
    }
    case 'expired': {
      const text = event.counted ? 'the worker went silent' : 'the lease was never begun';
      return { kind: 'expired', worker: event.worker, jobId: event.jobId, accession: event.accession, text };
    }
    case 'worker-joined':
      return { ...none, kind: 'joined', worker: event.worker, text: event.reason === '' ? 'connected' : event.reason };
    case 'worker-left':
    case 'worker-lost':
      return { ...none, kind: 'left', worker: event.worker, text: event.reason };
    case 'worker-draining':
      return { ...none, kind: 'drained', worker: event.worker, text: event.reason };
    case 'worker-log':
      return { ...none, kind: 'log', worker: event.worker, text: `${event.level}: ${event.text}` };
    case 'run-opened':
      return { ...none, kind: 'run_started', text: `run ${event.runId}` };
    case 'run-ended':
      return { ...none, kind: 'run_ended', text: `run ${event.runId}` };
    case 'run-closed':
      return null;
    case 'paused':
    case 'resumed':
      return { ...none, kind: event.kind, text: event.kind };
    case 'notice':
      return { ...none, kind: 'log', text: `${event.level}: ${event.text}` };
  }
}

export function makeFeed({ clock, logger, job }: FeedOptions): Feed {
  const events = new Ring<FeedEventView>(KEPT_EVENTS);
  const facts = new Ring<FeedFactView>(KEPT_FACTS);
  const listeners = new Set<() => void>();
  const totals = makeTotals();
  const history = makeJobHistory(clock);
  const rate = makeRateWindow();
  const modelLatency = makeLatencyWindow();
  let expired = 0;
  let lastMoveMs = clock.monotonicMs();
  let announced = false;

  const announce = (): void => {
    if (announced) return;
    announced = true;
    setImmediate(() => {
      announced = false;
      for (const listener of listeners) listener();
    });
  };

  const addCompleted = (event: Extract<QueueEvent, { kind: 'completed' }>): void => {
    const view = job(event.jobId);
    totals.add(event.summary, view?.mode === 'auto' && event.summary.ran === 'rules');
    if (event.summary.modelCalls > 0) {
      modelLatency.add(event.summary.modelMs / event.summary.modelCalls, clock.monotonicMs());
    }
    for (const fact of event.facts) {
      facts.push({
        jobId: event.jobId,
        accession: event.accession,
        company: view?.company ?? '',
        path: view?.path ?? '',
        cik: '',
        fact,
      });
    }
  };

  const log = (event: QueueEvent, line: Line): void => {
    const level =
      event.kind === 'worker-log' || event.kind === 'notice'
        ? event.level
        : line.kind === 'failed' || line.kind === 'expired'
          ? 'warn'
          : line.kind === 'completed'
            ? 'debug'
            : 'info';
    const run = 'runId' in event ? event.runId : undefined;
    const text = event.kind === 'worker-log' || event.kind === 'notice' ? event.text : `${line.kind}: ${line.text}`;
    logger.log(level, text, {
      run,
      worker: line.worker === '' ? undefined : line.worker,
      job: line.jobId === 0 ? undefined : line.jobId,
      accession: line.accession === '' ? undefined : line.accession,
    });
  };

  return {
    add(event) {
      const nowMs = clock.monotonicMs();
      if (event.kind === 'completed' || event.kind === 'failed') rate.add(1, nowMs);
      if (event.kind === 'expired') expired++;
      if (event.kind !== 'worker-log' && event.kind !== 'notice') lastMoveMs = nowMs;
      history.add(event);
      const line = lineOf(event);
      if (line !== null) {
        const { kind, worker, jobId, accession, text } = line;
        events.push({
          sequence: events.last + 1,
          atMs: Math.round(clock.wallMs()),
          kind,
          worker,
          jobId,
          accession,
          text,
        });
        log(event, line);
      }
      if (event.kind === 'completed') {
        queueMicrotask(() => {
          addCompleted(event);
        });
      }
      announce();
    },
    eventsAfter: (after, limit) => events.after(after, limit),
    factsAfter: (after, limit) => ({ facts: facts.after(after, limit), last: facts.last }),
    get lastSequence() {
      return events.last;
    },
    get lastFact() {
      return facts.last;
    },
    onChange(act) {
      listeners.add(act);
      return () => {
        listeners.delete(act);
      };
    },
    totals: () => totals.view(),
    history,
    rate,
    modelLatency,
    get expired() {
      return expired;
    },
    get lastMoveMs() {
      return lastMoveMs;
    },
  };
}
