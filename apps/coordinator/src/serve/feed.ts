import type { Clock } from '@filigree/base';
import type { FeedEventView, FeedFactView, TotalsView } from '@filigree/protocol';
import type { JobView, QueueEvent } from '@filigree/queue';
import { lineOf, logEvent } from './feed-lines.ts';
import type { ShownEvent } from './feed-lines.ts';
import { recordOf } from './job-history.ts';
import { KEPT_ATTEMPTS, KEPT_EVENTS, KEPT_FACTS } from './limits.ts';
import type { AttemptEnd, JobRecord, Timed } from './job-history.ts';
import { makeLatencyWindow } from './latency-window.ts';
import type { LatencyWindow } from './latency-window.ts';
import type { LimitedLog } from './limited-log.ts';
import { makeRateWindow } from './rate-window.ts';
import type { RateWindow } from './rate-window.ts';
import { Ring } from './ring.ts';
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
  /** What is remembered of how a job went. */
  record(jobId: number): JobRecord;
  readonly rate: RateWindow;
  readonly modelLatency: LatencyWindow;
  readonly expired: number;
  /** When a job last ended or a worker came, monotonic ms: what stands still has not moved since. */
  readonly lastMoveMs: number;
}

export interface FeedOptions {
  readonly clock: Clock;
  readonly log: LimitedLog;
  /** Looked up on the turn after the event. */
  readonly job: (jobId: number) => JobView | null;
}

// Where the filings lie as at sec.gov, the path names the company.
const CIK_IN_PATH = /(?:^|\/)edgar\/data\/(\d{1,10})\//;

function cikOf(path: string): string {
  return CIK_IN_PATH.exec(path)?.[1]?.padStart(10, '0') ?? '';
}

export function makeFeed({ clock, log, job }: FeedOptions): Feed {
  // Events are kept as they came and put into words when somebody reads them: most are never read.
  const events = new Ring<Timed<ShownEvent>>(KEPT_EVENTS);
  const ends = new Ring<Timed<AttemptEnd>>(KEPT_ATTEMPTS);
  const facts = new Ring<FeedFactView>(KEPT_FACTS);
  const listeners = new Set<() => void>();
  const totals = makeTotals();
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

  const addFacts = ({ jobId, accession, facts: found }: Extract<QueueEvent, { kind: 'completed' }>): void => {
    const view = job(jobId);
    const path = view?.path ?? '';
    const cik = cikOf(path);
    for (const fact of found) facts.push({ jobId, accession, company: view?.company ?? '', path, cik, fact });
  };

  const addCompleted = (event: Extract<QueueEvent, { kind: 'completed' }>, nowMs: number): void => {
    const { summary } = event;
    totals.add(summary, event.mode === 'auto' && summary.ran === 'rules');
    if (summary.modelCalls > 0) modelLatency.add(summary.modelMs / summary.modelCalls, nowMs);
    if (event.facts.length === 0) return;
    queueMicrotask(() => {
      addFacts(event);
    });
  };

  return {
    add(event) {
      const nowMs = clock.monotonicMs();
      if (event.kind !== 'worker-log' && event.kind !== 'notice') lastMoveMs = nowMs;
      if (event.kind !== 'run-closed') {
        const timed = { event, atMs: Math.round(clock.wallMs()) };
        events.push(timed);
        if (event.kind === 'completed' || event.kind === 'failed' || event.kind === 'expired') {
          ends.push({ event, atMs: timed.atMs });
        }
        logEvent(log, event);
      }
      if (event.kind === 'completed' || event.kind === 'failed') rate.add(1, nowMs);
      if (event.kind === 'expired') expired++;
      if (event.kind === 'completed') addCompleted(event, nowMs);
      announce();
    },
    eventsAfter(after, limit) {
      const first = events.before(after, limit);
      return events.after(after, limit).map(({ event, atMs }, nth) => {
        const { kind, worker, jobId, accession, text } = lineOf(event);
        return { sequence: first + nth + 1, atMs, kind, worker, jobId, accession, text };
      });
    },
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
    record: (jobId) => recordOf(ends, jobId),
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
