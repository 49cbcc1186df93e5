import type { Driver } from './driver.ts';
import { counts, event, fact, job, jobDetail, run, status, watchUpdate, worker } from './builders.ts';

const QUERY = { state: '', form: '', company: '', text: '', runId: '' };

/** Text as a filing might have it that means harm, or no harm but two cells a character. */
export const NASTY = 'Evil\u001b[2J\u0007 \u202eCorp 株式会社三菱 👨‍👩‍👧 S.p.A.';

/** A run in its middle: busy and idle workers, failures, facts, everything that a view can show. */
export function midRun(driver: Driver): Driver {
  const workers = Array.from({ length: 12 }, (_, index) =>
    worker(`worker-${String(index + 1)}`, {
      busy: index % 3,
      completed: index * 7,
      failed: index === 4 ? 2 : 0,
      draining: index === 5,
      connected: index !== 6,
      beatAgeMs: index * 2000,
      current: Array.from({ length: index % 3 }, (__, slot) => ({
        jobId: 100 + index * 3 + slot,
        accession: `0000910662-10-${String(index * 3 + slot).padStart(6, '0')}`,
        path: '2010/x.txt',
        company: index === 1 ? NASTY : 'ROYAL BANK OF SCOTLAND GROUP PLC',
        form: '6-K',
        stage: 'extracting',
        elapsedMs: 1500 * (slot + 1),
      })),
    }),
  );
  const running = counts({ pending: 41, processing: 12, completed: 84, failed: 1 });
  driver.hear(
    watchUpdate({
      snapshot: true,
      status: status({
        workers,
        jobs: running,
        runs: [run('3f2a9c1b-5d', { jobs: running, elapsedMs: 12_000 })],
        graph: {
          graph: 'sqlite:.filigree/graph.db',
          companies: 1234,
          people: 567,
          events: 89,
          filings: 84,
          nodes: 1974,
          relationships: 4321,
        },
        queue: { ...status().queue, ratePerSecond: 8.4, expired: 1 },
      }),
      events: [
        event(1, { kind: 'joined', jobId: 0, accession: '', worker: 'worker-1', text: '' }),
        event(2, { kind: 'failed', worker: 'worker-5', text: `cannot be read: ${NASTY}` }),
        event(3, { kind: 'expired', worker: 'worker-7', text: 'the worker went silent' }),
      ],
      facts: [fact(1, 'Ana Botín → Chief Executive, Santander UK, appointed'), fact(2, NASTY, { company: NASTY })],
    }),
  );
  for (let tick = 1; tick <= 100; tick++) {
    driver.nowMs += 100;
    const jobs = counts({
      pending: 41 - Math.floor(tick / 5),
      processing: 12,
      completed: 84 + Math.floor(tick / 5),
      failed: 1,
    });
    driver.hear(
      watchUpdate({
        status: {
          ...driver.state.monitor.status!,
          jobs,
          runs: [run('3f2a9c1b-5d', { jobs, elapsedMs: 12_000 + tick * 100 })],
        },
      }),
    );
  }
  return driver;
}

/** The jobs view with jobs in every state. */
export function jobsThere(driver: Driver): Driver {
  const states = ['pending', 'processing', 'completed', 'failed', 'cancelled'] as const;
  const jobs = Array.from({ length: 60 }, (_, index) => {
    const state = states[index % 5]!;
    return job(60 - index, {
      state,
      company: index === 3 ? NASTY : 'REPSOL YPF SA',
      error: state === 'failed' ? NASTY : '',
    });
  });
  driver.press('3').send({ type: 'jobs', query: QUERY, token: 0, answer: { jobs, nextPage: 0, total: 60 } });
  return driver;
}

/** The page of a job with everything that a job can have. */
export function jobPageThere(driver: Driver): Driver {
  jobsThere(driver).press('down', 'down', 'down', 'enter');
  const detail = jobDetail({
    job: job(57, { state: 'failed', error: NASTY, attempts: 3, failures: 3 }),
    attempts: [
      {
        token: 1,
        worker: 'worker-1',
        grantedAtMs: Date.UTC(2026, 0, 5),
        elapsedMs: 1200,
        outcome: 'expired',
        error: '',
      },
      { token: 2, worker: 'worker-2', grantedAtMs: 0, elapsedMs: 900, outcome: 'failed', error: NASTY },
    ],
    summary: {
      bytes: 120_000,
      readMs: 8.2,
      extractMs: 44,
      graphMs: 3,
      modelMs: 0,
      modelCalls: 0,
      modelCacheHits: 0,
      promptTokens: 0,
      outputTokens: 0,
      factsBySource: { 'roles/signature': 2 },
      drops: {},
      nodes: 12,
      relationships: 31,
      ran: 'rules',
      textsCut: 0,
    },
    facts: [fact(57, 'José Antonio Álvarez → Chief Financial Officer').fact, { ...fact(57, NASTY).fact, quote: NASTY }],
    errorDetail: `Error: ${NASTY}\n    at read (reader.js:1)`,
  });
  return driver.send({ type: 'job', jobId: 57, detail });
}
