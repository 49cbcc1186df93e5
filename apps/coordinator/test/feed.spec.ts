import type { Logger } from '@filigree/cli';
import { systemClock } from '@filigree/base';
import type { JobSummary, JobView, QueueEvent } from '@filigree/queue';
import { makeFeed } from '../src/serve/feed.ts';
import { LEFT_OUT_EVERY_MS, LOG_BURST, LOG_PER_SECOND } from '../src/serve/limits.ts';
import { makeLimitedLog } from '../src/serve/limited-log.ts';
import type { Feed } from '../src/serve/feed.ts';

const SUMMARY: JobSummary = {
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
const FACT = { kind: 'roles', text: 'A is B', quote: 'A is B', start: 0, end: 6, source: 'rule' };

const completed = (jobId: number, more: object = {}): QueueEvent => ({
  kind: 'completed',
  jobId,
  accession: `a-${String(jobId)}`,
  worker: 'w1',
  mode: 'off',
  summary: SUMMARY,
  facts: [],
  leaseMs: 1500,
  ...more,
});

const lost = (jobId: number, counted = true): QueueEvent => ({
  kind: 'expired',
  jobId,
  accession: `a-${String(jobId)}`,
  worker: 'w1',
  counted,
  state: 'pending',
});

describe('the feed', () => {
  let logged: string[];
  let looked: number[];
  let path: string;
  let feed: Feed;

  beforeEach(() => {
    logged = [];
    looked = [];
    path = '2024/a.txt';
    const logger: Logger = {
      isOn: (level) => level !== 'debug',
      log: (level, text) => logged.push(`${level} ${text}`),
    };
    feed = makeFeed({
      clock: systemClock,
      log: makeLimitedLog(logger, systemClock),
      job: (jobId) => {
        looked.push(jobId);
        return { company: 'Fiction plc', path } as JobView;
      },
    });
  });

  it('numbers its events by one, also where the oldest are gone, and tells no more than the newest', () => {
    for (let jobId = 1; jobId <= 1200; jobId++) feed.add(completed(jobId));
    const all = feed.eventsAfter(0, 5000);
    expect([all.length, all[0]?.sequence, all[0]?.jobId, all.at(-1)?.sequence]).toEqual([1000, 201, 201, 1200]);
    expect(feed.eventsAfter(1198, 5000).map(({ sequence }) => sequence)).toEqual([1199, 1200]);
    expect(feed.eventsAfter(0, 2).map(({ jobId }) => jobId)).toEqual([1199, 1200]);
    expect(feed.lastSequence).toBe(1200);
  });

  it('says that a job was lost, and then to whom it went', () => {
    feed.add(lost(7));
    feed.add({ kind: 'reassigned', jobId: 7, accession: 'a-7', worker: 'w2', from: 'w1' });
    expect(feed.eventsAfter(0, 10)).toMatchObject([
      { kind: 'expired', worker: 'w1', jobId: 7, text: 'the worker went silent' },
      { kind: 'reassigned', worker: 'w2', jobId: 7, accession: 'a-7', text: 'was with w1' },
    ]);
    expect(logged).toEqual(['warn expired: the worker went silent', 'info reassigned: was with w1']);
  });

  it('looks no job up whose filing brought no fact', async () => {
    feed.add(completed(1));
    feed.add(completed(2, { facts: [FACT] }));
    await Promise.resolve();
    expect(looked).toEqual([2]);
    expect(feed.factsAfter(0, 10).facts).toMatchObject([
      { jobId: 2, company: 'Fiction plc', path, cik: '', fact: FACT },
    ]);
  });

  it('knows the CIK where the filings lie as at sec.gov', async () => {
    path = 'edgar/data/1001085/0001193125-10-000123.txt';
    feed.add(completed(1, { facts: [FACT] }));
    await Promise.resolve();
    expect(feed.factsAfter(0, 10).facts[0]?.cik).toBe('0001001085');
  });

  it('counts what auto had to do without a model', () => {
    feed.add(completed(1, { mode: 'auto' }));
    feed.add(completed(2, { mode: 'auto', summary: { ...SUMMARY, ran: 'model' } }));
    feed.add(completed(3, { mode: 'off' }));
    expect(feed.totals().autoWithoutModel).toBe(1);
  });

  it('remembers how the attempts at a job went, and forgets the oldest of all', () => {
    feed.add(lost(1, false));
    feed.add({
      kind: 'failed',
      jobId: 1,
      accession: 'a-1',
      worker: 'w2',
      failureClass: 'retryable',
      message: 'it broke',
      detail: 'at line 7',
      state: 'pending',
      retryInMs: 10,
    });
    expect(feed.record(1).errorDetail).toBe('at line 7');
    feed.add(completed(1, { worker: 'w3', facts: [FACT] }));
    const { attempts, summary, facts, errorDetail } = feed.record(1);
    expect(attempts.map(({ worker, outcome, error, elapsedMs }) => [worker, outcome, error, elapsedMs])).toEqual([
      ['w1', 'expired', 'the lease was never begun', 0],
      ['w2', 'failed', 'it broke', 0],
      ['w3', 'completed', '', 1500],
    ]);
    expect([summary, facts, errorDetail]).toEqual([SUMMARY, [FACT], '']);
    for (let jobId = 2; jobId <= 5001; jobId++) feed.add(completed(jobId));
    expect(feed.record(1).attempts).toEqual([]);
  });
});

describe('the log', () => {
  it('takes so many lines of a kind a second, whatever the other kinds, and tells how many it left out', () => {
    const lines: string[] = [];
    let nowMs = 0;
    let timers: (() => void)[] = [];
    const clock = {
      monotonicMs: () => nowMs,
      wallMs: () => nowMs,
      after: (_ms: number, act: () => void) => {
        timers.push(act);
        return { cancel: () => undefined };
      },
    };
    const log = makeLimitedLog({ isOn: () => true, log: (level, text) => lines.push(`${level} ${text}`) }, clock);
    const flood = (kind: string): number => {
      const before = lines.length;
      for (let nth = 0; nth < 10_000; nth++) log.log(kind, 'info', 'again');
      return lines.length - before;
    };
    expect([flood('joined'), flood('failed')]).toEqual([LOG_BURST, LOG_BURST]);
    nowMs = LEFT_OUT_EVERY_MS;
    for (const act of timers.splice(0)) act();
    expect(lines.slice(-2)).toEqual(
      ['joined', 'failed'].map(
        (kind) => `warn ${String(10_000 - LOG_BURST)} lines of kind ${kind} were left out: too many at once`,
      ),
    );
    nowMs += 1_000;
    timers = [];
    expect(flood('joined')).toBe(Math.min(LOG_BURST, (LOG_PER_SECOND * nowMs) / 1_000));
    lines.length = 0;
    for (let nth = 0; nth < 10_000; nth++) log.log('joined', 'debug', 'asked for');
    expect(lines).toHaveLength(10_000);
  });
});
